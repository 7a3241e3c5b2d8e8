"""The whole audit trail and the kept files, as reference data: nothing of the history is left out.

The schema of ODM 1.3.2 has no place for elements of other vendors, and a snapshot none for values
that were changed, so each entry travels as what its hash covers. Signs that XML cannot hold are
escaped in its JSON, which reads the same.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator

from ordi_crf import forms
from ordi_crf.core.delivery import Cancelled, CancelledError, Delivery
from ordi_crf.core.records import AuditEntry, StudyData
from ordi_crf.core.trail import FILE_KEPT
from ordi_crf.core.values import attached
from ordi_crf.export.odm import oids
from ordi_crf.export.odm.markup import Markup
from ordi_crf.forms.schema import Attachment

FIELDS = (
    "at", "actor", "role", "machine", "version", "action", "siteid", "subjid", "visit",
    "visit_repeat", "form", "form_repeat", "section", "row", "item", "old", "new", "reason",
)  # fmt: skip
"""The fields of an entry that its hash covers, in order."""

_IMPOSSIBLE = re.compile("[\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BETWEEN_QUOTES = str.maketrans({"&": "&amp;", "<": "&lt;", "'": "&#39;"})
_OFTEN = 4096
"""Entries after which it is asked whether the export was cancelled."""


def write_reference(xml: Markup, delivery: Delivery, cancelled: Cancelled) -> None:
    """Write the ReferenceData element; CancelledError when the person cancelled."""
    with xml.inside("ReferenceData", StudyOID=oids.STUDY, MetaDataVersionOID=oids.VERSION):
        for entry in delivery.data.audit:
            if entry.id % _OFTEN == 0 and cancelled():
                raise CancelledError
            xml.raw(_entry(entry))
        for digest in sorted(set(kept(delivery.data))):
            content = delivery.files(digest)
            if content is not None:
                _write_file(xml, digest, content)


def told(entry: AuditEntry) -> str:
    """Return what the hash of an entry covers, as JSON that XML can hold."""
    fields = [getattr(entry, name) for name in FIELDS]
    said = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return said if said.isascii() else _IMPOSSIBLE.sub(_escaped, said)


def _entry(entry: AuditEntry) -> str:
    # JSON is full of double quotes: between single ones it stays readable and half as long.
    return (
        f'<ItemGroupData ItemGroupOID="{oids.AUDIT}" ItemGroupRepeatKey="{entry.id}">'
        f"<ItemData ItemOID=\"{oids.ENTRY}\" Value='{told(entry).translate(_BETWEEN_QUOTES)}'/>"
        f'<ItemData ItemOID="{oids.HASH}" Value="{entry.hash}"/></ItemGroupData>'
    )


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"


def kept(data: StudyData) -> Iterator[str]:
    """Yield the digest of every file that was ever kept or named."""
    yield from (e.new for e in data.audit if e.new and (e.action, e.item) == ("event", FILE_KEPT))
    naming = {
        (section.name, item.name)
        for form in forms.FORMS
        for section in form.sections
        for item in section.items
        if isinstance(item, Attachment)
    }
    for entry in data.audit:
        if entry.new is not None and (entry.section, entry.item) in naming:
            yield attached(entry.new)[0]


def _write_file(xml: Markup, digest: str, content: bytes) -> None:
    with xml.inside("ItemGroupData", ItemGroupOID=oids.FILE, ItemGroupRepeatKey=digest):
        xml.element("ItemData", ItemOID=oids.CONTENT, Value=b64encode(content).decode())
