"""The figure under the painting: paper, skin, soft shade, landmarks, borders of regions."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from ordi_crf import atlas
from ordi_crf.core.bodymap import Region
from ordi_crf.core.contour import region_contour
from ordi_crf.core.figure import FigureView, Path

PAPER = QColor("#FFFFFF")
INK = QColor("#4D5866")
SKIN = QColor("#F3EBE3")
SCALP = QColor("#E6DBD0")
JAW = QColor(77, 88, 102, 210)
DIVIDER = QColor(120, 140, 165, 190)
IRIS = QColor(160, 140, 125, 150)
LANDMARK = {1: QColor(181, 159, 143, 150), 2: QColor(181, 159, 143, 210), 3: QColor(181, 159, 143)}


class Artwork:
    """Paints the figure in the label map's coordinates; one for all views."""

    def __init__(self) -> None:
        figure = atlas.figure()
        self._strokes = figure.strokes
        self._views = [_Paths(view) for view in figure.views]
        self._width = figure.width / len(self._views)
        self._shade = QImage(str(atlas.shade_file()))
        self._shade.convertTo(QImage.Format.Format_ARGB32_Premultiplied)

    def paint(self, painter: QPainter, shown: QRectF, scale: float) -> None:
        """Paint what of the figure lies in a rectangle; scale is in pixels a cell."""
        # Lines keep their presence when the figure is small and do not grow fat when it is large.
        detail = max(0.5, min(1.35, 0.62 / scale))
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        for n, paths in enumerate(self._views):
            columns = QRectF(n * self._width, 0, self._width, self._shade.height())
            part = columns.intersected(shown)
            if not part.isEmpty():
                painter.save()
                painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
                self._paint_view(painter, paths, part, detail)
                painter.restore()

    def _paint_view(self, painter: QPainter, paths: _Paths, part: QRectF, detail: float) -> None:
        # Every part's outline first, twice as wide, then the fills over it: the outline of their
        # union without a path boolean, which costs half a second.
        for path in paths.parts:
            painter.strokePath(path, self._pen(INK, 2 * self._strokes["outline"] * detail))
        if paths.jaw:
            painter.fillPath(paths.body, SKIN)
            painter.save()
            painter.setClipPath(paths.body, Qt.ClipOperation.IntersectClip)
            painter.strokePath(paths.head, self._pen(JAW, 2 * self._strokes["jaw"] * detail))
            painter.restore()
        for path in paths.parts[1:] if paths.jaw else paths.parts:
            painter.fillPath(path, SKIN)
        painter.save()
        painter.setClipPath(paths.head, Qt.ClipOperation.IntersectClip)
        painter.fillPath(paths.scalp, SCALP)
        painter.restore()
        painter.drawImage(part, self._shade, part)
        self._paint_lines(painter, paths, detail)

    def _paint_lines(self, painter: QPainter, paths: _Paths, detail: float) -> None:
        for weight, path in paths.lines:
            width = self._strokes[f"line{weight}"] * detail
            painter.strokePath(path, self._pen(LANDMARK[weight], width))
        for path in paths.irises:
            painter.fillPath(path, IRIS)
        pen = self._pen(DIVIDER, self._strokes["divider"] * detail)
        pen.setDashPattern([4, 3])
        for clip, dividers in paths.dividers:
            painter.save()
            painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
            for path in dividers:
                painter.strokePath(path, pen)
            painter.restore()

    def _pen(self, color: QColor, width: float) -> QPen:
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(color, width, Qt.PenStyle.SolidLine, cap, join)


class _Paths:
    """One view as Qt paths; `parts` in painting order."""

    def __init__(self, view: FigureView) -> None:
        self.body, self.head = qt_path(view.body), qt_path(view.head)
        ears = [qt_path(ear) for ear in view.ears]
        self.jaw = view.view == "front"
        self.parts = [self.body, *ears, self.head] if self.jaw else [*ears, self.body, self.head]
        self.scalp = qt_path(view.scalp)
        self.irises = [qt_path(iris) for iris in view.irises]
        self.lines = [(weight, qt_path(path)) for weight, path in view.lines]
        self.dividers = [
            (self.body, [qt_path(path) for path in view.body_dividers]),
            (self.head, [qt_path(path) for path in view.head_dividers]),
        ]


@cache
def artwork() -> Artwork:
    """Return the figure, read once."""
    return Artwork()


@cache
def region_outline(region: Region) -> QPainterPath:
    """Return the exact border of a region as a path."""
    result = QPainterPath()
    for first, *rest in region_contour(atlas.body_map(), region):
        result.moveTo(*first)
        for vertex in rest:
            result.lineTo(*vertex)
        result.closeSubpath()
    return result


def qt_path(path: Path) -> QPainterPath:
    """Return a path of the figure as Qt draws it."""
    result = QPainterPath()
    result.setFillRule(Qt.FillRule.WindingFill)
    for command, numbers in path:
        match command:
            case "M":
                result.moveTo(*numbers)
            case "L":
                result.lineTo(*numbers)
            case "C":
                result.cubicTo(*numbers)
            case _:
                result.closeSubpath()
    return result
