"""Functional core: scores, checks and figures as pure functions; no clock, file, locale or Qt."""
