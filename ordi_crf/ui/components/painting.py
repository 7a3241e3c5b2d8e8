"""The few strokes all painted components share: text in a box, a rounded ground, a hairline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
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


def chevron(painter: QPainter, box: QRectF, line: str, *, down: bool) -> None:
    """Paint the sign of something folded: pointing to the right, or down when folded out."""
    pen = QPen(theme.color(line), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = box.center()
    steps = ((-4, -2), (0, 2), (4, -2)) if down else ((-2, -4), (2, 0), (-2, 4))
    painter.drawPolyline([middle + QPointF(x, y) for x, y in steps])


def wrapped(text: str, font: QFont, width: float) -> list[str]:
    """Return a text on one line where it fits, otherwise on two of about the same length.

    It may be broken after a space or a slash.
    """
    if text_width(text, font) <= width:
        return [text]
    pieces = text.replace("/", "/\0").replace(" ", " \0").split("\0")
    pairs = [
        ("".join(pieces[:n]).rstrip(), "".join(pieces[n:])) for n in range(1, len(pieces))
    ] or [(text, "")]
    best = min(pairs, key=lambda pair: max(text_width(line, font) for line in pair))
    return [line for line in best if line]
