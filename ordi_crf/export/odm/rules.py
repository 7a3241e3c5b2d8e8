"""Range checks soft and hard, conditions on which an item is not asked, methods of figures.

What a rule across items computes is code, so it is named by its id and its wording; whoever lacks
this program reads what it asks. Conditions and limits are written out.
"""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf import forms
from ordi_crf.export.odm import oids
from ordi_crf.export.odm.markup import Markup
from ordi_crf.forms.schema import (
    AcrossRule,
    Item,
    LabResult,
    Limits,
    Number,
    RowCode,
    Rule,
    Section,
    Severity,
    Text,
)

RULE, EXPRESSION = "ORDI CRF rule", "ORDI CRF"
"""What a formal expression is written in: the id of a rule, or a plain comparison."""

_NOT_ASKED = Text("Not asked when {what}.", "No se pregunta si {what}.")


def write_checks(xml: Markup, section: Section, item: Item) -> None:
    """Write what is checked of an item: its limits, and the rules shown beside it."""
    match item:
        case Number():
            write_limits(xml, item.possible, Severity.HARD, item.unit)
            write_limits(xml, item.expected, Severity.SOFT, item.unit)
        case LabResult() if section.rows is not None:
            for row in section.rows.codes:
                _write_row_limits(xml, section, item, row)
        case _:
            pass
    for rule in _shown_beside(section, item):
        with xml.inside("RangeCheck", SoftHard=rule.severity.value):
            xml.element("FormalExpression", rule.oid, Context=RULE)
            xml.translated("ErrorMessage", rule.message)


def write_conditions(xml: Markup) -> None:
    """Write on which condition each item is not collected."""
    for form in forms.FORMS:
        for section in form.sections:
            for item in section.items:
                oid = oids.condition(section, item)
                if oid is None:
                    continue
                expression = " OR ".join(_exceptions(section, item))
                with xml.inside("ConditionDef", OID=oid, Name=f"{item.name} is not asked"):
                    xml.translated("Description", _NOT_ASKED.format(what=expression))
                    xml.element("FormalExpression", expression, Context=EXPRESSION)


def write_methods(xml: Markup) -> None:
    """Write how each figure is computed, and by which version of the rule (T33)."""
    for form in forms.FORMS:
        for derived in form.derived:
            name = f"{derived.name}, {derived.version}"
            oid = oids.method(form, derived)
            with xml.inside("MethodDef", OID=oid, Name=name, Type="Computation"):
                xml.translated("Description", derived.method)
                xml.element("Alias", Context="Version of the rule", Name=derived.version)


def _shown_beside(section: Section, item: Item) -> Iterator[Rule | AcrossRule]:
    """Yield the rules of an item; the first one has also those that belong to no other."""
    yield from (rule for rule in section.rules if rule.item == item.name)
    if item is section.items[0]:
        yield from (rule for rule in section.rules if not rule.item)
        yield from section.across


def write_limits(xml: Markup, limits: Limits, severity: Severity, unit: str) -> None:
    """Write the ends of an interval, each as a check of its own."""
    for comparator, limit in (("GE", limits.lo), ("LE", limits.hi)):
        if limit is not None:
            with xml.inside("RangeCheck", Comparator=comparator, SoftHard=severity.value):
                xml.element("CheckValue", str(limit))
                if unit:
                    xml.element("MeasurementUnitRef", MeasurementUnitOID=oids.unit(unit))


def _write_row_limits(xml: Markup, section: Section, item: Item, row: RowCode) -> None:
    key = oids.row_key(section)
    name = oids.item(section, item.name)
    for limits, severity in ((row.possible, Severity.HARD), (row.expected, Severity.SOFT)):
        bounds = [f"{name} {sign} {limit}" for sign, limit in
                  ((">=", limits.lo), ("<=", limits.hi)) if limit is not None]  # fmt: skip
        if bounds:
            expression = f'{key} != "{row.value}" OR ({" AND ".join(bounds)})'
            with xml.inside("RangeCheck", SoftHard=severity.value):
                xml.element("FormalExpression", expression, Context=EXPRESSION)
                if row.unit:
                    xml.element("MeasurementUnitRef", MeasurementUnitOID=oids.unit(row.unit))


def _exceptions(section: Section, item: Item) -> Iterator[str]:
    """Yield the comparisons any of which keeps an item from being asked."""
    if item.asked_when is not None:
        asked = oids.item(section, item.asked_when.item)
        answers = " AND ".join(f'{asked} != "{a}"' for a in item.asked_when.answers)
        yield f"({answers})" if item.not_in_rows and len(item.asked_when.answers) > 1 else answers
    yield from (f'{oids.row_key(section)} == "{row}"' for row in item.not_in_rows)
