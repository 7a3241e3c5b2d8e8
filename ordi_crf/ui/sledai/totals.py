"""TotalsCard: the total of SLEDAI-2K as the largest figure, and the totals that stand beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ordi_crf.core.sledai import ACTIVE, GRADES, MAXIMUM, Score, grade
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.figures import ScoreCard
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone


class TotalsCard(ScoreCard):
    """A total only when none of the 24 is blank; until then, what is missing."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(Tone.ACCENT, parent)
        self._language = language
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_2)
        grid.setVerticalSpacing(2)
        self._figures = [Label("–", theme.LABEL, 700) for _ in range(3)]
        names = (self.tr("Without skin and mucosa"), self.tr("Clinical"), self.tr("Activity"))
        for line, (name, figure) in enumerate(zip(names, self._figures, strict=True)):
            grid.addWidget(Label(name, theme.LABEL, 400, Tone.MUTED), line, 0)
            grid.addWidget(figure, line, 1, Qt.AlignmentFlag.AlignRight)
            figure.setAccessibleName(name)
        grid.setColumnStretch(0, 1)
        self.body.insertLayout(2, grid)

    def show_score(self, score: Score) -> None:
        """Show what is scored so far, and the totals once there are any."""
        total = score.total
        figure = score.so_far if total is None else total
        label = self.tr("SLEDAI-2K so far") if total is None else self.tr("SLEDAI-2K")
        self.set_score(label, str(figure), self.tr("of {n}").format(n=MAXIMUM))
        words = "–" if total is None else GRADES.text(grade(total)).in_(self._language)
        beside = (score.non_mucocutaneous, score.clinical)
        for at, value in zip(self._figures, beside, strict=False):
            at.setText("–" if value is None else str(value))
        self._figures[2].setText(words)
        gap = score.gap
        self.set_sentence("" if gap is None else gap.in_(self._language), Tone.WARN)
        active = total is not None and total >= ACTIVE
        self.set_chip(self.tr("active disease: {n} or more").format(n=ACTIVE) if active else "")
