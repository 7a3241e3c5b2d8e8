"""Why there is no answer: one row for each item, row, section or list that is said to be missing.

A sheet says it where it was said; what is said of a section holds for each of its items that is
blank, as the codebook tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ordi_crf import forms
from ordi_crf.core.missing import FLAVOURS
from ordi_crf.export.workbook.keys import STATE, SUBJECT, VISIT, state
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, Variable, assigned, decoded
from ordi_crf.export.workbook.source import Source, visit_of
from ordi_crf.forms.schema import Text


def missing_sheet() -> Sheet:
    """Return the sheet of null flavours."""
    keys = (*SUBJECT, *VISIT, assigned("FORM", "Form", "Formulario"))
    flavour = replace(
        assigned(FLAVOURS.name, "Null flavour", "Motivo de ausencia", Type.CODE), codes=FLAVOURS
    )
    variables: tuple[Variable, ...] = (
        *keys, *STATE,
        assigned("SECTION", "Section of the form", "Sección del formulario"),
        assigned("ROW", "Row, blank for the whole section", "Fila; en blanco, toda la sección"),
        assigned("ITEM", "Item, blank for the whole row", "Ítem; en blanco, toda la fila"),
        flavour, decoded(flavour),
        assigned("COMMENT", "Comment", "Comentario"),
    )  # fmt: skip
    title = Text("Why there is no answer", "Por qué no hay respuesta")
    return Sheet("MISSING", title, variables, len(keys), _lines)


def _lines(source: Source) -> Iterator[Line]:
    for form in forms.FORMS:
        for record in source.records(form.oid):
            place = (*source.place(visit_of(record.key)), form.oid, *state(record))
            for (section, row, item), said in sorted(record.flavours.items()):
                words = said.text.in_(source.language)
                yield (
                    *place, section, row or None, item or None, said.flavour, words,
                    said.comment or None,
                )  # fmt: skip
