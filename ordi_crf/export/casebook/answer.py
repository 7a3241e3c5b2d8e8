"""An answer as it is printed: decoded, with its code and unit muted; blank stays blank."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import assert_never

from ordi_crf import forms
from ordi_crf.core import strokes
from ordi_crf.core.clasi import SEVERITY
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.derived import Figure
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import Record, Row
from ordi_crf.core.surface import shown
from ordi_crf.core.units import standard
from ordi_crf.core.values import attached, display
from ordi_crf.export.casebook.annotation import of_cell, of_item
from ordi_crf.export.casebook.type import BODY, MUTED, Cell, Mark, Run
from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    Date,
    Form,
    FreeText,
    Item,
    LabResult,
    Language,
    Number,
    Section,
    Stroke,
    Text,
)

NOTHING: Cell = (Run(" "),)
"""Nothing stands here, and nothing is missing either."""

_LINE = Run("\n", MUTED)
_NOT_ASKED = Text("not asked", "no procede")
_OF_VISIT = Text("date of the visit", "fecha de la visita")
_DATE_FORM = "____ - __ - __"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form to be printed: filled from a record, or blank to be filled by hand."""

    record: Record
    language: Language
    delivery: Delivery | None = None
    """None for a blank form."""
    annotated: bool = False
    """Whether the variable of each item is printed beside it."""

    @property
    def blank(self) -> bool:
        """Whether the form is printed to be filled by hand."""
        return self.delivery is None

    def say(self, text: Text) -> str:
        """Return wording in the language of the sheet."""
        return text.in_(self.language)

    def rows(self, section: Section) -> list[Row]:
        """Return the rows of a repeating section in order of entry, voided ones included."""
        return list(self.record.sections.get(section.name, {}).values())


def label(sheet: Sheet, section: Section, item: Item) -> Cell:
    """Return the label of an item, with its hint where the form is filled by hand."""
    words = Run(sheet.say(item.label), BODY)
    if not sheet.blank:
        return (words,)
    hint = () if item.hint is None else (Run(f"\n{sheet.say(item.hint)}", MUTED),)
    return (words, *hint, *below(sheet, lambda form: of_item(form, section, item)))


def below(sheet: Sheet, annotation: Callable[[Form], Cell]) -> Cell:
    """Return an annotation as a line of its own; nothing on a form without annotations."""
    boxes = annotation(forms.form(sheet.record.key.form)) if sheet.annotated else ()
    return (_LINE, *boxes) if boxes else ()


def answer(sheet: Sheet, section: Section, row: Row, item: Item) -> Cell:
    """Return an answer's runs; none where it is blank."""
    value = row.values.get(item.name)
    language = sheet.language
    if row.key in item.not_in_rows:
        return (Run("–", MUTED),)
    if value is None:
        if sheet.blank:
            runs = _to_fill_in(sheet, item, section, row)
            return [*runs, *below(sheet, lambda form: of_cell(form, section, item, row.key))]
        asked = section.asked(item, row.key, row.values)
        absent = sheet.record.missing(section.name, row.key, item.name)
        if asked and absent is not None:
            return _absent(absent, language)
        if asked:
            return (Run(_OF_VISIT.in_(language), MUTED),) if _of_visit(section, item) else ()
        return (Run(_NOT_ASKED.in_(language), MUTED),)
    words = display(item, value, language)
    match item:
        case Choice():
            # Spaces belong to the words before them: a line that breaks here starts at its edge.
            return (
                (Run(words, BODY),)
                if words == value
                else (Run(f"{words}  ", BODY), Run(value, MUTED))
            )
        case Number():
            return with_unit(words, item.unit)
        case LabResult():
            return _result(words, section, row, item)
        case Date() | FreeText():
            return (Run(words, BODY),)
        case Attachment():
            return (Run(f"{words}  ", BODY), Run(f"SHA-256 {attached(value)[0][:16]}…", MUTED))
        case Stroke():
            return (Run(stroke(value, language), BODY),)
        case _:
            assert_never(item)


def _of_visit(section: Section, item: Item) -> bool:
    """Return whether an item is the date of its form, given only where it is not the visit's."""
    return item.name == f"{section.domain}DAT" and not item.required and item.asked_when is None


def _absent(absent: Missing, language: Language) -> Cell:
    """Return why there is no answer, with what was said about it."""
    words = absent.text.in_(language)
    return (Run(f"{words}: {absent.comment}" if absent.comment else words, MUTED),)


def items(section: Section) -> list[Item]:
    """Return the items that are printed in a place of their own: a unit stands with its result."""
    return [item for item in section.items if item.name not in section.units]


def _result(words: str, section: Section, row: Row, item: LabResult) -> Cell:
    """Return a result with the unit it was reported in, and what it is in the standard unit."""
    assert section.rows is not None
    test, stated = section.rows.row(row.key), row.values.get(item.unit_item)
    if stated is None or stated == test.unit:
        return with_unit(words, stated or ("" if test.units else test.unit))
    converted = standard(test, words, stated)
    cell = with_unit(words, stated)
    return cell if converted is None else (*cell, Run(f"  {converted.shown}", MUTED))


def with_unit(words: str, unit: str) -> Cell:
    """Return words with their unit muted."""
    return (Run(f"{words} ", BODY), Run(unit, MUTED)) if unit else (Run(words, BODY),)


def _to_fill_in(sheet: Sheet, item: Item, section: Section, row: Row) -> Iterator[Run]:
    match item:
        case Choice():
            for code in item.codes.codes:
                word = sheet.say(code.text)
                label = f"{code.value} {word}" if item.codes.integer else word
                # A non-breaking space keeps an option on one line where it fits.
                label = label.replace(" ", "\N{NO-BREAK SPACE}")
                if sheet.annotated and not item.codes.integer:
                    label += f'\N{NO-BREAK SPACE}"{code.value}"'
                yield Run(f"{label}   ", BODY, Mark.BOX)
        case Date():
            yield Run(_DATE_FORM, MUTED)
        case Number():
            yield Run(f"_________ {item.unit}", MUTED)
        case LabResult():
            assert section.rows is not None
            test = section.rows.row(row.key)
            yield Run("_________ ", MUTED)
            if not test.units:
                yield Run(test.unit, MUTED)
            for unit in test.units:
                yield Run(unit.text.replace(" ", "\N{NO-BREAK SPACE}") + "  ", BODY, Mark.BOX)
        case FreeText():
            # One line is ruled by the table, more of them are drawn here.
            yield from [Run(f"{'_' * 60}\n", MUTED)] * (item.lines if item.lines > 1 else 0)
        case Stroke() | Attachment():
            return
        case _:
            assert_never(item)


def figure(value: Figure) -> str:
    """Return a derived value as digits or words; empty where it could not be derived."""
    match value:
        case None:
            return ""
        case Fraction():
            return shown(value)
        case int() | str():
            return str(value)
        case _:
            assert_never(value)


def severity(value: Figure, language: Language) -> str:
    """Return the wording of a severity code, empty where there is none."""
    return SEVERITY.text(str(value)).in_(language) if value is not None else ""


def stroke(value: str, language: Language) -> str:
    """Return what a stroke is, with the length and digest of its text in place of the text."""
    try:
        op = strokes.decode(value)
    except ValueError:
        words = Text("unreadable stroke", "trazo ilegible")
    else:
        words = _stroke_words(op)
    digest = sha256(value.encode()).hexdigest()
    return Text(
        "{words} ({n} characters, SHA-256 {digest})", "{words} ({n} caracteres, SHA-256 {digest})"
    ).format(words=words.in_(language), n=len(value), digest=digest[:12]).in_(language)  # fmt: skip


def _stroke_words(op: strokes.Op) -> Text:
    match op:
        case strokes.Fill(region, level):
            return Text("fill of {region}, level {level}", "relleno de {region}, nivel {level}")\
                .format(region=region, level=level)  # fmt: skip
        case strokes.Stroke(radius, level, points):
            return Text(
                "stroke of {n} points, radius {radius} cells, level {level}",
                "trazo de {n} puntos, radio {radius} celdas, nivel {level}",
            ).format(n=len(points), radius=str(Decimal(radius) / 8), level=level)
