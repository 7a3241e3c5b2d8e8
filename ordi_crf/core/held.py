"""When a visit took place, as its header says."""

from __future__ import annotations

from collections.abc import Mapping

from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.forms.visit import HEADER


def held_on(
    records: Mapping[RecordKey, Record], subject: SubjectKey, visit: str, repeat: int = 1
) -> str | None:
    """Return the date on which a visit took place, None while it is not known."""
    record = records.get(RecordKey(subject, visit, "SV", repeat))
    return record.values(HEADER)["VISDAT"] if record is not None else None
