"""The tables of second entries, and the triggers that keep them and tell the audit trail."""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf.core.second import Progress
from ordi_crf.db.clauses import FOREIGN, OURS, append_only, entry, refusal
from ordi_crf.db.connection import REASON_NEEDED

_PROGRESS = ", ".join(f"'{progress}'" for progress in Progress)

TABLES = {
    "second_entry": (
        "CREATE TABLE second_entry (\n  id INTEGER PRIMARY KEY,\n"
        "  record_id INTEGER NOT NULL UNIQUE REFERENCES record (id),\n  actor TEXT NOT NULL,\n"
        f"  progress TEXT NOT NULL DEFAULT '{Progress.OPEN}' CHECK (progress IN ({_PROGRESS}))\n"
        ") STRICT"
    ),
    "second_answer": (
        "CREATE TABLE second_answer (\n  id INTEGER PRIMARY KEY,\n"
        "  record_id INTEGER NOT NULL REFERENCES second_entry (record_id),\n"
        "  section TEXT NOT NULL,\n  row TEXT NOT NULL,\n  item TEXT NOT NULL,\n  value TEXT,\n"
        "  UNIQUE (record_id, section, row, item)\n) STRICT"
    ),
    "adjudication": (
        "CREATE TABLE adjudication (\n  id INTEGER PRIMARY KEY,\n"
        "  record_id INTEGER NOT NULL REFERENCES second_entry (record_id),\n"
        "  section TEXT NOT NULL,\n  row TEXT NOT NULL,\n  item TEXT NOT NULL,\n  first TEXT,\n"
        "  second TEXT,\n  chosen TEXT,\n  UNIQUE (record_id, section, row, item)\n) STRICT"
    ),
}


def triggers() -> Iterator[str]:
    """Yield what tells the audit trail of second entries, and keeps what was finished."""
    for table in TABLES:
        yield refusal(f"{table}_ours", "INSERT", table, OURS, FOREIGN)
        yield refusal(f"{table}_no_delete", "DELETE", table, "second entries never go")
    yield from _of_entries()
    yield from _of_answers()
    yield append_only("adjudication")[0]
    yield refusal(
        "adjudication_why", "INSERT", "adjudication", REASON_NEEDED, "crf_reason() IS NULL"
    )
    said = "json_array(new.section, new.row, new.item, new.first, new.second, new.chosen)"
    told = entry("adjudicate", "adjudication", "'CHOSEN'", said, row="CAST(new.id AS TEXT)")
    yield f'CREATE TRIGGER "adjudication_inserted" AFTER INSERT ON adjudication BEGIN\n{told}\nEND'


def _of_entries() -> Iterator[str]:
    table = "second_entry"
    who = entry("second", table, "'ACTOR'", "new.actor")
    begun = entry("second", table, "'PROGRESS'", "new.progress")
    yield f'CREATE TRIGGER "{table}_inserted" AFTER INSERT ON {table} BEGIN\n{who}\n{begun}\nEND'
    moved = entry("second", table, "'PROGRESS'", "new.progress", old="old.progress")
    yield (
        f'CREATE TRIGGER "{table}_updated" AFTER UPDATE OF progress ON {table} BEGIN\n{moved}\nEND'
    )
    keys = "UPDATE OF id, record_id, actor"
    yield refusal(f"{table}_no_move", keys, table, "keys never change")
    done = f"old.progress = '{Progress.DONE}'"
    yield refusal(f"{table}_done", "UPDATE", table, "a finished second entry never changes", done)


def _of_answers() -> Iterator[str]:
    table, row = "second_answer", "new.section || '/' || new.row"
    for event, old in (("INSERT", "NULL"), ("UPDATE", "old.value")):
        told = entry("second", table, "new.item", "new.value", old=old, row=row)
        yield (
            f'CREATE TRIGGER "{table}_{event.lower()}" AFTER {event} ON {table} '
            f"WHEN {old} IS NOT new.value BEGIN\n{told}\nEND"
        )
        done = (
            "(SELECT progress FROM second_entry WHERE record_id = new.record_id) = "
            f"'{Progress.DONE}'"
        )
        sentence = "a finished second entry never changes"
        yield refusal(f"{table}_{event.lower()}_done", event, table, sentence, done)
    keys = "UPDATE OF id, record_id, section, row, item"
    yield refusal(f"{table}_no_move", keys, table, "keys never change")
