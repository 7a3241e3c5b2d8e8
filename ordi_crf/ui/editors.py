"""Editors: one object for each kind of item, the same three members for all of them.

`value()` is the canonical text or None, `typed()` what stands in the field even where it cannot be
read, `set_value()` shows both. What a person typed is never cleared and a blank is never filled in.
"""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from ordi_crf.core import values
from ordi_crf.forms.schema import (
    Choice,
    CodeList,
    Date,
    FreeText,
    Item,
    LabResult,
    Language,
    Number,
    RowCode,
    Severity,
    Stroke,
    Text,
)
from ordi_crf.ui import theme
from ordi_crf.ui.components.fields import LineField, ListField, WordsField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.grades import Ramp, SegmentedChoice
from ordi_crf.ui.theme import Tone

_WIDE = 560
_FEW, _SHORT = 4, 14
"""Up to this many answers of this many letters stand side by side; more become a list."""


class Editor(QWidget):
    """What every editor can do; `field` is the widget that takes the keyboard."""

    edited = Signal()
    """A keystroke or a click changed what stands in the field."""
    committed = Signal()
    """The value has left the field and is another than before, unreadable text included."""
    history_asked = Signal()

    def __init__(self, item: Item, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item, self.language = item, language
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.SPACE_2)

    @property
    def field(self) -> QWidget:
        """Return the widget that takes the keyboard."""
        raise NotImplementedError

    def value(self) -> str | None:
        """Return the canonical text, None for blank and for what cannot be read."""
        raise NotImplementedError

    def typed(self) -> str:
        """Return what stands in the field, readable or not."""
        return self.value() or ""

    def set_value(self, text: str | None, typed: str | None = None) -> None:
        """Show a value, or what was typed and could not be read, without reporting it."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and not changed."""
        self.setEnabled(not read_only)

    def problem(self) -> Text | None:
        """Return why what was typed cannot be read, None when it can."""
        try:
            values.parse(self.item, self.typed())
        except values.Unreadable as error:
            return error.message
        return None

    def set_severity(self, severity: Severity | None) -> None:
        """Mark the field by the worst finding it has."""
        name = "" if severity is None else severity.name.lower()
        if self.field.property("severity") != name:
            self.field.setProperty("severity", name)
            self.field.style().polish(self.field)
            self.field.update()

    def describe(self, text: str) -> None:
        """Say required, hint and findings to who cannot see them."""
        self.field.setAccessibleDescription(text)

    def _adopt(self, field: QWidget) -> None:
        """Name the field after its item: tests, style and reports find it by that."""
        field.setObjectName(self.item.name)
        self.setFocusProxy(field)


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
        self._row.addWidget(self._line, int(isinstance(item, FreeText)))
        if isinstance(item, FreeText):
            self._line.setMaximumWidth(_WIDE)
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
        """Show a value, or what was typed."""
        shown = typed if typed is not None else values.display(self.item, text, self.language)
        self._last = shown
        if shown != self._line.text():
            self._line.setText(shown)
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
        self.set_value(understood, None if understood is not None else text)
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
        """Show words."""
        shown = typed if typed is not None else text or ""
        self._last = shown
        if shown != self._words.toPlainText():
            self._words.blockSignals(True)
            self._words.setPlainText(shown)
            self._words.blockSignals(False)
        self.set_severity(Severity.HARD if self.problem() else None)

    def set_read_only(self, read_only: bool) -> None:
        """Let the words be read, selected and copied."""
        self._words.setReadOnly(read_only)

    @Slot()
    def _commit(self) -> None:
        understood = self.value()
        text = self._words.toPlainText() if understood is None else understood
        same = text.strip() == self._last.strip()
        self.set_value(understood, None if understood is not None else text)
        if not same:
            self.committed.emit()


class SegmentEditor(Editor):
    """A few answers side by side."""

    def __init__(self, item: Choice, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(item, language, parent)
        ramp = Ramp.ACTIVITY if item.codes.integer and _all_digits(item.codes) else None
        self._choice = SegmentedChoice(segments(item.codes, language), ramp)
        self._adopt(self._choice)
        self._choice.chosen.connect(self._on_chosen)
        self._choice.passed.connect(self._on_passed)
        self._choice.history_asked.connect(self.history_asked)
        self._row.addWidget(self._choice)
        self._row.addStretch(1)

    @property
    def field(self) -> SegmentedChoice:
        """Return the row of answers."""
        return self._choice

    def value(self) -> str | None:
        """Return the code chosen."""
        return self._choice.value()

    def set_value(self, text: str | None, typed: str | None = None) -> None:
        """Show a code as chosen."""
        self._choice.set_value(text)

    def describe(self, text: str) -> None:
        """Say required, hint and findings after the answer."""
        self._choice.set_note(text)

    def set_read_only(self, read_only: bool) -> None:
        """Let the answer be read and not changed."""
        self._choice.set_read_only(read_only)

    @Slot()
    def _on_chosen(self) -> None:
        self.edited.emit()
        self.committed.emit()

    @Slot()
    def _on_passed(self) -> None:
        self.focusNextPrevChild(True)


class ListEditor(Editor):
    """Many answers: a list whose first entry is blank."""

    def __init__(self, item: Choice, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(item, language, parent)
        self._list = ListField()
        self._adopt(self._list)
        self._list.addItem("", None)
        for code in item.codes.codes:
            self._list.addItem(code.text.in_(language), code.value)
        self._list.activated.connect(self._on_activated)
        self._list.cleared.connect(self._on_activated)
        self._last: str | None = None
        self._row.addWidget(self._list)
        self._row.addStretch(1)

    @property
    def field(self) -> QComboBox:
        """Return the list."""
        return self._list

    def value(self) -> str | None:
        """Return the code chosen."""
        code = self._list.currentData()
        return code if isinstance(code, str) else None

    def set_value(self, text: str | None, typed: str | None = None) -> None:
        """Show a code as chosen."""
        self._last = text
        self._list.setCurrentIndex(max(0, self._list.findData(text)) if text else 0)

    @Slot()
    def _on_activated(self) -> None:
        if self.value() != self._last:
            self._last = self.value()
            self.edited.emit()
            self.committed.emit()


class StrokeSummary(Editor):
    """A stroke is drawn on the body map; here it is only named."""

    def __init__(self, item: Stroke, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(item, language, parent)
        self._text: str | None = None
        self._label = Label("", theme.LABEL, 400, Tone.MUTED)
        self._adopt(self._label)
        self._row.addWidget(self._label, 1)

    @property
    def field(self) -> Label:
        """Return the label; it takes no keyboard."""
        return self._label

    def value(self) -> str | None:
        """Return the stroke as it was drawn."""
        return self._text

    def set_value(self, text: str | None, typed: str | None = None) -> None:
        """Say how long the stroke's record is."""
        self._text = text
        length = len(text) if text else 0
        self._label.setText(self.tr("%n character(s) of vectors", "", length) if text else "")


def editor_for(item: Item, row: RowCode | None, language: Language) -> Editor:
    """Return the editor of an item; `row` is the pre-printed row it stands in, if any."""
    match item:
        case Number() | LabResult() | Date():
            return LineEditor(item, row, language)
        case Choice():
            short = all(len(c.text.in_(language)) <= _SHORT for c in item.codes.codes)
            few = len(item.codes.codes) <= _FEW and (short or _all_digits(item.codes))
            return SegmentEditor(item, language) if few else ListEditor(item, language)
        case FreeText():
            return (
                WordsEditor(item, language) if item.lines > 1 else LineEditor(item, row, language)
            )
        case Stroke():
            return StrokeSummary(item, language)
        case _:
            assert_never(item)


def segments(codes: CodeList, language: Language) -> list[tuple[str, str, str]]:
    """Return a codelist as segments: grades by their digit, everything else by its words."""
    digits = codes.integer and _all_digits(codes)
    return [
        (c.value, c.value if digits else c.text.in_(language), c.text.in_(language))
        for c in codes.codes
    ]


def _all_digits(codes: CodeList) -> bool:
    return codes.integer and all(len(code.value) == 1 for code in codes.codes)
