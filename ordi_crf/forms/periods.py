"""Predicates over dates and rules over periods, shared by the forms that record them."""

from __future__ import annotations

from datetime import date

from ordi_crf.forms.schema import Rule, Text, Values

_FULL = len("2010-03-15")


def in_order(start: str | None, end: str | None) -> bool:
    """Return whether an end is not before its start, as far as both are known.

    A blank is no contradiction, and neither is a partial date that can still be in order.
    """
    if start is None or end is None:
        return True
    known = min(len(start), len(end))
    return end[:known] >= start[:known]


def days_between(start: str | None, end: str | None) -> int | None:
    """Return the days from one date to another, None unless both are known to the day."""
    if start is None or end is None or len(start) < _FULL or len(end) < _FULL:
        return None
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def period_rules(oid: str, start: str, end: str, ongoing: str) -> tuple[Rule, Rule]:
    """Return the two rules of a period: it ends after it starts, and not while it goes on."""

    def ends_after_it_starts(v: Values) -> bool:
        return in_order(v[start], v[end])

    def ongoing_has_no_end(v: Values) -> bool:
        return v[ongoing] != "Y" or v[end] is None

    return (
        Rule(
            f"{oid}.END",
            ends_after_it_starts,
            Text("The end is before the start.", "El fin es anterior al inicio."),
            item=end,
        ),
        Rule(
            f"{oid}.ONGOING",
            ongoing_has_no_end,
            Text(
                "What is ongoing has no end date: remove the date or answer No.",
                "Lo que continúa no tiene fecha de fin: quite la fecha o responda No.",
            ),
            item=ongoing,
        ),
    )
