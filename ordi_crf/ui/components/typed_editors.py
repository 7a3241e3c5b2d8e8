"""Editors of what is typed: understood when the field is left, echoed while it is written."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ordi_crf.core import values
from ordi_crf.forms.schema import Date, FreeText, Item, Language, RowCode, Severity
from ordi_crf.ui import theme
from ordi_crf.ui.components.editor import Editor
from ordi_crf.ui.components.fields import LineField, WordsField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone

_WIDE = 560


class LineEditor(Editor):
    """Numbers, results, dates and one line of words: typed, and echoed as understood."""

    def __init__(
        self, item: Item, row: RowCode | None, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(item, language, parent)
        self._unit = row.unit if row is not None and row.unit else getattr(item, "unit", "")
        self._last = ""
        self._line = LineField()
        self._adopt(self._line)
        self._echo = Label("", theme.LABEL, 400, Tone.ACCENT)
        self._line.textEdited.connect(self._on_edited)
        self._line.left.connect(self._commit)
        self._row.addWidget(self._line, 100 * isinstance(item, FreeText))
        if isinstance(item, FreeText):
            self._line.setMaximumWidth(_WIDE)
            # What the widest line leaves over stays at its right.
            self._row.addStretch(1)
        else:
            self._line.setFixedWidth(132 if isinstance(item, Date) else 112)
            if self._unit:
                self._row.addWidget(Label(self._unit, theme.LABEL, 400, Tone.MUTED))
            self._row.addWidget(self._echo)
            self._row.addStretch(1)
        if isinstance(item, Date):
            self._line.setPlaceholderText(self.tr("yyyy-mm-dd"))

    @property
    def field(self) -> QLineEdit:
        """Return the line."""
        return self._line

    def value(self) -> str | None:
        """Return what was understood."""
        try:
            return values.parse(self.item, self._line.text())
        except values.Unreadable:
            return None

    def typed(self) -> str:
        """Return the line as it stands."""
        return self._line.text()

    def set_value(self, text: str | None, typed: str | None = None) -> None:
        """Show a value, or what was typed; what is being typed stays."""
        if not (self._line.hasFocus() and self._line.isModified()):
            self._show(text, typed)

    def _show(self, text: str | None, typed: str | None) -> None:
        shown = typed if typed is not None else values.display(self.item, text, self.language)
        self._last = shown
        if shown != self._line.text():
            self._line.setText(shown)
        self._line.setModified(False)
        self._echo.clear()
        self.set_severity(Severity.HARD if self.problem() else None)

    def set_read_only(self, read_only: bool) -> None:
        """Let the line be read, selected and copied."""
        self._line.setReadOnly(read_only)

    def describe(self, text: str) -> None:
        """Say the unit, required, hint and findings."""
        said = [part for part in (self._unit, text) if part]
        self._line.setAccessibleDescription(". ".join(said))

    @Slot()
    def _on_edited(self) -> None:
        understood = self.value()
        echo = understood is not None and understood != self._line.text().strip()
        if not isinstance(self.item, FreeText):
            self._echo.setText(f"→ {understood} {self._unit}".rstrip() if echo else "")
        self.edited.emit()

    @Slot()
    def _commit(self) -> None:
        """Put what was understood in place of what was typed, and report a change."""
        understood = self.value()
        text = self._line.text() if understood is None else understood
        same = text.strip() == self._last.strip()
        self._show(understood, None if understood is not None else text)
        if not same:
            self.committed.emit()


class WordsEditor(Editor):
    """Several lines of words."""

    def __init__(self, item: FreeText, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(item, language, parent)
        self._last = ""
        self._words = WordsField(item.lines)
        self._adopt(self._words)
        self._words.textChanged.connect(self.edited)
        self._words.left.connect(self._commit)
        self._row.addWidget(self._words, 1)

    @property
    def field(self) -> QPlainTextEdit:
        """Return the text field."""
        return self._words

    def value(self) -> str | None:
        """Return the words, trimmed; None when they cannot be kept."""
        try:
            return values.parse(self.item, self._words.toPlainText())
        except values.Unreadable:
            return None

    def typed(self) -> str:
        """Return the words as they stand."""
        return self._words.toPlainText()

    def set_value(self, text: str | None, typed: str | None = None) -> None:
        """Show words; what is being typed stays."""
        if not (self._words.hasFocus() and self._words.document().isModified()):
            self._show(text, typed)

    def _show(self, text: str | None, typed: str | None) -> None:
        shown = typed if typed is not None else text or ""
        self._last = shown
        if shown != self._words.toPlainText():
            self._words.blockSignals(True)
            self._words.setPlainText(shown)
            self._words.blockSignals(False)
        self._words.document().setModified(False)
        self.set_severity(Severity.HARD if self.problem() else None)

    def set_read_only(self, read_only: bool) -> None:
        """Let the words be read, selected and copied."""
        self._words.setReadOnly(read_only)

    @Slot()
    def _commit(self) -> None:
        understood = self.value()
        text = self._words.toPlainText() if understood is None else understood
        same = text.strip() == self._last.strip()
        self._show(understood, None if understood is not None else text)
        if not same:
            self.committed.emit()
