"""What part of the canvas a view shows, and where on the widget a cell comes to lie."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from ordi_crf.core.raster import SUB

CLOSEST = 8.0
"""How far the wheel zooms in."""
_STEP = 1.2
_VIEW_WIDTH, _VIEW_HEIGHT = 1000, 1960


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of the canvas, in cells, its title, and the patient's sides at its corners.

    The sides are (at the left, at the right), in the longest wording first.
    """

    name: str
    shown: tuple[int, int, int, int]
    title: str
    sides: tuple[tuple[str, str], ...] = ()

    @property
    def rect(self) -> QRectF:
        """The rectangle of the canvas, in cells."""
        return QRectF(*self.shown)

    @property
    def view(self) -> str:
        """The view of the figure the window lies in."""
        return "back" if self.shown[0] >= _VIEW_WIDTH else "front"

    @property
    def columns(self) -> QRectF:
        """The half of the canvas the window lies in; nothing of the other half is shown."""
        return QRectF(_VIEW_WIDTH * (self.view == "back"), 0, _VIEW_WIDTH, _VIEW_HEIGHT)


class Viewport:
    """A window, zoomed and panned, in a rectangle of a widget."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._shown = window.rect
        self._room = QRectF(0, 0, 1, 1)

    def set_room(self, room: QRectF) -> None:
        """Take the rectangle of the widget to show the window in."""
        self._room = room

    def look_at(self, window: Window) -> None:
        """Show another window, whole."""
        self.window, self._shown = window, window.rect

    @property
    def room(self) -> QRectF:
        """The rectangle of the widget the figure is shown in."""
        return self._room

    @property
    def scale(self) -> float:
        """Pixels a cell."""
        across = self._room.width() / self._shown.width()
        down = self._room.height() / self._shown.height()
        return max(0.01, min(across, down))

    def to_widget(self) -> QTransform:
        """Return the transform from cells to widget pixels."""
        k = self.scale
        corner = self._room.center() - self._shown.center() * k
        return QTransform(k, 0, 0, k, corner.x(), corner.y())

    def cell(self, position: QPointF) -> QPointF:
        """Return the cell under a position of the widget."""
        return self.to_widget().inverted()[0].map(position)

    def eighths(self, position: QPointF) -> tuple[int, int]:
        """Return the place under a position, in eighths of a cell."""
        cell = self.cell(position)
        return round(cell.x() * SUB), round(cell.y() * SUB)

    def visible(self) -> QRectF:
        """Return the cells that the room shows, never those of the other view."""
        whole = self.to_widget().inverted()[0].mapRect(self._room)
        return whole.intersected(self.window.columns)

    def zoom(self, position: QPointF, *, closer: bool) -> None:
        """Zoom one step; what is under the position stays there."""
        at = self.cell(position)
        whole = self.window.rect
        wanted = self._shown.width() * (1 / _STEP if closer else _STEP)
        width = max(whole.width() / CLOSEST, min(whole.width(), wanted))
        share = width / self._shown.width()
        corner = at - (at - self._shown.topLeft()) * share
        self._shown = QRectF(corner.x(), corner.y(), width, self._shown.height() * share)
        self._keep_inside()

    def drag(self, grip: QPointF, position: QPointF) -> None:
        """Pan so that the cell that was gripped is under the position."""
        self._shown.translate(grip - self.cell(position))
        self._keep_inside()

    def _keep_inside(self) -> None:
        whole, shown = self.window.rect, self._shown
        shown.moveLeft(max(whole.left(), min(whole.right() - shown.width(), shown.left())))
        shown.moveTop(max(whole.top(), min(whole.bottom() - shown.height(), shown.top())))
