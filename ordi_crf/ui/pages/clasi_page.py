"""The CLASI page: the whole instrument on one screen, with what the body map proposes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core import progress
from ordi_crf.core.derived import areas
from ordi_crf.core.missing import Place
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.forms.clasi import ONCE
from ordi_crf.ui import findings, theme
from ordi_crf.ui.clasi.cell import Cell
from ordi_crf.ui.clasi.instrument import ClasiInstrument
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.pages.form_page import FormPage
from ordi_crf.ui.places import FormAt


class ClasiPage(FormPage):
    """Scores as they are typed; the map proposes, the assessor decides."""

    def build(self) -> None:
        self._instrument = ClasiInstrument(self.session.language)
        self._instrument.answered.connect(self.on_answered)
        self._instrument.history_asked.connect(self.show_history)
        self._instrument.finding_action.connect(self._on_instrument)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, theme.SPACE_2, 20, theme.SPACE_2)
        column.addWidget(self._instrument, 1)

    def show_record(self, record: Record) -> None:
        self._instrument.set_read_only(self.read_only)
        scored = areas(record)
        typed = {item: text for (_, _, item), text in self.answering.typed().items()}
        self._instrument.set_values(scored, record.values(ONCE), typed)
        painted = findings.painted_at(self.session, self.key)
        draft = record.status is Status.DRAFT
        self._instrument.set_proposals(painted.proposals if painted is not None and draft else {})
        history = progress.activity_history(self.session.records(), self.key.subject)
        place = self._place_in(history)
        points = [(self._short(key), total) for key, _, total in history[: place + 1]]
        self._instrument.set_history(points, progress.baseline(history[: place + 1]))

    def show_notices(self, shown: Sequence[Notice]) -> None:
        self._instrument.set_findings(shown)

    def anchor(self, section: str, row: str, item: str) -> QWidget | None:
        return self._instrument.findChild(QWidget, f"{item}.{row}" if row else item)

    def place_of(self, widget: QWidget | None) -> Place:
        return widget.place if isinstance(widget, Cell) else super().place_of(widget)

    def arrive(self) -> None:
        if self.place.item:
            self.focus_item(self.place.section, self.place.row, self.place.item)
        else:
            self._instrument.focus_first_blank()

    def _place_in(self, history: Sequence[tuple[RecordKey, str, int | None]]) -> int:
        """Return where this assessment stands in the history; the end when it has no date."""
        keys = [key for key, _, _ in history]
        return keys.index(self.key) if self.key in keys else len(keys)

    def _short(self, key: RecordKey) -> str:
        return self.session.say(study.event(key.visit).short)

    @Slot(str, str)
    def _on_instrument(self, oid: str, action: str) -> None:
        if action == "map":
            key = RecordKey(self.key.subject, self.key.visit, "BM", self.key.visit_repeat)
            self.went.emit(FormAt(key))
        elif oid.count("|") == 3:
            self.on_finding(oid, action)
