"""Session: the open study as the window sees it; every write goes through here, and is announced.

A write that fails changes nothing: its sentence is sent out, what was typed stays in its field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from ordi_crf import drawings
from ordi_crf.core import progress
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.painted import Painted
from ordi_crf.core.records import Record, RecordKey, Status, SubjectKey
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.forms.schema import Language, Text


class Session(QObject):
    """One person at work on one study file."""

    saved = Signal(str)
    """The clock time at which a change became durable."""
    changed = Signal(object)
    """The key of the record that changed."""
    refused = Signal(object)
    """A sentence (Text): the change was not saved."""

    def __init__(self, file: StudyFile, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.language = language
        self._records: dict[RecordKey, Record] | None = None
        self._painted: dict[RecordKey, Painted] = {}

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be changed."""
        return self.file.read_only

    @property
    def synthetic(self) -> bool:
        """Return whether this is the demonstration study."""
        return self.file.properties().get("kind") == "synthetic"

    def say(self, text: Text) -> str:
        """Return study wording in the language of the session."""
        return text.in_(self.language)

    def records(self) -> dict[RecordKey, Record]:
        """Return every record as entered; read once, and again after each change."""
        if self._records is None:
            self._records = dict(self.file.records())
        return self._records

    def record(self, key: RecordKey) -> Record:
        """Return a form as entered; an empty draft where nothing was."""
        return self.records().get(key) or Record(key)

    def painted(self, key: RecordKey) -> Painted:
        """Return what a body map amounts to."""
        if key not in self._painted:
            self._painted[key] = drawings.figures(self.record(key), self.file.drawing)
        return self._painted[key]

    def painted_maps(self) -> dict[RecordKey, Painted]:
        """Return what every body map amounts to."""
        return {key: self.painted(key) for key in self.records() if key.form == "BM"}

    def drawing(self, key: RecordKey) -> Drawing:
        """Return the drawing of a body map, to be painted on."""
        return drawings.open_drawing(self.record(key), self.file.drawing)

    def lines(self) -> list[progress.SubjectLine]:
        """Return the subject matrix."""
        records, maps = self.records(), self.painted_maps()
        return [progress.subject_line(records, maps, subject) for subject in self.file.subjects()]

    def corrects(self, key: RecordKey) -> bool:
        """Return whether a change of this form is a correction, which needs a reason."""
        return self.record(key).status is Status.COMPLETE

    def answer(self, key: RecordKey, answers: Iterable[Answer], reason: str | None = None) -> bool:
        """Store answers as one event; False when that failed and was said."""
        chosen = list(answers)
        return self._do(key, lambda: self.file.answer(key, chosen, reason))

    def keep_typed(self, key: RecordKey, section: str, row: str, item: str, typed: str) -> bool:
        """Keep what was typed and cannot be read."""
        return self._do(key, lambda: self.file.keep_unaccepted(key, section, row, item, typed))

    def add_row(
        self, key: RecordKey, section: str, answers: dict[str, str], reason: str | None = None
    ) -> bool:
        """Add a row to a repeating section."""
        return self._do(key, lambda: self.file.add_row(key, section, answers, reason))

    def void(
        self, key: RecordKey, section: str, row: str, *, voided: bool, reason: str | None = None
    ) -> bool:
        """Void a row, or take that back."""
        return self._do(
            key, lambda: self.file.void(key, section, row, voided=voided, reason=reason)
        )

    def explain(self, key: RecordKey, place: tuple[str, str, str], reason: str) -> bool:
        """Keep the reason for which a soft finding stands."""
        return self._do(key, lambda: self.file.explain(key, place, reason))

    def set_status(self, key: RecordKey, status: Status, reason: str | None = None) -> bool:
        """Give a form a status."""
        return self._do(key, lambda: self.file.set_status(key, status, reason))

    def add_subject(self, subject: SubjectKey) -> bool:
        """Enrol a subject."""
        return self._do(None, lambda: self.file.add_subject(subject))

    def keep_drawing(self, key: RecordKey, drawing: Drawing) -> None:
        """Cache a drawing that is being left, unless nobody may write; losing it is harmless."""
        if self.read_only or not drawing.entries:
            return
        try:
            drawings.keep(self.record(key), drawing, self.file.keep_drawing)
        except StudyFileError as error:
            self.refused.emit(error.message)

    def remember_place(self, key: RecordKey | None) -> None:
        """Remember the form at hand for the next start."""
        if not self.read_only:
            self._do(None, lambda: self.file.remember_place(key), announce=False)

    def set_actor(self, actor: Actor) -> None:
        """Let somebody else go on."""
        self.file.actor = actor

    def _do(
        self, key: RecordKey | None, write: Callable[[], object], *, announce: bool = True
    ) -> bool:
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

    def _refresh(self, key: RecordKey | None) -> None:
        if key is None or self._records is None:
            self._records = None
            return
        self._records[key] = self.file.record(key)
        self._painted.pop(key, None)


def today() -> str:
    """Return the date on the desk's calendar, ISO 8601."""
    return date.today().isoformat()
