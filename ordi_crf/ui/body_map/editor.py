"""The editor of the body map: front, back, close-ups, tools and live figures.

It paints on a `Drawing` it is given and reports each finished operation; keeping them is its
owner's affair. The mask is painted in the pointer's event, the figures follow within 40 ms.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf import atlas
from ordi_crf.core.bodymap import Region
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.paint import Box
from ordi_crf.core.raster import SUB
from ordi_crf.core.strokes import Layer, Point
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.body_map.board import Board
from ordi_crf.ui.body_map.brush import Brush, Tool
from ordi_crf.ui.body_map.easel import Easel
from ordi_crf.ui.body_map.keyboard import ARROWS, LEVEL_KEYS, TOOL_KEYS, first_region, neighbour
from ordi_crf.ui.body_map.lesions import Lesions
from ordi_crf.ui.body_map.readout import Readout
from ordi_crf.ui.body_map.tools import ToolPanel
from ordi_crf.ui.components.card import Card

PANEL_WIDTH = 284
REFRESH_MS = 40


class BodyMapEditor(QWidget):
    """Paint lesions on the body and read what they amount to."""

    stroked = Signal(str, str)
    """Layer and text of an operation that was painted."""
    undone = Signal()
    redone = Signal()

    def __init__(self, language: Language = Language.EN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._region: Region | None = None
        self._brush = Brush(self)
        self._easel = Easel(Drawing(atlas.body_map()), self._brush, self)
        self._board = Board(self._brush)
        self._tools = ToolPanel(self._brush, language)
        self._readout = Readout(language)
        self._figures_due = QTimer(self)
        self._figures_due.setSingleShot(True)
        self._figures_due.setInterval(REFRESH_MS)
        self._lay_out()
        self._connect()
        self.load(self._easel.drawing)

    def drawing(self) -> Drawing:
        """Return the drawing, a stroke in the making finished."""
        self._easel.settle()
        return self._easel.drawing

    def load(self, drawing: Drawing) -> None:
        """Show and paint on a drawing."""
        self._easel.take(drawing)
        self._board.show_lesions(Lesions(drawing))
        self._refresh_figures()

    def set_read_only(self, read_only: bool) -> None:
        """Let the pointer paint, or only look."""
        self._easel.settle()
        self._easel.read_only = read_only
        self._tools.set_read_only(read_only)
        self._board.set_read_only(read_only)
        self._refresh_figures()

    def highlight_location(self, code: str | None) -> None:
        """Point out the regions of a CLASI location, none for None."""
        self._mark(_regions_of(code) if code else ())

    def last_control(self) -> QWidget:
        """Return the last widget that Tab reaches, after which a page goes on."""
        last: QWidget = self
        following = self.nextInFocusChain()
        while following is not None and following is not self:
            if self.isAncestorOf(following) and following.focusPolicy() & Qt.FocusPolicy.TabFocus:
                last = following
            following = following.nextInFocusChain()
        return last

    @Slot()
    def undo(self) -> None:
        """Take back the last operation of either layer."""
        self._easel.undo()

    @Slot()
    def redo(self) -> None:
        """Put back the operation taken back last."""
        self._easel.redo()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_control_y(event):
            self.redo()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._take_key(event):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        panel = Card()
        panel.setFixedWidth(PANEL_WIDTH)
        panel.body.setContentsMargins(10, 10, 10, 8)
        panel.body.addWidget(self._tools)
        panel.body.addWidget(self._readout, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self._board, 1)
        row.addWidget(panel)

    def _connect(self) -> None:
        board, easel = self._board, self._easel
        board.began.connect(self._on_began)
        board.moved.connect(self._on_moved)
        board.ended.connect(self._on_ended)
        board.hovered.connect(self._on_hovered)
        board.double_clicked.connect(easel.abandon)
        board.space_tapped.connect(self._on_space_tapped)
        easel.painted.connect(self._on_painted)
        easel.settled.connect(self._refresh_figures)
        easel.stroked.connect(self.stroked)
        easel.undone.connect(self.undone)
        easel.redone.connect(self.redone)
        self._tools.undo_asked.connect(easel.undo)
        self._tools.redo_asked.connect(easel.redo)
        self._readout.location_picked.connect(self._on_location_picked)
        self._brush.changed.connect(self._refresh_figures)
        self._figures_due.timeout.connect(self._refresh_figures)

    # painting

    @Slot(int, int, bool)
    def _on_began(self, x: int, y: int, eraser: bool) -> None:
        self._region = None
        self._mark(())
        self._easel.begin((x, y), eraser=eraser)

    @Slot(int, int)
    def _on_moved(self, x: int, y: int) -> None:
        self._easel.extend((x, y))

    @Slot(bool)
    def _on_ended(self, perhaps_a_click: bool) -> None:
        self._easel.finish(perhaps_a_click=perhaps_a_click)

    @Slot(object)
    def _on_painted(self, box: Box) -> None:
        self._board.refresh(box)
        if not self._figures_due.isActive():
            self._figures_due.start()

    @Slot()
    def _refresh_figures(self) -> None:
        self._figures_due.stop()
        self._readout.show_drawing(self._easel.drawing, self._brush.layer)
        self._tools.set_history(can_undo=self._easel.can_undo, can_redo=self._easel.can_redo)

    # pointing

    @Slot(object)
    def _on_hovered(self, point: Point | None) -> None:
        body_map = atlas.body_map()
        region = body_map.region_at(point[0] // SUB, point[1] // SUB) if point else None
        self._leave_keyboard()
        self._tell_place(region)
        self._tools.set_region(region)
        if self._brush.tool is Tool.FILL and not self._easel.read_only:
            self._mark((region,) if region else ())

    @Slot(object)
    def _on_location_picked(self, code: str | None) -> None:
        self._mark(_regions_of(code))

    def _tell_place(self, region: Region | None) -> None:
        self._board.tell_place(region.name.in_(self._language) if region else "")

    def _mark(self, regions: tuple[Region, ...]) -> None:
        spoken = ", ".join(region.name.in_(self._language) for region in regions)
        self._board.set_marked(regions, spoken)

    # keyboard

    def _take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False for a key that asks for nothing here."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            return self._walk(ARROWS[key])
        if key is Qt.Key.Key_Escape:
            return self._escape()
        if self._easel.read_only:
            return False
        if key in LEVEL_KEYS:
            self._brush.take_level(LEVEL_KEYS[key])
        elif key in TOOL_KEYS:
            self._brush.take_tool(TOOL_KEYS[key])
        elif key is Qt.Key.Key_D:
            other = Layer.DAMAGE if self._brush.layer is Layer.ACTIVE else Layer.ACTIVE
            self._brush.take_layer(other)
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self._brush.grow(1 if key is Qt.Key.Key_BracketRight else -1)
        else:
            return False
        return True

    def _escape(self) -> bool:
        if self._easel.painting:
            self._easel.abandon()
            return True
        return self._board.leave_enlarged()

    def _walk(self, direction: str) -> bool:
        """Move the keyboard's region, starting in the middle of the view that has the focus."""
        shown = self._board.focused()
        if shown is None:
            return False
        if self._region is None or self._region.view != shown.view:
            self._region = first_region(shown)
        else:
            self._region = neighbour(self._region, direction)
        self._mark((self._region,))
        self._tell_place(self._region)
        return True

    def _leave_keyboard(self) -> None:
        """Let the pointer take over from the keyboard."""
        if self._region is not None:
            self._region = None
            self._mark(())

    @Slot()
    def _on_space_tapped(self) -> None:
        self._easel.fill(self._region)


def _regions_of(code: str | None) -> tuple[Region, ...]:
    return tuple(region for region in atlas.body_map().regions if region.location == code)


def _is_control_y(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() == Qt.Key.Key_Y
