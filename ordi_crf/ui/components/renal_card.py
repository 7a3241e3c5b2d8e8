"""RenalCard: what four equations make of one creatinine, or what they still need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ordi_crf.core.creatinine import NAMES
from ordi_crf.core.renal import Rate
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import written


class RenalCard(Card):
    """Four small figures, each with its equation and unit."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Renal function"), parent)
        self._language = language
        self._figures: dict[str, Label] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_2)
        grid.setVerticalSpacing(theme.SPACE_1)
        for line, (name, equation) in enumerate(NAMES.items()):
            figure = self._figures[name] = Label("–", theme.BODY, 700)
            unit = written(equation.unit, language)
            figure.setAccessibleName(f"{equation}, {unit}")
            words = str(equation).split(" (")[0]
            grid.addWidget(Label(words, theme.LABEL), line, 0)
            grid.addWidget(figure, line, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Label(unit, theme.META, 400, Tone.MUTED), line, 2)
        grid.setColumnStretch(0, 1)
        self._note = Label("", theme.META, 400, Tone.MUTED, wrap=True)
        self.body.addLayout(grid)
        self.body.addWidget(self._note)

    def show_rates(self, rates: Mapping[str, Rate | None], lacking: Sequence[str]) -> None:
        """Show what each equation estimates, and the words of what is missing for it."""
        for name, figure in self._figures.items():
            rate = rates[name]
            figure.setText("–" if rate is None else written(rate.shown, self._language))
            figure.set_tone(Tone.WARN if rate is not None and rate.below else Tone.INK)
        needs = self.tr("Missing: {what}.").format(what=", ".join(lacking))
        self._note.setText(needs if lacking else self.tr("Below 30 is an exclusion; 30 is not."))
