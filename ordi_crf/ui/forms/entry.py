"""Entry: one row of a repeating section, folded to a line until it is opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ordi_crf.core.records import Record, blank
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.forms.schema import Language, Section
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.enter import pressed_by_enter
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.icons import Icon
from ordi_crf.ui.components.painting import write
from ordi_crf.ui.forms.once_view import OnceView
from ordi_crf.ui.forms.summary import summary
from ordi_crf.ui.theme import Tone


class _Fold(QAbstractButton):
    """The line of a record: its number and what it says; a click opens or folds it."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.muted = False
        ringed(self)

    def sizeHint(self) -> QSize:
        return QSize(320, 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        mark = "▾" if self.isChecked() else "▸"
        write(painter, box, mark, font=theme.font(theme.LABEL), ink=t.muted)
        number = box.adjusted(18, 0, 0, 0)
        write(painter, number, str(self._number), font=theme.font(theme.BODY, 700), ink=t.ink)
        ink = t.muted if self.muted else t.ink
        write(painter, box.adjusted(44, 0, 0, 0), self.text(), font=theme.font(theme.BODY), ink=ink)


class Entry(OnceView):
    """A record one can open, fold and void; a new one is open and has no key yet."""

    def __init__(
        self,
        section: Section,
        row: str,
        number: int,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(section, language, parent, titled=False)
        self.body.setContentsMargins(theme.SPACE_3, 6, theme.SPACE_3, 6)
        self.body.setSpacing(0)
        self._row = row
        self._voided = False
        self._fold = _Fold(number)
        self._fold.setChecked(not row)
        self._fold.toggled.connect(self._on_folded)
        self._fold.setAccessibleName(self.tr("New record"))
        self._flag = Icon("hard", Tone.BAD, self.tr("To be corrected"))
        self._flag.hide()
        self._void = Button(self.tr("Void this record"), Kind.LINK)
        self._void.clicked.connect(self._on_void)
        heading = QHBoxLayout()
        heading.addWidget(self._fold, 1)
        heading.addWidget(self._flag)
        heading.addWidget(self._void)
        self.body.insertLayout(0, heading)
        self._show_due()

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        found = record.sections.get(self.section.name, {}).get(self._row)
        self._voided = found is not None and found.voided
        super().show_record(record, typed, read_only=read_only or self._voided)
        answers = found.values if found is not None else blank(self.section)
        words = summary(self.section, answers, self.language)
        self._fold.muted = self._voided
        self._fold.setText(self.tr("Voided: {what}").format(what=words) if self._voided else words)
        self._fold.setAccessibleName(self._fold.text() or self.tr("New record"))
        words = self.tr("Take back") if self._voided else self.tr("Void this record")
        self._void.setText(words)
        self._void.setEnabled(not read_only)
        self._show_due()

    def set_findings(self, findings: Sequence[Finding]) -> None:
        super().set_findings(findings)
        mine = [f for f in findings if f.row == self._row and f.section == self.section.name]
        self._flag.setVisible(bool(mine) and not self._voided)

    def open(self) -> None:
        """Show the questions of the record."""
        self._fold.setChecked(True)

    def take_key(self, row: str) -> None:
        """Become the stored row of this key."""
        self._row = row
        self._show_due()

    def _show_due(self) -> None:
        open_ = self._fold.isChecked() and not self._voided
        self._void.setVisible(bool(self._row) and (self._voided or open_))
        for name, row in self._rows.items():
            row.setVisible(open_ and self._due[name])

    @Slot(bool)
    def _on_folded(self, _open: bool) -> None:
        self._show_due()

    @Slot()
    def _on_void(self) -> None:
        self.void_asked.emit(self.section.name, self._row, not self._voided)
