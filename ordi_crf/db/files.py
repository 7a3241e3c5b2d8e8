"""Verify the files kept in a study: each is what its SHA-256 says, and each named one is there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress

from ordi_crf import forms
from ordi_crf.core.records import StudyData
from ordi_crf.core.trail import FILE_KEPT
from ordi_crf.core.values import attached
from ordi_crf.db.connection import Connection
from ordi_crf.forms.schema import Attachment, Text

_DIGEST = 64
"""Letters of a SHA-256."""


def verify(connection: Connection, data: StudyData) -> list[Text]:
    """Return what is wrong with the kept files, in sentences; empty when all of them are whole."""
    kept = dict(connection.execute("SELECT digest, content FROM attachment"))
    problems = [
        Text(
            "The kept file {digest}… was changed.", "El archivo guardado {digest}… fue modificado."
        ).format(digest=digest[:12])
        for digest, content in kept.items()
        if hashlib.sha256(content).hexdigest() != digest
    ]
    problems += [
        Text(
            "The file {name} of subject {subject} is no longer in the study.",
            "El archivo {name} del paciente {subject} ya no está en el estudio.",
        ).format(name=name, subject=subject)
        for subject, digest, name in _named(data)
        if digest not in kept
    ]
    return problems + list(_untold(kept, data))


def _untold(kept: Iterable[str], data: StudyData) -> Iterator[Text]:
    """Yield the files that were kept behind the trail's back, and those that went."""
    told = {e.new for e in data.audit if e.new and (e.action, e.item) == ("event", FILE_KEPT)}
    # Kept before the trail told of files: the items that name them are told.
    named = {entry.new[:_DIGEST] for entry in data.audit if entry.new}
    for digest in sorted(set(kept) - told - named):
        yield Text(
            "The audit trail tells nothing of the kept file {digest}….",
            "El registro de auditoría no menciona el archivo guardado {digest}….",
        ).format(digest=digest[:12])
    for digest in sorted(told - set(kept)):
        yield Text(
            "The kept file {digest}… is no longer in the study.",
            "El archivo guardado {digest}… ya no está en el estudio.",
        ).format(digest=digest[:12])


def _named(data: StudyData) -> Iterator[tuple[str, str, str]]:
    """Yield subject, digest and name of every file that a record names, voided ones included."""
    for key, record in data.records.items():
        for section in forms.form(key.form).sections:
            names = [item.name for item in section.items if isinstance(item, Attachment)]
            for row in record.sections.get(section.name, {}).values() if names else ():
                for value in filter(None, (row.values[name] for name in names)):
                    # Of a value that names no file the trail says what it was.
                    with suppress(ValueError):
                        yield (str(key.subject), *attached(value))
