"""What is asked: type, wording in both languages, unit, range checks and codelist of each item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from ordi_crf import forms
from ordi_crf.export.odm import oids, rules
from ordi_crf.export.odm.lists import is_integer, score_range
from ordi_crf.export.odm.markup import Markup
from ordi_crf.export.workbook.derived_columns import DERIVED_CODES, unit_code
from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    CodeList,
    Date,
    Derived,
    Form,
    FreeText,
    Item,
    LabResult,
    Limits,
    Number,
    RowCode,
    Rows,
    Section,
    Severity,
    Stroke,
    Text,
)

_SAS = re.compile("[A-Z_][A-Z0-9_]{0,7}")
_WORDS_OF_REFERENCE = (
    (oids.ENTRY, "ENTRY", "text", Text("Entry", "Entrada")),
    (oids.HASH, "HASH", "text", Text("Hash", "Hash")),
    (oids.CONTENT, "CONTENT", "base64Binary", Text("Content", "Contenido")),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What ODM asks of the values of an item."""

    type: str
    length: int | None = None
    places: int | None = None
    codes: CodeList | None = None
    unit: str = ""


def write_items(xml: Markup) -> None:
    """Write every item: those asked, the keys of rows, the figures, and the trail's own."""
    for form in forms.FORMS:
        for section in form.sections:
            if section.rows:
                _write_row_key(xml, section, section.rows)
            for item in section.items:
                _write_item(xml, section, item)
        for derived in form.derived:
            _write_figure(xml, form, derived)
    for oid, name, kind, wording in _WORDS_OF_REFERENCE:
        with xml.inside("ItemDef", OID=oid, Name=name, DataType=kind):
            xml.translated("Question", wording)


def kind_of(item: Item) -> Kind:
    """Return the ODM data type of an item, with what belongs to it."""
    match item:
        case Number() if item.places:
            return Kind("float", places=item.places, unit=item.unit)
        case Number():
            return Kind("integer", unit=item.unit)
        case LabResult():
            # As reported: "<10" is a result too.
            return Kind("text")
        case Choice():
            return _of_codes(item.codes)
        case Date():
            return Kind("partialDate" if item.partial else "date")
        case FreeText():
            return Kind("text", length=item.limit)
        case Stroke() | Attachment():
            return Kind("text")
        case _:
            assert_never(item)


def sas(name: str) -> str | None:
    """Return the name SAS would know it by, None where it is too long for version 5."""
    return name.upper() if _SAS.fullmatch(name.upper()) else None


def _of_codes(codes: CodeList) -> Kind:
    longest = max(len(code.value) for code in codes.codes)
    return Kind("integer" if is_integer(codes) else "text", length=longest, codes=codes)


def _write_item(xml: Markup, section: Section, item: Item) -> None:
    kind = kind_of(item)
    with xml.inside(
        "ItemDef", OID=oids.item(section, item.name), Name=item.name, **_typed(kind),
        SASFieldName=sas(item.name), Origin="CRF",
    ):  # fmt: skip
        if item.hint:
            xml.translated("Description", item.hint)
        xml.translated("Question", item.label)
        for unit in _units(section, item, kind):
            xml.element("MeasurementUnitRef", MeasurementUnitOID=oids.unit(unit))
        rules.write_checks(xml, section, item)
        _write_codes(xml, kind)


def _units(section: Section, item: Item, kind: Kind) -> list[str]:
    """Return the units an answer may have: of a laboratory result, those of any row."""
    if not isinstance(item, LabResult) or section.rows is None:
        return [kind.unit] if kind.unit else []
    rows = (row for row in section.rows.codes if row.unit)
    return sorted({text for row in rows for text in (row.unit, *(u.text for u in row.units))})


def _write_row_key(xml: Markup, section: Section, rows: Rows) -> None:
    kind = _of_codes(CodeList(rows.name, rows.codes))
    oid = oids.item(section, rows.name)
    with xml.inside(
        "ItemDef", OID=oid, Name=rows.name, **_typed(kind), SASFieldName=sas(rows.name),
        Origin="Assigned",
    ):  # fmt: skip
        xml.translated("Question", rows.label)
        _write_codes(xml, kind)


def _write_figure(xml: Markup, form: Form, derived: Derived) -> None:
    codes, scored = DERIVED_CODES.get(derived.name), score_range(derived)
    unit = "" if scored else unit_code(derived)
    if codes is not None:
        kind = _of_codes(codes)
    elif derived.places or unit.startswith("%"):
        kind = Kind("float", unit=unit)
    else:
        kind = Kind("integer", unit=unit)
    oid = oids.figure(form, derived)
    with xml.inside(
        "ItemDef", OID=oid, Name=derived.name, **_typed(kind), SASFieldName=sas(derived.name),
        Origin="Derived",
    ):  # fmt: skip
        xml.translated("Description", derived.method)
        xml.translated("Question", derived.label)
        if unit:
            xml.element("MeasurementUnitRef", MeasurementUnitOID=oids.unit(unit))
        if scored:
            rules.write_limits(xml, Limits(*map(Decimal, scored)), Severity.HARD, "")
        _write_codes(xml, kind)


def _typed(kind: Kind) -> dict[str, str | None]:
    return {
        "DataType": kind.type,
        "Length": None if kind.length is None else str(kind.length),
        "SignificantDigits": None if kind.places is None else str(kind.places),
    }


def _write_codes(xml: Markup, kind: Kind) -> None:
    if kind.codes is not None:
        xml.element("CodeListRef", CodeListOID=oids.codelist(kind.codes.name))


def row_unit(row: RowCode, stated: str | None) -> str:
    """Return the unit of a result: the one stated, else the only one of its row."""
    return stated or ("" if row.units else row.unit)
