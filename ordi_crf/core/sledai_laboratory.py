"""What the laboratory suggests to the assessor of SLEDAI-2K: no score, and only what it proves.

Gladman et al., J Rheumatol 2002;29:288-91. Complement and DNA binding are held against the limits
of the laboratory that reported them; platelets, leukocytes and urine against those of the index,
once their unit is known. A result beyond the measuring range says only what it proves. Proteinuria
is read from 24 hours, or else from protein over creatinine above 0.5 g/g (clinical specification,
section 3.1). Stones, infection and drugs are for the assessor: lenalidomide lowers platelets and
leukocytes too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from ordi_crf.core import units
from ordi_crf.core.patient import visits_of
from ordi_crf.core.phrases import joined, localized
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.units import Quantity
from ordi_crf.core.values import number
from ordi_crf.forms.labs import CASTS, RESULTS, SAMPLE, TESTS, URINE
from ordi_crf.forms.schema import Text, Values
from ordi_crf.forms.sledai import WINDOW_DAYS

PLATELETS, LEUKOCYTES = Decimal(100), Decimal("3.0")
"""10⁹/L; below is a descriptor."""
PROTEIN = Decimal("0.5")
"""g in 24 hours, or g/g of creatinine; above is a descriptor."""
CELLS = Decimal(5)
"""Red or white cells per high-power field; above is a descriptor."""
LUPUS_CASTS = ("HAEM-GRANULAR", "RED CELL")

_NOTHING = Text("", "")

Results: TypeAlias = Mapping[str, Values]
"""Rows of LB by test."""
Read: TypeAlias = Callable[[Quantity, Decimal], bool | None]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the laboratory says of a descriptor; the assessor decides."""

    descriptor: str
    present: bool
    because: tuple[str, ...]
    """The tests it rests on."""
    said: Text = _NOTHING
    """Their results, each beside the limit it was held against."""


@dataclass(frozen=True, slots=True)
class _Held:
    """One result held against a limit."""

    test: str
    holds: bool | None
    said: Text


def suggestions(
    results: Results, drawn: date | None, on: date | None, casts: str | None = None
) -> tuple[Suggestion, ...]:
    """Return what the laboratory says, given the rows of LB, the dates of sample and of visit.

    Only of a sample of the visit or of the 10 days before it, and only against limits that are
    known.
    """
    if drawn is None or on is None or not 0 <= (on - drawn).days <= WINDOW_DAYS:
        return ()
    daily = _index(results, "PROT24", Quantity.above, PROTEIN)
    ratio = _index(results, "UPCR", Quantity.above, PROTEIN)
    found = (
        _casts(casts),
        _one("HEMA", _index(results, "URBC", Quantity.above, CELLS)),
        _one("PROT", ratio if daily.holds is None else daily),
        _one("PYUR", _index(results, "UWBC", Quantity.above, CELLS)),
        _complement(_own(results, "C3", "LBORNRLO"), _own(results, "C4", "LBORNRLO")),
        _one("DNA", _own(results, "DSDNA", "LBORNRHI")),
        _one("THRO", _index(results, "PLAT", Quantity.below, PLATELETS)),
        _one("LEUK", _index(results, "WBC", Quantity.below, LEUKOCYTES)),
    )
    return tuple(suggestion for suggestion in found if suggestion is not None)


def at_visit(records: Mapping[RecordKey, Record], key: RecordKey, on: str | None) -> tuple[
    Suggestion, ...
]:  # fmt: skip
    """Return what the samples of a visit and of the 10 days before it say, the latest of each."""
    if on is None:
        return ()
    held, found = date.fromisoformat(on), dict[str, Suggestion]()
    samples = [record for record in visits_of(records, key.subject, "LB") if _drawn(record)]
    for record in sorted(samples, key=lambda sample: _drawn(sample) or ""):
        drawn = date.fromisoformat(_drawn(record) or on)
        rows = {row.key: row.values for row in record.live(RESULTS.name)}
        for said in suggestions(rows, drawn, held, record.values(URINE)["UCASTS"]):
            found[said.descriptor] = said
    return tuple(found.values())


def _drawn(record: Record) -> str | None:
    return record.values(SAMPLE)["LBDAT"]


def _one(descriptor: str, held: _Held) -> Suggestion | None:
    if held.holds is None:
        return None
    return Suggestion(descriptor, held.holds, (held.test,), held.said)


def _complement(c3: _Held, c4: _Held) -> Suggestion | None:
    """Return low complement when either is low, and its absence only when neither is."""
    low = [one for one in (c3, c4) if one.holds]
    if not low and None in (c3.holds, c4.holds):
        return None
    said = low or [c3, c4]
    words = Text("; ".join(one.said.en for one in said), "; ".join(one.said.es for one in said))
    return Suggestion("COMP", bool(low), tuple(one.test for one in said), words)


def _casts(casts: str | None) -> Suggestion | None:
    if casts is None:
        return None
    found = CASTS.text(casts)
    said = Text(f"Casts: {found.en.lower()}", f"Cilindros: {found.es.lower()}")
    return Suggestion("CAST", casts in LUPUS_CASTS, ("UCASTS",), said)


def _index(results: Results, test: str, read: Read, limit: Decimal) -> _Held:
    """Return a result held against a limit of the index, in the unit of that limit."""
    values = results.get(test, {})
    quantity = units.of_test(test, values)
    holds = None if quantity is None else read(quantity, limit)
    unit = units.stated(TESTS.row(test), values.get("LBORRESU"))
    same = quantity is None or unit is None or unit.factor == 1
    converted = "" if same or quantity is None else f" ({quantity.shown})"
    return _Held(test, holds, _said(results, test, f"{converted} {_side(read, holds)} {limit}"))


def _own(results: Results, test: str, limit: str) -> _Held:
    """Return a result held against the laboratory's own limit, in whatever unit both are."""
    values = results.get(test, {})
    value, bound = number(values.get("LBORRES")), number(values.get(limit))
    if value is None or bound is None:
        return _Held(test, None, _NOTHING)
    quantity = Quantity(value, "", _sign(values))
    read = Quantity.below if limit == "LBORNRLO" else Quantity.above
    holds = read(quantity, bound)
    return _Held(test, holds, _said(results, test, f" {_side(read, holds)} {bound}"))


def _side(read: Read, holds: bool | None) -> str:
    """Return the sign between a result and a limit."""
    if read is Quantity.below:
        return "<" if holds else "≥"
    return ">" if holds else "≤"


def _sign(values: Values) -> str:
    reported = values.get("LBORRES") or ""
    return reported[0] if reported[:1] in ("<", ">") else ""


def _said(results: Results, test: str, against: str) -> Text:
    """Return a result as reported, and what it was held against."""
    row, values = TESTS.row(test), results.get(test, {})
    unit = values.get("LBORRESU") or ("" if row.units else row.unit)
    told = f"{units.with_unit(values.get('LBORRES') or '', unit)}{against}"
    return joined((row.text, localized(told)), " ")
