"""The body map page: every stroke is a row of the record, saved when the brush is lifted.

Undo voids the last stroke that stands, redo takes that back; both stay in the audit trail. A stroke
that could not be saved is kept and tried again with the next one.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ordi_crf import atlas
from ordi_crf.core.records import Record, Status
from ordi_crf.core.validation import Finding
from ordi_crf.db.study_file import Answer
from ordi_crf.forms.bodymap import DRAWING
from ordi_crf.ui.body_map.editor import BodyMapEditor
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.forms.compact import CompactOnce
from ordi_crf.ui.pages.form_page import Asked, FormPage
from ordi_crf.ui.pages.page import Action, Header

STROKES = "bm_stroke"


class BodyMapPage(FormPage):
    """The drawing, its figures, and the two questions a drawing cannot answer."""

    def build(self) -> None:
        self._correction: str | None = None
        self._unsaved: list[tuple[str, str]] = []
        self._undone: list[str] = []
        self._editor = BodyMapEditor()
        self._editor.load(self.session.drawing(self.key))
        self._editor.stroked.connect(self._on_stroked)
        self._editor.undone.connect(self._on_undone)
        self._editor.redone.connect(self._on_redone)
        self._questions = CompactOnce(DRAWING, self.session.language, ("BMPERF", "BMOTHER"))
        self.add_view(self._questions)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.reason)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._questions)
        column.addLayout(row)
        column.addWidget(self._editor, 1)
        self.setFocusProxy(self._editor)

    def header(self) -> Header:
        header = super().header()
        complete = self.record().status is Status.COMPLETE
        if self.session.read_only or not complete or self._correction is not None:
            return header
        correct = Action("correct", self.tr("Correct the drawing"))
        return Header(header.title, header.trail, header.primary, (correct,))

    def act(self, code: str) -> None:
        if code == "correct":
            self.ask(Asked("correct", STROKES, "", ""), self.tr("Why is the drawing corrected?"))
            return
        super().act(code)

    def leave(self) -> None:
        super().leave()
        self._save()
        self.session.keep_drawing(self.key, self._editor.drawing())

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        complete = record.status is Status.COMPLETE
        self._editor.set_read_only(
            self.session.read_only or (complete and self._correction is None)
        )

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Leave findings to the two questions, which show their own."""

    def show_state(self, record: Record, found: Sequence[Finding]) -> None:
        """Leave the state to the panel and the top bar."""

    def given(self, asked: Asked, reason: str) -> None:
        if asked.kind == "correct":
            self._correction = reason
            self.refresh()
            return
        super().given(asked, reason)

    @Slot(str, str)
    def _on_stroked(self, layer: str, op: str) -> None:
        self._undone.clear()
        self._unsaved.append((layer, op))
        self._save()

    @Slot()
    def _on_undone(self) -> None:
        if self._unsaved:
            self._unsaved.pop()
            return
        standing = [row.key for row in self.record().live(STROKES)]
        if standing and self._void(standing[-1], voided=True):
            self._undone.append(standing[-1])

    @Slot()
    def _on_redone(self) -> None:
        if self._undone and self._void(self._undone[-1], voided=False):
            self._undone.pop()

    def _void(self, row: str, *, voided: bool) -> bool:
        done = self.session.void(self.key, STROKES, row, voided=voided, reason=self._correction)
        if not done:
            # The screen must show what is stored: paint it again from the record.
            self._editor.load(self.session.drawing(self.key))
        return done

    def _save(self) -> None:
        """Store what is not stored yet, in order; stop at the first that is refused."""
        if self._unsaved and not self.record().values(DRAWING)["BMMAP"]:
            version = Answer(DRAWING.name, "", "BMMAP", atlas.body_map().sha256)
            if not self.session.answer(self.key, [version], self._correction):
                return
        while self._unsaved:
            layer, op = self._unsaved[0]
            answers = {"BMLAYER": layer, "BMOP": op}
            if not self.session.add_row(self.key, STROKES, answers, self._correction):
                return
            self._unsaved.pop(0)
