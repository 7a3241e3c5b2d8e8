"""The matrix of subjects and visits as a model: strings, and a sign for every visit."""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QWidget

from ordi_crf import study
from ordi_crf.core.progress import SubjectLine
from ordi_crf.core.records import SubjectKey
from ordi_crf.core.standing import phrase
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.core.surface import shown
from ordi_crf.ui.calendars import calendars_of, sign
from ordi_crf.ui.components.state import State, state_word
from ordi_crf.ui.session import Session
from ordi_crf.ui.wording import written

Index: TypeAlias = QModelIndex | QPersistentModelIndex
STATE_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns before the visits."""

    SUBJECT = 0
    ACTIVITY = 1
    BSA = 2


FIRST_VISIT = len(Column)


class MatrixModel(QAbstractTableModel):
    """Subjects by visits; returns strings, and a state for the delegate."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[SubjectLine] = []
        self._calendars: dict[SubjectKey, Calendar] = {}
        self._found = ""
        self.reload()

    @property
    def calendars(self) -> tuple[Calendar, ...]:
        """Return the calendar of every subject, found or not."""
        return tuple(self._calendars.values())

    def reload(self) -> None:
        """Read the matrix again."""
        self.beginResetModel()
        wanted = self._found.casefold()
        self._lines = [
            line for line in self._session.lines() if wanted in line.subject.subjid.casefold()
        ]
        self._calendars = {c.subject: c for c in calendars_of(self._session)}
        self.endResetModel()

    @Slot(str)
    def find(self, text: str) -> None:
        """Show only subjects whose id contains a text."""
        self._found = text.strip()
        self.reload()

    def subject(self, row: int) -> SubjectKey:
        """Return the subject of a row."""
        return self._lines[row].subject

    def line(self, row: int) -> SubjectLine:
        """Return a row as a value."""
        return self._lines[row]

    def visit(self, column: int) -> str:
        """Return the visit code of a column, the empty text for the others."""
        return study.EVENTS[column - FIRST_VISIT].code if column >= FIRST_VISIT else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else FIRST_VISIT + len(study.EVENTS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is Qt.Orientation.Vertical:
            return None
        if section >= FIRST_VISIT:
            visit = study.EVENTS[section - FIRST_VISIT]
            text = visit.short if role == Qt.ItemDataRole.DisplayRole else visit.label
            shows = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return text.in_(self._session.language) if shows else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Subject"), self.tr("CLASI-A"), self.tr("% BSA"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        visit = self.visit(index.column())
        if visit:
            return self._visit_data(line, visit, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._figure(line, index.column())
        return None

    def _visit_data(self, line: SubjectLine, visit: str, role: int) -> object:
        shown_sign = self._sign(line, visit)
        if role == STATE_ROLE:
            return None if shown_sign is None else shown_sign.value
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            label = study.event(visit).label.in_(self._session.language)
            words = self.tr("none") if shown_sign is None else self._words(line, visit, shown_sign)
            return f"{line.subject.subjid}, {label}: {words}"
        return None

    def _sign(self, line: SubjectLine, visit: str) -> State | None:
        stands = self._calendars[line.subject].stands(visit)
        if visit == study.LOG.code:
            return State(line.visits[visit].value)
        return sign(line.visits[visit], stands)

    def _words(self, line: SubjectLine, visit: str, shown_sign: State) -> str:
        """Return the word of a sign, and when the visit was or is due where that says more."""
        calendar = self._calendars[line.subject]
        word, appointment = state_word(shown_sign), calendar.open_at(visit)
        if appointment is None:
            return word
        when = phrase(appointment, calendar.today).in_(self._session.language)
        held = "" if appointment.held is None else f", {appointment.held.isoformat()}"
        return f"{word}{held}" if when == word else f"{word}{held}, {when}"

    def _figure(self, line: SubjectLine, column: int) -> str:
        match Column(column):
            case Column.SUBJECT:
                return line.subject.subjid
            case Column.ACTIVITY:
                return "" if line.activity is None else str(line.activity)
            case Column.BSA:
                if line.bsa is None:
                    return ""
                return written(shown(line.bsa, 1), self._session.language)
