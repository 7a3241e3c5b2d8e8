"""The eligibility page: what the data say of each criterion, and what the investigator confirms."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from ordi_crf.core import eligibility
from ordi_crf.core.chart import Evidence
from ordi_crf.core.eligibility import Assessment
from ordi_crf.core.filtration import estimates
from ordi_crf.core.records import Record, Status
from ordi_crf.db.study_file import Answer
from ordi_crf.forms.eligibility import CONFIRMED
from ordi_crf.forms.schema import Section
from ordi_crf.ui import findings
from ordi_crf.ui.eligibility.criteria_view import CriteriaView
from ordi_crf.ui.eligibility.verdict_card import VerdictCard
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.pages.sheet_page import SheetPage
from ordi_crf.ui.places import FormAt


class EligibilityPage(SheetPage):
    """The verdict at the top, the criteria with their evidence, the decision."""

    def introduce(self, column: QVBoxLayout) -> None:
        super().introduce(column)
        self._verdict = VerdictCard()
        self._verdict.confirm_asked.connect(self._on_confirm)
        column.addWidget(self._verdict)

    def view_of(self, section: Section) -> SectionView:
        if section is not CONFIRMED:
            return super().view_of(section)
        self._criteria = CriteriaView(section, self.session.language)
        self._criteria.chosen.connect(self._on_chosen)
        return self._criteria

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        chart = findings.chart_of(self.session, self.key.subject, record)
        assessment = eligibility.assess(chart)
        self._criteria.show_assessment(assessment, estimates(chart))
        confirmable = len(eligibility.computed(assessment, record))
        tip = ""
        if self.read_only:
            tip = self.tr("Open for reading only.")
        elif record.status is Status.COMPLETE:
            tip = self.tr("The form is complete: correct the answers one by one.")
        elif not confirmable:
            tip = self.tr("Everything the data say is confirmed or answered.")
        self._verdict.show_assessment(assessment, confirmable=confirmable, tip=tip)

    def arrive(self) -> None:
        super().arrive()
        if not self.place.item:
            self.reveal_top()

    def _assessment(self, record: Record) -> Assessment:
        return eligibility.assess(findings.chart_of(self.session, self.key.subject, record))

    @Slot()
    def _on_confirm(self) -> None:
        """Confirm what the data say where nothing is answered yet, as one change."""
        record = self.record()
        given = eligibility.computed(self._assessment(record), record)
        answers = [Answer(CONFIRMED.name, code, "IEORRES", said) for code, said in given.items()]
        if answers and not self.session.corrects(self.key):
            self.session.answer_all(self.key, answers)

    @Slot(object)
    def _on_chosen(self, evidence: object) -> None:
        assert isinstance(evidence, Evidence)
        place = (evidence.section, evidence.row, evidence.item)
        self.went.emit(FormAt(evidence.key, *place))
