"""Editor: what the editor of any kind of item can do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core import values
from ordi_crf.forms.schema import Item, Language, Severity, Text
from ordi_crf.ui import theme


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
