"""VerdictCard: what the fifteen criteria give together, in a sign and two sentences."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.criteria import Truth
from ordi_crf.core.eligibility import Assessment, Eligibility
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.eligibility.mark import Sign, tone_of
from ordi_crf.ui.theme import Tone


class VerdictCard(Card):
    """The verdict of the data; the decision is the investigator's."""

    confirm_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._sign = Sign(34)
        self._words = Label("", theme.TITLE, 700)
        self._why = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._confirm = Button(self.tr("Confirm all as computed"))
        self._confirm.setObjectName("confirm_all")
        self._confirm.clicked.connect(self.confirm_asked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words)
        words.addWidget(self._why)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_4)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self._confirm)
        self.body.addLayout(row)

    def show_assessment(self, assessment: Assessment, *, confirmable: int, tip: str) -> None:
        """Show a verdict; `confirmable` answers can be confirmed at once, or `tip` says why not."""
        favourable: Truth
        match assessment.eligibility:
            case Eligibility.ELIGIBLE:
                favourable, words = True, self.tr("The data say: eligible")
                why = self.tr("Every inclusion criterion is met, and no exclusion criterion is.")
            case Eligibility.NOT_ELIGIBLE:
                favourable, words = False, self.tr("The data say: not eligible")
                why = self._listed(assessment)
            case Eligibility.UNKNOWN:
                favourable, words = None, self.tr("The data cannot say yet")
                why = self._listed(assessment)
        self._sign.set_favourable(favourable)
        self._words.setText(words)
        self._words.set_tone(tone_of(favourable))
        self._why.setText(why)
        self._confirm.setEnabled(bool(confirmable) and not tip)
        self._confirm.setToolTip(tip)
        self.setAccessibleName(f"{words}. {why}")

    def _listed(self, assessment: Assessment) -> str:
        told = []
        if assessment.failed:
            against = self.tr("Against it: {codes}.")
            told.append(against.format(codes=", ".join(assessment.failed)))
        if assessment.unknown:
            unknown = self.tr("Cannot be determined: {codes}.")
            told.append(unknown.format(codes=", ".join(assessment.unknown)))
        return " ".join(told)
