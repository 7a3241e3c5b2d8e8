"""FiguresCard: what a form's answers amount to, beside them: computed, never entered."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ordi_crf.core import phrases
from ordi_crf.core.derived import Figure
from ordi_crf.forms.schema import Derived, Form, Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone


class FiguresCard(Card):
    """A line for each derived value, and how it is made while it cannot be; gone without any."""

    def __init__(self, form: Form, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Computed"), parent)
        self._language = language
        self._lines = [(derived, Label("–", theme.BODY, 700)) for derived in form.derived]
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_2)
        grid.setVerticalSpacing(theme.SPACE_1)
        grid.setColumnStretch(0, 1)
        for line, (derived, figure) in enumerate(self._lines):
            words = derived.label.in_(language)
            unit = derived.unit.in_(language) if derived.unit is not None else ""
            name = Label(words, theme.LABEL, wrap=True)
            name.setToolTip(derived.method.in_(language))
            figure.setAccessibleName(f"{words}, {unit}")
            grid.addWidget(name, line, 0)
            grid.addWidget(figure, line, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Label(unit, theme.META, 400, Tone.MUTED), line, 2)
        self._note = Label("", theme.META, 400, Tone.MUTED, wrap=True)
        self.body.addLayout(grid)
        self.body.addWidget(self._note)

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Show what the answers amount to now."""
        for derived, figure in self._lines:
            figure.setText(self._words(derived, figures[derived.name]))
        self.setVisible(any(figure is not None for figure in figures.values()))
        lacking = [derived for derived, _ in self._lines if figures[derived.name] is None]
        self._note.setText("\n".join(d.method.in_(self._language) for d in lacking))
        self._note.setVisible(bool(lacking))

    def _words(self, derived: Derived, figure: Figure) -> str:
        if figure is None:
            return "–"
        if isinstance(figure, Fraction):
            return phrases.decimal(figure, derived.places).in_(self._language)
        return str(figure)
