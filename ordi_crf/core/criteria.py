"""What answering an eligibility criterion is: clauses with their evidence, and a verdict.

A clause holds, does not hold, or is not known, and the three combine as in Kleene's logic: what is
missing decides nothing unless the rest decides without it. A criterion is "met" in its own words,
so that an inclusion criterion should be met and an exclusion criterion should not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from ordi_crf.core.chart import Evidence
from ordi_crf.forms.schema import Text

Truth: TypeAlias = bool | None
"""None: not known."""


class Verdict(Enum):
    """The answer to a criterion."""

    MET = Text("met", "se cumple")
    NOT_MET = Text("not met", "no se cumple")
    UNKNOWN = Text("cannot be determined", "no se puede determinar")

    @property
    def confirmed(self) -> str | None:
        """Return the investigator's answer that says the same, None for neither."""
        return {Verdict.MET: "Y", Verdict.NOT_MET: "N", Verdict.UNKNOWN: None}[self]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a criterion: whether it holds, in a sentence, and what says so."""

    holds: Truth
    says: Text
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Caution:
    """What the verdict alone does not tell: a doubt that needs a person and their reason."""

    oid: str
    says: Text
    section: str = "ie"
    item: str = "IEORRES"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one criterion, with the evidence it was read from."""

    code: str
    verdict: Verdict
    why: Text
    clauses: tuple[Clause, ...]
    cautions: tuple[Caution, ...] = ()

    @property
    def inclusion(self) -> bool:
        """Return whether it is an inclusion criterion."""
        return self.code.startswith("I")

    @property
    def favourable(self) -> Truth:
        """Return whether it lets the subject take part, None while it is not known."""
        if self.verdict is Verdict.UNKNOWN:
            return None
        return (self.verdict is Verdict.MET) is self.inclusion

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Return everything the answer was read from, each once."""
        return tuple(dict.fromkeys(e for clause in self.clauses for e in clause.evidence))


def all_of(truths: Iterable[Truth]) -> Truth:
    """Return whether all hold: one that does not decides, else one that is unknown."""
    found = list(truths)
    return False if False in found else None if None in found else True


def any_of(truths: Iterable[Truth]) -> Truth:
    """Return whether any holds: one that does decides, else one that is unknown."""
    found = list(truths)
    return True if True in found else None if None in found else False


def yes(evidence: Evidence, *answers: str) -> Clause:
    """Return the clause that an item has one of these answers, by default yes."""
    holds = None if evidence.value is None else evidence.value in (answers or ("Y",))
    return Clause(holds, evidence.says, (evidence,))


def no(evidence: Evidence) -> Clause:
    """Return the clause that an item is answered no."""
    return yes(evidence, "N")


def met_when_all(code: str, clauses: Sequence[Clause], *cautions: Caution) -> Answer:
    """Return the answer to a criterion that is met when every clause holds."""
    return answer(code, all_of(c.holds for c in clauses), clauses, clauses, cautions)


def met_when_any(code: str, clauses: Sequence[Clause], *cautions: Caution) -> Answer:
    """Return the answer to a criterion that is met when one of its clauses holds."""
    return answer(code, any_of(c.holds for c in clauses), clauses, clauses, cautions)


def answer(
    code: str,
    holds: Truth,
    parts: Sequence[Clause],
    clauses: Sequence[Clause],
    cautions: Sequence[Caution] = (),
) -> Answer:
    """Return the answer to a criterion; `parts` are what decides it, `clauses` what is shown."""
    verdict = Verdict.UNKNOWN if holds is None else Verdict.MET if holds else Verdict.NOT_MET
    return Answer(code, verdict, _why(holds, parts), tuple(clauses), tuple(cautions))


def joined(sentences: Iterable[Text]) -> Text:
    """Return sentences as one, in both languages."""
    found = list(sentences)
    return Text("; ".join(s.en for s in found), "; ".join(s.es for s in found))


def _why(holds: Truth, parts: Sequence[Clause]) -> Text:
    """Return what decided: the parts that are as the whole is."""
    said = joined(part.says for part in parts if part.holds is holds)
    if holds is not None:
        return said
    return Text(f"Not known yet: {said.en}.", f"Aún no se sabe: {said.es}.")
