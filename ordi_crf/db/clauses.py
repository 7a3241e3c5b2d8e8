"""Clauses of SQL that the triggers share: a refusal with its sentence, an entry of the trail."""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf.db.connection import LOCKED, REASON_NEEDED

OURS, FOREIGN = "only ORDI CRF writes here", "crf_version() IS NULL"
"""What another program is told, and the condition that it cannot even ask."""


def refusal(name: str, event: str, table: str, sentence: str, condition: str = "") -> str:
    """Return the trigger that refuses a change of a table, always or on a condition."""
    when = f" WHEN {condition}" if condition else ""
    return (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}"{when}\n'
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )


def entry(
    action: str,
    section: str,
    item: str,
    new: str,
    *,
    old: str = "NULL",
    row: str = "''",
    subject: str = "NULL",
    record: str = "new.record_id",
) -> str:
    """Return the statement that writes one entry of the trail; all but two names are SQL."""
    return (
        "INSERT INTO change (action, subject_id, record_id, section, row, item, old, new)\n"
        f"SELECT '{action}', {subject}, {record}, '{section}', {row}, {item}, {old}, {new};"
    )


def append_only(table: str) -> tuple[str, str]:
    """Return the triggers that keep what a table holds as it was written."""
    sentence = f"a {table.replace('_', ' ')} never changes"
    return (
        refusal(f"{table}_no_update", "UPDATE", table, sentence),
        refusal(f"{table}_no_delete", "DELETE", table, sentence),
    )


def corrections(table: str) -> Iterator[str]:
    """Yield the triggers by which a completed form asks for a reason, and a locked one refuses."""
    status = "(SELECT status FROM record WHERE id = new.record_id)"
    for event in ("INSERT", "UPDATE"):
        yield (
            f'CREATE TRIGGER "{table}_{event.lower()}_complete" BEFORE {event} ON "{table}" '
            f"WHEN {status} <> 'DRAFT'\nBEGIN SELECT CASE WHEN {status} = 'LOCKED' "
            f"THEN RAISE(ABORT, '{LOCKED}')\nWHEN crf_reason() IS NULL "
            f"THEN RAISE(ABORT, '{REASON_NEEDED}') END; END"
        )
