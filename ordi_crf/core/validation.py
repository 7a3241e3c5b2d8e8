"""Turn a form's answers into findings. Pure: no Qt, no file, and today is an argument.

A finding has a stable id, says where it is, what is wrong and what to do. HARD keeps the form from
being completed; SOFT may be kept with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from ordi_crf.core import values as v
from ordi_crf.core.phrases import filled, localized
from ordi_crf.core.records import Record, blank
from ordi_crf.core.units import Quantity, standard, stated, with_unit
from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    Date,
    Form,
    FreeText,
    Item,
    LabResult,
    Limits,
    Number,
    Section,
    Severity,
    Stroke,
    Text,
    Values,
)

REQUIRED = ".REQUIRED"
DUE = ".DUE"
"""Ends the id of a finding that a visit's schedule asks for an answer."""

_UNIT = Text("State the unit of this result.", "Indique la unidad de este resultado.")
_NOT_ITS_UNIT = Text("{unit} is no unit of this test.", "{unit} no es una unidad de esta prueba.")

Unaccepted = Mapping[tuple[str, str, str], str]
"""Typed text that could not be read, by section, row and item: kept, shown, and never a value."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, how wrong, and where."""

    oid: str
    severity: Severity
    message: Text
    section: str = ""
    row: str = ""
    item: str = ""

    @property
    def place(self) -> tuple[str, str, str]:
        """Return what an explanation of the finding is kept under."""
        return self.section, self.row, self.oid

    @property
    def missing(self) -> bool:
        """Return whether the finding only says that an answer is still due."""
        return self.oid.endswith((REQUIRED, DUE))


def check(
    form: Form, record: Record, today: str, unaccepted: Unaccepted | None = None
) -> list[Finding]:
    """Return every finding of a form, in the order the items are asked."""
    findings: list[Finding] = []
    for section in form.sections:
        for row, values in _asked_rows(section, record):
            found = _check_row(section, row, values, today)
            findings += (f for f in found if not _said(record, f))
        live = [row.values for row in record.live(section.name)]
        findings += (
            Finding(rule.oid, rule.severity, rule.message, section.name)
            for rule in section.across
            if not rule.ok(live)
        )
    return _with_unaccepted(form, findings, unaccepted or {})


def open_findings(findings: list[Finding], record: Record) -> list[Finding]:
    """Return the findings that still need someone: hard ones, and soft ones without a reason."""
    return [
        f for f in findings if f.severity is Severity.HARD or f.place not in record.explanations
    ]


def _said(record: Record, finding: Finding) -> bool:
    """Return whether somebody said why the item of a finding is blank: nothing is left to ask."""
    if not finding.item:
        return False
    return record.missing(finding.section, finding.row, finding.item) is not None


def _asked_rows(section: Section, record: Record) -> Iterator[tuple[str, Values]]:
    if section.repeating:
        yield from ((row.key, row.values) for row in record.live(section.name))
    elif section.rows:
        yield from ((code.value, record.values(section, code.value)) for code in section.rows.codes)
    else:
        yield "", record.values(section)


def _check_row(section: Section, row: str, values: Values, today: str) -> Iterator[Finding]:
    values = {**blank(section), **values}
    for item in section.items:
        value = values[item.name]
        asked = section.asked(item, row, values)
        for name, severity, message in _check_item(section, item, row, value, asked, today):
            yield Finding(f"{item.name}{name}", severity, message, section.name, row, item.name)
        if isinstance(item, LabResult) and value is not None:
            yield from _check_result(section, item, row, values)
    for rule in section.rules:
        if not rule.ok(values):
            yield Finding(rule.oid, rule.severity, rule.message, section.name, row, rule.item)


def _check_item(
    section: Section, item: Item, row: str, value: str | None, asked: bool, today: str
) -> Iterator[tuple[str, Severity, Text]]:
    if value is None:
        if item.required and asked:
            yield REQUIRED, Severity.HARD, Text("An answer is needed.", "Falta la respuesta.")
        return
    if not asked:
        yield ".NOTASKED", Severity.HARD, Text(
            "This item is not asked here: clear it.", "Este ítem no procede aquí: bórrelo."
        )  # fmt: skip
    match item:
        case Number():
            said = f"{value} {item.unit}".rstrip()
            yield from _outside(v.number(value), said, item.possible, item.expected)
        case LabResult():
            pass
        case Date():
            if not item.future and value > today[: len(value)]:
                yield ".FUTURE", Severity.HARD, Text(
                    "This date lies in the future.", "Esta fecha está en el futuro."
                )  # fmt: skip
        case Choice():
            if value not in item.codes:
                yield ".CODE", Severity.HARD, Text("Not in the list.", "No está en la lista.")
        case FreeText() | Stroke() | Attachment():
            pass
        case _:
            assert_never(item)


def _check_result(section: Section, item: LabResult, row: str, values: Values) -> Iterator[Finding]:
    """Judge a laboratory result in the unit of its row's limits, once its own unit is stated."""
    assert section.rows is not None
    test, reported = section.rows.row(row), values[item.name]
    unit = values[item.unit_item] if item.unit_item else None
    if test.units and (unit is None or stated(test, unit) is None):
        yield Finding(
            f"{section.domain}.UNIT" if unit is None else f"{section.domain}.UNITROW",
            Severity.HARD,
            _UNIT if unit is None else _NOT_ITS_UNIT.format(unit=unit),
            section.name, row, item.unit_item,
        )  # fmt: skip
        return
    quantity = standard(test, reported, unit)
    if quantity is not None:
        said = _said_in_both(with_unit(reported or "", unit or test.unit), unit, quantity)
        for name, severity, message in _outside(quantity.value, said, test.possible, test.expected):
            yield Finding(f"{item.name}{name}", severity, message, section.name, row, item.name)


def _said_in_both(reported: str, unit: str | None, quantity: Quantity) -> str:
    """Return a result as reported, and converted where that makes it another number."""
    converted = unit not in (None, quantity.unit)
    return f"{reported} ({quantity.shown})" if converted else reported


def _outside(
    number: Decimal | None, said: str, possible: Limits, expected: Limits
) -> Iterator[tuple[str, Severity, Text]]:
    if number is None or (number in expected and number in possible):
        return
    hard = number not in possible
    wording = (
        Text(
            "{said} is not possible ({limits}): check the value and its unit.",
            "{said} no es posible ({limits}): compruebe el valor y su unidad.",
        )
        if hard
        else Text(
            "{said} is unusual (expected {limits}): correct it or say why.",
            "{said} es inusual (esperado {limits}): corríjalo o explique por qué.",
        )
    )
    limits = str(possible if hard else expected)
    yield (
        ".POSSIBLE" if hard else ".EXPECTED",
        Severity.HARD if hard else Severity.SOFT,
        filled(wording, said=localized(said), limits=localized(limits)),
    )


def _with_unaccepted(form: Form, findings: list[Finding], typed: Unaccepted) -> list[Finding]:
    """Let what could not be read take the place of "an answer is needed" at its item."""
    unread: list[Finding] = []
    for (section, row, name), text in typed.items():
        try:
            v.parse(form.section(section).item(name), text)
        except v.Unreadable as error:
            message = Text(f"“{text}”: {error.message.en}", f"«{text}»: {error.message.es}")
            oid = f"{name}.UNREADABLE"
            unread.append(Finding(oid, Severity.HARD, message, section, row, name))
    places = {(f.section, f.row, f.item) for f in unread}
    kept = [f for f in findings if not (f.missing and (f.section, f.row, f.item) in places)]
    return [*unread, *kept]
