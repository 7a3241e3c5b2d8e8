"""Adverse events as outcomes read them: when they began, whether related, whether they ended it.

A partial start is taken at its earliest, but not before Day 1 where it may be later. An unanswered
relation counts as related: the cautious reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ordi_crf.core.records import RecordKey, Row


@dataclass(frozen=True, slots=True)
class AdverseEvent:
    """An adverse event, and where it is recorded."""

    record: RecordKey
    row: str
    term: str
    start: date | None
    grade: str
    related: bool
    withdrawn: bool
    """Whether the drug was withdrawn for it."""


def adverse_event(record: RecordKey, row: Row, first_dose: date | None) -> AdverseEvent:
    """Return the event that a row records."""
    v = row.values
    return AdverseEvent(
        record=record,
        row=row.key,
        term=v["AETERM"] or "",
        start=_earliest(v["AESTDAT"], first_dose),
        grade=v["AETOXGR"] or "",
        related=v["AEREL"] != "NOT RELATED",
        withdrawn=v["AEACN"] == "DRUG WITHDRAWN",
    )


def _earliest(known: str | None, first_dose: date | None) -> date | None:
    """Return the earliest day a partial date allows, not before Day 1 where it may be later."""
    if known is None:
        return None
    if len(known) == len("2010-03-15"):
        return date.fromisoformat(known)
    earliest = date.fromisoformat(known + "-01-01"[len(known) - 4 :])
    if first_dose is not None and first_dose.isoformat().startswith(known):
        return max(earliest, first_dose)
    return earliest
