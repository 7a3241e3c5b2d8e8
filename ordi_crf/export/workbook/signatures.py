"""Every electronic signature, what it means, and whether it still holds (21 CFR 11.50(b), 11.70).

SIGDIG is SHA-256 over the JSON of the signature's own fields, a line feed, and the canonical JSON
of the form (`ordi_crf.core.canonical`); SIGHEAD is the audit entry the signature came after.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ordi_crf.core.life import Level
from ordi_crf.core.signature_words import changed
from ordi_crf.core.signing import MEANINGS, Standing
from ordi_crf.export.workbook.keys import SUBJECT, VISIT
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, Variable, assigned, decoded
from ordi_crf.export.workbook.source import Source, visit_of
from ordi_crf.forms.schema import Code, CodeList, Text

_STATES = CodeList(
    "SIGSTAT",
    (
        Code("INTACT", Text("The form says what was signed", "El formulario dice lo firmado")),
        Code("BROKEN", Text("The form was changed later", "El formulario se cambió después")),
        Code("FALSE", Text("It belongs to no content of it", "No corresponde a su contenido")),
    ),
)
_LEVELS = CodeList(
    "SIGLEVEL",
    (
        Code(Level.FORM.value, Text("The form", "El formulario")),
        Code(Level.VISIT.value, Text("With its visit", "Con su visita")),
        Code(Level.SUBJECT.value, Text("With its subject", "Con su paciente")),
        Code(Level.STUDY.value, Text("With the study", "Con el estudio")),
    ),
)


def signatures_sheet() -> Sheet:
    """Return the sheet of signatures, one row each."""
    form = assigned("FORM", "Form", "Formulario")
    repeat = assigned("FORMSEQ", "Repeat of the form", "Repetición del formulario", Type.INTEGER)
    number = assigned("SIGSEQ", "Number of the signature", "Número de la firma", Type.INTEGER)
    keys = (*SUBJECT, *VISIT, form, repeat, number)
    meaning = _coded("SIGMEAN", "Meaning", "Significado", MEANINGS)
    variables: tuple[Variable, ...] = (
        *keys,
        assigned("SIGNAME", "Printed name", "Nombre"),
        assigned("SIGROLE", "Role", "Función"),
        assigned("SIGLOGIN", "Login", "Usuario"),
        meaning,
        decoded(meaning),
        assigned("SIGDTC", "When, UTC", "Cuándo, UTC"),
        _coded("SIGLEVEL", "Signed with", "Firmado con", _LEVELS),
        _coded("SIGSTAT", "State now", "Estado actual", _STATES),
        assigned("SIGBREAK", "Broken by audit entry", "Entrada que la rompe", Type.INTEGER),
        assigned("SIGBRKIT", "What was changed", "Qué se cambió"),
        assigned("SIGDIG", "Digest (SHA-256)", "Resumen (SHA-256)"),
        assigned("SIGHEAD", "Audit head at signing", "Cabecera de auditoría al firmar"),
    )
    title = Text("Electronic signatures", "Firmas electrónicas")
    return Sheet("SIGNATURES", title, variables, len(keys), _lines)


def _coded(name: str, en: str, es: str, codes: CodeList) -> Variable:
    return replace(assigned(name, en, es, Type.CODE), codes=codes)


def _lines(source: Source) -> Iterator[Line]:
    for key in source.data.records:
        for standing in source.delivery.standings(key):
            visit = source.place(visit_of(key))
            yield (*visit, key.form, key.form_repeat, *_told(source, standing))


def _told(source: Source, standing: Standing) -> Line:
    signature, change = standing.signature, standing.broken_by
    state = "FALSE" if standing.false else "INTACT" if standing.intact else "BROKEN"
    broken = (None, None) if change is None else (change.id, changed(change).in_(source.language))
    return (
        signature.id, signature.name, signature.role, signature.login, signature.meaning,
        MEANINGS.text(signature.meaning).in_(source.language), signature.at, signature.level.value,
        state, *broken, signature.digest, signature.head,
    )  # fmt: skip
