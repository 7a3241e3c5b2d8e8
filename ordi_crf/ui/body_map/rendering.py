"""What a view keeps drawn: the figure as a pixmap, the painting as an image.

The figure is drawn when the view's size or place changes; of the painting only what changed is
composed anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from ordi_crf.core.paint import Box
from ordi_crf.ui import theme
from ordi_crf.ui.body_map.artwork import PAPER, artwork
from ordi_crf.ui.body_map.lesions import Lesions
from ordi_crf.ui.body_map.viewport import Viewport, Window
from ordi_crf.ui.components.painting import CENTER, rounded, text_width, write

CAPTION = 20
"""Height of the strip that holds a view's title and the patient's sides, in pixels."""
_APART = 6
"""The least room between the title and a side, in pixels."""
DUSK = QColor(10, 16, 24, 26)
"""Laid over paper beside a dark window, so that it stays paper and does not glare."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text and the box it is written in, in pixels of the widget."""

    text: str
    box: QRectF


class Rendering:
    """The pictures one view is painted from."""

    def __init__(self, viewport: Viewport) -> None:
        self._viewport = viewport
        self._size, self._ratio = QSize(), 1.0
        self._lesions: Lesions | None = None
        self._figure: QPixmap | None = None
        self._painting: QImage | None = None
        self._stale: list[QRect] = []

    def show_lesions(self, lesions: Lesions) -> None:
        """Take the painting of a drawing."""
        self._lesions = lesions
        self._painting = None

    def forget(self) -> None:
        """Draw everything anew at the next paint."""
        self._figure = self._painting = None

    def forget_painting(self) -> None:
        """Compose the painting anew at the next paint."""
        self._painting = None

    def mark_stale(self, box: Box) -> QRect:
        """Note cells that changed and return where they are on the widget."""
        margin = 3 / self._viewport.scale
        where = QRectF(*box).adjusted(-margin, -margin, margin, margin)
        here = self._viewport.to_widget().mapRect(where).toAlignedRect()
        here = here.intersected(QRect(0, 0, self._size.width(), self._size.height()))
        if not here.isEmpty():
            self._stale.append(_aligned(here))
        return here

    def paint(self, painter: QPainter, exposed: QRect, size: QSize, ratio: float) -> None:
        """Paint figure and painting where they are exposed."""
        if (size, ratio) != (self._size, self._ratio):
            self._size, self._ratio = size, ratio
            self.forget()
        if self._figure is None:
            self._figure = self._draw_figure()
        source = QRectF(
            exposed.x() * ratio, exposed.y() * ratio, exposed.width() * ratio,
            exposed.height() * ratio,
        )  # fmt: skip
        painter.drawPixmap(QRectF(exposed), self._figure, source)
        if self._lesions is None:
            return
        painter.save()
        painter.setClipRect(self._viewport.room)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.drawImage(QRectF(exposed), self._fresh_painting(self._lesions), source)
        painter.restore()

    def _fresh_painting(self, lesions: Lesions) -> QImage:
        """Return the painting, brought up to date where it is stale."""
        to_widget = self._viewport.to_widget()
        stale, self._stale = self._stale, []
        if self._painting is None:
            whole = QRect(0, 0, self._size.width(), self._size.height())
            self._painting = lesions.compose(whole, to_widget, self._ratio)
            return self._painting
        for box in stale:
            piece = lesions.compose(box, to_widget, self._ratio)
            painter = QPainter(self._painting)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawImage(box.topLeft(), piece)
            painter.end()
        return self._painting

    def _draw_figure(self) -> QPixmap:
        """Return the figure as this view shows it, with its card and caption."""
        t, viewport = theme.tokens(), self._viewport
        pixmap = QPixmap(self._size * self._ratio)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(theme.color(t.bg))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(0, 0, self._size.width(), self._size.height())
        rounded(painter, card, theme.RADIUS_CARD, fill=PAPER.name(), line=t.line)
        self._draw_caption(painter)
        painter.save()
        painter.setClipRect(viewport.room)
        painter.setTransform(viewport.to_widget(), True)
        artwork().paint(painter, viewport.visible(), viewport.scale)
        painter.restore()
        if t.dark:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(DUSK)
            painter.drawRoundedRect(card, theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.end()
        return pixmap

    def _draw_caption(self, painter: QPainter) -> None:
        """Draw title and sides in the light theme's ink: the card is paper in either theme."""
        plain, bold = theme.font(theme.META), theme.font(theme.META, 600)
        title, *sides = caption(self._viewport.window, self._size.width())
        write(painter, title.box, title.text, font=bold, ink=theme.LIGHT.ink, align=CENTER)
        for side in sides:
            write(painter, side.box, side.text, font=plain, ink=theme.LIGHT.muted, align=CENTER)


def caption(window: Window, width: float) -> list[Written]:
    """Return the title and the sides above a view so wide, none of them over another.

    The sides are worded as fully as fits beside the title; where not even their letters do, the
    title is elided between them: which side is the patient's right is told before all else.
    """
    bold, plain = theme.font(theme.META, 600), theme.font(theme.META)
    room = QRectF(8, 2, width - 16, CAPTION)
    title = min(ceil(text_width(window.title, bold)), room.width())
    sides: tuple[str, ...] = ()
    reach = 0
    for sides in window.sides:
        reach = max(ceil(text_width(side, plain)) for side in sides)
        if 2 * (reach + _APART) + title <= room.width():
            break
    if sides:
        title = min(title, room.width() - 2 * (reach + _APART))
    middle = QRectF(room.center().x() - title / 2, room.top(), title, CAPTION)
    written = [Written(window.title, middle)]
    for n, side in enumerate(sides):
        wide = ceil(text_width(side, plain))
        x = room.right() - wide if n else room.left()
        written.append(Written(side, QRectF(x, room.top(), wide, CAPTION)))
    return written


def _aligned(rect: QRect) -> QRect:
    """Return the rectangle grown to multiples of 4, whole device pixels at 125, 150 and 175 %."""
    left, top = rect.left() // 4 * 4, rect.top() // 4 * 4
    return QRect(left, top, (rect.right() - left) // 4 * 4 + 4, (rect.bottom() - top) // 4 * 4 + 4)
