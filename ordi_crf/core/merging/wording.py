"""A place of the trail and what is said of it, in the words of the forms."""

from __future__ import annotations

from ordi_crf import forms
from ordi_crf.core import place_words, values
from ordi_crf.core.merging.conflicts import DRAWING, SUBJECT, Head
from ordi_crf.core.merging.union import Where
from ordi_crf.core.missing import FLAVOURS
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.forms.schema import Item, Language, Stroke, Text

_FLAVOUR, _COMMENT, _VOIDED = ".NULLFLAVOR", ".NULLCOMMENT", "VOIDED"
_STATES = {
    "DRAFT": Text("draft", "borrador"),
    "COMPLETE": Text("complete", "completo"),
    "VERIFIED": Text("verified", "verificado"),
    "SIGNED": Text("signed", "firmado"),
    "LOCKED": Text("locked", "bloqueado"),
}


def item_of(where: Where) -> Item | None:
    """Return the item that a place is an answer to, None where it is something else."""
    *_, form, _, section, _, name = where
    sections = {s.name: s for s in forms.form(form).sections} if form else {}
    known = sections.get(section)
    return next((i for i in known.items if i.name == name), None) if known else None


def visit_words(where: Where, language: Language) -> str:
    """Return the name of the visit, blank where the place has none."""
    siteid, subjid, visit, visit_repeat, form, form_repeat, *_ = where
    if not visit:
        return ""
    key = RecordKey(SubjectKey(siteid, subjid), visit, form, visit_repeat, form_repeat)
    return place_words.visit(key, language)


def form_words(where: Where, language: Language) -> str:
    """Return the title of the form, blank where the place has none."""
    return forms.form(where[4]).title.in_(language) if where[4] else ""


def item_words(where: Where, language: Language) -> str:
    """Return row and question, or what else the place is about."""
    *_, form, _, section, row, name = where
    if section == SUBJECT:
        return _ENROLLED.in_(language)
    if section == "record":
        return _STATE.in_(language)
    sections = {s.name for s in forms.form(form).sections} if form else set[str]()
    if section not in sections:
        return " ".join(filter(None, (section, row, name)))
    about, _, _ = name.partition(".")
    known = item_of((*where[:8], about))
    words = place_words.where(form, (section, row, about if known else ""), language)
    for ending, said in _SAID.items():
        if name.endswith(ending):
            return said.in_(language).format(what=words)
    return words if known or not name else f"{words}, {name}"


def value_words(where: Where, value: str | None, language: Language) -> str:
    """Return a value as a person reads it."""
    name = where[8]
    if value is None:
        return _BLANK.in_(language)
    item = item_of(where)
    if isinstance(item, Stroke):
        return _A_STROKE.in_(language)
    if item is not None:
        unit = getattr(item, "unit", "")
        return f"{values.display(item, value, language)} {unit}".rstrip()
    if name.endswith(_FLAVOUR):
        known = any(code.value == value for code in FLAVOURS.codes)
        return FLAVOURS.text(value).in_(language) if known else value
    if name == _VOIDED:
        return (_YES if value == "1" else _NO).in_(language)
    if where[6] == "record" and value in _STATES:
        return _STATES[value].in_(language)
    return value


def head_words(where: Where, head: Head, language: Language) -> str:
    """Return what a head says; a drawing is named by who ended it, as no stroke says it all."""
    if where[8] == DRAWING:
        return _DRAWN.format(who=head.actor, at=head.at[:16].replace("T", " ")).in_(language)
    if where[6] == SUBJECT:
        return _BY.format(who=head.actor, at=head.at[:16].replace("T", " ")).in_(language)
    return value_words(where, head.value, language)


_BLANK = Text("(blank)", "(en blanco)")
_A_STROKE = Text("a stroke", "un trazo")
_YES, _NO = Text("void", "anulado"), Text("not void", "no anulado")
_STATE = Text("State of the form", "Estado del formulario")
_ENROLLED = Text(
    "Subject enrolled twice under one number: take one where it is the same person",
    "Paciente incluido dos veces con un mismo número: elija uno si es la misma persona",
)
_DRAWN = Text("the drawing as {who} left it on {at}", "el dibujo tal como lo dejó {who} el {at}")
_BY = Text("enrolled by {who} on {at}", "incluido por {who} el {at}")
_SAID = {
    DRAWING: Text("Drawing: {what}", "Dibujo: {what}"),
    _FLAVOUR: Text("Missing: {what}", "Ausente: {what}"),
    _COMMENT: Text("Missing, comment: {what}", "Ausente, comentario: {what}"),
    _VOIDED: Text("Record void: {what}", "Registro anulado: {what}"),
}
"""How the name of a place ends that says something of another place, and what it says."""
