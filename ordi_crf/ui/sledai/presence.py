"""PresenceEditor: whether one descriptor is there; a key answers and goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ordi_crf.forms.schema import Choice, Language
from ordi_crf.ui.components.editor import Editor
from ordi_crf.ui.grades import SegmentedChoice


class PresenceEditor(Editor):
    """Absent or present, in words; a suggestion is outlined until it is accepted."""

    answered_by_key = Signal()
    moved = Signal(int, int)
    """An arrow asked to leave, by columns and rows."""
    focused = Signal()
    attribution_asked = Signal()

    def __init__(self, item: Choice, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(item, language, parent)
        words = [(c.value, c.text.in_(language), c.text.in_(language)) for c in item.codes.codes]
        self._choice = SegmentedChoice(words)
        self._adopt(self._choice)
        self._choice.set_arrows_leave(True)
        self._choice.chosen.connect(self._on_chosen)
        self._choice.keyed.connect(self.answered_by_key)
        self._choice.passed.connect(self.answered_by_key)
        self._choice.moved.connect(self.moved)
        self._choice.refused.connect(self._on_refused)
        self._choice.focused.connect(self._on_focused)
        self._choice.history_asked.connect(self.history_asked)
        self._row.addWidget(self._choice)

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

    def set_suggestion(self, code: str | None) -> None:
        """Outline what the laboratory suggests; it counts for nothing until it is accepted."""
        self._choice.set_proposal(code)

    def set_read_only(self, read_only: bool) -> None:
        """Let the answer be read and not changed."""
        self._choice.set_read_only(read_only)

    def describe(self, text: str) -> None:
        """Say definition and suggestion after the answer."""
        self._choice.set_note(text)

    @Slot()
    def _on_chosen(self) -> None:
        self.edited.emit()
        self.committed.emit()

    @Slot(str)
    def _on_refused(self, typed: str) -> None:
        if typed.casefold() == ATTRIBUTION_KEY:
            self.attribution_asked.emit()

    @Slot(bool)
    def _on_focused(self, here: bool) -> None:
        if here:
            self.focused.emit()


ATTRIBUTION_KEY = "t"
"""Opens the field for what a finding is attributed to."""
