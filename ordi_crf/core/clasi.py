"""CLASI scores: activity 0-70 and damage 0-56, two totals that are never added.

Albrecht et al., J Invest Dermatol 2005;125:889-94. Severity by activity: Klein et al., Arch
Dermatol 2011;147:203-8. A blank item gives no total: the publications define no imputation, and a
blank is not a zero. All arithmetic is in integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ordi_crf.forms.clasi import AREAS, LOCATIONS, ONCE
from ordi_crf.forms.schema import Choice, Code, CodeList, Item, Text, Values

ACTIVITY_CELLS, DAMAGE_CELLS = ("CLERY", "CLSCL"), ("CLDYS", "CLSCR")
ACTIVITY_ONCE, DAMAGE_ONCE = ("CLMUC", "CLHAIR", "CLALOP"), ("CLSSCR",)
DURATION = "CLDYDUR"
FACTOR = {"LT12": 1, "GE12": 2}
"""Dyspigmentation that usually lasts at least 12 months counts double (printed form)."""

SEVERITY = CodeList(
    "CLSEV",
    (
        Code("MILD", Text("mild 0-9", "leve 0-9")),
        Code("MODERATE", Text("moderate 10-20", "moderada 10-20")),
        Code("SEVERE", Text("severe 21-70", "grave 21-70")),
    ),
)


@dataclass(frozen=True, slots=True)
class Side:
    """One half of the form: the sum of what is answered, and a total only when nothing is blank."""

    so_far: int
    missing: int
    items: int
    maximum: int

    @property
    def total(self) -> int | None:
        """Return the total, None while an item is missing."""
        return None if self.missing else self.so_far


@dataclass(frozen=True, slots=True)
class Score:
    """Both halves, with the parts of damage that its rules act on."""

    activity: Side
    damage: Side
    dyspigmentation: int
    factor: int | None
    """1 or 2; None while the duration is unanswered."""
    scarring: int
    scalp_scarring: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """Change of activity from baseline; percentages are undefined when baseline is 0."""

    points: int
    percent: Fraction | None

    @property
    def responder_4(self) -> bool:
        """Return whether activity fell by at least 4 points (Klein 2011)."""
        return self.points <= -4

    @property
    def responder_20(self) -> bool:
        """Return whether activity fell by at least 20 % (Klein 2011)."""
        return self.percent is not None and self.percent <= -20

    @property
    def clasi_50(self) -> bool:
        """Return whether activity fell by at least 50 %."""
        return self.percent is not None and self.percent <= -50


def _top(item: Item) -> int:
    assert isinstance(item, Choice)
    return max(int(code.value) for code in item.codes.codes)


def _rows(name: str) -> tuple[str, ...]:
    skipped = AREAS.item(name).not_in_rows
    return tuple(row.value for row in LOCATIONS.codes if row.value not in skipped)


ACTIVITY_MAXIMUM = sum(_top(AREAS.item(name)) * len(_rows(name)) for name in ACTIVITY_CELLS) + sum(
    _top(ONCE.item(name)) for name in ACTIVITY_ONCE
)
DAMAGE_MAXIMUM = (
    max(FACTOR.values()) * _top(AREAS.item("CLDYS")) * len(_rows("CLDYS"))
    + _top(AREAS.item("CLSCR")) * len(_rows("CLSCR"))
    + sum(_top(ONCE.item(name)) for name in DAMAGE_ONCE)
)


def _grades(names: Iterable[str], areas: Mapping[str, Values]) -> list[str | None]:
    return [areas.get(row, {}).get(name) for name in names for row in _rows(name)]


def _sum(answers: Iterable[str | None]) -> int:
    return sum(int(answer) for answer in answers if answer is not None)


def score(areas: Mapping[str, Values], once: Values) -> Score:
    """Return the scores of an assessment, given answers by location and those asked once."""
    active = _grades(ACTIVITY_CELLS, areas) + [once.get(name) for name in ACTIVITY_ONCE]
    dyspigmentation, scars = _grades(["CLDYS"], areas), _grades(["CLSCR"], areas)
    scalp = once.get("CLSSCR")
    pigment = _sum(dyspigmentation)
    duration = once.get(DURATION)
    factor = FACTOR[duration] if duration is not None else None
    damage = [*dyspigmentation, *scars, scalp]
    missing = damage.count(None) + (pigment > 0 and factor is None)
    return Score(
        activity=Side(_sum(active), active.count(None), len(active), ACTIVITY_MAXIMUM),
        damage=Side(
            pigment * (factor or 1) + _sum(scars) + _sum([scalp]),
            missing,
            len(damage) + 1,
            DAMAGE_MAXIMUM,
        ),
        dyspigmentation=pigment,
        factor=factor,
        scarring=_sum(scars),
        scalp_scarring=None if scalp is None else int(scalp),
    )


def severity(total: int) -> str:
    """Return the severity code of an activity total (Klein 2011)."""
    if not 0 <= total <= ACTIVITY_MAXIMUM:
        raise ValueError(f"CLASI activity is 0 to {ACTIVITY_MAXIMUM}, not {total}")
    if total >= 21:
        return "SEVERE"
    return "MODERATE" if total >= 10 else "MILD"


def change(baseline: int, now: int) -> Change:
    """Return the change of activity from baseline."""
    points = now - baseline
    return Change(points, Fraction(100 * points, baseline) if baseline else None)
