"""A data point in words: where it is, and what stands there, for queries, exports and the trail."""

from __future__ import annotations

from ordi_crf import forms, study
from ordi_crf.core import values
from ordi_crf.core.missing import Place
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.forms.schema import Language, Section, Stroke, Text

_WHOLE = Text("The whole form", "Todo el formulario")
_STROKES = Text("{n} strokes", "{n} trazos")
_BLANK = Text("(blank)", "(en blanco)")


def where(form: str, place: Place, language: Language) -> str:
    """Return a data point by its row and question; the section, or the form, where it is wider."""
    section, row, item = place
    if not section:
        return _WHOLE.in_(language)
    known = forms.form(form).section(section)
    words = (known.item(item).label if item else known.title).in_(language)
    if known.rows is not None and row:
        return f"{known.rows.row(row).text.in_(language)}, {words}"
    return f"{row}: {words}" if row else words


def visit(key: RecordKey, language: Language) -> str:
    """Return the name of a form's visit; one that can be held more than once has its number."""
    words = study.event(key.visit).label.in_(language)
    several = key.visit == study.UNSCHEDULED or key.visit_repeat > 1
    return f"{words} {key.visit_repeat}" if several else words


def value(record: Record, place: Place, language: Language) -> str:
    """Return what stands at a data point as a person reads it; nothing for a whole form."""
    section, row, item = place
    if not section:
        return ""
    known = forms.form(record.key.form).section(section)
    if not item:
        return _several(record, known, language)
    said = record.missing(section, row, item)
    if said is not None:
        return f"{said.text.in_(language)}: {said.comment}".rstrip(": ")
    stored = record.values(known, row).get(item)
    if stored is None:
        return _BLANK.in_(language)
    unit = getattr(known.item(item), "unit", "")
    return f"{values.display(known.item(item), stored, language)} {unit}".rstrip()


def _several(record: Record, section: Section, language: Language) -> str:
    drawn = any(isinstance(item, Stroke) for item in section.items)
    count = sum(1 for _ in record.live(section.name))
    return _STROKES.format(n=count).in_(language) if drawn else str(count)
