"""SQL derived from the form definitions: tables, constraints and audit triggers.

A section is a table with one row per record and row key. Every change of it passes through the view
`change`, whose trigger looks up the natural keys and appends a hash-chained row to `audit`. The
triggers call functions that only this program registers (ADR 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from ordi_crf import forms
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Form,
    FreeText,
    Item,
    LabResult,
    Number,
    Section,
    Stroke,
)

AUDIT_FIELDS = (
    "at", "actor", "role", "machine", "version", "action", "siteid", "subjid", "visit",
    "visit_repeat", "form", "form_repeat", "section", "row", "item", "old", "new", "reason",
)  # fmt: skip
"""The columns of the audit trail that its hash covers, in order."""

PLAIN_TABLES = {
    "study": "CREATE TABLE study (\n  key TEXT PRIMARY KEY,\n  value TEXT\n) STRICT",
    "subject": (
        "CREATE TABLE subject (\n  id INTEGER PRIMARY KEY,\n  siteid TEXT NOT NULL,\n"
        "  subjid TEXT NOT NULL,\n  UNIQUE (siteid, subjid)\n) STRICT"
    ),
    "record": (
        "CREATE TABLE record (\n  id INTEGER PRIMARY KEY,\n"
        "  subject_id INTEGER NOT NULL REFERENCES subject (id),\n  visit TEXT NOT NULL,\n"
        "  visit_repeat INTEGER NOT NULL DEFAULT 1,\n  form TEXT NOT NULL,\n"
        "  form_repeat INTEGER NOT NULL DEFAULT 1,\n  form_version TEXT NOT NULL,\n"
        "  status TEXT NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'COMPLETE')),\n"
        "  UNIQUE (subject_id, visit, visit_repeat, form, form_repeat)\n) STRICT"
    ),
    "explanation": (
        "CREATE TABLE explanation (\n  id INTEGER PRIMARY KEY,\n"
        "  record_id INTEGER NOT NULL REFERENCES record (id),\n  section TEXT NOT NULL,\n"
        "  row TEXT NOT NULL,\n  finding TEXT NOT NULL,\n  reason TEXT,\n"
        "  UNIQUE (record_id, section, row, finding)\n) STRICT"
    ),
    "unaccepted": (
        "CREATE TABLE unaccepted (\n  record_id INTEGER NOT NULL REFERENCES record (id),\n"
        "  section TEXT NOT NULL,\n  row TEXT NOT NULL,\n  item TEXT NOT NULL,\n"
        "  typed TEXT NOT NULL,\n  PRIMARY KEY (record_id, section, row, item)\n) STRICT"
    ),
    "setting": "CREATE TABLE setting (\n  key TEXT PRIMARY KEY,\n  value TEXT\n) STRICT",
    "drawing": (
        "CREATE TABLE drawing (\n  digest TEXT PRIMARY KEY,\n  content BLOB NOT NULL\n) STRICT"
    ),
    "audit": (
        "CREATE TABLE audit (\n  id INTEGER PRIMARY KEY AUTOINCREMENT,\n  at TEXT NOT NULL,\n"
        "  actor TEXT NOT NULL,\n  role TEXT NOT NULL,\n  machine TEXT NOT NULL,\n"
        "  version TEXT NOT NULL,\n  action TEXT NOT NULL,\n  siteid TEXT NOT NULL,\n"
        "  subjid TEXT NOT NULL,\n  visit TEXT NOT NULL,\n  visit_repeat INTEGER NOT NULL,\n"
        "  form TEXT NOT NULL,\n  form_repeat INTEGER NOT NULL,\n  section TEXT NOT NULL,\n"
        "  row TEXT NOT NULL,\n  item TEXT NOT NULL,\n  old TEXT,\n  new TEXT,\n  reason TEXT,\n"
        "  hash TEXT NOT NULL\n) STRICT"
    ),
}
"""Tables that no form defines. `setting`, `unaccepted` and `drawing` (a cache) are not data."""

CHANGE_VIEW = (
    "CREATE VIEW change AS SELECT NULL AS action, NULL AS subject_id, NULL AS record_id, "
    "NULL AS section, NULL AS row, NULL AS item, NULL AS old, NULL AS new WHERE 0"
)

INDEXES = {
    "audit_item": (
        "CREATE INDEX audit_item ON audit (subjid, visit, form, section, row, item, siteid)"
    ),
}


def _audit_trigger() -> str:
    taken = {
        "at": "crf_now()",
        "actor": "crf_actor()",
        "role": "crf_role()",
        "machine": "crf_machine()",
        "version": "crf_version()",
        "action": "new.action",
        "siteid": "coalesce(s.siteid, '')",
        "subjid": "coalesce(s.subjid, '')",
        "visit": "coalesce(r.visit, '')",
        "visit_repeat": "coalesce(r.visit_repeat, 0)",
        "form": "coalesce(r.form, '')",
        "form_repeat": "coalesce(r.form_repeat, 0)",
        "section": "new.section",
        "row": "new.row",
        "item": "new.item",
        "old": "CAST(new.old AS TEXT)",
        "new": "CAST(new.new AS TEXT)",
        "reason": "crf_reason()",
    }
    values = ", ".join(taken[name] for name in AUDIT_FIELDS)
    return (
        "CREATE TRIGGER change_audited INSTEAD OF INSERT ON change BEGIN\n"
        f"INSERT INTO audit ({', '.join(AUDIT_FIELDS)}, hash)\n"
        f"SELECT {values}, crf_hash((SELECT hash FROM audit ORDER BY id DESC LIMIT 1), {values})\n"
        "FROM (SELECT 1) LEFT JOIN record r ON r.id = new.record_id\n"
        "LEFT JOIN subject s ON s.id = coalesce(r.subject_id, new.subject_id);\nEND"
    )


def _refusal(name: str, event: str, table: str, sentence: str, condition: str = "") -> str:
    when = f" WHEN {condition}" if condition else ""
    return (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}"{when}\n'
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )


def _in(name: str, values: Iterator[str] | tuple[str, ...], *, integer: bool) -> str:
    listed = ", ".join(v if integer else "'" + v.replace("'", "''") + "'" for v in values)
    return f'CHECK ("{name}" IN ({listed}))'


def column(item: Item) -> str:
    """Return the column definition of an item: grades as integers, the rest as exact text."""
    match item:
        case Choice():
            kind = "INTEGER" if item.codes.integer else "TEXT"
            values = tuple(code.value for code in item.codes.codes)
            return f'"{item.name}" {kind} {_in(item.name, values, integer=item.codes.integer)}'
        case Number() | LabResult() | Date() | FreeText() | Stroke():
            return f'"{item.name}" TEXT'
        case _:
            assert_never(item)


def table(section: Section) -> str:
    """Return the CREATE TABLE of a section."""
    keys = tuple(code.value for code in section.rows.codes) if section.rows else ()
    key = f" {_in('row', keys, integer=False)}" if keys else ""
    columns = [
        "id INTEGER PRIMARY KEY",
        "record_id INTEGER NOT NULL REFERENCES record (id)",
        f"row TEXT NOT NULL DEFAULT ''{key}",
        "voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))",
        *(column(item) for item in section.items),
        "UNIQUE (record_id, row)",
    ]
    columns += [
        f"CHECK (row NOT IN ({', '.join(repr(r) for r in item.not_in_rows)}) "
        f'OR "{item.name}" IS NULL)'
        for item in section.items
        if item.not_in_rows
    ]
    return f'CREATE TABLE "{section.name}" (\n  ' + ",\n  ".join(columns) + "\n) STRICT"


def _change(action: str, section: str, item: str, old: str, new: str) -> str:
    return (
        "INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) "
        f"SELECT '{action}', NULL, new.record_id, '{section}', new.row, {item}, {old}, {new}"
    )


def triggers(section: Section) -> Iterator[str]:
    """Yield the triggers that record every change of a section, whoever makes it."""
    t = section.name
    inserts = "\n".join(
        _change("insert", t, f"'{i.name}'", "NULL", f'new."{i.name}"')
        + f' WHERE new."{i.name}" IS NOT NULL;'
        for i in section.items
    )
    yield f'CREATE TRIGGER "{t}_inserted" AFTER INSERT ON "{t}" BEGIN\n{inserts}\nEND'
    for name in ("voided", *(item.name for item in section.items)):
        label = "VOIDED" if name == "voided" else name
        entry = _change("update", t, f"'{label}'", f'old."{name}"', f'new."{name}"')
        yield (
            f'CREATE TRIGGER "{t}_{name}_updated" AFTER UPDATE OF "{name}" ON "{t}" '
            f'WHEN old."{name}" IS NOT new."{name}" BEGIN\n{entry};\nEND'
        )
    complete = (
        "crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'"
    )
    for event in ("INSERT", "UPDATE"):
        sentence = "a completed form needs a reason"
        yield _refusal(f"{t}_{event.lower()}_complete", event, t, sentence, complete)
    yield _refusal(f"{t}_no_delete", "DELETE", t, "records are never deleted")
    yield _refusal(f"{t}_no_move", "UPDATE OF id, record_id, row", t, "keys never change")


def _plain_triggers() -> Iterator[str]:
    yield _audit_trigger()
    yield _refusal("audit_no_update", "UPDATE", "audit", "the audit trail is append-only")
    foreign = "crf_version() IS NULL"
    yield _refusal("audit_ours", "INSERT", "audit", "only ORDI CRF writes here", foreign)
    yield _refusal("audit_no_delete", "DELETE", "audit", "the audit trail is append-only")
    change = "INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) "
    yield (
        'CREATE TRIGGER "subject_inserted" AFTER INSERT ON subject BEGIN\n'
        f"{change}SELECT 'insert', new.id, NULL, 'subject', '', 'SUBJID', NULL, new.subjid;\nEND"
    )
    yield (
        'CREATE TRIGGER "record_inserted" AFTER INSERT ON record BEGIN\n'
        f"{change}SELECT 'insert', NULL, new.id, 'record', '', 'STATUS', NULL, new.status;\nEND"
    )
    yield (
        'CREATE TRIGGER "record_status_updated" AFTER UPDATE OF status ON record '
        "WHEN old.status IS NOT new.status BEGIN\n"
        f"{change}SELECT 'update', NULL, new.id, 'record', '', 'STATUS', old.status, new.status;"
        "\nEND"
    )
    for event, old in (("INSERT", "NULL"), ("UPDATE", "old.reason")):
        yield (
            f'CREATE TRIGGER "explanation_{event.lower()}" AFTER {event} ON explanation BEGIN\n'
            f"{change}SELECT 'explain', NULL, new.record_id, new.section, new.row, new.finding, "
            f"{old}, new.reason;\nEND"
        )
        yield (
            f'CREATE TRIGGER "study_{event.lower()}" AFTER {event} ON study BEGIN\n'
            f"{change}SELECT 'study', NULL, NULL, 'study', '', new.key, "
            f"{'NULL' if event == 'INSERT' else 'old.value'}, new.value;\nEND"
        )
    for name in ("subject", "record", "explanation", "study"):
        yield _refusal(f"{name}_no_delete", "DELETE", name, "records are never deleted")
    yield _refusal("subject_no_update", "UPDATE", "subject", "keys never change")
    keys = "subject_id, visit, visit_repeat, form, form_repeat"
    yield _refusal("record_no_move", f"UPDATE OF {keys}", "record", "keys never change")


def sections(study_forms: tuple[Form, ...] = forms.FORMS) -> Iterator[Section]:
    """Yield every section of the study's forms, in order."""
    for form in study_forms:
        yield from form.sections


def tables(study_forms: tuple[Form, ...] = forms.FORMS) -> dict[str, str]:
    """Return table name to CREATE TABLE, for the whole study file."""
    return PLAIN_TABLES | {section.name: table(section) for section in sections(study_forms)}


def attachments(study_forms: tuple[Form, ...] = forms.FORMS) -> dict[str, str]:
    """Return name to CREATE of the view, indexes and triggers: recreated whenever they differ."""
    found = {"change": CHANGE_VIEW, **INDEXES}
    statements = list(_plain_triggers())
    for section in sections(study_forms):
        statements += triggers(section)
    for statement in statements:
        name = re.match(r'CREATE TRIGGER "?([\w]+)"?', statement)
        assert name is not None
        found[name[1]] = statement
    return found


def script(study_forms: tuple[Form, ...] = forms.FORMS) -> str:
    """Return the whole schema as one readable script."""
    statements = [*tables(study_forms).values(), *attachments(study_forms).values()]
    return ";\n\n".join(statements) + ";\n"
