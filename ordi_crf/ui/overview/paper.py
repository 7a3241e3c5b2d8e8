"""The overview on paper and as a picture: A4 across, light whatever the window's theme is.

Files are made in memory and then written whole, so that a full disk leaves nothing half written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize
from PySide6.QtGui import (
    QImage,
    QImageWriter,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from ordi_crf.core.overview import Overview
from ordi_crf.core.records import RecordKey
from ordi_crf.export.files import replacing
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import LEFT, RIGHT, hairline, write
from ordi_crf.ui.overview.figures import Lesions
from ordi_crf.ui.overview.sheet import Sheet
from ordi_crf.ui.overview.words import Words

_PAGE = QSize(1123, 794)
"""A4 across at 96 dots an inch: what the sheet is laid out for."""
_DPI, _MARGIN, _HEAD, _FOOT = 96, 40.0, 46.0, 22.0
_FINE = 3
"""Pixels of a picture to one of the page: 288 dots an inch."""
_PDF_DPI = 600
_LAID = theme.LIGHT


class Format(StrEnum):
    """The kinds of file."""

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above and under the sheet."""

    title: str
    printed: str
    warning: str
    page: str
    counts: str
    note: str


class Paper:
    """One page with a subject's overview."""

    def __init__(
        self,
        overview: Overview,
        words: Words,
        lesions: Mapping[RecordKey, Lesions],
        heading: Heading,
    ) -> None:
        self._overview, self._words = overview, words
        self._lesions, self._heading = lesions, heading

    def write(self, path: Path, kind: Format) -> None:
        """Write a file; ExportError when that fails, with nothing replaced."""
        made = {Format.PDF: self._pdf, Format.PNG: self._png, Format.SVG: self._svg}[kind]()
        with replacing(path) as beside:
            beside.write_bytes(made.data())

    def print_on(self, device: QPagedPaintDevice) -> bool:
        """Print the page as large as the device's paper allows; False when it refuses."""
        painter = QPainter()
        if not painter.begin(device):
            return False
        room = painter.viewport()
        scale = min(room.width() / _PAGE.width(), room.height() / _PAGE.height())
        painter.scale(scale, scale)
        self.paint(painter)
        return painter.end()

    def paint(self, painter: QPainter) -> None:
        """Paint the page, 1123 by 794."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = QRectF(0, 0, _PAGE.width(), _PAGE.height())
        painter.fillRect(page, theme.color("#FFFFFF"))
        room = page.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self._paint_heading(painter, room)
        body = room.adjusted(0, _HEAD, 0, -_FOOT)
        sheet = Sheet(self._overview, self._words, body.width(), body.height())
        shrunk = max(1.0, sheet.height / body.height())
        if shrunk > 1:
            wide, high = body.width() * shrunk, body.height() * shrunk
            sheet = Sheet(self._overview, self._words, wide, high)
        painter.save()
        painter.translate(body.topLeft())
        painter.scale(1 / shrunk, 1 / shrunk)
        sheet.paint(painter, _LAID, self._lesions)
        sheet.paint_units(painter, _LAID)
        painter.restore()

    def _paint_heading(self, painter: QPainter, room: QRectF) -> None:
        t, heading = _LAID, self._heading
        top = QRectF(room.left(), room.top(), room.width(), 20)
        write(painter, top, heading.title, font=theme.font(theme.TITLE, 700), ink=t.ink, align=LEFT)
        small = theme.font(theme.META)
        write(painter, top, heading.printed, font=small, ink=t.muted, align=RIGHT)
        below = top.translated(0, 20)
        loud = theme.font(theme.META, 700)
        write(painter, below, heading.warning, font=loud, ink=t.warn, align=LEFT)
        write(painter, below, heading.counts, font=small, ink=t.muted, align=RIGHT)
        y = room.top() + _HEAD - 6
        hairline(painter, room.left(), y, room.right(), y, t.line)
        foot = QRectF(room.left(), room.bottom() - 14, room.width(), 14)
        write(painter, foot, heading.page, font=small, ink=t.muted, align=RIGHT)
        foot.setRight(
            foot.right() - painter.fontMetrics().horizontalAdvance(heading.page) - _MARGIN
        )
        write(painter, foot, heading.note, font=small, ink=t.muted, align=LEFT)

    def _pdf(self) -> QByteArray:
        buffer = _opened()
        writer = QPdfWriter(buffer)
        writer.setResolution(_PDF_DPI)
        writer.setPageLayout(across())
        writer.setTitle(self._heading.title)
        writer.setCreator("ORDI CRF")
        self.print_on(writer)
        return buffer.data()

    def _png(self) -> QByteArray:
        image = QImage(_PAGE * _FINE, QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(round(_DPI * _FINE / 0.0254))
        image.setDotsPerMeterY(round(_DPI * _FINE / 0.0254))
        painter = QPainter(image)
        painter.scale(_FINE, _FINE)
        self.paint(painter)
        painter.end()
        buffer = _opened()
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return buffer.data()

    def _svg(self) -> QByteArray:
        from PySide6.QtSvg import QSvgGenerator

        buffer = _opened()
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(_PAGE)
        drawing.setViewBox(QRectF(0, 0, _PAGE.width(), _PAGE.height()))
        drawing.setResolution(_DPI)
        drawing.setTitle(self._heading.title)
        painter = QPainter(drawing)
        self.paint(painter)
        painter.end()
        return buffer.data()


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def across() -> QPageLayout:
    """Return A4 across, to its edges: the page has margins of its own."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
