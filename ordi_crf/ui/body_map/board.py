"""The board: front, back, the close-ups beside them, and one of them enlarged.

All are windows onto one drawing. What the pointer does in any of them is told once, with the first
point of a stroke kept in the view it was made in, because that point decides which view is painted.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ordi_crf.core.bodymap import Region
from ordi_crf.core.paint import Box
from ordi_crf.core.raster import SUB
from ordi_crf.ui import theme
from ordi_crf.ui.body_map import windows
from ordi_crf.ui.body_map.brush import Brush
from ordi_crf.ui.body_map.lesions import Lesions
from ordi_crf.ui.body_map.view import MapView
from ordi_crf.ui.body_map.viewport import Window
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone


class Board(QWidget):
    """Every view of the body, and a line that says what is under the pointer."""

    began = Signal(int, int, bool)
    """Where a stroke began, in eighths of a cell, and whether with the eraser end of a pen."""
    moved = Signal(int, int)
    ended = Signal(bool)
    """Whether it may have been the first half of a double click."""
    hovered = Signal(object)
    double_clicked = Signal()
    space_tapped = Signal()

    def __init__(self, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = Label("", theme.BODY, 600)
        self._hint = Label("", theme.META, 400, Tone.MUTED)
        self._front = MapView(windows.front(), brush, zoomable=True)
        self._back = MapView(windows.back(), brush, zoomable=True)
        self._large = MapView(windows.front(), brush, zoomable=True)
        self._close_ups = {w.name: MapView(w, brush) for w, _ in windows.close_ups()}
        self._views = (self._front, self._back, self._large, *self._close_ups.values())
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._tell_hint()

    def show_lesions(self, lesions: Lesions) -> None:
        """Show the painting of a drawing in every view."""
        for view in self._views:
            view.show_lesions(lesions)

    def refresh(self, box: Box) -> None:
        """Show what changed in a box of cells wherever it is seen."""
        for view in self._views:
            view.refresh(box)

    def set_read_only(self, read_only: bool) -> None:
        """Let the pointer paint, or only look."""
        for view in self._views:
            view.set_read_only(read_only)

    def set_marked(self, regions: tuple[Region, ...], spoken: str) -> None:
        """Mark regions with an outline, and say which."""
        for view in self._views:
            view.set_marked(regions, spoken)

    def tell_place(self, name: str) -> None:
        """Say what is under the pointer."""
        self._place.setText(name)

    def focused(self) -> Window | None:
        """Return what the view that has the keyboard shows."""
        view = self.focusWidget()
        return view.window_shown if isinstance(view, MapView) else None

    def enlarge(self, name: str) -> None:
        """Show a close-up in place of front and back; front and back are shown whole again."""
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

    def leave_enlarged(self) -> bool:
        """Show front and back again; False when they are shown already."""
        if not self._pages.currentIndex():
            return False
        self._pages.setCurrentIndex(0)
        self._tell_hint()
        return True

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
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.SPACE_2)
        whole.addLayout(figure, 20)
        whole.addLayout(self._grid(), 10)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        for window, place in windows.close_ups():
            grid.addWidget(self._close_ups[window.name], *place)
        for row, stretch in enumerate((32, 27, 27, 18)):
            grid.setRowStretch(row, stretch)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        return grid

    def _connect(self) -> None:
        for view in self._views:
            view.began.connect(self._on_began)
            view.moved.connect(self.moved)
            view.ended.connect(self._on_ended)
            view.hovered.connect(self.hovered)
            view.enlarged.connect(self._on_enlarged)
            view.space_tapped.connect(self.space_tapped)
        for view in (self._front, self._back, self._large):
            view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _tell_hint(self) -> None:
        if self._pages.currentIndex():
            self._hint.setText(self.tr("Esc: back to the whole body"))
        else:
            self._hint.setText(
                self.tr("Double-click a close-up to enlarge it · wheel: zoom · middle button: pan")
            )

    # what the views tell

    @Slot(int, int, bool)
    def _on_began(self, x: int, y: int, eraser: bool) -> None:
        view = self.sender()
        if isinstance(view, MapView):
            columns = view.window_shown.columns
            x = max(int(columns.left()) * SUB, min(int(columns.right()) * SUB - 1, x))
        self.began.emit(x, y, eraser)

    @Slot()
    def _on_ended(self) -> None:
        self.ended.emit(self.sender() in self._close_ups.values())

    @Slot(str)
    def _on_enlarged(self, name: str) -> None:
        self.double_clicked.emit()
        self.enlarge(name)
