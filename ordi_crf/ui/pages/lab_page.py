"""The laboratory page: results in their units, ranges of the laboratory, renal function."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core import creatinine, labs_due, reference_ranges, units
from ordi_crf.core.patient import Patient, patient_at
from ordi_crf.core.records import Record, Status
from ordi_crf.core.reference_ranges import Fill
from ordi_crf.db.study_file import Answer
from ordi_crf.forms.labs import RESULTS, SAMPLE, TESTS
from ordi_crf.forms.schema import Section
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.renal_card import RenalCard
from ordi_crf.ui.forms.lab_grid import LabGrid
from ordi_crf.ui.forms.once_view import OnceView
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.pages.sheet_page import RIGHT_WIDTH, SheetPage
from ordi_crf.ui.theme import Tone


class LabPage(SheetPage):
    """One sample; what its laboratory reported last can be filled in at once."""

    def accompany(self, column: QVBoxLayout) -> None:
        self._renal = RenalCard(self.session.language)
        self._renal.setFixedWidth(RIGHT_WIDTH)
        column.addWidget(self._renal)

    def view_of(self, section: Section) -> SectionView:
        language = self.session.language
        if section is RESULTS:
            return LabGrid(section, language)
        view = OnceView(section, language)
        view.body.setSpacing(0)
        if section is SAMPLE:
            view.body.addWidget(self._offer())
        return view

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        patient = patient_at(self.session.records(), self.key)
        rates = creatinine.rates(record, patient)
        self._renal.show_rates(rates, self._lacking(record, patient))
        laboratory = record.values(SAMPLE)["LBNAM"] or ""
        found = self._fills(record)
        writable = not self.read_only and record.status is Status.DRAFT
        self._offered.setVisible(bool(found) and writable)
        on = reference_ranges.latest(self._known(record))
        words = self.tr("Fill units and ranges of {laboratory} (as of {date})")
        self._fill.setText(words.format(laboratory=laboratory, date=on or "?"))
        self._fill.updateGeometry()

    def _offer(self) -> QWidget:
        """Return the line that offers what the laboratory reported last."""
        self._fill = Button("", Kind.QUIET)
        self._fill.setObjectName("fill_ranges")
        self._fill.clicked.connect(self._on_fill)
        self._offered = QWidget()
        line = QHBoxLayout(self._offered)
        line.setContentsMargins(5, theme.SPACE_2, 0, 0)
        line.setSpacing(theme.SPACE_3)
        line.addWidget(self._fill)
        note = self.tr("Blank units and limits only; nothing is replaced.")
        line.addWidget(Label(note, theme.META, 400, Tone.MUTED))
        line.addStretch(1)
        return self._offered

    def _known(self, record: Record) -> dict[str, reference_ranges.Range]:
        sample = record.values(SAMPLE)
        records = self.session.records().values()
        laboratory, kit = sample["LBNAM"] or "", sample["LBKIT"] or ""
        return dict(reference_ranges.known(records, laboratory, kit, besides=self.key))

    def _fills(self, record: Record) -> list[Fill]:
        due = labs_due.due(self.key.visit)
        return reference_ranges.fills(record, self._known(record), due)

    def _lacking(self, record: Record, patient: Patient) -> list[str]:
        """Return the words of what the equations still need."""
        result = record.values(RESULTS, creatinine.TEST)["LBORRES"]
        wanted = (
            (result, self.tr("creatinine")),
            (result is None or units.result(record, creatinine.TEST), self.tr("its unit")),
            (record.values(SAMPLE)["LBDAT"], self.tr("date of sample")),
            (patient.birth, self.tr("date of birth")),
            (patient.sex, self.tr("sex")),
            (patient.weight, self.tr("weight, for Cockcroft-Gault")),
        )
        return [words for there, words in wanted if not there]

    @Slot()
    def _on_fill(self) -> None:
        """Fill in what is blank as one change, and go on with the first result."""
        self.commit()
        found = self._fills(self.record())
        answers = [Answer(RESULTS.name, fill.row, fill.item, fill.value) for fill in found]
        if answers and not self.session.corrects(self.key):
            self.session.answer_all(self.key, answers)
        blank = (
            row.value
            for row in TESTS.codes
            if self.record().values(RESULTS, row.value)["LBORRES"] is None
        )
        self.focus_item(RESULTS.name, next(blank, creatinine.TEST), "LBORRES")
