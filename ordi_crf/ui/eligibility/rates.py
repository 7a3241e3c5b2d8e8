"""RatesPanel: the filtration rate by four equations side by side, and the side of 30 of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ordi_crf.core.filtration import Estimate, rate_text
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.eligibility.mark import VerdictMark
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import written


class RatesPanel(QWidget):
    """A line for each equation: its name, what it estimates, below 30 or not."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: tuple[Estimate, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, theme.SPACE_1, 0, theme.SPACE_1)
        self._grid.setHorizontalSpacing(theme.SPACE_2)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(3, 1)

    def show_rates(self, rates: Sequence[Estimate]) -> None:
        """Show what each equation estimates."""
        if tuple(rates) == self._shown:
            return
        self._shown = tuple(rates)
        while (entry := self._grid.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line, rate in enumerate(rates):
            self._add(line, rate)

    def _add(self, line: int, rate: Estimate) -> None:
        figure = Label(written(rate_text(rate), self._language), theme.BODY, 700)
        unit = Label(written(rate.equation.unit, self._language), theme.META, 400, Tone.MUTED)
        side = VerdictMark()
        words = (
            self.tr("not known")
            if rate.below is None
            else self.tr("below 30")
            if rate.below
            else self.tr("not below 30")
        )
        side.show_verdict(None if rate.below is None else not rate.below, words)
        self._grid.addWidget(Label(rate.equation.value, theme.LABEL), line, 0)
        self._grid.addWidget(figure, line, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(unit, line, 2)
        self._grid.addWidget(side, line, 3)
