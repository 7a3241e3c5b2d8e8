"""Absence: why things on one form are missing: asked for, kept, shown as cards, taken back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QToolTip, QWidget

from ordi_crf import forms, study
from ordi_crf.core.missing import Missing, Place, blank_in, can_be_missing, rows_of
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.forms.schema import Section
from ordi_crf.ui import permits
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.forms.missing_strip import MissingStrip
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

CODE = "MISSING"
"""Stands in a card's code where a finding's id stands otherwise."""
TAKE_BACK = "unsay"
_FORM = "*"


class Absence(QObject):
    """Says of one form what is missing in it and why."""

    done = Signal()

    def __init__(self, session: Session, key: RecordKey, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._key = session, key
        self._form = forms.form(key.form)
        self.strip = MissingStrip(session.language, page)
        self.strip.said.connect(self._on_said)

    def ask(self, place: Place, anchor: QWidget | None) -> None:
        """Ask why an item is missing, or what stands around it."""
        record = self._session.record(self._key)
        scopes = self._scopes(record, place)
        if not self._free() or record.status is Status.LOCKED:
            return
        if not scopes:
            new = self._form.section(place[0]).repeating and place[2] and not place[1]
            words = (
                self.tr("Answer something of this new record first.")
                if new
                else self.tr("Nothing is blank here.")
            )
            at = anchor or self.strip.parentWidget()
            assert at is not None
            QToolTip.showText(at.mapToGlobal(QPoint(0, at.height())), words, at)
            return
        complete = record.status.completed
        question = self.tr("Why is there no answer?")
        self.strip.ask(question, scopes, anchor, reason_needed=complete)

    def take_back(self, place: Place) -> None:
        """Take back what was said of something absent."""
        if self._session.say_missing([(self._key, place)], None):
            self.done.emit()

    def cards(self, record: Record) -> list[Notice]:
        """Return a card for everything that is said to be missing."""
        free = record.status is Status.DRAFT and self._free()
        actions = ((TAKE_BACK, self.tr("Take back")),) if free else ()
        return [
            Notice(
                "|".join((*place, CODE)),
                self._session.say(missing.text),
                Tone.MUTED,
                self._named(place),
                missing.comment,
                actions,
            )
            for place, missing in sorted(record.flavours.items())
        ]

    def _free(self) -> bool:
        return permits.may(self._session, Operation.SAY_MISSING, self._key.form)

    def _scopes(self, record: Record, place: Place) -> list[tuple[str, str]]:
        """Return what it may be said of: the item, its row, its section, all of the form."""
        name, row, item = place
        section = self._form.section(name)
        if section.repeating and item and not row:
            return []
        found = []
        if can_be_missing(section):
            if item and record.values(section, row).get(item) is None:
                words = self._session.say(section.item(item).label)
                found.append(("|".join(place), words))
            if row and blank_in(section, record, row):
                found.append((f"{name}|{row}|", self._row(name, row)))
            if whole_section(record, section):
                found.append((f"{name}||", self._session.say(section.title)))
        if len(self._form.sections) > 1 and whole(record):
            found.append((_FORM, self.tr("The whole form")))
        return found

    def _row(self, name: str, row: str) -> str:
        rows = self._form.section(name).rows
        if rows is not None:
            return self._session.say(rows.row(row).text)
        return self.tr("Record {n}").format(n=row)

    def _named(self, place: Place) -> str:
        """Return what is missing, in the words of the form."""
        name, row, item = place
        section = self._form.section(name)
        words = [self._session.say(section.item(item).label)] if item else []
        if row:
            words.insert(0, self._row(name, row))
        return ", ".join(words) or self._session.say(section.title)

    @Slot(object, str)
    def _on_said(self, missing: object, scope: str) -> None:
        assert isinstance(missing, Missing)
        record = self._session.record(self._key)
        reason = missing.comment if record.status.completed else None
        if scope == _FORM:
            places = whole(record)
        else:
            name, row, item = scope.split("|")
            places = [(name, row, item)]
        if self._session.say_missing([(self._key, place) for place in places], missing, reason):
            self.done.emit()


def whole(record: Record) -> list[Place]:
    """Return the places that call a whole form missing: its sections, but lists with records."""
    sections = forms.form(record.key.form).sections
    return [(section.name, "", "") for section in sections if whole_section(record, section)]


def whole_section(record: Record, section: Section) -> bool:
    """Return whether a section can be called missing as a whole: something in it is blank."""
    if not can_be_missing(section):
        return False
    if section.repeating:
        return not any(record.live(section.name))
    return any(blank_in(section, record, row) for row in rows_of(section))


def of_visit(session: Session, visit: RecordKey) -> list[tuple[RecordKey, Place]]:
    """Return what is blank at the visit of a key: every due form that is not complete.

    The visit's own header is left out: whether the visit took place is answered, not missing.
    """
    event = study.event(visit.visit)
    found = []
    for form in event.forms:
        record = session.record(replace(visit, form=form))
        begun = record.key in session.records()
        due = begun or form not in event.optional
        if form != "SV" and due and record.status is Status.DRAFT:
            found += [(record.key, place) for place in whole(record)]
    return found
