"""Queries and source verification as sheets: every message, and every data point that was verified.

A query about a whole form has no QRSECT; a data point that is a whole section has no VRITEM.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ordi_crf.core import place_words
from ordi_crf.core.query import Act, QueryState
from ordi_crf.core.verification import holds
from ordi_crf.export.workbook.cells import parts, yes
from ordi_crf.export.workbook.keys import SUBJECT, VISIT
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, Variable, assigned, decoded
from ordi_crf.export.workbook.source import Source, visit_of
from ordi_crf.forms.schema import Code, CodeList, Text

_STATES = CodeList(
    "QRSTAT",
    (
        Code(QueryState.OPEN.value, Text("Waits for an answer", "Espera respuesta")),
        Code(QueryState.ANSWERED.value, Text("Waits to be closed", "Espera cierre")),
        Code(QueryState.CLOSED.value, Text("Closed", "Cerrada")),
    ),
)
_ACTS = CodeList(
    "QRACT",
    (
        Code(Act.RAISED.value, Text("Raised", "Planteada")),
        Code(Act.ANSWERED.value, Text("Answered", "Respondida")),
        Code(Act.CLOSED.value, Text("Closed", "Cerrada")),
        Code(Act.REOPENED.value, Text("Asked again", "Replanteada")),
        Code(Act.RESOLVED.value, Text("The finding is gone", "El hallazgo ya no existe")),
    ),
)


def queries_sheet() -> Sheet:
    """Return the sheet of queries, one row a message."""
    number = assigned("QRSEQ", "Number of the query", "Número de la consulta", Type.INTEGER)
    message = assigned("QRMSG", "Message of the query", "Mensaje de la consulta", Type.INTEGER)
    keys = (*SUBJECT, *VISIT, *_form(), number, message)
    act, state = _coded("QRACT", "What it did", "Qué hizo", _ACTS), _state()
    variables: tuple[Variable, ...] = (
        *keys,
        assigned("QRSECT", "Section", "Sección"),
        assigned("QRROW", "Row", "Fila"),
        assigned("QRITEM", "Item", "Ítem"),
        assigned("QRWHERE", "Data point in words", "Dato en palabras"),
        assigned("QRFIND", "Check that asks, blank for a person", "Comprobación que pregunta"),
        act,
        decoded(act),
        assigned("QRNAME", "Who", "Quién"),
        assigned("QRROLE", "Role", "Función"),
        assigned("QRDTC", "When, UTC", "Cuándo, UTC"),
        assigned("QRTEXT", "Words", "Texto"),
        state,
        decoded(state),
    )
    return Sheet("QUERIES", Text("Queries", "Consultas"), variables, len(keys), _messages)


def verification_sheet() -> Sheet:
    """Return the sheet of source verification, one row a data point that was verified."""
    sequence = assigned("VRSEQ", "Number in the form", "Número en el formulario", Type.INTEGER)
    keys = (*SUBJECT, *VISIT, *_form(), sequence)
    variables: tuple[Variable, ...] = (
        *keys,
        assigned("VRSECT", "Section", "Sección"),
        assigned("VRROW", "Row", "Fila"),
        assigned("VRITEM", "Item", "Ítem"),
        assigned("VRNAME", "Verified by", "Verificado por"),
        assigned("VRROLE", "Role", "Función"),
        assigned("VRDTC", "When, UTC", "Cuándo, UTC"),
        assigned("VRHOLDS", "As it stands (Y)", "Tal como está (Y)"),
        assigned("VRDIG", "Digest of the value (SHA-256)", "Resumen del valor (SHA-256)"),
    )
    title = Text("Source data verification", "Verificación de datos fuente")
    return Sheet("SDV", title, variables, len(keys), _verified)


def _form() -> tuple[Variable, Variable]:
    repeat = assigned("FORMSEQ", "Repeat of the form", "Repetición del formulario", Type.INTEGER)
    return assigned("FORM", "Form", "Formulario"), repeat


def _coded(name: str, en: str, es: str, codes: CodeList) -> Variable:
    return replace(assigned(name, en, es, Type.CODE), codes=codes)


def _state() -> Variable:
    return _coded("QRSTAT", "State of the query now", "Estado actual de la consulta", _STATES)


def _messages(source: Source) -> Iterator[Line]:
    for key in source.data.records:
        for query in source.data.queries.get(key, ()):
            where = place_words.where(key.form, query.place, source.language)
            about = (query.section, query.row, query.item, where, query.finding)
            state = (query.state.value, _STATES.text(query.state).in_(source.language))
            for n, message in enumerate(query.messages, start=1):
                act = (message.act.value, _ACTS.text(message.act).in_(source.language))
                by = (message.actor, message.role, message.at)
                here = (*source.place(visit_of(key)), key.form, key.form_repeat, query.number, n)
                yield (*here, *about, *act, *by, parts(message.text)[0], *state)


def _verified(source: Source) -> Iterator[Line]:
    for key, record in source.data.records.items():
        known = source.data.verified.get(key, {})
        for n, (place, v) in enumerate(known.items(), start=1):
            here = (*source.place(visit_of(key)), key.form, key.form_repeat, n)
            by = (v.actor, v.role, v.at)
            yield (*here, *place, *by, yes(holds(record, place, known)), v.digest)
