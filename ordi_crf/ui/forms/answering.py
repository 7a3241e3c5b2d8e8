"""Answering: how an answer of one form is taken in: saved, asked a reason for, or kept as typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from ordi_crf import forms
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.db.study_file import Answer
from ordi_crf.ui import changes
from ordi_crf.ui.changes import Given, Place
from ordi_crf.ui.forms.asking import Asking
from ordi_crf.ui.forms.commands import SetAnswer
from ordi_crf.ui.session import Session


class Answering(QObject):
    """Takes the answers of one form; a draft's answers can be undone one by one."""

    stepped = Signal(str, str, str)
    """The item whose answer was undone or redone."""

    def __init__(self, session: Session, key: RecordKey, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._key, self._asking = session, key, asking
        self._form = forms.form(key.form)
        self._stack = QUndoStack(self)

    def record(self) -> Record:
        """Return the form as it stands on screen."""
        return changes.shown(self._session.record(self._key), self._asking.waiting)

    def typed(self) -> dict[Place, str]:
        """Return what was typed and cannot be read."""
        return {**self._session.typed(self._key), **changes.typed(self._asking.waiting)}

    def take(
        self, place: Place, value: str | None, typed: str, anchor: Callable[[], QWidget | None]
    ) -> None:
        """Take in what an item was given; `anchor` tells where a question about it opens."""
        section, row, item = place
        given = Given(self._key, place, value, typed if value is None else "")
        repeating = self._form.section(section).repeating
        stored = self._session.record(self._key).values(self._form.section(section), row)[item]
        if not given.unreadable and value == stored and place not in self._session.typed(self._key):
            self._asking.drop(place)
        elif given.unreadable and (row or not repeating):
            self._session.give(given)
        elif self._session.corrects(self._key):
            self._asking.correct(given, anchor())
        elif not row and repeating:
            self._begin_row(given)
        else:
            answer = Answer(section, row, item, value)
            self._stack.push(SetAnswer(self._session, self._key, answer, stored))

    def close(self) -> None:
        """Forget what could be undone: from here on a change is a correction."""
        self._stack.clear()

    @Slot()
    def undo(self) -> None:
        """Give the item answered last the value it had before."""
        self._step(self._stack.index() - 1, self._stack.undo)

    @Slot()
    def redo(self) -> None:
        """Answer again what was undone last."""
        self._step(self._stack.index(), self._stack.redo)

    def _step(self, at: int, step: Callable[[], None]) -> None:
        command = self._stack.command(at) if 0 <= at < self._stack.count() else None
        if isinstance(command, SetAnswer):
            place = command.place
            step()
            self.stepped.emit(*place)

    def _begin_row(self, given: Given) -> None:
        """Store the first answer of a new row, or add to what waits to be stored of it."""
        section, row, item = given.place
        begun = changes.places(self._session.unsaved(self._key))
        if any(place[:2] == (section, row) for place in begun):
            self._session.give(given)
        elif given.unreadable:
            self._session.add_row(self._key, section, {}, typed={item: given.typed})
        elif given.value is not None:
            self._session.add_row(self._key, section, {item: given.value})
