"""The history of an item, at the item: every value it had, beside who, when and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ordi_crf.core import values
from ordi_crf.core.missing import FLAVOURS
from ordi_crf.core.records import AuditEntry
from ordi_crf.forms.schema import Item, Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import rounded, text_width
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.theme import Tone

_TALLEST = 360


class HistoryPopup(QFrame):
    """A small sheet that closes at the next click anywhere else."""

    def __init__(
        self,
        title: str,
        item: Item,
        entries: Sequence[AuditEntry],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._item, self._language = item, language
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, theme.SPACE_3, 0)
        grid.setHorizontalSpacing(theme.SPACE_4)
        grid.setVerticalSpacing(theme.SPACE_2)
        for n, entry in enumerate(reversed(entries)):
            self._add(grid, n, entry)
        if not entries:
            grid.addWidget(
                Label(self.tr("Nothing was entered here yet."), theme.LABEL, 400, Tone.MUTED), 0, 0
            )
        area = scrolling(content)
        area.setMinimumWidth(content.sizeHint().width() + theme.SPACE_4)
        area.setFixedHeight(min(_TALLEST, content.sizeHint().height() + theme.SPACE_1))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.SPACE_4] * 4)
        column.setSpacing(theme.SPACE_3)
        column.addWidget(Label(title, theme.BODY, 700))
        column.addWidget(area)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        rounded(painter, box, theme.RADIUS_CARD, fill=t.raised, line=t.muted)

    def show_at(self, anchor: QWidget | None) -> None:
        """Show the sheet under a widget, or at the pointer, inside the screen."""
        where = anchor.mapToGlobal(QPoint(0, anchor.height() + 4)) if anchor else QCursor.pos()
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(where.x(), screen.right() - self.width()))
        y = max(screen.top(), min(where.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()

    def _add(self, grid: QGridLayout, n: int, entry: AuditEntry) -> None:
        at = entry.at.replace("T", " ")[:19] + " UTC"
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Label(at, theme.LABEL, 400, Tone.MUTED), n, 0, top)
        who = f"{entry.actor} ({entry.role})"
        grid.addWidget(Label(who, theme.LABEL), n, 1, top)
        for column, words, weight, widest in (
            (2, self._what(entry), 600, 280),
            (3, entry.reason or "", 400, 220),
        ):
            face = theme.font(theme.LABEL, weight)
            label = Label(words, theme.LABEL, weight, wrap=True)
            label.setFixedWidth(min(widest, int(text_width(words, face)) + 8))
            grid.addWidget(label, n, column, top)

    def _what(self, entry: AuditEntry) -> str:
        if entry.action == "explain":
            return self.tr("Finding kept: {reason}").format(reason=entry.new or "")
        if entry.action == "missing":
            return self._said_missing(entry)
        if entry.item == "VOIDED":
            return self.tr("Row voided") if entry.new == "1" else self.tr("Row taken back")
        new = self._shown(entry.new)
        if entry.action == "insert":
            return self.tr("Entered: {new}").format(new=new)
        return self.tr("{old}  →  {new}").format(old=self._shown(entry.old), new=new)

    def _said_missing(self, entry: AuditEntry) -> str:
        if entry.new is None:
            return self.tr("No longer missing: {old}").format(old=self._why(entry.old))
        return self.tr("Missing: {why}").format(why=self._why(entry.new))

    def _why(self, value: str | None) -> str:
        """Return a null flavour in words, and a comment as it is."""
        known = value is not None and value in FLAVOURS
        return FLAVOURS.text(value).in_(self._language) if known and value else value or ""

    def _shown(self, value: str | None) -> str:
        if value is None:
            return self.tr("(blank)")
        return values.display(self._item, value, self._language)
