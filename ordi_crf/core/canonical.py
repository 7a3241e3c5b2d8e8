"""The canonical content of a form: the one text that stands for all it says, and its SHA-256.

JSON with sorted keys, no spaces and no ASCII escapes (the digest can be made again in any
language). Blank answers are left out, so that an item added to the definition later changes
nothing that was signed before it (ICH E6(R3) 4.2.5).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from ordi_crf.core.records import Record, RecordKey, Row


def canonical(record: Record) -> str:
    """Return the content of a form: keys, version, answers, strokes, voided rows, reasons."""
    key = record.key
    return encoded(
        {
            "siteid": key.subject.siteid,
            "subjid": key.subject.subjid,
            "visit": [key.visit, key.visit_repeat],
            "form": [key.form, key.form_repeat],
            "version": record.version,
            "sections": {
                section: {row.key: _row(row) for row in rows.values()}
                for section, rows in record.sections.items()
                if rows
            },
            "explanations": [
                [*place, reason] for place, reason in sorted(record.explanations.items())
            ],
            "missing": [
                [*place, said.flavour, said.comment]
                for place, said in sorted(record.flavours.items())
            ],
        }
    )


def content_digest(records: Iterable[Record]) -> str:
    """Return the SHA-256 of several forms: a line of canonical content each, in order of key."""
    return digest("\n".join(canonical(r) for r in sorted(records, key=_key)))


def encoded(content: Mapping[str, object]) -> str:
    """Return JSON that is the same wherever it is made."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """Return SHA-256 of a text in UTF-8, as hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _key(record: Record) -> RecordKey:
    return record.key


def _row(row: Row) -> dict[str, object]:
    given = {name: value for name, value in row.values.items() if value is not None}
    return {"values": given, "voided": row.voided}
