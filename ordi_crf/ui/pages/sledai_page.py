"""The SLEDAI-2K page: the whole index on one screen, with what the laboratory suggests."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from ordi_crf.core import sledai_laboratory
from ordi_crf.core.derived import sledai_score
from ordi_crf.core.patient import held_on
from ordi_crf.core.records import Record, Status
from ordi_crf.forms.schema import Section
from ordi_crf.forms.sledai import ONCE, PRESENT
from ordi_crf.ui.forms.compact import CompactOnce
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.pages.sheet_page import RIGHT_WIDTH, SheetPage
from ordi_crf.ui.sledai.descriptors import DescriptorView
from ordi_crf.ui.sledai.totals import TotalsCard


class SledaiPage(SheetPage):
    """The laboratory suggests, the assessor scores; totals follow each key."""

    def view_of(self, section: Section) -> SectionView:
        if section is PRESENT:
            self._descriptors = DescriptorView(section, self.session.language)
            self._descriptors.finished.connect(self._on_finished)
            return self._descriptors
        return CompactOnce(section, self.session.language, [item.name for item in ONCE.items])

    def accompany(self, column: QVBoxLayout) -> None:
        self._totals = TotalsCard(self.session.language)
        for card in (self._totals, self._descriptors.about):
            card.setFixedWidth(RIGHT_WIDTH)
            column.addWidget(card)

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        self._totals.show_score(sledai_score(record))
        records = self.session.records()
        said = sledai_laboratory.at_visit(records, self.key, held_on(records, self.key))
        draft = record.status is Status.DRAFT and not self.read_only
        self._descriptors.set_suggestions(said, propose=draft)

    def reveal(self, section: str, row: str, item: str) -> None:
        if section == PRESENT.name:
            self._descriptors.bring(row)
        super().reveal(section, row, item)

    def arrive(self) -> None:
        if self.place.item:
            super().arrive()
        else:
            self._descriptors.focus_first_blank()
            self.reveal_top()

    @Slot()
    def _on_finished(self) -> None:
        """Go on with what is asked of the whole patient."""
        self.focus_item(ONCE.name, "", ONCE.items[0].name)
