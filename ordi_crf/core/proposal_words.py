"""Proposals in words: one line for each row of a form that a line of a file has values for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordi_crf import forms, study
from ordi_crf.core import place_words, values
from ordi_crf.core.phrases import listed
from ordi_crf.core.proposals import Proposal, Review, State
from ordi_crf.core.reference_ranges import LOWER, UNIT, UPPER, Range
from ordi_crf.core.units import with_unit
from ordi_crf.forms.labs import RESULTS, SAMPLE, TESTS
from ordi_crf.forms.schema import Language, Text

TITLES = (
    Text("Line", "Línea"),
    Text("Subject", "Paciente"),
    Text("Visit", "Visita"),
    Text("Item", "Ítem"),
    Text("In the study", "En el estudio"),
    Text("In the file", "En el archivo"),
    Text("What happens", "Qué ocurre"),
)
_FIRST = (State.REFUSED, State.CONFLICT, State.CHANGED, State.NEW, State.EQUAL)
"""What a line is called of whose values stand differently: the first of these."""
_COUNTS = {
    State.NEW: Text("{n} new", "{n} nuevos"),
    State.CHANGED: Text("{n} changed", "{n} cambiados"),
    State.EQUAL: Text("{n} equal", "{n} iguales"),
    State.CONFLICT: Text("{n} in conflict", "{n} en conflicto"),
    State.REFUSED: Text("{n} refused", "{n} rechazados"),
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A row of proposals, as a table shows it; its cells stand under `TITLES`."""

    numbers: tuple[int, ...]
    state: State
    cells: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Return whether something in it can be accepted."""
        return self.state in (State.NEW, State.CHANGED, State.CONFLICT)


def spoken(review: Review, language: Language) -> tuple[Spoken, ...]:
    """Return every row of a review, in the order of the file."""
    return tuple(_spoken(review, numbers, language) for numbers in review.rows())


def counted(review: Review) -> Text:
    """Return how many values stand in each state, as a list."""
    counts = review.counts()
    return listed(words.format(n=counts[s]) for s, words in _COUNTS.items() if counts.get(s))


def _spoken(review: Review, numbers: tuple[int, ...], language: Language) -> Spoken:
    mine = [review.proposals[n] for n in numbers]
    opened = [p for p in mine if p.open]
    # What cannot be taken of a row does not keep the rest of it from being taken.
    states = {p.state for p in opened or mine}
    state = next(s for s in _FIRST if s in states)
    first = mine[0]
    what = state.value.in_(language)
    why = next((p.why for p in mine if p.why is not None), None)
    if why is not None:
        what = f"{what}: {why.in_(language)}"
    cells = (
        str(first.origin.line or ""),
        first.key.subject.subjid,
        _visit(first, language),
        _item(mine, language),
        _values(mine, [p.old for p in mine], language),
        _values(mine, [p.new for p in mine], language),
        what,
    )
    return Spoken(numbers, state, tuple(map(_printable, cells)))


def _visit(proposal: Proposal, language: Language) -> str:
    known = {event.code for event in study.EVENTS}
    key = proposal.key
    return place_words.visit(key, language) if key.visit in known else key.visit


def _item(mine: Sequence[Proposal], language: Language) -> str:
    """Return the test, or else the question, or else the name that nobody knows."""
    form, (section, row, item) = mine[0].key.form, mine[0].place
    if section == RESULTS.name:
        known = next((code for code in TESTS.codes if code.value == row), None)
        return row if known is None else known.text.in_(language)
    try:
        found = forms.form(form)
        question = found.section(section).item(item).label.in_(language)
    except KeyError:
        return ".".join((form, section, row, item))
    place = question if section == SAMPLE.name else f"{found.title.in_(language)}, {question}"
    return f"{place} ({row})" if row else place


def _values(mine: Sequence[Proposal], stored: Sequence[str | None], language: Language) -> str:
    """Return values side by side; a result with its unit and its limits."""
    by_item = {p.place[2]: value for p, value in zip(mine, stored, strict=True)}
    if mine[0].place[0] == RESULTS.name:
        low, high = by_item.get(LOWER), by_item.get(UPPER)
        limits = Range(None, low, high, "").words if low or high else ""
        shown = with_unit(by_item.get("LBORRES") or "", by_item.get(UNIT) or "")
        return f"{shown} ({limits})".strip() if limits else shown
    return " · ".join(_shown(p, value, language) for p, value in zip(mine, stored, strict=True))


def _shown(proposal: Proposal, value: str | None, language: Language) -> str:
    section, _, item = proposal.place
    try:
        found = forms.form(proposal.key.form).section(section).item(item)
        return values.display(found, value, language)
    except (KeyError, ValueError):
        return value or ""


def _printable(text: str) -> str:
    """Return words that cannot steer what shows them, a terminal or a table."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
