"""Session: the open study as the window sees it; every write goes through here, and is announced.

An answer that could not be saved waits and is tried again with the next write and every few
seconds; pages show it as it stands, marked. Other writes that fail change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ordi_crf import drawings
from ordi_crf.core import progress
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.missing import Missing
from ordi_crf.core.painted import Painted
from ordi_crf.core.records import Record, RecordKey, Status, SubjectKey
from ordi_crf.core.validation import Finding
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.db.trust_errors import TrustError
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import changes
from ordi_crf.ui.changes import Added, Change, Given, Place
from ordi_crf.ui.shelf import shelf

RETRY_MS = 5000

_UNSAVED = Text(
    "Not everything is saved yet: nobody else can go on before. Try again, or close the study.",
    "Aún no está todo guardado: antes no puede continuar otra persona. Reintente o cierre el "
    "estudio.",
)


class Session(QObject):
    """One person at work on one study file."""

    saved = Signal(str)
    """The clock time at which a change became durable."""
    changed = Signal(object)
    """The key of the record that changed, or that shows a change still to be saved."""
    reviewed = Signal(object)
    """The key of a form whose queries changed, and nothing that was entered."""
    handed_over = Signal()
    """Somebody else is at work; what the one before gave as a reason is not theirs."""
    refused = Signal(object)
    """A sentence (Text): the change was not saved."""
    settled = Signal()
    """A setting of the study is another now."""
    closing = Signal()
    """The file is about to be closed: nothing may be read from it any more."""

    def __init__(self, file: StudyFile, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.language = language
        shelf.open(file.attachment)
        self._records: dict[RecordKey, Record] | None = None
        self._painted: dict[RecordKey, Painted] = {}
        self.found: dict[RecordKey, list[Finding]] = {}
        """What is open at each form, for `findings`; forgotten when the subject changes."""
        self._unsaved: list[Change] = []
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.try_again)

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be changed."""
        return self.file.read_only

    @property
    def guarded(self) -> bool:
        """Return whether an account is at work, so that login and password let others in."""
        return bool(self.file.actor.login)

    @property
    def synthetic(self) -> bool:
        """Return whether this is the demonstration study."""
        return self.file.properties().get("kind") == "synthetic"

    def say(self, text: Text) -> str:
        """Return study wording in the language of the session."""
        return text.in_(self.language)

    # Reading

    def records(self) -> dict[RecordKey, Record]:
        """Return every record as stored; read once, and again after each change."""
        if self._records is None:
            self._records = dict(self.file.records())
        return self._records

    def record(self, key: RecordKey) -> Record:
        """Return a form as entered, with what is still to be saved; an empty draft at first."""
        return changes.shown(self.records().get(key) or Record(key), self._unsaved)

    def typed(self, key: RecordKey) -> dict[Place, str]:
        """Return typed text of a form that cannot be read, by section, row and item."""
        return {**self.file.unaccepted(key), **changes.typed(self.unsaved(key))}

    def unsaved(self, key: RecordKey | None = None) -> list[Change]:
        """Return what is still to be saved, of one form or of all."""
        return [change for change in self._unsaved if key is None or change.key == key]

    def painted(self, key: RecordKey) -> Painted:
        """Return what a body map amounts to."""
        if key not in self._painted:
            record = self.records().get(key) or Record(key)
            self._painted[key] = drawings.figures(record, self.file.drawing)
        return self._painted[key]

    def painted_at(self, key: RecordKey) -> Painted | None:
        """Return what a body map amounts to, None before it was begun."""
        return self.painted(key) if key in self.records() else None

    def painted_maps(self) -> dict[RecordKey, Painted]:
        """Return what every body map amounts to."""
        return {key: self.painted(key) for key in self.records() if key.form == "BM"}

    def drawing(self, key: RecordKey) -> Drawing:
        """Return the drawing of a body map, to be painted on."""
        return drawings.open_drawing(self.record(key), self.file.drawing)

    def lines(self) -> list[progress.SubjectLine]:
        """Return the subject matrix."""
        records, subjects = self.records(), self.file.subjects()
        return [progress.subject_line(records, self.painted, subject) for subject in subjects]

    def corrects(self, key: RecordKey) -> bool:
        """Return whether a change of this form is a correction, which needs a reason."""
        return self.record(key).status.completed

    # Writing what is kept until it is saved

    def answer(self, key: RecordKey, answer: Answer, reason: str | None = None) -> bool:
        """Store an answer; False when it is still to be saved, which was said."""
        place = (answer.section, answer.row, answer.item)
        return self.give(Given(key, place, answer.value, reason=reason))

    def give(self, given: Given) -> bool:
        """Store what an item was given; False when it is still to be saved."""
        section, row, item = given.place
        waiting = self._row_to_be_saved(given.key, section) if not row else None
        if waiting is not None:
            at = self._unsaved.index(waiting)
            self._unsaved[at] = waiting.with_given(item, given.value, given.typed)
            return self.try_again()
        self._unsaved = [
            c
            for c in self._unsaved
            if not isinstance(c, Given) or (c.key, c.place) != (given.key, given.place)
        ]
        return self._submit(given)

    def add_row(
        self,
        key: RecordKey,
        section: str,
        answers: Mapping[str, str | None],
        reason: str | None = None,
        *,
        typed: Mapping[str, str] | None = None,
    ) -> bool:
        """Add a row to a repeating section; False when it is still to be saved."""
        return self._submit(Added(key, section, dict(answers), dict(typed or {}), reason))

    def take_back_row(self, key: RecordKey, section: str) -> Added | None:
        """Drop and return the last row that is still to be saved, None when there is none."""
        rows = [c for c in self.unsaved(key) if isinstance(c, Added) and c.section == section]
        if not rows:
            return None
        self._unsaved.remove(rows[-1])
        return rows[-1]

    @Slot()
    def try_again(self) -> bool:
        """Store what is still to be saved, in order; False when that fails again."""
        touched: dict[RecordKey, None] = {}
        refusal: StudyFileError | None = None
        forbidden: TrustError | None = None
        while self._unsaved and refusal is None:
            change = self._unsaved.pop(0)
            try:
                self._unsaved[:0] = change.store(self.file)
                self._refresh(change.key)
            except TrustError as error:
                # No later try makes a role allow it: it is said, and the stored answer shown.
                forbidden = error
            except StudyFileError as error:
                self._unsaved.insert(0, change)
                refusal = error
            touched[change.key] = None
        self._announce(tuple(touched), refusal or forbidden)
        return refusal is None and forbidden is None

    def forget_unsaved(self) -> None:
        """Let go of what could not be saved: the person chose to leave without it."""
        self._unsaved.clear()
        self._retry.stop()

    # Writing that is done at once or not at all

    def do(
        self, key: RecordKey | None, write: Callable[[], object], *, announce: bool = True
    ) -> bool:
        """Do a change of the study file now or not at all; False when it was refused.

        `key` is the one form it bears on, None where it may be several.
        """
        if self._unsaved and announce and not self.try_again():
            return False
        try:
            write()
        except StudyFileError as error:
            self.refused.emit(error.message)
            return False
        if announce:
            self._refresh(key)
            self.saved.emit(f"{datetime.now():%H:%M:%S}")
            self.changed.emit(key)
        return True

    def void(
        self, key: RecordKey, section: str, row: str, *, voided: bool, reason: str | None = None
    ) -> bool:
        """Void a row, or take that back."""
        return self.do(key, lambda: self.file.void(key, section, row, voided=voided, reason=reason))

    def explain(self, key: RecordKey, place: Place, reason: str) -> bool:
        """Keep the reason for which a soft finding stands."""
        return self.do(key, lambda: self.file.explain(key, place, reason))

    def answer_all(self, key: RecordKey, answers: Iterable[Answer]) -> bool:
        """Store several answers of a form as one change, all of them or none."""
        given = tuple(answers)
        return self.do(key, lambda: self.file.answer(key, given))

    def say_missing(
        self,
        places: Iterable[tuple[RecordKey, Place]],
        missing: Missing | None,
        reason: str | None = None,
    ) -> bool:
        """Say why items, rows or sections are missing, or take it back with None."""
        given = tuple(places)
        keys = {key for key, _ in given}
        one = next(iter(keys)) if len(keys) == 1 else None
        return self.do(one, lambda: self.file.say_missing(given, missing, reason))

    def set_status(self, key: RecordKey, status: Status, reason: str | None = None) -> bool:
        """Give a form a status."""
        return self.do(key, lambda: self.file.set_status(key, status, reason))

    def add_subject(self, subject: SubjectKey) -> bool:
        """Enrol a subject."""
        return self.do(None, lambda: self.file.add_subject(subject))

    def log_event(self, name: str, detail: str) -> bool:
        """Write an event that changes no data into the audit trail, where that can be told."""
        if self.read_only and not self.guarded:
            return True
        return self.do(None, lambda: self.file.log_event(name, detail), announce=False)

    def keep_drawing(self, key: RecordKey, drawing: Drawing) -> None:
        """Cache a drawing that is being left, unless nobody may write; losing it is harmless."""
        if self.read_only or not drawing.entries or self.unsaved(key):
            return
        try:
            drawings.keep(self.record(key), drawing, self.file.keep_drawing)
        except StudyFileError as error:
            self.refused.emit(error.message)

    def remember_place(self, key: RecordKey | None) -> None:
        """Remember the form at hand for the next start."""
        if not self.read_only and key != self.file.place():
            self.do(None, lambda: self.file.remember_place(key), announce=False)

    def close(self) -> None:
        """Let go of the study file; StudyFileError when the disk fails, which loses nothing."""
        self._retry.stop()
        self.closing.emit()
        self.file.close()

    def set_actor(self, actor: Actor) -> None:
        """Let somebody else go on, where there are no accounts."""
        self.file.actor = actor
        self.handed_over.emit()

    def switch(self, login: str, password: str) -> Text | None:
        """Let another account go on, None then; else why not."""
        if not self.try_again():
            return _UNSAVED
        try:
            self.file.accounts.switch(login, password)
        except StudyFileError as error:
            return error.message
        self.handed_over.emit()
        return None

    def _submit(self, change: Change) -> bool:
        self._unsaved.append(change)
        return self.try_again()

    def _announce(self, touched: tuple[RecordKey, ...], refusal: StudyFileError | None) -> None:
        if refusal is None:
            self._retry.stop()
            if touched:
                self.saved.emit(f"{datetime.now():%H:%M:%S}")
        else:
            if self._unsaved:
                self._retry.start()
            else:
                self._retry.stop()
            self.refused.emit(refusal.message)
        for key in touched:
            self.changed.emit(key)

    def _row_to_be_saved(self, key: RecordKey, section: str) -> Added | None:
        """Return the new row whose first answers could not be saved yet."""
        rows = (c for c in self.unsaved(key) if isinstance(c, Added) and c.section == section)
        return next(rows, None)

    def _refresh(self, key: RecordKey | None) -> None:
        if key is None or self._records is None:
            self._records = None
            self.found.clear()
            return
        # What one form says bears on the findings of others, at whatever visit.
        self.found = {k: f for k, f in self.found.items() if k.subject != key.subject}
        self._records[key] = self.file.record(key)
        self._painted.pop(key, None)


def today() -> str:
    """Return the date on the desk's calendar, ISO 8601."""
    return date.today().isoformat()
