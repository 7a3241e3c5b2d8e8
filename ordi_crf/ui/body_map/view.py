"""One view: a window onto the canvas through which the skin is seen and painted.

Every view shows the same masks, so a close-up is neither a second drawing nor a second count.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ordi_crf.core.bodymap import Region
from ordi_crf.core.paint import Box
from ordi_crf.core.raster import SUB
from ordi_crf.ui import theme
from ordi_crf.ui.body_map.artwork import region_outline
from ordi_crf.ui.body_map.brush import Brush, Tool
from ordi_crf.ui.body_map.lesions import Lesions
from ordi_crf.ui.body_map.rendering import CAPTION, Rendering
from ordi_crf.ui.body_map.viewport import Viewport, Window
from ordi_crf.ui.components.painting import rounded

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class MapView(QWidget):
    """A paintable window onto the body map; it reports the pointer in eighths of a cell."""

    began = Signal(int, int, bool)
    """Where the pointer went down, and whether it is the eraser end of a pen."""
    moved = Signal(int, int)
    ended = Signal()
    hovered = Signal(object)
    """The point under the pointer in eighths of a cell, None when it left."""
    enlarged = Signal(str)
    space_tapped = Signal()

    def __init__(
        self, window: Window, brush: Brush, *, zoomable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewport, self._brush, self._zoomable = Viewport(window), brush, zoomable
        self._rendering = Rendering(self._viewport)
        self._pointer: QPointF | None = None
        self._grip: QPointF | None = None
        self._down = self._read_only = self._by_keyboard = False
        self._space = self._space_used = False
        self._marked: tuple[Region, ...] = ()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(40, 40)
        self.setObjectName(window.name)
        self._name()
        self.set_read_only(False)

    @property
    def window_shown(self) -> Window:
        """What the view is a window onto."""
        return self._viewport.window

    def show_window(self, window: Window) -> None:
        """Look at another part of the canvas, whole."""
        self._viewport.look_at(window)
        self._name()
        self._redraw()

    def show_lesions(self, lesions: Lesions) -> None:
        """Show the painting of a drawing."""
        self._rendering.show_lesions(lesions)
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        """Let the pointer paint, or only look."""
        self._read_only = read_only
        arrow, cross = Qt.CursorShape.ArrowCursor, Qt.CursorShape.CrossCursor
        self.setCursor(arrow if read_only else cross)
        self.update()

    def set_marked(self, regions: tuple[Region, ...], spoken: str) -> None:
        """Mark regions with an outline, and say which."""
        if regions != self._marked:
            self._marked = regions
            self.setAccessibleDescription(spoken)
            self.update()

    def refresh(self, box: Box) -> None:
        """Show what changed in a box of cells."""
        here = self._rendering.mark_stale(box)
        if not here.isEmpty():
            self.update(here)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._viewport.set_room(QRectF(self.rect().adjusted(1, CAPTION, -1, -1)))
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._redraw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in _KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = self._space = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._rendering.paint(painter, event.rect(), self.size(), self.devicePixelRatioF())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._by_keyboard:
            accent = theme.LIGHT.accent
            rounded(painter, QRectF(self.rect()), theme.RADIUS_CARD, line=accent, width=2.4)
        painter.setClipRect(self._viewport.room)
        self._draw_marks(painter)
        self._draw_ring(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        gripped = event.button() is Qt.MouseButton.MiddleButton or self._space
        if gripped and self._zoomable:
            self._grip = self._viewport.cell(event.position())
            self._space_used = self._space
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._press(event.position(), eraser=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._viewport.drag(self._grip, event.position())
            self._redraw()
        else:
            self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._grip = None
            self.set_read_only(self._read_only)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.enlarged.emit(self.window_shown.name)

    def tabletEvent(self, event: QTabletEvent) -> None:
        # Accepted, so that Qt sends no mouse event for it; pressure never changes the size.
        match event.type():
            case QEvent.Type.TabletPress:
                pen = event.pointerType()
                eraser = pen is QPointingDevice.PointerType.Eraser
                self._press(event.position(), eraser=eraser)
            case QEvent.Type.TabletMove:
                self._move(event.position())
            case QEvent.Type.TabletRelease:
                self._release()
            case _:
                pass
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._update_ring()
        self._pointer = None
        self.hovered.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._zoomable or self._down or not event.angleDelta().y():
            event.ignore()
            return
        self._viewport.zoom(event.position(), closer=event.angleDelta().y() > 0)
        self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            # Space and drag pans; space alone is told when it is let go.
            self._space = True
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._space and not self._space_used:
                self.space_tapped.emit()
            self._space = self._space_used = False
        else:
            event.ignore()

    # what the pointer does

    def _press(self, position: QPointF, *, eraser: bool) -> None:
        if position.y() >= CAPTION and not self._read_only:
            self._down = True
            self.began.emit(*self._viewport.eighths(position), eraser)

    def _move(self, position: QPointF) -> None:
        self._update_ring()
        self._pointer = position
        self._update_ring()
        point = self._viewport.eighths(position)
        if self._down:
            self.moved.emit(*point)
        else:
            self.hovered.emit(point)

    def _release(self) -> None:
        if self._down:
            self._down = False
            self.ended.emit()

    # drawing

    def _name(self) -> None:
        window = self.window_shown
        self.setAccessibleName(" ".join((window.title, *(window.sides[0] if window.sides else ()))))

    def _redraw(self) -> None:
        self._rendering.forget()
        self.update()

    def _draw_marks(self, painter: QPainter) -> None:
        painter.save()
        painter.setTransform(self._viewport.to_widget(), True)
        pen = QPen(theme.color(theme.LIGHT.accent), 2.4)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for region in self._marked:
            if region.view == self.window_shown.view:
                painter.drawPath(region_outline(region))
        painter.restore()

    def _draw_ring(self, painter: QPainter) -> None:
        """Draw the true edge of the brush: what lies inside is painted."""
        if self._pointer is None or self._read_only or self._brush.tool is Tool.FILL:
            return
        radius = self._ring_radius()
        erasing = self._brush.tool is Tool.ERASER
        style = Qt.PenStyle.DashLine if erasing else Qt.PenStyle.SolidLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("#FFFFFF", 220), 2.6))
        painter.drawEllipse(self._pointer, radius, radius)
        painter.setPen(QPen(theme.color(theme.LIGHT.ink), 1.2, style))
        painter.drawEllipse(self._pointer, radius, radius)

    def _ring_radius(self) -> float:
        return self._brush.radius / SUB * self._viewport.scale

    def _update_ring(self) -> None:
        if self._pointer is not None:
            x, y, r = self._pointer.x(), self._pointer.y(), self._ring_radius() + 4
            self.update(QRectF(x - r, y - r, 2 * r, 2 * r).toAlignedRect())
