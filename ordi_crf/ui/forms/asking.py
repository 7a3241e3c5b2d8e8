"""Asking why: what waits for its reason at a form, and what is done once the reason is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ordi_crf import forms
from ordi_crf.core.life import Scope
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.ui import changes, life
from ordi_crf.ui.changes import Added, Change, Given, Place
from ordi_crf.ui.forms.reason import ReasonStrip
from ordi_crf.ui.session import Session


class Purpose(Enum):
    """What a reason is asked for."""

    CORRECT = "correct"
    EXPLAIN = "explain"
    VOID = "void"
    RESTORE = "restore"
    DRAW = "draw"
    """To correct a drawing: the page goes on by itself."""
    REOPEN = "reopen"
    UNLOCK = "unlock"


@dataclass(frozen=True, slots=True)
class Asked:
    """What waits for a reason; `place` is its section, row, and item or finding."""

    purpose: Purpose
    place: Place = ("", "", "")
    changes: tuple[Change, ...] = ()
    """The corrections that wait, all under one reason."""


class Asking(QObject):
    """Asks for one reason at a time, and does what waited for it."""

    done = Signal(object, str)
    """What was asked, and the reason; it is stored, or kept until it can be."""
    abandoned = Signal(object)

    def __init__(self, session: Session, key: RecordKey, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._key = session, key
        self._asked: Asked | None = None
        self.strip = ReasonStrip(page)
        self.strip.given.connect(self._on_given)
        self.strip.abandoned.connect(self._on_abandoned)

    @property
    def asked(self) -> Asked | None:
        """Return what waits for its reason now."""
        return self._asked

    @property
    def waiting(self) -> tuple[Change, ...]:
        """Return the corrections that are shown and not given yet."""
        return () if self._asked is None else self._asked.changes

    def correct(self, given: Given, anchor: QWidget | None) -> None:
        """Ask why an item of a complete form is corrected; several share one reason."""
        waiting = [c for c in self.waiting if not isinstance(c, Given) or c.place != given.place]
        section, row, item = given.place
        if not row and forms.form(given.key.form).section(section).repeating:
            added = next((c for c in waiting if isinstance(c, Added)), None)
            before = added or Added(given.key, section, {})
            waiting = [c for c in waiting if c is not added]
            waiting.append(before.with_given(item, given.value, given.typed))
        else:
            waiting.append(given)
        self._asked = Asked(Purpose.CORRECT, given.place, tuple(waiting))
        question = self.tr("This form is complete. Why is this corrected: {items}?")
        self.strip.ask(question.format(items=self._named(waiting)), "", anchor)

    def drop(self, place: Place) -> None:
        """Let go of a correction that was taken back by hand."""
        kept = tuple(c for c in self.waiting if not isinstance(c, Given) or c.place != place)
        if self._asked is not None and self._asked.changes and kept != self._asked.changes:
            self._asked = replace(self._asked, changes=kept)
            if not kept:
                self._asked = None
                self.strip.hide()

    def ask(
        self,
        purpose: Purpose,
        place: Place,
        question: str,
        note: str = "",
        anchor: QWidget | None = None,
    ) -> None:
        """Ask for the reason of anything else; corrections that wait come first."""
        if self.waiting:
            self.strip.insist()
            return
        self._asked = Asked(purpose, place)
        self.strip.ask(question, note, anchor)

    @Slot(str)
    def _on_given(self, reason: str) -> None:
        asked = self._asked
        if asked is None or not self._do(asked, reason):
            return
        self._asked = None
        self.strip.hide()
        self.done.emit(asked, reason)

    @Slot()
    def _on_abandoned(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self.abandoned.emit(asked)

    def _do(self, asked: Asked, reason: str) -> bool:
        """Do what waited; False when it was refused and the question stays."""
        section, row, name = asked.place
        match asked.purpose:
            case Purpose.CORRECT:
                # They wait in the session from here on, should they be refused.
                self._asked = None
                for change in asked.changes:
                    self._give(change, reason)
                return True
            case Purpose.EXPLAIN:
                return self._session.explain(self._key, (section, row, name), reason)
            case Purpose.VOID | Purpose.RESTORE:
                voided = asked.purpose is Purpose.VOID
                return self._session.void(self._key, section, row, voided=voided, reason=reason)
            case Purpose.REOPEN:
                return self._session.set_status(self._key, Status.DRAFT, reason)
            case Purpose.UNLOCK:
                return life.unlock(self._session, Scope.of(self._key), reason)
            case Purpose.DRAW:
                return True

    def _give(self, change: Change, reason: str) -> None:
        match change:
            case Given():
                self._session.give(replace(change, reason=reason))
            case Added(key=key, section=section, values=values, typed=typed):
                self._session.add_row(key, section, values, reason, typed=typed)

    def _named(self, waiting: Sequence[Change]) -> str:
        form = forms.form(self._key.form)
        words = []
        for section, row, item in changes.places(waiting):
            known = form.section(section)
            label = self._session.say(known.item(item).label)
            if known.rows is not None:
                label = f"{self._session.say(known.rows.row(row).text)}, {label}"
            words.append(label)
        return "; ".join(words)
