"""The CLASI page: the whole instrument on one screen, with what the body map proposes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core import agreement, progress
from ordi_crf.core.derived import areas
from ordi_crf.core.painted import Painted
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.core.validation import Finding
from ordi_crf.forms.clasi import ONCE
from ordi_crf.ui.clasi.instrument import ClasiInstrument
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.pages.form_page import FormPage
from ordi_crf.ui.places import FormAt


class ClasiPage(FormPage):
    """Scores as they are typed; the map proposes, the assessor decides."""

    def build(self) -> None:
        self._instrument = ClasiInstrument(self.session.language)
        self._instrument.answered.connect(self._on_scored)
        self._instrument.history_asked.connect(self.show_history)
        self._instrument.finding_action.connect(self._on_instrument)
        self._instrument.set_read_only(self.session.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addWidget(self.reason)
        column.addWidget(self._instrument, 1)

    def show_record(self, record: Record) -> None:
        scored = areas(record)
        self._instrument.set_values(scored, record.values(ONCE))
        painted = self._painted()
        draft = record.status is Status.DRAFT
        self._instrument.set_proposals(painted.proposals if painted is not None and draft else {})
        history = progress.activity_history(self.session.records(), self.key.subject)
        place = self._place_in(history)
        points = [(self._short(key), total) for key, _, total in history[: place + 1]]
        self._instrument.set_history(points, progress.baseline(history[: place + 1]))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Leave findings to the notices of the instrument."""

    def show_notices(self, notices: Sequence[Notice]) -> None:
        self._instrument.set_findings(notices)

    def show_state(self, record: Record, found: Sequence[Finding]) -> None:
        """Leave the state to the score cards: they say how much is missing."""

    def more_findings(self) -> list[Finding]:
        return agreement.compare(areas(self.record()), self._painted())

    def focus_item(self, section: str, row: str, item: str) -> None:
        cell = self.anchor(section, row, item)
        if cell is not None:
            cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def anchor(self, section: str, row: str, item: str) -> QWidget | None:
        return self._instrument.findChild(QWidget, f"{item}.{row}" if row else item)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._instrument.focus_first_blank()

    def _painted(self) -> Painted | None:
        key = RecordKey(self.key.subject, self.key.visit, "BM", self.key.visit_repeat)
        return self.session.painted(key) if key in self.session.records() else None

    def _place_in(self, history: Sequence[tuple[RecordKey, str, int | None]]) -> int:
        """Return where this assessment stands in the history; the end when it has no date."""
        keys = [key for key, _, _ in history]
        return keys.index(self.key) if self.key in keys else len(keys)

    def _short(self, key: RecordKey) -> str:
        return self.session.say(study.event(key.visit).short)

    @Slot(str, str, str, object)
    def _on_scored(self, section: str, row: str, item: str, value: object) -> None:
        self.on_answered(section, row, item, value, "")

    @Slot(str, str)
    def _on_instrument(self, oid: str, action: str) -> None:
        if action == "map":
            self.leave()
            key = RecordKey(self.key.subject, self.key.visit, "BM", self.key.visit_repeat)
            self.went.emit(FormAt(key))
        elif oid.count("|") == 3:
            self.on_finding(oid, action)
