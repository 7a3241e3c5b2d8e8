"""SQL derived from the form definitions: a section is a table, one row per record and row key.

State is wide, with the names and types of CDASH and a CHECK from every codelist; history is tall,
in `audit` (ADR 2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from ordi_crf import forms
from ordi_crf.core.missing import FLAVOURS
from ordi_crf.core.records import Status
from ordi_crf.db import (
    account_tables,
    life,
    queries,
    second,
    signing,
    site_key,
    triggers,
    verification,
)
from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    CodeList,
    Date,
    FreeText,
    Item,
    LabResult,
    Number,
    Section,
    Stroke,
)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _listed(codes: CodeList) -> str:
    return ", ".join(_quoted(code.value) for code in codes.codes)


FEATURES = (account_tables, life, signing, second, queries, verification, site_key)
"""Modules with tables and triggers of their own."""

_STATUSES = ", ".join(_quoted(status) for status in Status)

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
        f"  status TEXT NOT NULL DEFAULT 'DRAFT' CHECK (status IN ({_STATUSES})),\n"
        "  UNIQUE (subject_id, visit, visit_repeat, form, form_repeat)\n) STRICT"
    ),
    "explanation": (
        "CREATE TABLE explanation (\n  id INTEGER PRIMARY KEY,\n"
        "  record_id INTEGER NOT NULL REFERENCES record (id),\n  section TEXT NOT NULL,\n"
        "  row TEXT NOT NULL,\n  finding TEXT NOT NULL,\n  reason TEXT,\n"
        "  UNIQUE (record_id, section, row, finding)\n) STRICT"
    ),
    "missing": (
        "CREATE TABLE missing (\n  id INTEGER PRIMARY KEY,\n"
        "  record_id INTEGER NOT NULL REFERENCES record (id),\n  section TEXT NOT NULL,\n"
        "  row TEXT NOT NULL,\n  item TEXT NOT NULL,\n"
        f"  flavour TEXT CHECK (flavour IN ({_listed(FLAVOURS)})),\n  comment TEXT,\n"
        "  UNIQUE (record_id, section, row, item)\n) STRICT"
    ),
    "attachment": (
        "CREATE TABLE attachment (\n  digest TEXT PRIMARY KEY CHECK (length(digest) = 64),\n"
        "  content BLOB NOT NULL\n) STRICT"
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
"""Tables that no form defines.

Not data, and so not told by the trail: `setting` (preferences), `drawing` (a cache) and
`unaccepted` (text that is no value, and a finding until it is one).
"""

INDEXES = {
    "audit_item": (
        "CREATE INDEX audit_item ON audit (subjid, visit, form, section, row, item, siteid)"
    ),
}


def _in(name: str, values: Iterator[str] | tuple[str, ...], *, integer: bool) -> str:
    listed = ", ".join(v if integer else _quoted(v) for v in values)
    return f'CHECK ("{name}" IN ({listed}))'


def column(item: Item) -> str:
    """Return the column definition of an item: grades as integers, the rest as exact text."""
    match item:
        case Choice():
            kind = "INTEGER" if item.codes.integer else "TEXT"
            values = tuple(code.value for code in item.codes.codes)
            return f'"{item.name}" {kind} {_in(item.name, values, integer=item.codes.integer)}'
        case Number() | LabResult() | Date() | FreeText() | Stroke() | Attachment():
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
        f'CHECK (row NOT IN ({", ".join(map(_quoted, item.not_in_rows))}) OR "{item.name}" IS NULL)'
        for item in section.items
        if item.not_in_rows
    ]
    return f'CREATE TABLE "{section.name}" (\n  ' + ",\n  ".join(columns) + "\n) STRICT"


def sections() -> Iterator[Section]:
    """Yield every section of the study's forms, in order."""
    for form in forms.FORMS:
        yield from form.sections


def tables() -> dict[str, str]:
    """Return table name to CREATE TABLE, for the whole study file."""
    found = PLAIN_TABLES | {section.name: table(section) for section in sections()}
    for feature in FEATURES:
        found |= feature.TABLES
    return found


def attachments() -> dict[str, str]:
    """Return name to CREATE of the view, indexes and triggers: recreated whenever they differ."""
    found = {"change": triggers.CHANGE_VIEW, **INDEXES}
    statements = list(triggers.of_plain_tables())
    for feature in FEATURES:
        statements += feature.triggers()
    for section in sections():
        statements += triggers.of_section(section)
    for statement in statements:
        name = re.match(r'CREATE TRIGGER "?([\w]+)"?', statement)
        assert name is not None
        found[name[1]] = statement
    return found


def script() -> str:
    """Return the whole schema as one readable script."""
    statements = [*tables().values(), *attachments().values()]
    return ";\n\n".join(statements) + ";\n"
