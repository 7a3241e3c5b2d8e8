"""Units and reference ranges of a laboratory: what it reported last, and where a range changed.

A laboratory is known by its name, whatever its case and spacing. Unit and limits of a test belong
together and are taken from one sample; those of anti-dsDNA belong to the kit as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ordi_crf.core import units
from ordi_crf.core.dsdna import TEST as DSDNA
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.validation import Finding
from ordi_crf.forms.labs import RESULTS, SAMPLE, TESTS
from ordi_crf.forms.schema import RowCode, Severity, Text, Values

UNIT, LOWER, UPPER = "LBORRESU", "LBORNRLO", "LBORNRHI"
_CHANGED = Text(
    "{laboratory} gave {before} on {on}: check the range, or say that it changed.",
    "{laboratory} dio {before} el {on}: compruebe el intervalo, o indique que cambió.",
)


@dataclass(frozen=True, slots=True)
class Range:
    """What a laboratory reports a test in, and between which limits it is normal."""

    unit: str | None
    low: str | None
    high: str | None
    on: str
    """Date of the sample it was reported with."""

    @property
    def words(self) -> str:
        """Return the limits with their unit."""
        match self.low, self.high:
            case None, high:
                limits = f"≤ {high}"
            case low, None:
                limits = f"≥ {low}"
            case low, high:
                limits = f"{low}–{high}"
        return f"{limits} {self.unit or ''}".rstrip()


@dataclass(frozen=True, slots=True)
class Fill:
    """A blank unit or limit, and what the laboratory reported last."""

    row: str
    item: str
    value: str


def known(
    records: Iterable[Record], laboratory: str, kit: str = "", *, besides: RecordKey | None = None
) -> Mapping[str, Range]:
    """Return the latest unit and limits of each test this laboratory reported, by test.

    `besides` is the record that asks, which tells itself nothing.
    """
    samples = [
        record
        for record in records
        if record.key.form == "LB"
        and record.key != besides
        and same(record.values(SAMPLE)["LBNAM"], laboratory)
    ]
    found: dict[str, Range] = {}
    for record in sorted(samples, key=_drawn):
        same_kit = same(record.values(SAMPLE)["LBKIT"], kit)
        found |= {test: given for test, given in _ranges(record) if test != DSDNA or same_kit}
    return found


def latest(ranges: Mapping[str, Range]) -> str:
    """Return the date of the newest of these ranges, empty when there is none."""
    return max((given.on for given in ranges.values()), default="")


def fills(record: Record, ranges: Mapping[str, Range], tests: Iterable[str]) -> list[Fill]:
    """Return what can be filled in of these tests and of those with a result; nothing is replaced.

    Limits are taken only with their unit: where another one is chosen, they would mean another
    thing. Nor is a unit in which the result would not be possible.
    """
    wanted = set(tests)
    found = []
    for test, given in ranges.items():
        values = record.values(RESULTS, test)
        if (test in wanted or values["LBORRES"] is not None) and _possible(test, values, given):
            found += [Fill(test, item, value) for item, value in _blanks(values, given)]
    return found


def changed(previous: Record, current: Record) -> list[Finding]:
    """Return a soft finding for each test whose range differs from the previous visit's.

    Only ranges of the same laboratory, and of anti-dsDNA of the same kit, are held side by side,
    after conversion into one unit.
    """
    before, now = previous.values(SAMPLE), current.values(SAMPLE)
    if not same(before["LBNAM"], now["LBNAM"]):
        return []
    mine, theirs = dict(_ranges(current)), dict(_ranges(previous))
    found = []
    for test in (row.value for row in TESTS.codes if row.value in mine and row.value in theirs):
        if test == DSDNA and not same(before["LBKIT"], now["LBKIT"]):
            continue
        if _differ(TESTS.row(test), theirs[test], mine[test]):
            message = _CHANGED.format(
                laboratory=now["LBNAM"] or "", before=theirs[test].words, on=theirs[test].on or "?"
            )
            place = (RESULTS.name, test, UPPER if mine[test].high else LOWER)
            found.append(Finding("LB.RANGECHANGED", Severity.SOFT, message, *place))
    return found


def same(one: str | None, other: str | None) -> bool:
    """Return whether two names are one, whatever their case and spacing; blanks never are."""
    words = (one or "").casefold().split()
    return bool(words) and words == (other or "").casefold().split()


def _drawn(record: Record) -> tuple[str, RecordKey]:
    return record.values(SAMPLE)["LBDAT"] or "", record.key


def _ranges(record: Record) -> Iterator[tuple[str, Range]]:
    """Yield the tests of a record that have a unit of choice or a limit."""
    on = record.values(SAMPLE)["LBDAT"] or ""
    for row in record.live(RESULTS.name):
        unit, low, high = (row.values.get(item) for item in (UNIT, LOWER, UPPER))
        if (unit, low, high) != (None, None, None):
            yield row.key, Range(unit, low, high, on)


def _possible(test: str, values: Values, given: Range) -> bool:
    """Return whether a result can be in a unit; no result can be in any."""
    row = TESTS.row(test)
    found = units.standard(row, values["LBORRES"], values[UNIT] or given.unit)
    return found is None or found.value in row.possible


def _blanks(values: Values, given: Range) -> Iterator[tuple[str, str]]:
    unit, limits = values[UNIT], (values[LOWER], values[UPPER])
    if (
        unit is None
        and given.unit is not None
        and limits in ((None, None), (given.low, given.high))
    ):
        yield UNIT, given.unit
    if limits == (None, None) and unit in (None, given.unit):
        yield from (
            (item, limit)
            for item, limit in ((LOWER, given.low), (UPPER, given.high))
            if limit is not None
        )


def _differ(row: RowCode, before: Range, now: Range) -> bool:
    """Return whether two ranges differ; what has no common unit is not compared."""
    if (before.low, before.high) == (None, None) or (now.low, now.high) == (None, None):
        return False
    ours, theirs = units.stated(row, now.unit), units.stated(row, before.unit)
    return any(
        units.differ(a, theirs, b, ours)
        for a, b in ((before.low, now.low), (before.high, now.high))
    )
