"""What pointer and keys do to a drawing: strokes, fills, undo and redo, each reported once.

A stroke becomes an operation when the pointer is let go, and nothing at all when it painted
nothing. Undo and redo are last-in-first-out over both layers, like the rows that are kept.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from ordi_crf.core.bodymap import Region
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.paint import Box
from ordi_crf.core.raster import SUB
from ordi_crf.core.strokes import Fill, Layer, Point, encode
from ordi_crf.ui.body_map.brush import Brush, Tool


class Easel(QObject):
    """Holds a drawing and paints on it with the brush in hand."""

    stroked = Signal(str, str)
    """Layer and text of an operation that was painted."""
    undone = Signal()
    redone = Signal()
    painted = Signal(object)
    """The box of cells that changed."""
    settled = Signal()
    """The drawing is an operation more or less."""

    def __init__(self, drawing: Drawing, brush: Brush, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.read_only = False
        self._drawing, self._brush = drawing, brush
        self._layer: Layer | None = None
        self._before: tuple[int, ...] = ()
        self._dab_due = QTimer(self)
        self._dab_due.setSingleShot(True)
        self._dab_due.setInterval(QGuiApplication.styleHints().mouseDoubleClickInterval())
        self._dab_due.timeout.connect(self.settle)

    @property
    def drawing(self) -> Drawing:
        """The drawing as it stands, a stroke in the making included."""
        return self._drawing

    @property
    def painting(self) -> bool:
        """Whether a stroke is in the making."""
        return self._layer is not None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return not self.read_only and (self._drawing.can_undo or self.painting)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to put back."""
        return not self.read_only and self._drawing.can_redo

    def take(self, drawing: Drawing) -> None:
        """Paint on another drawing."""
        self.settle()
        self._drawing = drawing

    def begin(self, point: Point, *, eraser: bool) -> None:
        """Start a stroke, or fill the region at the point; all numbers in eighths of a cell."""
        self.settle()
        if self.read_only:
            return
        if self._brush.tool is Tool.FILL and not eraser:
            self.fill(self._drawing.map.region_at(point[0] // SUB, point[1] // SUB))
            return
        self._layer = self._brush.layer
        self._before = self._drawing.masks[self._layer].counts()
        level = 0 if eraser or self._brush.tool is Tool.ERASER else self._brush.level
        self._tell(self._drawing.begin(self._layer, self._brush.radius, level, point))

    def extend(self, point: Point) -> None:
        """Carry the stroke on to a point."""
        if self.painting:
            self._tell(self._drawing.extend(point))

    def finish(self, *, perhaps_a_click: bool = False) -> None:
        """End the stroke; one that may be the first half of a double click waits for the other."""
        if self.painting and perhaps_a_click:
            self._dab_due.start()
        else:
            self.settle()

    @Slot()
    def settle(self) -> None:
        """Make the stroke an operation, or nothing where it painted nothing."""
        self._dab_due.stop()
        layer, self._layer = self._layer, None
        if layer is None:
            return
        if self._drawing.masks[layer].counts() == self._before:
            self._drawing.abandon()
            self.settled.emit()
        else:
            stroke = self._drawing.finish()
            self.settled.emit()
            self.stroked.emit(layer.value, encode(stroke))

    @Slot()
    def abandon(self) -> None:
        """Take the stroke in the making back as if it had not been begun."""
        self._dab_due.stop()
        if self.painting:
            self._layer = None
            self._drawing.abandon()
            self._tell(self._drawing.changed)
            self.settled.emit()

    def fill(self, region: Region | None) -> None:
        """Fill a region with the level in hand, or erase it, where that changes anything."""
        self.settle()
        if region is None or self.read_only:
            return
        layer = self._brush.layer
        level = 0 if self._brush.tool is Tool.ERASER else self._brush.level
        if self._drawing.masks[layer].count(region, level) == region.cells:
            return
        fill = Fill(region.code, level)
        self._drawing.apply(layer, fill)
        self._tell(self._drawing.changed)
        self.settled.emit()
        self.stroked.emit(layer.value, encode(fill))

    @Slot()
    def undo(self) -> None:
        """Take back the last operation of either layer."""
        self.settle()
        if self.can_undo:
            self._drawing.undo()
            self._tell(self._drawing.changed)
            self.settled.emit()
            self.undone.emit()

    @Slot()
    def redo(self) -> None:
        """Put back the operation taken back last."""
        self.settle()
        if self.can_redo:
            self._drawing.redo()
            self._tell(self._drawing.changed)
            self.settled.emit()
            self.redone.emit()

    def _tell(self, box: Box | None) -> None:
        if box is not None:
            self.painted.emit(box)
