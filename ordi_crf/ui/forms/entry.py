"""Entry: one row of a repeating section, folded to a line of its list until it is opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core.records import Record, blank
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.core.values import attached
from ordi_crf.forms.schema import Attachment, Language, Section, Values
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.icons import Icon
from ordi_crf.ui.components.painting import hairline, rounded
from ordi_crf.ui.forms.columns import Column, Key
from ordi_crf.ui.forms.fold import LEFT, PICTURE, Fold
from ordi_crf.ui.forms.once_view import OnceView
from ordi_crf.ui.forms.summary import summary
from ordi_crf.ui.shelf import shelf
from ordi_crf.ui.theme import Tone


class Entry(OnceView):
    """A record one can open, fold and void; a new one is open and has no key yet."""

    def __init__(
        self,
        section: Section,
        row: str,
        number: int,
        columns: Sequence[Column],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(section, language, parent, titled=False)
        self.body.setContentsMargins(0, 2, 0, 2)
        self.body.setSpacing(0)
        self._row, self.number = row, number
        self._columns = tuple(columns)
        self._voided = False
        self._answers: Values = blank(section)
        self.fold = Fold(number)
        self.fold.setChecked(not row)
        self.fold.toggled.connect(self._on_folded)
        self.fold.setAccessibleName(self.tr("New record"))
        self._flag = Icon("hard", Tone.BAD, self.tr("To be corrected"))
        self._flag.hide()
        self._void = Button(self.tr("Void this record"), Kind.LINK)
        self._void.clicked.connect(self._on_void)
        heading = QHBoxLayout()
        heading.setContentsMargins(0, 0, theme.SPACE_2, 0)
        heading.addWidget(self.fold, 1)
        heading.addWidget(self._flag)
        heading.addWidget(self._void)
        self.body.insertLayout(0, heading)
        for field in self._rows.values():
            field.setContentsMargins(LEFT, 0, 0, 0)
        self._show_due()

    @property
    def cells(self) -> tuple[str, ...]:
        """Return what the record says in each column; nothing once it is void."""
        if self._voided:
            return ()
        return tuple(column.said(self._answers, self.language) for column in self._columns)

    def key(self, column: Column) -> Key:
        """Return what the record is ordered by in a column."""
        return column.key(self._answers)

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        found = record.sections.get(self.section.name, {}).get(self._row)
        self._voided = found is not None and found.voided
        super().show_record(record, typed, read_only=read_only or self._voided)
        self._answers = {**blank(self.section), **(found.values if found is not None else {})}
        words = summary(self.section, self._answers, self.language)
        self.fold.muted = self._voided
        self.fold.setText(self.tr("Voided: {what}").format(what=words) if self._voided else words)
        self.fold.setAccessibleName(self.fold.text() or self.tr("New record"))
        self.fold.set_cells(self.cells if words else ())
        self._show_picture()
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
        self.fold.setChecked(True)

    def take_key(self, row: str) -> None:
        """Become the stored row of this key."""
        self._row = row
        self._show_due()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.fold.isChecked() and not self._voided:
            box = QRectF(self.rect()).adjusted(0, 0, 0, -1)
            rounded(painter, box, theme.RADIUS_CONTROL, fill=t.raised, line=t.line)
        hairline(painter, 0, self.height() - 1, self.width(), self.height(), t.line)

    def _show_picture(self) -> None:
        """Show the first picture of the record small in its line."""
        for n, column in enumerate(self._columns):
            value = self._answers[column.item.name]
            if isinstance(column.item, Attachment):
                content = shelf.content(attached(value)[0]) if value and not self._voided else None
                image = QImage.fromData(content) if content else QImage()
                smooth = Qt.TransformationMode.SmoothTransformation
                small = image.scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio, smooth)
                picture = None if image.isNull() else QPixmap.fromImage(small)
                self.fold.set_picture(n, picture)
                return

    def _show_due(self) -> None:
        open_ = self.fold.isChecked() and not self._voided
        self._void.setVisible(bool(self._row) and (self._voided or open_))
        for name, row in self._rows.items():
            row.setVisible(open_ and self._due[name])

    @Slot(bool)
    def _on_folded(self, open_: bool) -> None:
        # An open record closes with a little room under its last question.
        self.body.setContentsMargins(0, 2, 0, theme.SPACE_2 if open_ else 2)
        self._show_due()
        self.update()

    @Slot()
    def _on_void(self) -> None:
        self.void_asked.emit(self.section.name, self._row, not self._voided)
