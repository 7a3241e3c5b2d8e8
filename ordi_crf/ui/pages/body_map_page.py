"""The body map page: every stroke is a row of the record, saved when the brush is lifted.

Undo voids the last stroke that stands, redo takes that back; both stay in the audit trail. A stroke
that could not be saved is kept and tried again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf import atlas
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding
from ordi_crf.db.study_file import Answer
from ordi_crf.forms.bodymap import DRAWING
from ordi_crf.ui import theme
from ordi_crf.ui.body_map.editor import BodyMapEditor
from ordi_crf.ui.changes import Added
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.forms.asking import Asked, Purpose
from ordi_crf.ui.forms.compact import CompactOnce
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.pages.page import Action, Header
from ordi_crf.ui.pages.sheet_page import SheetPage

STROKES = "bm_stroke"


class BodyMapPage(SheetPage):
    """The drawing, its figures, and the two questions a drawing cannot answer."""

    def build(self) -> None:
        self._correction: str | None = None
        self._undone: list[str | Added] = []
        self.session.handed_over.connect(self._on_handed_over)
        self._editor = BodyMapEditor(self.session.language)
        self._editor.load(self.session.drawing(self.key))
        self._editor.stroked.connect(self._on_stroked)
        self._editor.undone.connect(self._on_undone)
        self._editor.redone.connect(self._on_redone)
        self._questions = CompactOnce(DRAWING, self.session.language, ("BMPERF", "BMOTHER"))
        self.add_view(self._questions)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, theme.SPACE_2, 12, theme.SPACE_2)
        column.setSpacing(6)
        column.addWidget(self.signature)
        column.addWidget(self._questions)
        column.addWidget(self._editor, 1)
        # Paint first, then answer: Tab goes from the drawing's last control to the questions.
        last: QWidget = self._editor.last_control()
        for editor in self._questions.editors():
            if isinstance(editor.field, SegmentedChoice):
                # After a click the digits still choose the level: 2 is red, never "no".
                editor.field.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setTabOrder(last, editor.field)
            last = editor.field

    def header(self) -> Header:
        header = super().header()
        complete = self.session.record(self.key).status.completed
        if self.read_only or not complete or self._correction is not None:
            return header
        correct = Action("correct", self.tr("Correct the drawing"))
        return replace(header, quiet=(correct, *header.quiet))

    def act(self, code: str) -> None:
        if code == "correct":
            question = self.tr("Why is the drawing corrected?")
            note = self.tr("The reason goes with every stroke until the page is left.")
            self.asking.ask(Purpose.DRAW, ("", "", ""), question, note)
            return
        super().act(code)

    def arrive(self) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        super().commit()
        drawing = self._editor.drawing()
        self.session.try_again()
        self.session.keep_drawing(self.key, drawing)

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        complete = record.status.completed
        self._editor.set_read_only(self.read_only or (complete and self._correction is None))

    def show_notices(self, shown: Sequence[Notice]) -> None:
        """Leave findings to the two questions, which show their own."""

    def show_state(self, record: Record, found: Sequence[Finding]) -> None:
        """Leave the state to the panel and the top bar."""

    def reveal(self, section: str, row: str, item: str) -> None:
        """Do nothing: all of the page is in view."""

    def anchor(self, section: str, row: str, item: str) -> QWidget | None:
        return super().anchor(section, row, item) if section == DRAWING.name else self._editor

    @Slot()
    def undo(self) -> None:
        """Take back the last stroke; at the questions, the last answer."""
        if self._asks():
            super().undo()
        else:
            self._editor.undo()

    @Slot()
    def redo(self) -> None:
        """Put back the last stroke; at the questions, the last answer."""
        if self._asks():
            super().redo()
        else:
            self._editor.redo()

    def _asks(self) -> bool:
        """Return whether the keyboard is at the questions, not at the drawing."""
        field = self.focusWidget()
        return field is not None and self._questions.isAncestorOf(field)

    @Slot(object, str)
    def on_reason(self, asked: Asked, reason: str) -> None:
        if asked.purpose is Purpose.DRAW:
            self._correction = reason
        super().on_reason(asked, reason)

    @Slot(str, str)
    def _on_stroked(self, layer: str, op: str) -> None:
        self._undone.clear()
        if not self.record().values(DRAWING)["BMMAP"]:
            version = Answer(DRAWING.name, "", "BMMAP", atlas.body_map().sha256)
            self.session.answer(self.key, version, self._correction)
        answers = {"BMLAYER": layer, "BMOP": op}
        self.session.add_row(self.key, STROKES, answers, self._correction)

    @Slot()
    def _on_undone(self) -> None:
        waiting = self.session.take_back_row(self.key, STROKES)
        if waiting is not None:
            self._undone.append(waiting)
            return
        standing = [row.key for row in self.record().live(STROKES)]
        if standing and self._void(standing[-1], voided=True):
            self._undone.append(standing[-1])

    @Slot()
    def _on_redone(self) -> None:
        if not self._undone:
            return
        last = self._undone[-1]
        if isinstance(last, Added):
            self._undone.pop()
            self.session.add_row(self.key, STROKES, last.values, last.reason)
        elif self._void(last, voided=False):
            self._undone.pop()

    @Slot()
    def _on_handed_over(self) -> None:
        """Ask whoever goes on for a reason of their own."""
        self._correction = None
        self.refresh()

    def _void(self, row: str, *, voided: bool) -> bool:
        done = self.session.void(self.key, STROKES, row, voided=voided, reason=self._correction)
        if not done:
            # The screen must show what is stored: paint it again from the record.
            self._editor.load(self.session.drawing(self.key))
        return done
