"""OnceCard: the items of the instrument that are asked once for the whole patient."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ordi_crf.core import clasi
from ordi_crf.forms.schema import Choice, FreeText, Item, Language, Section
from ordi_crf.ui import theme
from ordi_crf.ui.clasi.cell import CELL_SHARE, Cell
from ordi_crf.ui.components.painting import rounded, text_width, wrapped, write
from ordi_crf.ui.editors import LineEditor

PAD, TOP = 16, 8
_NOTE_GAP = 14


class OnceCard(QWidget):
    """One row for each item: its label, its answers, and what the answer or the question means."""

    words_given = Signal(str, object, str)
    """An item of free text and what was written, None for blank."""

    def __init__(self, section: Section, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section, self._language = section, language
        self._row_height, self._cell_width = 32.0, 36
        self._here = ""
        self._needed = True
        self.cells: dict[str, Cell] = {}
        self.lines: dict[str, LineEditor] = {}
        for item in section.items:
            if isinstance(item, Choice):
                self.cells[item.name] = Cell(section, "", item, language, self)
                self.cells[item.name].chosen.connect(self._on_chosen)
            elif isinstance(item, FreeText):
                self.lines[item.name] = self._line(item)

    def set_row_height(self, height: float, cell_width: int) -> None:
        """Give rows and cells the size they have in the grid above."""
        self._row_height, self._cell_width = height, cell_width
        self._place()

    def set_here(self, item: str) -> None:
        """Light up the row that has the keyboard."""
        before, self._here = self._here, item
        for n, asked in enumerate(self._section.items):
            if before != item and asked.name in (before, item):
                self.update(self._row_box(n).toAlignedRect())

    def set_duration_needed(self, needed: bool) -> None:
        """Ask how long dyspigmentation lasts, or say why it is not asked."""
        cell = self.cells[clasi.DURATION]
        cell.setEnabled(needed or cell.value() is not None)
        if needed != self._needed:
            self._needed = needed
            self.update()

    def fixed_height(self) -> int:
        """Return what the card needs besides its rows."""
        return 2 * TOP

    @property
    def rows(self) -> int:
        """Return how many items are asked."""
        return len(self._section.items)

    def sizeHint(self) -> QSize:
        return QSize(760, int(self.fixed_height() + self.rows * self._row_height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, QRectF(self.rect()), theme.RADIUS_CARD, fill=t.surface, line=t.line)
        for n, item in enumerate(self._section.items):
            box = self._row_box(n)
            if not box.toAlignedRect().intersects(event.rect()):
                continue
            here = item.name == self._here
            if here:
                painter.fillRect(box.adjusted(1, 0, -1, 0), theme.color(t.soft))
            self._paint_label(painter, box, item, here, t)
            self._paint_note(painter, box, item, t)

    @Slot()
    def _on_chosen(self) -> None:
        """Write the note beside the answer anew."""
        self.update()

    @Slot()
    def _on_committed(self) -> None:
        for name, line in self.lines.items():
            self.words_given.emit(name, line.value(), line.typed())

    def _line(self, item: FreeText) -> LineEditor:
        line = LineEditor(item, None, self._language, self)
        line.field.setMaxLength(item.limit)
        line.field.setAccessibleName(item.label.in_(self._language))
        line.committed.connect(self._on_committed)
        return line

    def _paint_label(
        self, painter: QPainter, box: QRectF, item: Item, here: bool, t: theme.Tokens
    ) -> None:
        words = item.label.in_(self._language)
        face = theme.font(theme.BODY, 600 if here else 400)
        where = QRectF(PAD, box.top(), self._left() - PAD - 6, box.height())
        if item.name != clasi.DURATION or self._needed:
            write(painter, where, words, font=face, ink=t.ink)
            return
        middle = where.center().y()
        upper = QRectF(where.left(), middle - 15, where.width(), 16)
        write(painter, upper, words, font=face, ink=t.muted)
        lower = QRectF(where.left(), middle, where.width(), 14)
        why = self.tr("Not needed while no dyspigmentation is scored")
        write(painter, lower, why, font=theme.font(theme.META), ink=t.muted)

    def _paint_note(self, painter: QPainter, box: QRectF, item: Item, t: theme.Tokens) -> None:
        """Write what the chosen answer means; before that, how to ask."""
        cell = self.cells.get(item.name)
        right = (cell or self.lines[item.name]).geometry().right()
        words = item.hint.in_(self._language) if item.hint is not None else ""
        if item.name == clasi.DURATION:
            words = ""
        elif cell is not None and cell.value() not in (None, "0"):
            words = f"{cell.value()}  {cell.wording(cell.value())}"
        x = right + _NOTE_GAP
        where = QRectF(x, box.top(), self.width() - PAD - x, box.height())
        face = theme.font(theme.LABEL)
        lines = wrapped(words, face, where.width())
        if len(lines) > 1:
            face = theme.font(theme.META)
            lines = wrapped(words, face, where.width())
        for n, line in enumerate(lines):
            part = QRectF(x, where.center().y() - 7 * len(lines) + 14 * n, where.width(), 14)
            write(painter, part, line, font=face, ink=t.muted)

    def _row_box(self, n: int) -> QRectF:
        top = round(TOP + n * self._row_height)
        return QRectF(0, top, self.width(), round(TOP + (n + 1) * self._row_height) - top)

    def _left(self) -> int:
        """Return where the answers begin: after the longest label."""
        face = theme.font(theme.BODY, 600)
        labels = [item.label.in_(self._language) for item in self._section.items]
        return PAD + int(max(text_width(label, face) for label in labels)) + PAD

    def _place(self) -> None:
        left, height = self._left(), min(round(self._row_height * CELL_SHARE), 34)
        for n, item in enumerate(self._section.items):
            top = round(self._row_box(n).center().y() - height / 2)
            if (cell := self.cells.get(item.name)) is not None:
                codes = len(cell.item.codes.codes)
                digits = cell.item.codes.integer
                width = self._cell_width * codes if digits else cell.sizeHint().width()
                cell.setGeometry(left, top, width, height)
            else:
                self.lines[item.name].setGeometry(left, top, min(280, self.width() // 3), height)
                self.lines[item.name].field.setFixedHeight(height)
        self.update()
