"""The tool panel: layer, level, tool, brush size, undo and redo."""

from __future__ import annotations

import math
from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from ordi_crf import atlas
from ordi_crf.core.bodymap import LEVELS, Region
from ordi_crf.core.brush import LARGEST, SMALLEST, dab_percent, diameter_cm
from ordi_crf.core.strokes import Layer
from ordi_crf.core.surface import shown
from ordi_crf.forms.bodymap import LAYER
from ordi_crf.forms.bodymap import LEVELS as WORDS
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.body_map.brush import Brush, Tool
from ordi_crf.ui.body_map.controls import LevelButton, Segments
from ordi_crf.ui.body_map.lesions import FILLS, hatching
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import written

_STEPS = 100


class ToolPanel(QWidget):
    """What the pointer will do; it changes the brush and asks for undo and redo."""

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, brush: Brush, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush, self._language = brush, language
        self._region: Region | None = None
        self._layers = Segments([(c.value, c.text.in_(language), "D") for c in LAYER.codes])
        self._levels = [LevelButton(level) for level in LEVELS]
        self._tools = Segments(
            [
                (Tool.BRUSH.value, self.tr("Brush"), "B"),
                (Tool.ERASER.value, self.tr("Eraser"), "E"),
                (Tool.FILL.value, self.tr("Fill region"), "F"),
            ]
        )
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(0, _STEPS)
        self._size.setAccessibleName(self.tr("Brush size"))
        self._size.setToolTip("[  ]")
        self._told = Label("", theme.META, 400, Tone.MUTED)
        self._undo, self._redo = Button(self.tr("Undo")), Button(self.tr("Redo"))
        self._undo.setToolTip("Ctrl+Z")
        self._redo.setToolTip("Ctrl+Y")
        self._lay_out()
        self._connect()
        self._show_brush()

    def set_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Offer undo and redo where there is something to take back or put back."""
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)

    def set_read_only(self, read_only: bool) -> None:
        """Leave only the choice of the layer that is read."""
        for widget in (*self._levels, self._tools, self._size):
            widget.setEnabled(not read_only)

    def set_region(self, region: Region | None) -> None:
        """Tell what a dab is worth where the pointer is."""
        if region != self._region:
            self._region = region
            self._tell_size()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_1)
        column.addWidget(self._layers)
        levels = QVBoxLayout()
        levels.setSpacing(0)
        group = QButtonGroup(self)
        for button in self._levels:
            group.addButton(button)
            levels.addWidget(button)
        column.addSpacing(2)
        column.addLayout(levels)
        column.addSpacing(2)
        column.addWidget(self._tools)
        column.addWidget(self._size)
        column.addWidget(self._told)
        history = QHBoxLayout()
        history.setSpacing(theme.SPACE_2)
        for history_button in (self._undo, self._redo):
            history_button.setSizePolicy(self._layers.sizePolicy())
            history.addWidget(history_button, 1)
        column.addLayout(history)

    def _connect(self) -> None:
        self._brush.changed.connect(self._show_brush)
        self._layers.picked.connect(self._on_layer_picked)
        self._tools.picked.connect(self._on_tool_picked)
        self._size.valueChanged.connect(self._on_size_moved)
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        for button in self._levels:
            button.picked.connect(self._brush.take_level)

    @Slot()
    def _show_brush(self) -> None:
        layer = self._brush.layer
        self._layers.set_current(layer.value)
        self._tools.set_current(self._brush.tool.value)
        for button, words, fill in zip(self._levels, WORDS[layer], FILLS[layer], strict=True):
            level = LEVELS[self._levels.index(button)]
            lines = QBrush(hatching(level)) if layer is Layer.DAMAGE else QBrush()
            button.set_look(words.in_(self._language), fill, lines)
            button.setChecked(level == self._brush.level)
        with QSignalBlocker(self._size):
            self._size.setValue(_position(self._brush.radius))
        self._tell_size()

    def _tell_size(self) -> None:
        radius = self._brush.radius
        dab = dab_percent(atlas.body_map(), radius, self._region)
        self._told.setText(
            self.tr("{cm} cm on the patient · {percent} % per dab").format(
                cm=written(shown(diameter_cm(radius), places=1), self._language),
                percent=written(shown(dab, places=3), self._language),
            )
        )

    @Slot(str)
    def _on_layer_picked(self, code: str) -> None:
        self._brush.take_layer(Layer(code))

    @Slot(str)
    def _on_tool_picked(self, code: str) -> None:
        self._brush.take_tool(Tool(code))

    @Slot(int)
    def _on_size_moved(self, position: int) -> None:
        # Quadratic: fine steps where lesions are small.
        share = Fraction(position, _STEPS) ** 2
        self._brush.resize(round(SMALLEST + (LARGEST - SMALLEST) * share))


def _position(radius: int) -> int:
    """Return the place on the slider nearest to a radius."""
    share = (radius - SMALLEST) / (LARGEST - SMALLEST)
    return round(_STEPS * math.sqrt(share))
