"""Anti-dsDNA: whether titres rise over baseline, by four rules side by side.

The registry record asks for "increasing anti-dsDNA levels" by ELISA at each visit and defines no
increase; cut-offs belong to laboratory and kit, so only titres of the same laboratory, kit and
unit are compared. Rules of the literature (Gensous et al., Arthritis Res Ther 2017;19:265): B, a
rise of at least 25 % to above the cut-off, is the headline; A is the registry's words taken
literally, and mostly assay noise; C is a doubling; D is negative becoming positive.

A baseline below the measuring range, "<x", is taken as x and flagged. Any other censored value
proves only what its limit proves; where that does not decide a rule, the rule is undecided.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from ordi_crf.core.periods import before_dose, between
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.values import number
from ordi_crf.forms.labs import RESULTS, SAMPLE
from ordi_crf.forms.schema import Text

TEST = "DSDNA"
RISE, DOUBLE = Decimal("1.25"), Decimal(2)


class Rule(Enum):
    """What counts as an increase over baseline."""

    A = Text("any titre above baseline", "cualquier título por encima del basal")
    B = Text(
        "at least 1.25 times baseline and above the cut-off",
        "al menos 1,25 veces el basal y por encima del punto de corte",
    )
    C = Text("at least twice baseline", "al menos el doble del basal")
    D = Text("negative at baseline, positive later", "negativo al inicio, positivo después")


HEADLINE = Rule.B


@dataclass(frozen=True, slots=True)
class Titre:
    """One result as reported; `sign` is "<" or ">" where it lies beyond the measuring range."""

    record: RecordKey
    on: date
    value: Decimal
    sign: str = ""
    cut_off: Decimal | None = None
    """Upper limit of the laboratory, in the unit of the titre; above it the titre is positive."""
    laboratory: str = ""
    kit: str = ""
    unit: str = ""

    def comparable(self, other: Titre) -> bool:
        """Return whether both are known to come from the same laboratory and kit, in one unit."""
        return self.unit == other.unit and all(
            _same(mine, theirs)
            for mine, theirs in ((self.laboratory, other.laboratory), (self.kit, other.kit))
        )

    def above(self, limit: Decimal | None) -> bool | None:
        """Return whether it lies above a limit, None where its sign leaves that open."""
        if limit is None:
            return None
        if self.sign == "<":
            return False if self.value <= limit else None
        if self.sign == ">":
            return True if self.value >= limit else None
        return self.value > limit

    def reaches(self, limit: Decimal) -> bool | None:
        """Return whether it lies at a limit or above, None where its sign leaves that open."""
        if self.sign == "<":
            return False if self.value <= limit else None
        if self.sign == ">":
            return True if self.value >= limit else None
        return self.value >= limit


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a rule is met, None where it cannot be decided, and the records that meet it."""

    rule: Rule
    holds: bool | None
    evidence: tuple[Titre, ...]


@dataclass(frozen=True, slots=True)
class Rise:
    """A subject's titres over baseline and what each rule says of them."""

    baseline: Titre | None
    compared: tuple[Titre, ...]
    left_out: tuple[Titre, ...]
    """Later titres of another laboratory, kit or unit, or of one that was not recorded."""
    verdicts: tuple[Verdict, ...]

    @property
    def censored(self) -> tuple[Titre, ...]:
        """Return the titres beyond the measuring range that the verdicts rest on."""
        used = self.compared if self.baseline is None else (self.baseline, *self.compared)
        return tuple(titre for titre in used if titre.sign)

    def verdict(self, rule: Rule = HEADLINE) -> Verdict:
        """Return the verdict of a rule."""
        return next(verdict for verdict in self.verdicts if verdict.rule is rule)


def titre(record: Record, held: date | None) -> Titre | None:
    """Return the titre of a laboratory record, dated by its sample or else by its visit."""
    sample, result = record.values(SAMPLE), record.values(RESULTS, TEST)
    reported, value = result["LBORRES"], number(result["LBORRES"])
    drawn = sample["LBDAT"]
    on = date.fromisoformat(drawn) if drawn else held
    if reported is None or value is None or on is None:
        return None
    return Titre(
        record.key,
        on,
        value,
        reported[0] if reported[0] in "<>" else "",
        number(result["LBORNRHI"]),
        sample["LBNAM"] or "",
        sample["LBKIT"] or "",
        result["LBORRESU"] or "",
    )


def rise(titres: Iterable[Titre], day_1: date, until: date) -> Rise:
    """Return what became of a subject's titres from Day 1 up to a day."""
    known = tuple(titres)
    before, later = before_dose(known, day_1), between(known, day_1, until)
    if not before:
        return Rise(None, (), later, tuple(Verdict(rule, None, ()) for rule in Rule))
    baseline = before[-1]
    compared = tuple(t for t in later if t.comparable(baseline))
    left_out = tuple(t for t in later if not t.comparable(baseline))
    verdicts = tuple(_verdict(rule, baseline, compared) for rule in Rule)
    return Rise(baseline, compared, left_out, verdicts)


def _verdict(rule: Rule, baseline: Titre, compared: tuple[Titre, ...]) -> Verdict:
    said = [(t, _meets(rule, baseline, t)) for t in compared]
    evidence = tuple(t for t, met in said if met)
    undecided = not said or any(met is None for _, met in said)
    return Verdict(rule, True if evidence else None if undecided else False, evidence)


def _meets(rule: Rule, baseline: Titre, later: Titre) -> bool | None:
    if rule is Rule.D:
        positive = baseline.above(baseline.cut_off)
        return _both(None if positive is None else not positive, later.above(later.cut_off))
    # A baseline beyond the upper end of the range is higher than its limit says: what exceeds the
    # limit may still lie below it.
    known = None if baseline.sign == ">" else True
    met = _both(later.above(baseline.value), known)
    if rule is Rule.B:
        met = _both(met, later.reaches(RISE * baseline.value))
        return _both(met, later.above(later.cut_off))
    return _both(met, later.reaches(DOUBLE * baseline.value)) if rule is Rule.C else met


def _both(a: bool | None, b: bool | None) -> bool | None:
    if a is False or b is False:
        return False
    return None if a is None or b is None else True


def _same(mine: str, theirs: str) -> bool:
    words = mine.casefold().split()
    return bool(words) and words == theirs.casefold().split()
