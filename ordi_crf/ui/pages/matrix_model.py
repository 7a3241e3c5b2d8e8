"""The matrix of subjects and visits as a model: strings, and a state for every visit."""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QWidget

from ordi_crf import study
from ordi_crf.core.progress import SubjectLine
from ordi_crf.core.records import SubjectKey
from ordi_crf.core.surface import shown
from ordi_crf.ui.components.state import State, state_word
from ordi_crf.ui.session import Session

Index: TypeAlias = QModelIndex | QPersistentModelIndex
STATE_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns before the visits."""

    SUBJECT = 0
    ACTIVITY = 1
    BSA = 2


_FIRST_VISIT = len(Column)


class MatrixModel(QAbstractTableModel):
    """Subjects by visits; returns strings, and a state for the delegate."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[SubjectLine] = []
        self._found = ""
        self.reload()

    def reload(self) -> None:
        """Read the matrix again."""
        self.beginResetModel()
        wanted = self._found.casefold()
        self._lines = [
            line for line in self._session.lines() if wanted in line.subject.subjid.casefold()
        ]
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
        return study.EVENTS[column - _FIRST_VISIT].code if column >= _FIRST_VISIT else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else _FIRST_VISIT + len(study.EVENTS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is Qt.Orientation.Vertical:
            return None
        if section >= _FIRST_VISIT:
            visit = study.EVENTS[section - _FIRST_VISIT]
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
        state = line.visits[visit]
        if role == STATE_ROLE:
            return state.value
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            label = study.event(visit).label.in_(self._session.language)
            return f"{line.subject.subjid}, {label}: {state_word(State(state.value))}"
        return None

    def _figure(self, line: SubjectLine, column: int) -> str:
        match Column(column):
            case Column.SUBJECT:
                return line.subject.subjid
            case Column.ACTIVITY:
                return "" if line.activity is None else str(line.activity)
            case Column.BSA:
                return "" if line.bsa is None else shown(line.bsa, 1)
