"""ContentsCard: the files that can be delivered, each with what it is good for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf.deliver import Request
from ordi_crf.export.statistics import native
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.check import Check
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.theme import Tone

_WIDTH, _INDENT = 384, 28
_EACH, _ALL = "each", "all"


class ContentsCard(Card):
    """Ticks for the workbook, the casebooks, the forms without answers, and files for programs."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What to deliver"), parent)
        self.setFixedWidth(_WIDTH)
        self.body.setSpacing(theme.SPACE_1)
        self._heading(self.tr("To read and to check"))
        self.workbook = self._box(
            self.tr("Workbook (.xlsx)"),
            self.tr("Every form as a tidy sheet, codebook and audit trail."),
        )
        self.casebooks = self._box(
            self.tr("Casebooks (.pdf)"),
            self.tr("Every form and body map on paper, with its history."),
        )
        self._together = SegmentedChoice(
            [
                (_EACH, self.tr("One per subject"), ""),
                (_ALL, self.tr("All in one file"), ""),
            ]
        )
        self._together.set_value(_EACH)
        self._together.setAccessibleName(self.tr("How many casebooks"))
        indented = QVBoxLayout()
        indented.setContentsMargins(_INDENT, theme.SPACE_1, 0, 0)
        indented.addWidget(self._together)
        self.body.addLayout(indented)
        self.blank = self._box(
            self.tr("Blank and annotated CRF (.pdf)"),
            self.tr("To fill by hand, and with the variable of each item."),
        )
        self._heading(self.tr("For other programs"))
        self.csv = self._box(
            self.tr("Tables (.csv)"),
            self.tr("A file per sheet, with scripts for R and SPSS."),
        )
        here = native.available()
        self.statistics = self._box(
            self.tr("SAS, SPSS and Stata (.xpt, .sav, .dta)"),
            self.tr("With labels of variables and of codes.")
            if here
            else self.tr("Not installed here: it is the extra “statistics”."),
        )
        self.statistics.setEnabled(here)
        self.odm = self._box(
            self.tr("ODM-XML 1.3.2 (.xml)"),
            self.tr("Definitions, data, audit trail and signatures."),
        )
        self.body.addStretch(1)
        self.workbook.setChecked(True)
        self.casebooks.setChecked(True)
        self.casebooks.toggled.connect(self._together.setEnabled)

    def request(self, request: Request) -> Request:
        """Return a request for what is ticked."""
        return replace(
            request,
            workbook=self.workbook.isChecked(),
            casebooks=self.casebooks.isChecked(),
            together=self._together.value() == _ALL,
            blank=self.blank.isChecked(),
            annotated=self.blank.isChecked(),
            csv=self.csv.isChecked(),
            statistics=self.statistics.isChecked(),
            odm=self.odm.isChecked(),
        )

    def show_request(self, request: Request) -> None:
        """Tick what a request asks for."""
        self.workbook.setChecked(request.workbook)
        self.casebooks.setChecked(request.casebooks)
        self._together.set_value(_ALL if request.together else _EACH)
        self.blank.setChecked(request.blank)
        self.csv.setChecked(request.csv)
        self.statistics.setChecked(request.statistics)
        self.odm.setChecked(request.odm)

    def _heading(self, words: str) -> None:
        self.body.addSpacing(theme.SPACE_3)
        self.body.addWidget(Label(words, theme.LABEL, 400, Tone.MUTED))

    def _box(self, words: str, hint: str) -> Check:
        box = Check(words)
        box.toggled.connect(self.changed)
        under = Label(hint, theme.LABEL, 400, Tone.MUTED, wrap=True)
        under.setContentsMargins(_INDENT, 0, 0, 0)
        self.body.addSpacing(theme.SPACE_1)
        self.body.addWidget(box)
        self.body.addWidget(under)
        return box
