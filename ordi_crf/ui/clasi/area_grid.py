"""AreaGrid: the locations by the items graded in each of them, as on the printed form."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ordi_crf.core import clasi
from ordi_crf.forms.schema import Choice, Language, RowCode, Section
from ordi_crf.ui import theme
from ordi_crf.ui.clasi.cell import CELL_SHARE, Cell
from ordi_crf.ui.clasi.hint import HintLine
from ordi_crf.ui.components.painting import hairline, rounded, text_width, wrapped, write
from ordi_crf.ui.grades import CELL_MAX, CELL_MIN
from ordi_crf.ui.theme import Tone

HEADER, FOOTER, PAD = 56, 28, 16
_GAP, _DIVIDE = 16, 28
"""The least room between two columns, and between the two halves of the form."""


@dataclass(frozen=True, slots=True)
class _Column:
    item: Choice
    heading: tuple[str, ...]
    x: int
    width: int


class AreaGrid(QWidget):
    """One row for each location, one cell for each item asked there, and the hint line."""

    def __init__(self, section: Section, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert section.rows is not None
        self._section, self._language = section, language
        self._rows: tuple[RowCode, ...] = section.rows.codes
        self._items = tuple(item for item in section.items if isinstance(item, Choice))
        self._columns: list[_Column] = []
        self._row_height, self.cell_width = 32.0, CELL_MIN
        self._divide_gap = _DIVIDE
        self._here = -1
        self.cells: dict[tuple[str, str], Cell] = {
            (row.value, item.name): Cell(section, row.value, item, language, self)
            for row in self._rows
            for item in self._items
            if row.value not in item.not_in_rows
        }
        self.hint = HintLine(self)

    def set_row_height(self, height: float) -> None:
        """Give every row the same height; the instrument decides which."""
        self._row_height = height
        self._place()

    def set_here(self, row: str | None) -> None:
        """Light up the row that has the keyboard."""
        codes = [code.value for code in self._rows]
        here = codes.index(row) if row in codes else -1
        if here != self._here:
            before, self._here = self._here, here
            for n in (before, here):
                if n >= 0:
                    self.update(self._row_box(n).toAlignedRect().adjusted(0, 0, 0, 1))

    def fixed_height(self) -> int:
        """Return what the card needs besides its rows."""
        return HEADER + FOOTER

    def sizeHint(self) -> QSize:
        return QSize(760, int(self.fixed_height() + len(self._rows) * self._row_height))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, QRectF(self.rect()), theme.RADIUS_CARD, fill=t.surface, line=t.line)
        for n, row in enumerate(self._rows):
            if self._row_box(n).toAlignedRect().intersects(event.rect()):
                self._paint_row(painter, n, row, t)
        if event.rect().top() <= HEADER:
            self._paint_heading(painter, t)
        foot = self.height() - FOOTER
        hairline(painter, 1, foot, self.width() - 1, foot + 1, t.line)
        divide = self._divide()
        hairline(painter, divide, 1, divide + 1, foot, t.line)

    def _paint_heading(self, painter: QPainter, t: theme.Tokens) -> None:
        for words, tone, x in self._sides():
            box = QRectF(x, 7, 200, 14)
            ink = theme.ink(t, tone)
            write(painter, box, words, font=theme.font(theme.META, 700), ink=ink)
        for column in self._columns:
            top = 22.0 if len(column.heading) > 1 else 29.0
            for n, line in enumerate(column.heading):
                box = QRectF(column.x, top + 15 * n, column.width + _GAP, 16)
                write(painter, box, line, font=theme.font(theme.LABEL, 600), ink=t.ink)
        hairline(painter, 1, HEADER - 1, self.width() - 1, HEADER, t.line)

    def _paint_row(self, painter: QPainter, n: int, row: RowCode, t: theme.Tokens) -> None:
        box, here = self._row_box(n), n == self._here
        if here:
            painter.fillRect(box.adjusted(1, 0, -1, 0), theme.color(t.soft))
        elif n and n - 1 != self._here:
            hairline(painter, PAD - 2, box.top(), self.width() - PAD + 2, box.top() + 1, t.line)
        label = QRectF(PAD, box.top(), self._columns[0].x - PAD - 6, box.height())
        face = theme.font(theme.BODY, 600 if here else 400)
        write(painter, label, row.text.in_(self._language), font=face, ink=t.ink)
        for column in self._columns:
            if (row.value, column.item.name) not in self.cells:
                where = QRectF(column.x, box.top(), column.width + _GAP, box.height())
                said = self.tr("see scalp below")
                write(painter, where, said, font=theme.font(theme.META), ink=t.muted)

    def _sides(self) -> list[tuple[str, Tone, int]]:
        """Return the two halves of the form and where they begin."""
        names = [column.item.name for column in self._columns]
        damage = names.index(clasi.DAMAGE_CELLS[0])
        return [
            (self.tr("ACTIVITY"), Tone.ACCENT, self._columns[0].x),
            (self.tr("DAMAGE"), Tone.DAMAGE, self._columns[damage].x),
        ]

    def _divide(self) -> int:
        return self._sides()[1][2] - self._divide_gap // 2

    def _row_box(self, n: int) -> QRectF:
        top = round(HEADER + n * self._row_height)
        return QRectF(0, top, self.width(), round(HEADER + (n + 1) * self._row_height) - top)

    def _tip(self, x: int, y: int) -> str:
        """Return the whole heading, or why a cell is not asked."""
        for column in self._columns:
            if column.x <= x <= column.x + column.width:
                if y < HEADER:
                    return column.item.label.in_(self._language)
                n = int((y - HEADER) / self._row_height)
                skipped = n < len(self._rows) and self._rows[n].value in column.item.not_in_rows
                if skipped and column.item.hint is not None:
                    return column.item.hint.in_(self._language)
        return ""

    def _place(self) -> None:
        """Lay the columns out for the width there is, and every cell in its row."""
        self._columns = self._fit()
        height = min(round(self._row_height * CELL_SHARE), 34)
        for n, row in enumerate(self._rows):
            middle = self._row_box(n).center().y()
            for column in self._columns:
                cell = self.cells.get((row.value, column.item.name))
                if cell is not None:
                    width = self.cell_width * len(column.item.codes.codes)
                    cell.setGeometry(column.x, round(middle - height / 2), width, height)
        self.hint.setGeometry(PAD, self.height() - FOOTER, self.width() - 2 * PAD, FOOTER)
        self.update()

    def _fit(self) -> list[_Column]:
        """Return the columns with the widest cells that leave every heading its room."""
        names = [row.text.in_(self._language) for row in self._rows]
        label = max(text_width(name, theme.font(theme.BODY, 600)) for name in names)
        left = PAD + int(label) + PAD
        room = self.width() - left - PAD
        for cell in range(CELL_MAX, CELL_MIN - 1, -1):
            self.cell_width = cell
            headings = [self._heading(item, cell) for item in self._items]
            widths = [
                max([cell * len(item.codes.codes), *(int(w) + 1 for _, w in lines)])
                for item, lines in zip(self._items, headings, strict=True)
            ]
            if sum(widths) + _GAP * (len(widths) - 2) + _DIVIDE <= room:
                break
        spare = max(0, room - sum(widths) - _GAP * (len(widths) - 2) - _DIVIDE) // len(widths)
        self._divide_gap = _DIVIDE + spare
        columns: list[_Column] = []
        for item, lines, width in zip(self._items, headings, widths, strict=True):
            first_damage = item.name == clasi.DAMAGE_CELLS[0]
            left += (self._divide_gap if first_damage else _GAP + spare) if columns else 0
            columns.append(_Column(item, tuple(text for text, _ in lines), left, width))
            left += width
        return columns

    def _heading(self, item: Choice, cell: int) -> list[tuple[str, float]]:
        face = theme.font(theme.LABEL, 600)
        lines = wrapped(item.label.in_(self._language), face, cell * len(item.codes.codes) + _GAP)
        return [(line, text_width(line, face)) for line in lines]
