"""Everything a study file holds, as of the moment of one reading."""

from __future__ import annotations

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
