"""The visits of a subject as records have them: which were begun, and when each took place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.forms.visit import HEADER


def repeats(keys: Iterable[RecordKey], subject: SubjectKey, visit: str) -> list[int]:
    """Return how often a visit was begun, as its repeat numbers in order."""
    return sorted({k.visit_repeat for k in keys if k.subject == subject and k.visit == visit})


def held_on(
    records: Mapping[RecordKey, Record], subject: SubjectKey, visit: str, repeat: int = 1
) -> str | None:
    """Return the date on which a visit took place, None while it is not known."""
    header = records.get(RecordKey(subject, visit, "SV", repeat))
    return None if header is None else day_held(header)


def day_held(header: Record) -> str | None:
    """Return the date in the header of a visit, None of a visit that was not held.

    A date that stays behind when a visit is recorded as not done is the date of nothing.
    """
    answers = next((row.values for row in header.live(HEADER.name)), {})
    return None if answers.get("SVOCCUR") == "N" else answers.get("VISDAT")
