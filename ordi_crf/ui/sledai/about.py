"""AboutCard: the definition of the descriptor at hand, what suggests it, what it is due to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ordi_crf.core.sledai_laboratory import Suggestion
from ordi_crf.forms.schema import Language
from ordi_crf.forms.sledai import DESCRIPTORS, Descriptor
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.editors import Editor
from ordi_crf.ui.sledai.presence import ATTRIBUTION_KEY
from ordi_crf.ui.theme import Tone

_LINES = 5
"""Lines of the longest definition but one: the card does not jump from row to row."""


class AboutCard(Card):
    """Follows the keyboard from descriptor to descriptor."""

    def __init__(
        self,
        attributions: Mapping[str, Editor],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._language = language
        self._rows = {descriptor.value: descriptor for descriptor in DESCRIPTORS}
        self._name = Label("", theme.LABEL, 600, wrap=True)
        self._meaning = Label("", theme.LABEL, 400, Tone.INK, wrap=True)
        self._meaning.setMinimumHeight(_LINES * (theme.LABEL + 4))
        self._meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._suggested = Label("", theme.LABEL, 600, Tone.ACCENT, wrap=True)
        self._fields = QStackedWidget()
        self._attributions = attributions
        for editor in attributions.values():
            self._fields.addWidget(editor)
        due = self.tr("Attributed to (key {key})").format(key=ATTRIBUTION_KEY.upper())
        self.body.setSpacing(theme.SPACE_1 + 2)
        for widget in (
            self._name, self._meaning, self._suggested,
            Label(due, theme.META, 400, Tone.MUTED), self._fields,
        ):  # fmt: skip
            self.body.addWidget(widget)

    def show_descriptor(self, row: str, suggestion: Suggestion | None) -> None:
        """Show the definition of a descriptor, and the field for what it is attributed to."""
        descriptor: Descriptor = self._rows[row]
        weight = self.tr("weight {n}").format(n=descriptor.weight)
        self._name.setText(f"{descriptor.text.in_(self._language)}, {weight}")
        self._meaning.setText(descriptor.definition.in_(self._language))
        self._suggested.setText("" if suggestion is None else self.words(suggestion))
        self._suggested.setVisible(suggestion is not None)
        self._fields.setCurrentWidget(self._attributions[row])

    def words(self, suggestion: Suggestion) -> str:
        """Return what the laboratory suggests, with the results it rests on."""
        said = suggestion.said.in_(self._language)
        if suggestion.present:
            return self.tr("Laboratory suggests present: {results}").format(results=said)
        return self.tr("Laboratory suggests absent: {results}").format(results=said)
