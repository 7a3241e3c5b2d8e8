"""The chain of the audit trail: the fields of an entry that its hash covers, and the hash."""

from __future__ import annotations

import hashlib
import json

AUDIT_FIELDS = (
    "at", "actor", "role", "machine", "version", "action", "siteid", "subjid", "visit",
    "visit_repeat", "form", "form_repeat", "section", "row", "item", "old", "new", "reason",
)  # fmt: skip
"""The columns of the audit trail that its hash covers, in order."""


def chain_hash(previous: str | None, *fields: str | int | None) -> str:
    """Return SHA-256 over the previous hash and the canonical JSON of an audit entry."""
    body = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{previous or ''}\n{body}".encode()).hexdigest()
