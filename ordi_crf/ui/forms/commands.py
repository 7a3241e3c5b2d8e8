"""Undo while a form is a draft: one command, set one answer; each way is a saved change."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand

from ordi_crf.core.records import RecordKey
from ordi_crf.db.study_file import Answer
from ordi_crf.ui.changes import Place
from ordi_crf.ui.session import Session


class SetAnswer(QUndoCommand):
    """Gives an item a value, and back; the audit trail keeps both."""

    def __init__(self, session: Session, key: RecordKey, answer: Answer, old: str | None) -> None:
        super().__init__(answer.item)
        self._session, self._key, self._answer = session, key, answer
        self._before = Answer(answer.section, answer.row, answer.item, old)

    @property
    def place(self) -> Place:
        """Return the item it is about."""
        return self._answer.section, self._answer.row, self._answer.item

    def redo(self) -> None:
        """Store the new value."""
        self._session.answer(self._key, self._answer)

    def undo(self) -> None:
        """Store the value before."""
        self._session.answer(self._key, self._before)
