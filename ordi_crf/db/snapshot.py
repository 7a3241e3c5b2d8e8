"""Everything a study file holds, as of the moment of one reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from ordi_crf.core.parts import united
from ordi_crf.core.records import StudyData
from ordi_crf.db import (
    account_tables,
    life,
    queries,
    reading,
    second,
    signing,
    site_key,
    verification,
)
from ordi_crf.db.connection import Connection


def snapshot(connection: Connection) -> StudyData:
    """Return everything."""
    records = reading.records(connection)
    return StudyData(
        properties=reading.properties(connection),
        subjects=reading.subjects(connection),
        records=records,
        audit=reading.audit(connection),
        unaccepted=reading.all_unaccepted(connection, records),
        accounts=account_tables.told(connection),
        signatures=signing.signatures(connection),
        locks=life.locks(connection),
        second=second.entries(connection),
        queries=queries.threads(connection),
        verified=verification.current(connection),
        site_keys=site_key.told(connection),
    )


@dataclass(frozen=True, slots=True)
class InParts:
    """A study that is read a subject at a time, all as of one moment."""

    data: StudyData
    """What is of no subject, and the audit trail, which is read as it is needed."""
    read: Callable[[], Iterator[StudyData]]
    """Gives what there is of each subject alone."""
    drawing: Callable[[str], bytes | None]
    """Gives a cached rendering by the digest of its strokes."""


def in_parts(connection: Connection) -> InParts:
    """Return a study that is read as it is needed, while the connection's reading lasts."""
    known = _common(connection)
    return InParts(known, partial(_parts, connection, known), partial(reading.drawing, connection))


def _common(connection: Connection) -> StudyData:
    return StudyData(
        properties=reading.properties(connection),
        subjects=reading.subjects(connection),
        records={},
        audit=reading.Trail(connection),
        accounts=account_tables.told(connection),
        locks=life.locks(connection),
        site_keys=site_key.told(connection),
    )


def _parts(connection: Connection, known: StudyData) -> Iterator[StudyData]:
    """Yield what there is of each subject alone, as `ordi_crf.core.parts.parts` does."""
    numbers = reading.numbers_of_heads(connection)
    for subject in known.subjects:
        records = reading.records(connection, subject)
        given = signing.signatures(connection, subject)
        signed = {numbers[s.head] for s in given if s.head in numbers}
        heads = reading.audit_entries(connection, sorted(signed))
        yield replace(
            known,
            subjects=(subject,),
            records=records,
            audit=united(reading.audit_of_subject(connection, subject), heads),
            unaccepted=reading.all_unaccepted(connection, records, subject),
            signatures=given,
            second=second.entries(connection, subject=subject),
            queries=queries.threads(connection, subject),
            verified=verification.current(connection, subject=subject),
        )
