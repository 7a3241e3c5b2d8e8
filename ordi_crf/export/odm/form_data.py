"""One form of one visit: its rows and items, its figures, and what is said beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ordi_crf import forms
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.missing import Place, rows_of
from ordi_crf.core.records import AuditEntry, Record
from ordi_crf.export.odm import oids
from ordi_crf.export.odm.items import row_unit
from ordi_crf.export.odm.markup import Markup, value
from ordi_crf.export.odm.notes import BLANK, Note, annotated, in_section, missing_note, notes
from ordi_crf.export.odm.people import People
from ordi_crf.export.odm.signed import signature_element
from ordi_crf.export.workbook.cells import number
from ordi_crf.forms.schema import Form, Item, LabResult, Section, Values

Entries = Mapping[Place, AuditEntry]
"""The last entry of the trail about each place of a form."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of a form beyond its answers."""

    record: Record
    notes: Mapping[Place, list[Note]]
    entries: Entries
    people: People


def write_form_data(
    xml: Markup, delivery: Delivery, people: People, record: Record, entries: Entries
) -> None:
    """Write a form: state and signature, notes, then its sections in order."""
    form = forms.form(record.key.form)
    told = _Told(record, notes(delivery.data, record), entries, people)
    rows = _written_rows(told, form)
    repeat = str(record.key.form_repeat) if record.key.form_repeat > 1 else None
    with xml.inside("FormData", FormOID=oids.form(form.oid), FormRepeatKey=repeat):
        if changed := entries.get(("record", "", "STATUS")):
            xml.raw(people.record(changed))
        standing = [s.signature for s in delivery.standings(record.key) if s.intact]
        if standing:
            xml.raw(signature_element(people, standing[-1]))
        xml.raw(annotated(_wider(told, rows)))
        for (section, row), inside in rows.items():
            group = oids.group(form.section(section))
            with xml.inside("ItemGroupData", ItemGroupOID=group, ItemGroupRepeatKey=row or None):
                for element in inside:
                    xml.raw(element)
        _write_figures(xml, delivery, form, record)


def _wider(told: _Told, rows: Mapping[tuple[str, str], object]) -> Iterator[Note]:
    """Yield the notes on the whole form, and those whose row is not written."""
    for (section, row, _), several in told.notes.items():
        if (section, row) not in rows:
            yield from (in_section(note, section) for note in several)


def _written_rows(told: _Told, form: Form) -> dict[tuple[str, str], list[str]]:
    """Return what is written of each row by section and key: rows that are there or say something.

    A row in which nothing was answered yet is in no audit trail, but a signature covers it.
    """
    found = {}
    for section in form.sections:
        begun = told.record.sections.get(section.name, {})
        for row in _rows(told.record, section):
            inside = list(_row(told, section, row, begun=row in begun))
            if inside or row in begun:
                found[section.name, row] = inside
    return found


def _rows(record: Record, section: Section) -> Iterable[str]:
    """Return the rows of a section in order; those that were taken back are left out."""
    if not section.repeating:
        return rows_of(section)
    return sorted((row.key for row in record.live(section.name)), key=int)


def _row(told: _Told, section: Section, row: str, *, begun: bool) -> Iterator[str]:
    """Yield the notes and items of a row, its key before the items."""
    values = told.record.values(section, row)
    said = list(told.notes.get((section.name, row, ""), ()))
    if begun and not any(values.values()):
        said.append(BLANK)
    if said:
        yield annotated(said)
    written = [_item(told, section, row, item, values) for item in section.items]
    items = [element for element in written if element is not None]
    if section.rows and (items or begun):
        yield f'<ItemData ItemOID="{oids.row_key(section)}" Value="{value(row)}"/>'
    yield from items


def _item(told: _Told, section: Section, row: str, item: Item, values: Values) -> str | None:
    """Return an item with who entered it, its unit and notes; None where there is nothing."""
    place = section.name, row, item.name
    answer, said = values.get(item.name), list(told.notes.get(place, ()))
    if answer is None and section.asked(item, row, values):
        missing = told.record.missing(*place)
        if missing is not None:
            said.insert(0, missing_note(missing))
    if answer is None and not said:
        return None
    told_of = f' Value="{value(answer)}"' if answer is not None else ' IsNull="Yes"'
    begun = f'<ItemData ItemOID="{oids.item(section, item.name)}"{told_of}'
    entry = told.entries.get(place)
    record = told.people.record(entry) if entry is not None else ""
    inside = f"{record}{_unit(section, row, item, values)}{annotated(said)}"
    return f"{begun}>{inside}</ItemData>" if inside else f"{begun}/>"


def _unit(section: Section, row: str, item: Item, values: Values) -> str:
    """Return the unit of a laboratory result; that of a number is its definition's."""
    if not isinstance(item, LabResult) or section.rows is None or values.get(item.name) is None:
        return ""
    unit = row_unit(section.rows.row(row), values.get(item.unit_item))
    return f'<MeasurementUnitRef MeasurementUnitOID="{oids.unit(unit)}"/>' if unit else ""


def _write_figures(xml: Markup, delivery: Delivery, form: Form, record: Record) -> None:
    """Write the computed figures of a form, those that can be computed."""
    computed = delivery.derived(record) if form.derived else {}
    known = [(d, computed.get(d.name)) for d in form.derived if computed.get(d.name) is not None]
    if known:
        with xml.inside("ItemGroupData", ItemGroupOID=oids.figures(form)):
            for derived, figure in known:
                told = figure if isinstance(figure, str) else str(number(figure))
                oid = oids.figure(form, derived)
                xml.raw(f'<ItemData ItemOID="{oid}" Value="{value(told)}"/>')
