"""Icons: our own line drawings, coloured by the theme at the moment they are painted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ordi_crf import paths
from ordi_crf.ui import theme
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.painting import rounded
from ordi_crf.ui.theme import Tone


def paint_icon(painter: QPainter, box: QRectF, name: str, tone: Tone) -> None:
    """Paint a drawing of `resources/icons` into a box."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = _drawing(name).replace("currentColor", theme.ink(theme.tokens(), tone))
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, box)


class Icon(QWidget):
    """A drawing of 16 px; what it means is its accessible name and its tooltip."""

    def __init__(self, name: str, tone: Tone, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, tone
        self.setToolTip(meaning)
        self.setAccessibleName(meaning)
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._name, self._tone)


class IconButton(QAbstractButton):
    """A small button that is only a drawing; `picked` carries its code."""

    picked = Signal(str)

    def __init__(
        self,
        name: str,
        meaning: str,
        *,
        code: str = "",
        tone: Tone = Tone.MUTED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._code, self._tone = name, code, tone
        self.setToolTip(meaning)
        self.setAccessibleName(meaning)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        ringed(self)

    def sizeHint(self) -> QSize:
        return QSize(24, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.hasFocus()
        if lit:
            rounded(painter, QRectF(self.rect()), theme.RADIUS_CONTROL, fill=t.idle_bg)
        tone = Tone.ACCENT if lit else self._tone
        paint_icon(painter, QRectF(4, 4, 16, 16), self._name, tone)

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self._code)


@lru_cache(maxsize=32)
def _drawing(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
