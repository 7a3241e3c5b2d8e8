"""A registered outcome by each way of reading it: who, out of whom, proved by what, who is missing.

The registry words an outcome in one sentence that leaves room; the first reading is the one the
project reports, the others stand beside it so that nobody has to take a choice on trust. Every
reading has two denominators: those it could be read from, and all it was to be read from. It also
says of every subject of the study what was found and what it was found in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

from ordi_crf.core.courses import Course
from ordi_crf.core.phrases import share
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.core.stats import Proportion
from ordi_crf.forms.schema import Text


class Why(Enum):
    """Why an outcome is not known of a subject, or does not concern it."""

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
        "fármaco retirado por acontecimiento adverso antes de una valoración",
    )
    RESTARTED = Text(
        "treated again before any assessment", "tratado de nuevo antes de una valoración"
    )
    UNTREATED = Text("never treated", "nunca tratado")
    NOT_WITHDRAWN = Text("treatment goes on", "sigue en tratamiento")
    NEVER_CLEAR = Text("no complete response", "sin respuesta completa")
    NOT_CLEAR_BEFORE = Text(
        "no complete response before withdrawal", "sin respuesta completa antes de la retirada"
    )


class State(Enum):
    """What an outcome is in one subject."""

    MET = Text("met", "cumplido")
    NOT_MET = Text("not met", "no cumplido")
    UNKNOWN = Text("not known", "desconocido")
    OUTSIDE = Text("not concerned", "no aplicable")


@dataclass(frozen=True, slots=True)
class Missing:
    """A subject of whom the outcome is not known, and why."""

    subject: SubjectKey
    why: Why


@dataclass(frozen=True, slots=True)
class Proof:
    """A record that a result rests on: of which day, what it says, and where in the form."""

    record: RecordKey
    on: date | None
    said: Text
    item: tuple[str, str, str] = ("", "", "")
    """Section, row and item; blank for the form as a whole."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reading says of one subject, and the records it says it from."""

    evidence: tuple[Proof, ...] = ()
    """What meets the reading, by date."""
    why: Why | None = None
    assessed: bool = True
    """Whether the subject is in the first denominator."""
    counted: bool = True
    """Whether the subject is in the second: the outcome concerns them."""
    examined: tuple[Proof, ...] = ()
    """What was looked at, by date; the evidence is among it."""
    basis: tuple[Proof, ...] = ()
    """What it was held against: a baseline, or the response that came before."""
    decided: bool = False
    """Whether it is known although there is a reason not to count the subject as assessed."""

    @property
    def met(self) -> bool:
        """Return whether the outcome occurred."""
        return bool(self.evidence)

    @property
    def state(self) -> State:
        """Return the one word for it."""
        if not self.counted:
            return State.OUTSIDE
        if self.evidence:
            return State.MET
        return State.UNKNOWN if self.why and not self.decided else State.NOT_MET


Judge: TypeAlias = Callable[[Course], Judged]
"""What a reading says of a course."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an outcome: its lasting id, its words, and how it judges a course."""

    oid: str
    words: Text
    judge: Judge
    whom: tuple[Text, Text] | None = None
    """Whom the two denominators count, where they are not those of the outcome."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """An outcome by one reading."""

    oid: str
    """Lasting id, such as O1.EVER: exports and documents name the reading by it."""
    reading: Text
    verdicts: Mapping[SubjectKey, Judged]
    """What it says of every subject of the study, in order of their ids."""
    whom: tuple[Text, Text] | None = None
    """Whom the two denominators count, where they are not those of the outcome."""

    @property
    def of_assessed(self) -> Proportion:
        """Return the proportion of those the reading could be read from."""
        assessed = [v for v in self.verdicts.values() if v.counted and v.assessed]
        return Proportion(sum(v.met for v in assessed), len(assessed))

    @property
    def of_all(self) -> Proportion:
        """Return the proportion of all it was to be read from."""
        counted = [v for v in self.verdicts.values() if v.counted]
        return Proportion(sum(v.met for v in counted), len(counted))

    @property
    def evidence(self) -> tuple[Proof, ...]:
        """Return every record that meets the reading, by subject and date."""
        return tuple(proof for v in self.verdicts.values() for proof in v.evidence)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Return whom it concerns and is not known of, or is not evaluable in, with the reason."""
        return tuple(Missing(s, v.why) for s, v in self.verdicts.items() if v.counted and v.why)

    @property
    def unknown(self) -> tuple[Missing, ...]:
        """Return those of the missing of whom the outcome is not known."""
        return tuple(m for m in self.missing if self.verdicts[m.subject].state is State.UNKNOWN)

    @property
    def not_evaluable(self) -> tuple[Missing, ...]:
        """Return those of the missing of whom it is known, but who are not counted as assessed."""
        return tuple(m for m in self.missing if self.verdicts[m.subject].state is not State.UNKNOWN)

    @property
    def first(self) -> tuple[Proof, ...]:
        """Return the first proof of each subject."""
        return tuple(v.evidence[0] for v in self.verdicts.values() if v.evidence)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A registered outcome measure: its number, its sentence, its denominators, its readings."""

    number: int
    title: Text
    registered: Text
    """The sentence of the registry record (NCT01408199)."""
    assessed: Text
    """Whom the first denominator counts."""
    everyone: Text
    """Whom the second counts."""
    estimates: tuple[Estimate, ...]

    @property
    def oid(self) -> str:
        """Return the id that documents and tests cite: O1 to O6, in the order of the record."""
        return f"O{self.number}"

    @property
    def headline(self) -> Estimate:
        """Return the reading the project reports."""
        return self.estimates[0]

    def whom(self, estimate: Estimate) -> tuple[Text, Text]:
        """Return whom the two denominators of a reading count."""
        return estimate.whom or (self.assessed, self.everyone)

    def estimate(self, oid: str) -> Estimate:
        """Return the outcome by one reading; KeyError when it has no such reading."""
        for known in self.estimates:
            if known.oid == oid:
                return known
        raise KeyError(oid)


def estimates(courses: Iterable[Course], readings: Iterable[Reading]) -> tuple[Estimate, ...]:
    """Return an outcome by each of its readings."""
    people = sorted(courses, key=lambda course: course.subject)
    return tuple(
        Estimate(r.oid, r.words, {course.subject: r.judge(course) for course in people}, r.whom)
        for r in readings
    )


def missing(why: Why, examined: tuple[Proof, ...] = (), basis: tuple[Proof, ...] = ()) -> Judged:
    """Return that nothing is known of a subject, who is not counted among the assessed."""
    return Judged(why=why, assessed=False, examined=examined, basis=basis)


def outside(why: Why) -> Judged:
    """Return that a reading does not concern a subject, who is in no denominator."""
    return Judged(why=why, assessed=False, counted=False)


def unseen(recorded: Sequence[object]) -> Why:
    """Return why no record counts, given those of the window without a total."""
    return Why.PARTIAL if recorded else Why.NOT_SEEN


def shares(found: Estimate) -> tuple[Text, Text]:
    """Return both proportions as told: where nobody could be assessed neither is estimable.

    "0 of 15" would say of fifteen whom nobody examined that they are well.
    """
    return share(found.of_assessed), share(of_everyone(found))


def of_everyone(found: Estimate) -> Proportion:
    """Return the proportion of all, out of nobody where nobody could be assessed or has it."""
    if not found.of_assessed.of and not found.of_all.n:
        return Proportion(0, 0)
    return found.of_all
