"""A registered outcome by each way of reading it: who, out of whom, proved by what, who is missing.

The registry words an outcome in one sentence that leaves room; the first reading is the one the
project reports, the others stand beside it so that nobody has to take a choice on trust. Every
reading has two denominators: those it could be read from, and all it was to be read from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

from ordi_crf.core.courses import Course
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.core.stats import Proportion, digits
from ordi_crf.forms.schema import Text


class Why(Enum):
    """Why a subject is missing from an outcome."""

    NOT_SEEN = Text("nothing recorded in the window", "nada registrado en el periodo")
    PARTIAL = Text("only records with a blank item", "solo registros con algún ítem en blanco")
    NO_BASELINE = Text("no baseline", "sin valor basal")
    ACTIVE_BEFORE = Text("active at baseline already", "ya activo al inicio")
    OTHER_KIT = Text(
        "only titres of another or unknown laboratory or kit",
        "solo títulos de otro laboratorio o kit, o desconocidos",
    )
    UNDECIDED = Text("titres that decide nothing", "títulos que no permiten decidir")
    STOPPED = Text(
        "drug withdrawn for an adverse event before any assessment",
        "fármaco retirado por acontecimiento adverso antes de ser evaluado",
    )


@dataclass(frozen=True, slots=True)
class Missing:
    """A subject of whom the outcome is not known, and why."""

    subject: SubjectKey
    why: Why


@dataclass(frozen=True, slots=True)
class Proof:
    """A record that proves a result: of which day, and what it says."""

    record: RecordKey
    on: date | None
    said: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reading says of one subject: met by its evidence; or missing, and counted or not."""

    evidence: tuple[Proof, ...] = ()
    why: Why | None = None
    assessed: bool = True

    @property
    def met(self) -> bool:
        """Return whether the outcome occurred."""
        return bool(self.evidence)


Judge: TypeAlias = Callable[[Course], Judged | None]
"""What a reading says of a course; None of a subject it does not concern."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """An outcome by one reading."""

    reading: Text
    of_assessed: Proportion
    of_all: Proportion
    evidence: tuple[Proof, ...]
    """Every record that meets the reading, by subject and date."""
    missing: tuple[Missing, ...]

    @property
    def first(self) -> tuple[Proof, ...]:
        """Return the first proof of each subject."""
        found: dict[SubjectKey, Proof] = {}
        for proof in self.evidence:
            found.setdefault(proof.record.subject, proof)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Outcome:
    """A registered outcome measure: its number, its denominators, and all its readings."""

    number: int
    title: Text
    assessed: Text
    """Whom the first denominator counts."""
    everyone: Text
    """Whom the second counts."""
    estimates: tuple[Estimate, ...]

    @property
    def headline(self) -> Estimate:
        """Return the reading the project reports."""
        return self.estimates[0]


def estimate(reading: Text, courses: Iterable[Course], judge: Judge) -> Estimate:
    """Return an outcome by one reading, in order of the subjects' ids."""
    judged = [
        (course.subject, found)
        for course in sorted(courses, key=lambda course: course.subject)
        if (found := judge(course)) is not None
    ]
    assessed = [found for _, found in judged if found.assessed]
    return Estimate(
        reading,
        Proportion(sum(found.met for found in assessed), len(assessed)),
        Proportion(sum(found.met for _, found in judged), len(judged)),
        tuple(proof for _, found in judged for proof in found.evidence),
        tuple(Missing(subject, found.why) for subject, found in judged if found.why),
    )


def missing(why: Why) -> Judged:
    """Return that nothing is known of a subject, who is not counted among the assessed."""
    return Judged(why=why, assessed=False)


def unseen(recorded: Sequence[object]) -> Why:
    """Return why no record counts, given those of the window without a total."""
    return Why.PARTIAL if recorded else Why.NOT_SEEN


def shares(found: Estimate) -> tuple[Text, Text]:
    """Return both proportions as told: where nobody could be assessed neither is estimable.

    "0 of 15" would say of fifteen whom nobody examined that they are well.
    """
    if not found.of_assessed.of and not found.of_all.n:
        nobody = told(found.of_assessed)
        return nobody, nobody
    return told(found.of_assessed), told(found.of_all)


def told(found: Proportion) -> Text:
    """Return n of N, percentage and exact 95 % interval; of nobody, that it is not estimable."""
    percent, interval = found.percent, found.interval
    if percent is None or interval is None:
        return Text("not estimable", "no estimable")
    low, high = (digits(limit, 1) for limit in interval)
    return Text(
        "{n} of {of} = {percent} % (95 % CI {low}-{high})",
        "{n} de {of} = {percent} % (IC 95 % {low}-{high})",
    ).format(n=found.n, of=found.of, percent=digits(percent, 1), low=low, high=high)
