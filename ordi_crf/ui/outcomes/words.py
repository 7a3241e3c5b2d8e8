"""What an outcome says in a line: of the study, of a subject, and of the record that proves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ordi_crf import forms, study
from ordi_crf.core.courses import Course, courses
from ordi_crf.core.outcomes import outcomes
from ordi_crf.core.phrases import filled, interval, joined, percent, plain
from ordi_crf.core.readings import Estimate, Judged, Outcome, Proof, State, Why
from ordi_crf.core.records import StudyData, SubjectKey
from ordi_crf.core.stats import Proportion
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui.session import Session
from ordi_crf.ui.wording import visit_words

_LAST = Text("{said}, the last of {n}", "{said}, el último de {n}")
_BEFORE = Text("before: {said}, {visit}", "antes: {said}, {visit}")
_NOTHING = Text("nothing recorded", "nada registrado")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: the courses of the subjects, and the outcomes read from them."""

    courses: tuple[Course, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A subject in an outcome: what it is, the record to go to, and what that says."""

    subject: SubjectKey
    state: State
    proof: Proof | None
    said: Text
    again: bool = False
    """Whether a line above already names the subject."""


def shown(session: Session) -> Shown:
    """Return the outcomes of the study as stored now."""
    # The trail is long, and no outcome is read from it.
    data = StudyData({}, tuple(session.file.subjects()), session.records(), ())
    people = courses(data)
    return Shown(people, outcomes(people))


def count(found: Proportion) -> str:
    """Return n/N."""
    return f"{found.n}/{found.of}"


def share_of(found: Proportion) -> Text:
    """Return n/N, percentage and interval in the least room; of nobody, that it cannot be told."""
    if not found.of:
        return percent(found)
    return filled(
        Text("{n}   {percent} %   ({interval})", "{n}   {percent} %   ({interval})"),
        n=plain(count(found)),
        percent=percent(found),
        interval=interval(found),
    )


def lines(found: Estimate) -> list[Line]:
    """Return every subject with what proves it: met first, then not met, not known, outside."""
    order = list(State)
    told = sorted(found.verdicts.items(), key=lambda v: (order.index(v[1].state), v[0]))
    return [line for subject, judged in told for line in _lines(subject, judged)]


def brief(judged: Judged) -> Text:
    """Return what a subject is in an outcome, as short as a cell of a table."""
    if judged.evidence:
        proof = judged.evidence[0]
        if proof.record.visit == study.LOG.code:
            return proof.said
        short = study.event(proof.record.visit).short
        return joined((short, proof.said), "  ")
    known = judged.why is None or judged.state is State.NOT_MET
    return judged.state.value if known or judged.why is None else judged.why.value


def place_words(proof: Proof, language: Language) -> tuple[str, str, str]:
    """Return visit, form and date of a proof."""
    key = proof.record
    return (
        visit_words(key.visit, key.visit_repeat, language),
        forms.form(key.form).title.in_(language).partition(" (")[0],
        proof.on.isoformat() if proof.on else "",
    )


def _lines(subject: SubjectKey, judged: Judged) -> Iterator[Line]:
    state = judged.state
    if judged.evidence:
        for n, proof in enumerate(judged.evidence):
            said = proof.said if n else _against(proof.said, judged, judged.why)
            yield Line(subject, state, proof, said, again=n > 0)
        return
    if not judged.examined:
        basis = judged.basis[-1] if judged.basis else None
        why = judged.why.value if judged.why else _NOTHING
        yield Line(subject, state, basis, joined((why, *_basis(judged)), " · "))
        return
    last = judged.examined[-1]
    said = filled(_LAST, said=last.said, n=plain(len(judged.examined)))
    yield Line(subject, state, last, _against(said, judged, judged.why))


def _against(said: Text, judged: Judged, why: Why | None) -> Text:
    """Return what a record says, what came before it, and why it may not count."""
    reason = () if why is None else (why.value,)
    return joined((said, *_basis(judged), *reason), " · ")


def _basis(judged: Judged) -> tuple[Text, ...]:
    if not judged.basis:
        return ()
    proof = judged.basis[-1]
    return (filled(_BEFORE, said=proof.said, visit=study.event(proof.record.visit).short),)
