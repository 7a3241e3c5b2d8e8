"""CriteriaView: the fifteen criteria, one under the other, as a section of the form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core.eligibility import Assessment
from ordi_crf.core.filtration import Estimate
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.forms.schema import Language, Section
from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.editors import Editor
from ordi_crf.ui.eligibility.criterion import CONFIRMATION, WORDING, Criterion
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.theme import Tone

_RENAL = "E5"


class CriteriaView(SectionView):
    """Wording and verdict, evidence, confirmation; the keyboard meets the confirmations first."""

    chosen = Signal(object)
    """Evidence that somebody wants to see."""

    def __init__(self, section: Section, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(section, language, parent, titled=False)
        assert section.rows is not None
        self.body.setSpacing(0)
        self.body.addLayout(self._heading())
        self._criteria = {
            row.value: Criterion(row, section, language) for row in section.rows.codes
        }
        self._criteria[_RENAL].rates.show()
        before: QWidget | None = None
        for criterion in self._criteria.values():
            criterion.committed.connect(self._on_committed)
            criterion.history_asked.connect(self._on_history)
            criterion.explained.connect(self._on_explained)
            criterion.chosen.connect(self.chosen)
            self.body.addWidget(criterion)
            for editor in criterion.editors.values():
                if before is not None:
                    QWidget.setTabOrder(before, editor.field)
                before = editor.field

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        for code, criterion in self._criteria.items():
            values = record.values(self.section, code)
            mine = {
                item: text
                for (section, row, item), text in typed.items()
                if (section, row) == (self.section.name, code)
            }
            criterion.show_values(values, mine, read_only=read_only)

    def show_assessment(self, assessment: Assessment, rates: Sequence[Estimate]) -> None:
        """Show what the data say of each criterion, and the filtration rates."""
        for answer in assessment.answers:
            self._criteria[answer.code].show_answer(answer)
        self._criteria[_RENAL].rates.show_rates(rates)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        for code, criterion in self._criteria.items():
            criterion.set_findings([finding for finding in findings if finding.row == code])

    def editor(self, row: str, item: str) -> Editor | None:
        criterion = self._criteria.get(row)
        return None if criterion is None else criterion.editors.get(item)

    def row_of(self, editor: Editor) -> str | None:
        owners = (c for c, one in self._criteria.items() if editor in one.editors.values())
        return next(owners, None)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, theme.SPACE_2)
        row.setSpacing(theme.SPACE_4)
        assert self.section.rows is not None
        words = (
            self.section.rows.label.in_(self.language),
            self.tr("Evidence"),
            self.section.items[0].label.in_(self.language),
        )
        labels = [Label(text, theme.LABEL, 600, Tone.MUTED) for text in words]
        labels[0].setFixedWidth(WORDING)
        labels[2].setFixedWidth(CONFIRMATION)
        row.addWidget(labels[0])
        row.addWidget(labels[1], 1)
        row.addWidget(labels[2])
        return row

    @Slot(str, object)
    def _on_committed(self, code: str, editor: object) -> None:
        assert isinstance(editor, Editor)
        name = editor.item.name
        self.answered.emit(self.section.name, code, name, editor.value(), editor.typed())

    @Slot(str, str)
    def _on_history(self, code: str, item: str) -> None:
        self.history_asked.emit(self.section.name, code, item)

    @Slot(str, str)
    def _on_explained(self, code: str, oid: str) -> None:
        self.explained.emit(self.section.name, code, oid)
