"""Editors of what is chosen: answers side by side, a list, or a stroke that is only named."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ordi_crf.forms.schema import Choice, CodeList, Language, Stroke
from ordi_crf.ui import theme
from ordi_crf.ui.components.editor import Editor
from ordi_crf.ui.components.fields import ListField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.segments import Ramp
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.theme import Tone


class SegmentEditor(Editor):
    """A few answers side by side."""

    def __init__(self, item: Choice, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(item, language, parent)
        ramp = Ramp.ACTIVITY if item.codes.integer and graded(item.codes) else None
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


def segments(codes: CodeList, language: Language) -> list[tuple[str, str, str]]:
    """Return a codelist as segments: grades by their digit, everything else by its words."""
    digits = codes.integer and graded(codes)
    return [
        (c.value, c.value if digits else c.text.in_(language), c.text.in_(language))
        for c in codes.codes
    ]


def graded(codes: CodeList) -> bool:
    """Return whether the codes are grades of one digit, so that the digit says it all."""
    return codes.integer and all(len(code.value) == 1 for code in codes.codes)
