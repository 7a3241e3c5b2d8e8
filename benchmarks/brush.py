"""A move of the brush on a drawing of forty strokes: to counted cells, and to painted figures.

The baseline paints the same capsules with QPainter and counts nothing: what any painting program
has to do. On the screen the program refreshes its figures once in 40 ms; here after every move.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from benchmarks import material
from benchmarks.measuring import Round, Row, rows_of_rounds
from benchmarks.plain_painting import Capsules, Sheet, cell
from benchmarks.screen import close, screen, show
from ordi_crf import atlas
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.strokes import Layer, Stroke
from ordi_crf.core.surface import total
from ordi_crf.ui.body_map.editor import BodyMapEditor
from ordi_crf.ui.body_map.view import MapView

ROUNDS, STROKES = 5, 5
CORE_BAR_S, FRAME_S = 0.002, 0.016
_EDITOR = (1160, 640)
"""What a window of 1366 x 768 leaves for the editor."""


@dataclass(frozen=True, slots=True)
class Move:
    """The seconds of one move, ours and the baseline's."""

    painted: float
    figures: float
    plain_painted: float
    plain_figures: float


def measure() -> list[Row]:
    """Return what a move costs in the core, and on the screen without and with its figures."""
    screen()
    cache = Drawing.from_ops(atlas.body_map(), material.forty_strokes()).cache()
    core = [_core_round(cache, n) for n in range(ROUNDS)]
    moves = [_screen_round(cache, n) for n in range(ROUNDS)]
    painted = [([m.painted for m in r], [m.plain_painted for m in r]) for r in moves]
    figures = [([m.figures for m in r], [m.plain_figures for m in r]) for r in moves]
    return [
        *rows_of_rounds("brush move, cells and % counted", core, {50: None, 99: CORE_BAR_S}),
        *rows_of_rounds("brush move, on the screen", painted, {50: None, 99: FRAME_S}),
        *rows_of_rounds("brush move, figures refreshed too", figures, {50: None, 99: FRAME_S}),
    ]


def _drawing(cache: bytes) -> Drawing:
    return Drawing.from_ops(atlas.body_map(), material.forty_strokes(), cache)


def _strokes(number: int) -> list[Stroke]:
    random = Random(f"round {number}")
    return [material.stroke(random) for _ in range(STROKES)]


def _core_round(cache: bytes, number: int) -> Round:
    drawing, plain = _drawing(cache), Capsules()
    # A drawing opened from its cache replays itself once, before the first change: not in a move.
    drawing.undo()
    drawing.redo()
    mask = drawing.masks[Layer.ACTIVE]
    ours, baseline = [], []
    for stroke in _strokes(number):
        drawing.begin(Layer.ACTIVE, stroke.radius, stroke.level, stroke.points[0])
        plain.begin(stroke)
        for point in stroke.points[1:]:
            start = time.perf_counter()
            drawing.extend(point)
            total(mask)
            middle = time.perf_counter()
            plain.extend(cell(point))
            baseline.append(time.perf_counter() - middle)
            ours.append(middle - start)
        drawing.finish()
    return ours, baseline


def _screen_round(cache: bytes, number: int) -> list[Move]:
    editor, sheet = BodyMapEditor(), Sheet()
    editor.load(_drawing(cache))
    show(editor, *_EDITOR)
    show(sheet, *_EDITOR)
    moves: list[Move] = []
    for stroke in _strokes(number):
        moves += _stroke_on_screen(editor, sheet, stroke)
    close(editor)
    close(sheet)
    return moves


def _stroke_on_screen(editor: BodyMapEditor, sheet: Sheet, stroke: Stroke) -> list[Move]:
    """Paint a stroke in the view it lies in, and beside it on the plain sheet."""
    first, *points = [cell(point) for point in stroke.points]
    name = "back" if first.x() >= atlas.body_map().view_width else "front"
    view = next(v for v in editor.findChildren(MapView, name) if v.isVisible())
    to_view = view._viewport.to_widget()
    editor._brush.resize(stroke.radius)
    editor._brush.take_level(stroke.level)
    sheet.capsules.begin(stroke)
    _mouse(view, QEvent.Type.MouseButtonPress, to_view.map(first))
    moves = [_move(editor, view, to_view.map(point), sheet, point) for point in points]
    _mouse(view, QEvent.Type.MouseButtonRelease, to_view.map(points[-1]))
    QCoreApplication.processEvents()
    return moves


def _move(
    editor: BodyMapEditor, view: MapView, position: QPointF, sheet: Sheet, point: QPointF
) -> Move:
    start = time.perf_counter()
    _mouse(view, QEvent.Type.MouseMove, position)
    QCoreApplication.processEvents()
    painted = time.perf_counter()
    editor._refresh_figures()
    QCoreApplication.processEvents()
    figures = time.perf_counter()
    _mouse(sheet.canvas, QEvent.Type.MouseMove, point * sheet.canvas.scale)
    QCoreApplication.processEvents()
    plain = time.perf_counter()
    sheet.show_figure(f"{point.x():.2f} %")
    QCoreApplication.processEvents()
    end = time.perf_counter()
    return Move(painted - start, figures - start, plain - figures, end - figures)


def _mouse(widget: QWidget, kind: QEvent.Type, position: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else left
    there = QPointF(widget.mapToGlobal(position))
    event = QMouseEvent(kind, position, there, button, left, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(widget, event)
