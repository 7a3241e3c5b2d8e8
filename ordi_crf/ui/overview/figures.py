"""The small body maps along the axis: figure and lesions as paths, sharp on screen and paper.

So small, regions and shade would be noise: outline, skin and scalp, damage below and active lesions
above it, by level. Active lesions keep their three reds; damage is outlined as well, so that the
two are told apart without colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ordi_crf import atlas
from ordi_crf.core.bodymap import LEVELS
from ordi_crf.core.contour import contour
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.figure import FigureView
from ordi_crf.core.strokes import Layer
from ordi_crf.ui.body_map.artwork import INK, SCALP, SKIN, qt_path
from ordi_crf.ui.body_map.lesions import EDGES, FILLS


@dataclass(frozen=True, slots=True)
class Lesions:
    """The painted skin of one visit, by layer and level."""

    paths: Mapping[tuple[Layer, int], QPainterPath]


def lesions(drawing: Drawing) -> Lesions:
    """Return the painted cells of a drawing as paths, borders exact."""
    found = {}
    for layer, mask in drawing.masks.items():
        for level in LEVELS:
            if mask.has(level):
                path = QPainterPath()
                for polygon in contour(mask, level):
                    first, *rest = polygon
                    path.moveTo(*first)
                    for vertex in rest:
                        path.lineTo(*vertex)
                    path.closeSubpath()
                found[layer, level] = path
    return Lesions(found)


def figure_width(height: float) -> float:
    """Return the width of both views at a height."""
    bounds = _bounds()
    return height * (bounds[0].width() + bounds[1].width() + _between()) / bounds[0].height()


def paint_figure(painter: QPainter, box: QRectF, painted: Lesions) -> None:
    """Paint front and back side by side into a box as high as they are to be."""
    scale = box.height() / _bounds()[0].height()
    left = box.left()
    for n, view in enumerate(atlas.figure().views):
        bounds = _bounds()[n]
        painter.save()
        painter.translate(QPointF(left, box.top()))
        painter.scale(scale, scale)
        painter.translate(-bounds.topLeft())
        painter.setClipRect(bounds, Qt.ClipOperation.IntersectClip)
        _paint_view(painter, view, painted, 1 / scale)
        painter.restore()
        left += (bounds.width() + _between()) * scale


def _paint_view(painter: QPainter, view: FigureView, painted: Lesions, pixel: float) -> None:
    parts, head, scalp = _paths(view.view)
    for part in parts:
        painter.strokePath(part, _pen(INK, 1.1 * pixel))
    for part in parts:
        painter.fillPath(part, SKIN)
    painter.save()
    painter.setClipPath(head, Qt.ClipOperation.IntersectClip)
    painter.fillPath(scalp, SCALP)
    painter.restore()
    for layer in (Layer.DAMAGE, Layer.ACTIVE):
        for level in LEVELS:
            path = painted.paths.get((layer, level))
            if path is not None:
                edge = EDGES[layer][level - 1]
                width = 0.7 if layer is Layer.DAMAGE else 0.5
                painter.fillPath(path, FILLS[layer][level - 1])
                painter.strokePath(path, _pen(edge, width * pixel))


def _pen(color: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(color, width, Qt.PenStyle.SolidLine, cap, join)


@cache
def _paths(view: str) -> tuple[tuple[QPainterPath, ...], QPainterPath, QPainterPath]:
    """Return the parts of a view in painting order, its head and its scalp."""
    known = next(v for v in atlas.figure().views if v.view == view)
    body, head = qt_path(known.body), qt_path(known.head)
    ears = tuple(qt_path(ear) for ear in known.ears)
    parts = (body, *ears, head) if view == "front" else (*ears, body, head)
    return parts, head, qt_path(known.scalp)


@cache
def _bounds() -> tuple[QRectF, ...]:
    """Return what each view takes up on the canvas, all as high as the highest."""
    found = []
    for view in atlas.figure().views:
        bounds = QRectF()
        for part in _paths(view.view)[0]:
            bounds = bounds.united(part.boundingRect())
        found.append(bounds.adjusted(-14, -14, 14, 14))
    top, foot = min(b.top() for b in found), max(b.bottom() for b in found)
    return tuple(QRectF(b.left(), top, b.width(), foot - top) for b in found)


def _between() -> float:
    return 60.0
