"""The visits of one subject, down the left of their page: what is done, due and to come.

What is no longer due, and what is due only later, is folded away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core import progress
from ordi_crf.core.calendar import Appointment
from ordi_crf.core.calendar import State as Stands
from ordi_crf.core.standing import phrase, span
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.core.visits import repeats
from ordi_crf.ui.calendars import sign
from ordi_crf.ui.components.state import State
from ordi_crf.ui.pages.subject_entries import FoldEntry, VisitEntry
from ordi_crf.ui.places import SubjectVisit
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import visit_words

_COMING = 3
"""How many visits to come are shown."""
_TONES = {
    Stands.DUE: Tone.ACCENT,
    Stands.OVERDUE: Tone.BAD,
    Stands.EARLY: Tone.WARN,
    Stands.LATE: Tone.WARN,
}


class _Fold(StrEnum):
    """Why visits are folded away."""

    NO = ""
    SUPERSEDED = "superseded"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class _Listed:
    """One visit of the list."""

    place: SubjectVisit
    appointment: Appointment | None
    fold: _Fold


class VisitList(QWidget):
    """Lists the visits and reports which was picked; one of them is where the page is."""

    picked = Signal(str, int)

    def __init__(
        self,
        session: Session,
        calendar: Calendar,
        place: SubjectVisit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._calendar, self._place = session, calendar, place
        records = session.records()
        self._records = {k: r for k, r in records.items() if k.subject == place.subject}
        self.chosen: VisitEntry | None = None
        """The visit the page is at."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(5, 4, 8, 4)
        self._column.setSpacing(1)
        for fold, listed in groupby(self._listed(), key=lambda one: one.fold):
            self._add(fold, list(listed))
        self._column.addStretch(1)

    def _listed(self) -> Iterator[_Listed]:
        coming = 0
        for visit in study.EVENTS:
            for place, appointment in self._of(visit):
                stands = None if appointment is None else appointment.state
                coming += stands is Stands.PLANNED
                fold = _Fold.NO
                if stands is Stands.SUPERSEDED:
                    fold = _Fold.SUPERSEDED
                elif stands is Stands.PLANNED and coming > _COMING:
                    fold = _Fold.LATER
                yield _Listed(place, appointment, fold)

    def _of(self, visit: study.Visit) -> Iterator[tuple[SubjectVisit, Appointment | None]]:
        """Yield every time a visit was begun, is in the calendar, or is shown."""
        subject, found = (
            self._place.subject,
            set(repeats(self._records, self._place.subject, visit.code)),
        )
        found |= {a.repeat for a in self._calendar.appointments if a.visit == visit.code}
        if visit.code == self._place.visit:
            found.add(self._place.visit_repeat)
        for repeat in sorted(found or ([1] if visit is study.LOG else [])):
            place = SubjectVisit(subject, visit.code, repeat)
            yield place, self._calendar.at(visit.code, repeat)

    def _add(self, fold: _Fold, listed: list[_Listed]) -> None:
        entries = [self._entry(one) for one in listed]
        for entry in entries:
            entry.setParent(self)
        # One line that says there is one more is no shorter than that one.
        if fold is not _Fold.NO and len(entries) > 1:
            header = FoldEntry(self._fold_words(fold, len(entries)), entries)
            header.setObjectName(f"fold_{fold}")
            self._column.addWidget(header)
            # Shown without a place of its own, an entry would be a window for a moment.
            header.fold(open_=any(entry.isChecked() for entry in entries))
        for entry in entries:
            self._column.addWidget(entry)

    def _fold_words(self, fold: _Fold, n: int) -> str:
        if fold is _Fold.SUPERSEDED:
            return self.tr("%n visit(s) no longer due", "", n)
        return self.tr("%n later visit(s)", "", n)

    def _entry(self, listed: _Listed) -> VisitEntry:
        place, appointment = listed.place, listed.appointment
        words = visit_words(place.visit, place.visit_repeat, self._session.language)
        entry = VisitEntry(place, words, self._note(appointment), self._sign(listed))
        if appointment is not None:
            entry.set_tone(_TONES.get(appointment.state, Tone.MUTED))
        entry.setChecked(place == self._place)
        entry.picked.connect(self._on_picked)
        self.chosen = entry if entry.isChecked() else self.chosen
        return entry

    def _sign(self, listed: _Listed) -> State:
        place = listed.place
        state = progress.visit_state(self._records, place.subject, place.visit, place.visit_repeat)
        stands = None if listed.appointment is None else listed.appointment.state
        return sign(state, stands) or State.PLANNED

    def _note(self, appointment: Appointment | None) -> str:
        """Return when a visit was held, or when it is due."""
        if appointment is None or (appointment.held is None and appointment.due is None):
            return ""
        today = self._calendar.today
        words = self._session.say(phrase(appointment, today))
        if appointment.held is None:
            if appointment.state is not Stands.PLANNED:
                return words
            assert appointment.opens is not None
            assert appointment.closes is not None
            return self._session.say(span(appointment.opens, appointment.closes, today))
        off = appointment.state in (Stands.EARLY, Stands.LATE)
        held = appointment.held.isoformat()
        return f"{held}, {words}" if off else held

    @Slot(str, int)
    def _on_picked(self, visit: str, repeat: int) -> None:
        self.picked.emit(visit, repeat)
