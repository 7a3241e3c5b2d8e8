"""Pixels from the geometry: the label map (without antialiasing) and the soft shade.

Built once by hand and frozen: a map built at run time would tie every figure to a version of Qt.
"""

from __future__ import annotations

import zlib
from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from tools.bodymap import outline
from tools.bodymap.curves import Path
from tools.bodymap.figure import HEIGHT, LEFT, TOP, WIDTH
from tools.bodymap.outline import View
from tools.bodymap.regions import Part, cuts

BODY_SHADE = [(54 - 1.75 * k, 2) for k in range(29)]
"""Width and strength of the concentric strokes that darken the edge of the figure."""
JAW_SHADE = [(34 - 1.25 * k, 2) for k in range(22)]
FACE_SHADE = [(30 - 1.2 * k, 2) for k in range(23)]
SHADE = QColor(150, 108, 82)


def qt_path(path: Path) -> QPainterPath:
    """Return a path as Qt draws it."""
    result = QPainterPath()
    result.setFillRule(Qt.FillRule.WindingFill)
    for command, *numbers in path:
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


@cache
def _parts(view: View) -> dict[Part, QPainterPath]:
    ears = qt_path(outline.ear(1))
    ears.addPath(qt_path(outline.ear(-1)))
    return {"body": qt_path(outline.body(view)), "head": qt_path(outline.head(view)), "ears": ears}


def _cells(path: QPainterPath) -> int:
    """Return the cells of one view whose centre a path covers, one byte each, as one integer."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.translate(-LEFT, -TOP)
    painter.fillPath(path, QColor(255, 255, 255))
    painter.end()
    return int.from_bytes(bytes(image.constBits()), "little")


def _view_labels(view: View, first: int) -> tuple[bytes, list[str]]:
    """Return one view's labels, numbered from `first`, and its region codes in that order."""
    shapes = {part: _cells(path) for part, path in _parts(view).items()}
    shapes["ears"] &= ~shapes["head"]
    shapes["body"] &= ~(shapes["head"] | shapes["ears"])
    regions: list[str] = []
    labels = 0
    every_cell = int.from_bytes(b"\1" * (WIDTH * HEIGHT), "little")
    for cut in cuts(view):
        if cut.region not in regions:
            regions.append(cut.region)
        inside = shapes[cut.part]
        for path in cut.paths:
            inside &= _cells(qt_path(path))
        number = first + regions.index(cut.region)
        labels = (labels & ~inside) | (inside & (every_cell * number))
    silhouette = shapes["body"] | shapes["ears"] | shapes["head"]
    packed = labels.to_bytes(WIDTH * HEIGHT, "little")
    painted = packed.translate(bytes([0]) + b"\xff" * 255)
    if int.from_bytes(painted, "little") != silhouette:
        raise ValueError(f"the {view} regions do not cover the silhouette")
    return packed, regions


def label_map() -> tuple[bytes, list[str]]:
    """Return both views side by side, a label a byte, and the region code of each label from 1."""
    front, front_regions = _view_labels("front", 1)
    back, back_regions = _view_labels("back", 1 + len(front_regions))
    rows = (view[y * WIDTH : (y + 1) * WIDTH] for y in range(HEIGHT) for view in (front, back))
    return b"".join(rows), front_regions + back_regions


def packed(labels: bytes) -> bytes:
    """Return the label map as it is shipped."""
    return zlib.compress(labels, 9)


def shade() -> QImage:
    """Return the soft edge shade of both views: one colour, its strength as alpha."""
    image = QImage(QSize(2 * WIDTH, HEIGHT), QImage.Format.Format_RGBA64_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-LEFT, -TOP)
    _front_shade(painter)
    painter.translate(WIDTH, 0)
    parts = _parts("back")
    _soften(painter, parts["body"].united(parts["head"]), BODY_SHADE)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def _front_shade(painter: QPainter) -> None:
    parts = _parts("front")
    body, head = parts["body"], parts["head"]
    _soften(painter, body, BODY_SHADE)
    _soften(painter, head.translated(0, 3), JAW_SHADE, clip=body)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillPath(head, Qt.GlobalColor.black)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    _soften(painter, head, FACE_SHADE)


def _soften(
    painter: QPainter,
    path: QPainterPath,
    widths: list[tuple[float, int]],
    clip: QPainterPath | None = None,
) -> None:
    painter.save()
    painter.setClipPath(clip or path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, alpha in widths:
        color = QColor(SHADE)
        color.setAlphaF(alpha / 255)
        painter.setPen(
            QPen(
                color,
                width,
                c=Qt.PenCapStyle.RoundCap,
                j=Qt.PenJoinStyle.RoundJoin,
                s=Qt.PenStyle.SolidLine,
            )
        )
        painter.drawPath(path)
    painter.restore()
