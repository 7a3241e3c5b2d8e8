"""Buttons: one primary a page, everything else quiet, and links inside sentences."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.enter import pressed_by_enter
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.painting import CENTER, LEFT, rounded, text_width, write


class Kind(Enum):
    """How loud a button is."""

    PRIMARY = "primary"
    QUIET = "quiet"
    LINK = "link"
    TRAIL = "trail"
    """A part of a breadcrumb: muted until it is pointed at."""


_PIXELS = {
    Kind.PRIMARY: theme.BODY,
    Kind.QUIET: theme.BODY,
    Kind.LINK: theme.LABEL,
    Kind.TRAIL: theme.META,
}
_WEIGHT = {Kind.PRIMARY: 600, Kind.QUIET: 400, Kind.LINK: 600, Kind.TRAIL: 400}
_INLINE = (Kind.LINK, Kind.TRAIL)


class Button(QPushButton):
    """A button that may carry a code and reports it, so that one slot can serve several."""

    picked = Signal(str)

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.QUIET,
        *,
        code: str = "",
        pixels: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._code = kind, code
        self._pixels = pixels or _PIXELS[kind]
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        ringed(self)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        words = text_width(self._words(), theme.font(self._pixels, _WEIGHT[self._kind]))
        if self._kind in _INLINE:
            return QSize(int(words) + 2, self._pixels + 6)
        return QSize(int(words) + 36, theme.CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        ink, fill, line = self._colors(t)
        rounded(painter, box, theme.RADIUS_CONTROL, fill=fill, line=line)
        inline = self._kind in _INLINE
        face = theme.font(self._pixels, _WEIGHT[self._kind])
        face.setUnderline(inline and self.underMouse() and self.isEnabled())
        write(painter, box, self._words(), font=face, ink=ink, align=LEFT if inline else CENTER)

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self._code)

    def _words(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _colors(self, t: theme.Tokens) -> tuple[str, str | None, str | None]:
        """Return the ink, ground and line for the state the button is in."""
        hover = self.underMouse() and self.isEnabled()
        match self._kind:
            case Kind.PRIMARY if not self.isEnabled():
                return t.muted, t.idle_bg, None
            case Kind.PRIMARY:
                return t.on_accent, _stronger(t, self.isDown(), hover), None
            case Kind.QUIET:
                fill = t.soft if self.isDown() else t.idle_bg if hover else t.surface
                return (t.ink if self.isEnabled() else t.muted), fill, t.line
            case Kind.LINK:
                return (t.accent if self.isEnabled() else t.muted), None, None
            case Kind.TRAIL:
                return (t.accent if hover or self.hasFocus() else t.muted), None, None


def _stronger(t: theme.Tokens, down: bool, hover: bool) -> str:
    factor = 118 if down else 108 if hover else 100
    return QColor(t.accent).darker(factor).name()
