"""SLEDAI-2K: totals, grades and flares.

Gladman et al., J Rheumatol 2002;29:288-91. A blank descriptor gives no total: a blank is not
"absent". Skin alone (rash 2, alopecia 2, mucosal ulcers 2) reaches the 6 of the registered outcome,
so the totals without skin and mucosa, and without the two laboratory descriptors, stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from ordi_crf.forms.schema import Code, CodeList, Text, Values
from ordi_crf.forms.sledai import DESCRIPTORS

WEIGHTS = {descriptor.value: descriptor.weight for descriptor in DESCRIPTORS}
MAXIMUM = sum(WEIGHTS.values())
MUCOCUTANEOUS = ("RASH", "ALOP", "MUCO")
LABORATORY = ("COMP", "DNA")
ACTIVE = 6
"""Total from which on the disease is active (registry record, outcome 3)."""
RISE = 3
"""A total has risen when it is more than this above another (Gladman 2000)."""

GRADES = CodeList(
    "SLGRADE",
    (
        Code("NONE", Text("none 0", "ninguna 0")),
        Code("LOW", Text("low 1-4", "baja 1-4")),
        Code("MODERATE", Text("moderate 5-10", "moderada 5-10")),
        Code("HIGH", Text("high above 10", "alta más de 10")),
    ),
)


@dataclass(frozen=True, slots=True)
class Score:
    """What is present, and totals only when none of the 24 is blank."""

    present: tuple[str, ...]
    """Codes of the descriptors that are present, in form order."""
    missing: tuple[str, ...]
    """Codes of those nobody answered."""

    @property
    def so_far(self) -> int:
        """Return the weights of what is answered as present."""
        return _weight(self.present)

    @property
    def total(self) -> int | None:
        """Return the total, None while a descriptor is blank."""
        return None if self.missing else self.so_far

    @property
    def non_mucocutaneous(self) -> int | None:
        """Return the total without rash, alopecia and mucosal ulcers."""
        return self._without(MUCOCUTANEOUS)

    @property
    def clinical(self) -> int | None:
        """Return the total without complement and DNA binding."""
        return self._without(LABORATORY)

    @property
    def gap(self) -> Text | None:
        """Return how many answers are missing, None when there is a total."""
        if not self.missing:
            return None
        wording = Text("{n} of {of} missing", "faltan {n} de {of}")
        return wording.format(n=len(self.missing), of=len(WEIGHTS))

    def _without(self, codes: Iterable[str]) -> int | None:
        left = set(self.present) - set(codes)
        return None if self.missing else _weight(left)


class Reading(Enum):
    """A way to read "flare: SLEDAI of 6 or more"; the first is the registry's own words."""

    LITERAL = Text("SLEDAI of 6 or more", "SLEDAI de 6 o más")
    NEW = Text("6 or more, below 6 at baseline", "6 o más, menos de 6 al inicio")
    RISEN = Text(
        "6 or more and more than 3 above baseline", "6 o más y más de 3 por encima del basal"
    )
    SYSTEMIC = Text("6 or more without skin and mucosa", "6 o más sin piel ni mucosas")


def score(descriptors: Mapping[str, Values]) -> Score:
    """Return the score of the answers by descriptor."""
    answers = {code: descriptors.get(code, {}).get("SLPRES") for code in WEIGHTS}
    return Score(
        tuple(code for code, answer in answers.items() if answer == "1"),
        tuple(code for code, answer in answers.items() if answer is None),
    )


def grade(total: int) -> str:
    """Return the activity code of a total: none 0, low to 4, moderate to 10, high above."""
    if not 0 <= total <= MAXIMUM:
        raise ValueError(f"SLEDAI-2K is 0 to {MAXIMUM}, not {total}")
    if total > 10:
        return "HIGH"
    return "MODERATE" if total >= 5 else "LOW" if total else "NONE"


def flare(now: Score, baseline: Score | None, reading: Reading = Reading.LITERAL) -> bool | None:
    """Return whether a score is a flare by a reading, None where a total it needs is missing."""
    if reading is Reading.SYSTEMIC:
        systemic = now.non_mucocutaneous
        return None if systemic is None else systemic >= ACTIVE
    if now.total is None:
        return None
    if reading is Reading.LITERAL or now.total < ACTIVE:
        return now.total >= ACTIVE
    before = None if baseline is None else baseline.total
    if before is None:
        return None
    return before < ACTIVE if reading is Reading.NEW else now.total - before > RISE


def _weight(codes: Iterable[str]) -> int:
    return sum(WEIGHTS[code] for code in codes)
