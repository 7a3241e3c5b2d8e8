"""Predicates over a start and an end, shared by the forms that record periods."""

from __future__ import annotations


def in_order(start: str | None, end: str | None) -> bool:
    """Return whether an end is not before its start, as far as both are known.

    A blank is no contradiction, and neither is a partial date that can still be in order.
    """
    if start is None or end is None:
        return True
    known = min(len(start), len(end))
    return end[:known] >= start[:known]
