"""Sections of a form on screen, built from their definitions alone."""
