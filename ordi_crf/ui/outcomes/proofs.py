"""The subjects of an outcome and the records that prove what is said of them; a row leads there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ordi_crf.core.readings import Estimate, State
from ordi_crf.core.records import SubjectKey
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import hairline, write
from ordi_crf.ui.outcomes.signs import paint_result
from ordi_crf.ui.outcomes.words import Line, lines, place_words
from ordi_crf.ui.places import FormAt, Place, SubjectVisit
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table

_ROW = 32
_RESULT, _SUBJECT = 0, 1


class ProofList(QWidget):
    """Every subject by one reading: met with its records, not met, not known with the reason."""

    went = Signal(object)
    """The place that a row leads to."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[Line] = []
        titles = (
            self.tr("Outcome"),
            self.tr("Subject"),
            self.tr("Visit"),
            self.tr("Form"),
            self.tr("Date"),
            self.tr("What it says"),
        )
        self._rows = Rows(titles, [], self)
        self._table = Table(self._rows)
        self._table.setAccessibleName(self.tr("Subjects and records"))
        self._table.verticalHeader().setDefaultSectionSize(_ROW)
        self._table.set_columns(((112, 0), (76, 0), (150, 1), (96, 1), (88, 0), (150, 8)))
        self._result = _Result(self._table)
        self._table.setItemDelegateForColumn(_RESULT, self._result)
        self._table.activated.connect(self._on_activated)
        self._table.clicked.connect(self._on_activated)
        self.setFocusProxy(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table)

    def show_estimate(self, found: Estimate) -> None:
        """Show the subjects by a reading."""
        self._lines = lines(found)
        self._result.states = [None if line.again else line.state for line in self._lines]
        self._rows.set_rows([self._cells(line) for line in self._lines])
        self._table.scrollToTop()

    def choose(self, subject: SubjectKey) -> None:
        """Move to the first row of a subject."""
        for n, line in enumerate(self._lines):
            if line.subject == subject:
                self._table.setCurrentIndex(self._rows.index(n, _SUBJECT))
                return

    def _cells(self, line: Line) -> tuple[str, ...]:
        say = self._session.say
        place = ("", "", "")
        if line.proof is not None:
            place = place_words(line.proof, self._session.language)
        result, subject = say(line.state.value), line.subject.subjid
        return ("" if line.again else result, "" if line.again else subject, *place, say(line.said))

    def _place(self, line: Line) -> Place:
        if line.proof is None:
            return SubjectVisit(line.subject)
        return FormAt(line.proof.record, *line.proof.item)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.went.emit(self._place(self._lines[index.row()]))


class _Result(QStyledItemDelegate):
    """The sign of a result and its word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.states: list[State | None] = []

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        t = theme.tokens()
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color(t.soft))
        hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)
        state = self.states[index.row()]
        if state is None:
            return
        sign = QRectF(box.left() + theme.SPACE_2, box.top(), 18, box.height())
        paint_result(painter, sign, state, t)
        ink = t.warn if state is State.UNKNOWN else t.muted if state is State.OUTSIDE else t.ink
        words = box.adjusted(theme.SPACE_2 + 24, 0, 0, 0)
        weight = 600 if state is State.MET else 400
        write(painter, words, str(index.data()), font=theme.font(theme.LABEL, weight), ink=ink)
