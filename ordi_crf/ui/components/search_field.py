"""SearchField: a line that narrows what stands below it, as it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ordi_crf.ui.components.fields import LineField


class SearchField(LineField):
    """A line with a placeholder that says what can be found; Escape shows everything again."""

    def __init__(self, words: str, width: int = 280, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self.setPlaceholderText(f"{words}…")
        self.setAccessibleName(words)
        self.setFixedWidth(width)
        self.setClearButtonEnabled(True)
