"""The sheet with a recovery key: one page to print, or a PDF of it, light whatever the theme."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from ordi_crf.export.files import replacing
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import LEFT, hairline, rounded, write

_WIDE, _HIGH, _MARGIN = 794, 1123, 72.0
"""A4 upright at 96 dots an inch: what the sheet is laid out for."""
_FINE = 600
_BREAKS = 0x1000
"""Qt::TextWordWrap."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the sheet, in the language of the window."""

    title: str
    study: str
    facts: tuple[str, ...]
    """Which file and site it opens, and when it was made."""
    lines: tuple[str, ...]
    """The key, as it is to be typed."""
    advice: tuple[str, ...]


def key_lines(code: str, groups: int = 4) -> tuple[str, ...]:
    """Return a recovery key on lines of a few groups, to be read aloud and compared."""
    parts = code.split("-")
    return tuple("  ".join(parts[n : n + groups]) for n in range(0, len(parts), groups))


def typewriter(pixels: int) -> QFont:
    """Return a face in which no two signs look alike."""
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    face.setPixelSize(pixels)
    face.setWeight(QFont.Weight.DemiBold)
    return face


def save(sheet: Sheet, path: Path) -> None:
    """Write the sheet as a PDF; ExportError when that fails, with nothing replaced."""
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    writer.setResolution(_FINE)
    writer.setTitle(sheet.title)
    print_on(sheet, writer)
    buffer.close()
    with replacing(path) as beside:
        beside.write_bytes(made.data())


def print_on(sheet: Sheet, device: QPagedPaintDevice) -> bool:
    """Print the sheet as large as the device's paper allows; False when it refuses."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    room = painter.viewport()
    scale = min(room.width() / _WIDE, room.height() / _HIGH)
    painter.scale(scale, scale)
    _paint(painter, sheet)
    return painter.end()


def _paint(painter: QPainter, sheet: Sheet) -> None:
    t = theme.LIGHT
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QRectF(_MARGIN, _MARGIN, _WIDE - 2 * _MARGIN, 34)
    write(painter, line, sheet.study, font=theme.font(theme.BODY, 600), ink=t.muted)
    line.translate(0, 32)
    write(painter, line, sheet.title, font=theme.font(26, 700), ink=t.ink, align=LEFT)
    line.translate(0, 42)
    for fact in sheet.facts:
        write(painter, line, fact, font=theme.font(theme.BODY), ink=t.ink)
        line.translate(0, 20)
    line.translate(0, 24)
    hairline(painter, line.left(), line.top(), line.right(), line.top(), t.line)
    box = QRectF(line.left(), line.top() + 24, line.width(), 44 * len(sheet.lines) + 36)
    rounded(painter, box, theme.RADIUS_CARD, fill=t.bg, line=t.line)
    for n, text in enumerate(sheet.lines):
        place = QRectF(box.left() + 28, box.top() + 18 + 44 * n, box.width() - 56, 44)
        painter.setFont(typewriter(26))
        painter.setPen(theme.color(t.ink))
        painter.drawText(place, LEFT, text)
    _paint_advice(painter, QRectF(box.left(), box.bottom() + 32, box.width(), 400), sheet.advice)


def _paint_advice(painter: QPainter, room: QRectF, advice: tuple[str, ...]) -> None:
    painter.setFont(theme.font(theme.BODY + 1))
    painter.setPen(theme.color(theme.LIGHT.ink))
    for sentence in advice:
        taken = painter.drawText(room, _BREAKS, sentence)
        assert isinstance(taken, QRectF)
        room.setTop(taken.bottom() + 10)
