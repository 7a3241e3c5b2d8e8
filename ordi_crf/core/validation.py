"""Turn a form's answers into findings. Pure: no Qt, no file, and today is an argument.

A finding has a stable id, says where it is, what is wrong and what to do. HARD keeps the form from
being completed; SOFT may be kept with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from ordi_crf.core import values as v
from ordi_crf.core.records import Record, blank
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
        return self.oid.endswith(REQUIRED)


def check(
    form: Form, record: Record, today: str, unaccepted: Unaccepted | None = None
) -> list[Finding]:
    """Return every finding of a form, in the order the items are asked."""
    findings: list[Finding] = []
    for section in form.sections:
        for row, values in _asked_rows(section, record):
            found = _check_row(section, row, values, today)
            findings += (f for f in found if not (f.missing and _said(record, f)))
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
    """Return whether somebody said why the item of a finding is blank."""
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
            yield from _outside(value, item.unit, item.possible, item.expected)
        case LabResult():
            assert section.rows is not None
            test = section.rows.row(row)
            yield from _outside(value, test.unit, test.possible, test.expected)
        case Date():
            if value > today[: len(value)]:
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


def _outside(
    value: str, unit: str, possible: Limits, expected: Limits
) -> Iterator[tuple[str, Severity, Text]]:
    number = v.number(value)
    if number is None or (number in expected and number in possible):
        return
    hard = number not in possible
    wording = (
        Text(
            "{value} {unit} is not possible ({limits}): check the value and its unit.",
            "{value} {unit} no es posible ({limits}): compruebe el valor y su unidad.",
        )
        if hard
        else Text(
            "{value} {unit} is unusual (expected {limits}): correct it or say why.",
            "{value} {unit} es inusual (esperado {limits}): corríjalo o explique por qué.",
        )
    )
    limits = str(possible if hard else expected)
    yield (
        ".POSSIBLE" if hard else ".EXPECTED",
        Severity.HARD if hard else Severity.SOFT,
        wording.format(value=value, unit=unit, limits=limits),
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
