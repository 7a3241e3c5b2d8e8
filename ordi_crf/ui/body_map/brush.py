"""The brush in hand: tool, layer, level and size, shared by every view and the tool panel."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Signal

from ordi_crf.core.brush import LARGEST, SMALLEST
from ordi_crf.core.strokes import Layer


class Tool(Enum):
    """What the pointer does."""

    BRUSH = "brush"
    ERASER = "eraser"
    FILL = "fill"


class Brush(QObject):
    """Holds what will be painted; whoever shows it follows `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer = Layer.ACTIVE
        self._levels = dict.fromkeys(Layer, 1)
        self._tool = Tool.BRUSH
        self._radius = 14 * 8

    @property
    def layer(self) -> Layer:
        """The layer that is painted."""
        return self._layer

    @property
    def level(self) -> int:
        """The level that is painted, 1 to 3."""
        return self._levels[self._layer]

    @property
    def tool(self) -> Tool:
        """What the pointer does."""
        return self._tool

    @property
    def radius(self) -> int:
        """Radius in eighths of a cell."""
        return self._radius

    def take_layer(self, layer: Layer) -> None:
        """Paint on a layer."""
        self._layer = layer
        self.changed.emit()

    def take_level(self, level: int) -> None:
        """Paint a level of the current layer; an eraser in hand becomes a brush."""
        self._levels[self._layer] = level
        if self._tool is Tool.ERASER:
            self._tool = Tool.BRUSH
        self.changed.emit()

    def take_tool(self, tool: Tool) -> None:
        """Take up a tool."""
        self._tool = tool
        self.changed.emit()

    def resize(self, radius: int) -> None:
        """Take a brush of a radius, kept within those on offer."""
        self._radius = max(SMALLEST, min(LARGEST, radius))
        self.changed.emit()

    def grow(self, steps: int) -> None:
        """Take a brush larger or smaller by steps of a sixth."""
        radius = self._radius
        for _ in range(abs(steps)):
            radius = max(radius + 8, radius * 7 // 6) if steps > 0 else radius * 6 // 7
        self.resize(radius // 8 * 8)
