"""Verify the files kept in a study: each is what its SHA-256 says, and each named one is there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from ordi_crf import forms
from ordi_crf.core.records import StudyData
from ordi_crf.core.values import attached
from ordi_crf.db.connection import Connection
from ordi_crf.forms.schema import Attachment, Text


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
            "El archivo {name} del sujeto {subject} ya no está en el estudio.",
        ).format(name=name, subject=subject)
        for subject, digest, name in _named(data)
        if digest not in kept
    ]
    return problems


def _named(data: StudyData) -> Iterator[tuple[str, str, str]]:
    """Yield subject, digest and name of every file that a record names, voided ones included."""
    for key, record in data.records.items():
        for section in forms.form(key.form).sections:
            names = [item.name for item in section.items if isinstance(item, Attachment)]
            for row in record.sections.get(section.name, {}).values() if names else ():
                for value in filter(None, (row.values[name] for name in names)):
                    yield (str(key.subject), *attached(value))
