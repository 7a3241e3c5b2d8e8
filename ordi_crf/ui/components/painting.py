"""The few strokes all painted components share: text in a box, a rounded ground, a hairline."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from ordi_crf.ui import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def text_width(text: str, font: QFont) -> float:
    """Return the advance of a text in logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    *,
    font: QFont,
    ink: str,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Write one line of text into a box, elided at the right where it does not fit."""
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    shown = text
    if painter.fontMetrics().horizontalAdvance(text) > box.width():
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align, shown)


def rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    *,
    fill: str | None = None,
    line: str | None = None,
    width: float = 1.0,
) -> None:
    """Paint a rounded rectangle whose line lies inside its box."""
    half = width / 2
    painter.setPen(QPen(theme.color(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = box.adjusted(half, half, -half, -half) if line else box
    painter.drawRoundedRect(inner, radius, radius)


def hairline(painter: QPainter, x1: float, y1: float, x2: float, y2: float, line: str) -> None:
    """Paint a line one logical pixel wide, sharp at every scale."""
    painter.fillRect(QRectF(x1, y1, max(1.0, x2 - x1), max(1.0, y2 - y1)), theme.color(line))


def wrapped(text: str, font: QFont, width: float, lines: int = 2) -> list[str]:
    """Return a heading broken after spaces and slashes so that it fits a width where it can."""
    result = [""]
    for piece in _pieces(text):
        joined = result[-1] + piece
        if result[-1] and len(result) < lines and text_width(joined.rstrip(), font) > width:
            result.append(piece)
        else:
            result[-1] = joined
    return [line.rstrip() for line in result]


def _pieces(text: str) -> list[str]:
    return text.replace("/", "/\0").replace(" ", " \0").split("\0")
