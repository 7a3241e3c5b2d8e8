"""The editor of the body map: front, back, close-ups, tools and live figures.

It paints on a `Drawing` it is given and reports each finished operation; keeping them is its
owner's affair. The mask is painted in the pointer's event, the figures follow within 40 ms.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ordi_crf import atlas
from ordi_crf.core.bodymap import Region
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.paint import Box
from ordi_crf.core.raster import SUB
from ordi_crf.core.strokes import Layer, Point
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.body_map import windows
from ordi_crf.ui.body_map.brush import Brush, Tool
from ordi_crf.ui.body_map.easel import Easel
from ordi_crf.ui.body_map.keyboard import ARROWS, LEVEL_KEYS, TOOL_KEYS, first_region, neighbour
from ordi_crf.ui.body_map.lesions import Lesions
from ordi_crf.ui.body_map.readout import Readout
from ordi_crf.ui.body_map.tools import ToolPanel
from ordi_crf.ui.body_map.view import MapView
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone

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
        self._brush = Brush(self)
        self._easel = Easel(Drawing(atlas.body_map()), self._brush, self)
        self._region: Region | None = None
        self._tools = ToolPanel(self._brush, language)
        self._readout = Readout(language)
        self._place = Label("", theme.BODY, 600)
        self._hint = Label("", theme.META, 400, Tone.MUTED)
        self._front = MapView(windows.front(), self._brush, zoomable=True)
        self._back = MapView(windows.back(), self._brush, zoomable=True)
        self._large = MapView(windows.front(), self._brush, zoomable=True)
        self._close_ups = {w.name: MapView(w, self._brush) for w, _ in windows.close_ups()}
        self._views = (self._front, self._back, self._large, *self._close_ups.values())
        self._pages = QStackedWidget()
        self._figures_due = QTimer(self)
        self._figures_due.setSingleShot(True)
        self._figures_due.setInterval(REFRESH_MS)
        self._lay_out()
        self._connect()
        self._tell_hint()
        self.load(self._easel.drawing)

    def drawing(self) -> Drawing:
        """Return the drawing, a stroke in the making finished."""
        self._easel.settle()
        return self._easel.drawing

    def load(self, drawing: Drawing) -> None:
        """Show and paint on a drawing."""
        self._easel.take(drawing)
        lesions = Lesions(drawing)
        for view in self._views:
            view.show_lesions(lesions)
        self._refresh_figures()

    def set_read_only(self, read_only: bool) -> None:
        """Let the pointer paint, or only look."""
        self._easel.settle()
        self._easel.read_only = read_only
        self._tools.set_read_only(read_only)
        for view in self._views:
            view.set_read_only(read_only)
        self._refresh_figures()

    def highlight_location(self, code: str | None) -> None:
        """Point out the regions of a CLASI location, none for None."""
        self._mark(_regions_of(code) if code else ())

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

    # layout

    def _lay_out(self) -> None:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self._front)
        row.addWidget(self._back)
        self._pages.addWidget(pair)
        self._pages.addWidget(self._large)
        figure = QVBoxLayout()
        figure.setSpacing(theme.SPACE_1)
        figure.addWidget(self._pages, 1)
        words = QHBoxLayout()
        words.addWidget(self._place)
        words.addWidget(self._hint, 1)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        figure.addLayout(words)
        panel = Card()
        panel.setFixedWidth(PANEL_WIDTH)
        panel.body.setContentsMargins(10, 10, 10, 8)
        panel.body.addWidget(self._tools)
        panel.body.addWidget(self._readout, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.SPACE_2)
        whole.addLayout(figure, 20)
        whole.addWidget(self._grid(), 10)
        whole.addWidget(panel)

    def _grid(self) -> QWidget:
        side = QWidget()
        grid = QGridLayout(side)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for window, place in windows.close_ups():
            grid.addWidget(self._close_ups[window.name], *place)
        for row, stretch in enumerate((32, 27, 27, 18)):
            grid.setRowStretch(row, stretch)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        return side

    def _connect(self) -> None:
        for view in self._views:
            view.began.connect(self._on_began)
            view.moved.connect(self._on_moved)
            view.ended.connect(self._on_ended)
            view.hovered.connect(self._on_hovered)
            view.enlarged.connect(self._on_enlarged)
            view.space_tapped.connect(self._on_space_tapped)
        for view in (self._front, self._back, self._large):
            view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        easel = self._easel
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
        view = self.sender()
        if isinstance(view, MapView):
            # The first point decides which view a stroke paints, so it must lie in this one.
            columns = view.window_shown.columns
            x = max(int(columns.left()) * SUB, min(int(columns.right()) * SUB - 1, x))
        self._easel.begin((x, y), eraser=eraser)

    @Slot(int, int)
    def _on_moved(self, x: int, y: int) -> None:
        self._easel.extend((x, y))

    @Slot()
    def _on_ended(self) -> None:
        self._easel.finish(perhaps_a_click=self.sender() in self._close_ups.values())

    @Slot(object)
    def _on_painted(self, box: Box) -> None:
        for view in self._views:
            view.refresh(box)
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
        self._tell_place(region)
        self._tools.set_region(region)
        if self._region is not None:
            # The pointer takes over from the keyboard.
            self._region = None
            self._mark(())
        if self._brush.tool is Tool.FILL and not self._easel.read_only:
            self._mark((region,) if region else ())

    @Slot(object)
    def _on_location_picked(self, code: str | None) -> None:
        self._mark(_regions_of(code))

    @Slot(str)
    def _on_enlarged(self, name: str) -> None:
        self._easel.abandon()
        view = self._close_ups.get(name)
        if view is None:
            for each in (self._front, self._back):
                each.show_window(each.window_shown)
            self._pages.setCurrentIndex(0)
        else:
            self._large.show_window(view.window_shown)
            self._pages.setCurrentWidget(self._large)
            self._large.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_hint()

    def _tell_hint(self) -> None:
        if self._pages.currentIndex():
            self._hint.setText(self.tr("Esc: back to the whole body"))
        else:
            self._hint.setText(
                self.tr("Double-click a close-up to enlarge it · wheel: zoom · middle button: pan")
            )

    def _tell_place(self, region: Region | None) -> None:
        self._place.setText(region.name.in_(self._language) if region else "")

    def _mark(self, regions: tuple[Region, ...]) -> None:
        spoken = ", ".join(region.name.in_(self._language) for region in regions)
        for view in self._views:
            view.set_marked(regions, spoken)

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
        elif self._pages.currentIndex():
            self._pages.setCurrentIndex(0)
            self._tell_hint()
        else:
            return False
        return True

    def _walk(self, direction: str) -> bool:
        """Move the keyboard's region, starting in the middle of the view that has the focus."""
        view = self.focusWidget()
        if not isinstance(view, MapView):
            return False
        shown = view.window_shown
        if self._region is None or self._region.view != shown.view:
            self._region = first_region(shown)
        else:
            self._region = neighbour(self._region, direction)
        self._mark((self._region,))
        self._tell_place(self._region)
        return True

    @Slot()
    def _on_space_tapped(self) -> None:
        self._easel.fill(self._region)


def _regions_of(code: str | None) -> tuple[Region, ...]:
    return tuple(region for region in atlas.body_map().regions if region.location == code)


def _is_control_y(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() == Qt.Key.Key_Y
