"""The overview on screen: one visit is at hand; pointer and arrow keys move along the visits."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ordi_crf.core.overview import Overview
from ordi_crf.core.records import RecordKey
from ordi_crf.ui import theme
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.overview.figures import Lesions
from ordi_crf.ui.overview.sheet import Sheet
from ordi_crf.ui.overview.words import Words
from ordi_crf.ui.places import SubjectVisit

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}


_INSET = QMarginsF(10, 8, 4, 4)
"""Room for the focus ring about the sheet."""


class Chart(QWidget):
    """Paints the sheet once for a size, and the visit at hand over it."""

    went = Signal(object)
    """A Place to go to."""

    def __init__(self, overview: Overview, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview, self._words = overview, words
        self._lesions: dict[RecordKey, Lesions] = {}
        self._at = len(overview.visits) - 1
        self._sheet = Sheet(overview, words, 900, 0)
        self._picture: QPixmap | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        ringed(self)
        self.setAccessibleName(words.summary(overview))
        self._tell()

    @property
    def at(self) -> int:
        """Return the number of the visit at hand, -1 without any."""
        return self._at

    def move_to(self, number: int) -> None:
        """Take a visit at hand; beyond either end the outermost stays."""
        number = min(max(number, 0), len(self._overview.visits) - 1)
        if number != self._at:
            self._at = number
            self._tell()
            self.update()

    def show_lesions(self, key: RecordKey, lesions: Lesions) -> None:
        """Show what was painted at a visit."""
        self._lesions[key] = lesions
        if self._picture is not None:
            painter = self._on_picture(self._picture)
            self._sheet.paint_lesions(painter, key, lesions)
            painter.end()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, int(self._sheet.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = QRectF(self.rect()).marginsRemoved(_INSET)
        self._sheet = Sheet(self._overview, self._words, room.width(), room.height())
        least = Sheet(self._overview, self._words, room.width(), 0).height
        self.setMinimumHeight(ceil(least + _INSET.top() + _INSET.bottom()))
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._forget()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._painted(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.translate(_INSET.left(), _INSET.top())
        if self._at >= 0:
            self._sheet.paint_visit(painter, theme.tokens(), self._overview.visits[self._at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._at < 0:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.move_to(self._at + _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.move_to(0 if key is Qt.Key.Key_Home else len(self._overview.visits) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            visit = self._overview.visits[self._at]
            self.went.emit(SubjectVisit(self._overview.subject, visit.visit, visit.repeat))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = _on_sheet(event.position())
        opens = self._sheet.target(place)
        shape = Qt.CursorShape.ArrowCursor if opens is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        if opens is not None and self._overview.visits:
            self.move_to(self._sheet.visit_at(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        opens = self._sheet.target(_on_sheet(event.position()))
        if event.button() is Qt.MouseButton.LeftButton and opens is not None:
            self.went.emit(opens)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(
                event.globalPos(), self._sheet.tip(_on_sheet(QPointF(event.pos()))), self
            )
            return True
        return super().event(event)

    def _painted(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.color(theme.tokens().surface))
        painter = self._on_picture(picture)
        self._sheet.paint(painter, theme.tokens(), self._lesions)
        painter.end()
        return picture

    def _on_picture(self, picture: QPixmap) -> QPainter:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_INSET.left(), _INSET.top())
        return painter

    def _forget(self) -> None:
        """Paint everything anew at the next chance."""
        self._picture = None
        self.update()

    def _tell(self) -> None:
        """Say the visit at hand to who hears the chart."""
        if self._at >= 0:
            visit = self._overview.visits[self._at]
            self.setAccessibleDescription(self._words.told(self._overview, visit))


def _on_sheet(place: QPointF) -> QPointF:
    """Return a place of the widget as one of the sheet."""
    return place - QPointF(_INSET.left(), _INSET.top())
