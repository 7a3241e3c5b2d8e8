"""Small builders shared by the tests: people, keys, records and answers, written once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from ordi_crf import forms, study
from ordi_crf.core.records import Record, RecordKey, Row, Status, SubjectKey, blank
from ordi_crf.core.strokes import Stroke, encode
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.forms.clasi import AREAS, LOCATIONS, ONCE
from ordi_crf.forms.schema import Choice, Form, Item, Section

ANA = Actor("Ana Puig", "Investigator")
JOAN = Actor("Joan Ribó", "Monitor")

NURIA = Actor("Núria Vila", "Nurse")
SUBJECT = SubjectKey("01", "01-001")

Cells: TypeAlias = Mapping[str, Mapping[str, Mapping[str, str | None]]]
"""Section name, row key, item name: the value."""


class Ticking:
    """A clock that moves one second each time it is read."""

    def __init__(self, start: datetime = datetime(2010, 3, 15, 8, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@contextmanager
def at_work(study: StudyFile, actor: Actor) -> Iterator[StudyFile]:
    """Let somebody else be at work for a moment."""
    before, study.actor = study.actor, actor
    yield study
    study.actor = before


def key(form: str, visit: str = "D1", subject: SubjectKey = SUBJECT) -> RecordKey:
    """Return the key of a form; running records belong to the log."""
    return RecordKey(subject, "LOG" if form in study.LOG.forms else visit, form)


def record(
    form: str, cells: Cells, *, status: Status = Status.DRAFT, voided: tuple[str, ...] = ()
) -> Record:
    """Return a record with these answers, every other one blank."""
    known = forms.form(form)
    sections = {
        name: {
            row: Row(row, {**blank(known.section(name)), **values}, row in voided)
            for row, values in rows.items()
        }
        for name, rows in cells.items()
    }
    return Record(key(form), status, sections=sections)


def highest(item: Item) -> str:
    """Return the highest code of a graded item."""
    assert isinstance(item, Choice)
    return max((code.value for code in item.codes.codes), key=int)


def clasi(*, top: bool = False, duration: str | None = "LT12") -> Cells:
    """Return a whole CLASI: every item 0, or every item at its highest grade."""

    def grade(item: Item) -> str:
        return highest(item) if top else "0"

    areas = {
        row.value: {i.name: grade(i) for i in AREAS.items if row.value not in i.not_in_rows}
        for row in LOCATIONS.codes
    }
    once = {i.name: grade(i) for i in ONCE.items if i.required}
    return {AREAS.name: areas, ONCE.name: {"": {**once, "CLDYDUR": duration}}}


def answers(cells: Cells) -> list[Answer]:
    """Return the same answers as they are given to the study file."""
    return [
        Answer(section, row, item, value)
        for section, rows in cells.items()
        for row, values in rows.items()
        for item, value in values.items()
    ]


def stroke(n: int = 0) -> dict[str, str]:
    """Return the answers of one stroke; another one for another number."""
    painted = Stroke(radius=40, level=2, points=((1600 + n, 1600), (1680 + n, 1640)))
    return {"BMLAYER": "ACTIVE", "BMOP": encode(painted)}


def section_with(section: Section, item: Item) -> Section:
    """Return a section in which an item of that name is defined otherwise."""
    items = tuple(item if i.name == item.name else i for i in section.items)
    return replace(section, items=items)


def form_with(form: Form, section: Section) -> Form:
    """Return a form in which a section of that name is defined otherwise."""
    sections = tuple(section if s.name == section.name else s for s in form.sections)
    return replace(form, sections=sections)


def forms_with(section: Section) -> tuple[Form, ...]:
    """Return the study's forms in which a section of that name is defined otherwise."""
    return tuple(form_with(form, section) for form in forms.FORMS)
