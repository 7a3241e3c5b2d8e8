"""The agenda as a list: headings that count, and under each the visits that want somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ordi_crf.core.agenda import Entry, Group, agenda
from ordi_crf.core.calendar import State as Stands
from ordi_crf.core.standing import phrase, span
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.ui.components.state import State
from ordi_crf.ui.session import Session
from ordi_crf.ui.wording import visit_words

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_SIGNS = {
    Group.OVERDUE: State.OVERDUE,
    Group.DUE: State.DUE,
    Group.SOON: State.PLANNED,
    Group.UNRECORDED: State.UNRECORDED,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group and how much is in it."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in words; `urgent` is what is said of it in colour."""

    entry: Entry
    group: Group
    sign: State
    visit: str
    window: str
    stands: str


class AgendaModel(QAbstractListModel):
    """Headings and lines in order; only lines can be chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[Heading | Line] = []

    def show(self, calendars: Iterable[Calendar]) -> None:
        """Show the agenda of these calendars."""
        known = tuple(calendars)
        self.beginResetModel()
        self._rows = []
        for group, entries in agenda(known).items():
            if entries:
                visits = sum(len(entry.appointments) for entry in entries)
                self._rows.append(Heading(self._session.say(group.value), visits))
            for entry in entries:
                self._rows.append(self._line(group, entry, known[0]))
        self.endResetModel()

    def row(self, position: int) -> Heading | Line:
        """Return a row as a value."""
        return self._rows[position]

    def first(self) -> QModelIndex:
        """Return the first line, an invalid index where there is none."""
        found = (n for n, row in enumerate(self._rows) if isinstance(row, Line))
        return self.index(next(found, -1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Line):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            return f"{row.words}: {row.count}"
        parts = (row.entry.subject.subjid, row.visit, row.window, row.stands)
        return ", ".join(part for part in parts if part)

    def _line(self, group: Group, entry: Entry, calendar: Calendar) -> Line:
        language, first = self._session.language, entry.first
        names = [visit_words(a.visit, a.repeat, language) for a in entry.appointments]
        window = stands = ""
        if group is not Group.UNRECORDED and first.opens is not None and first.closes is not None:
            window = span(first.opens, first.closes, calendar.today).in_(language)
            stands = self._stands(group, entry, calendar)
        return Line(entry, group, _SIGNS[group], ", ".join(names), window, stands)

    def _stands(self, group: Group, entry: Entry, calendar: Calendar) -> str:
        first, today = entry.first, calendar.today
        assert first.opens is not None
        assert first.closes is not None
        match group:
            case Group.DUE:
                return self.tr("%n day(s) left", "", (first.closes - today).days)
            case Group.SOON:
                return self.tr("in %n day(s)", "", (first.opens - today).days)
            case _:
                assert first.state is Stands.OVERDUE
                return self._session.say(phrase(first, today))
