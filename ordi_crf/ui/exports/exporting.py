"""Exporting: an export from the look at free text to the last file, whatever page is shown.

It belongs to the session, so that it goes on when its page is left. It stops by itself only to ask:
what seems to be an identifier waits until somebody has looked (T31).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.identifiers.places import Hit
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Actor
from ordi_crf.deliver import Request, begin, deliver, end, identifiers
from ordi_crf.forms.schema import Text
from ordi_crf.identification import listed
from ordi_crf.ui.jobs import Job, Running
from ordi_crf.ui.session import Session


class Exporting(Running):
    """One export at a time."""

    suspected = Signal()
    """It waits until somebody has looked at `hits`."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._request: Request | None = None
        self._job: Job | None = None
        self._closed = self._under_way = False
        self.hits: tuple[Hit, ...] = ()
        """What it waits for somebody to look at; none while it does not wait."""
        self.outcome: list[Path] | Text | None = None
        """The files of the last export or why there are none; None before and while it goes on."""
        session.closing.connect(self._on_closing)
        for ended in (self.done, self.failed):
            ended.connect(self._on_outcome)
        for ended in (self.done, self.failed, self.cancelled, self.suspected):
            ended.connect(self._on_ended)

    @property
    def running(self) -> bool:
        """Return whether it is looking or writing."""
        return self._under_way

    @property
    def request(self) -> Request | None:
        """Return what was asked for last."""
        return self._request

    def start(self, request: Request) -> None:
        """Look through free text, and write the files when there is nothing to ask about."""
        self.hits = ()
        try:
            self._request = replace(request, listed=listed(self._session.file))
        except StudyFileError as error:
            self.failed.emit(error.message)
            return
        path, actor, key, wanted = *self._study(), self._request

        def look(_progress: Progress, _cancelled: Cancelled) -> object:
            return identifiers(path, actor, wanted, key=key)

        self._follow(Job(look, self)).done.connect(self._on_looked)
        self._begin()

    def go_on(self) -> None:
        """Write the files although free text holds `hits`, which the audit trail is told."""
        if self._request is None:
            return
        wanted = replace(self._request, confirmed=frozenset(self.hits))
        self.hits = ()
        # Written before the snapshot is taken, so that the export holds its own entry.
        file = self._session.file
        if not self._session.do(None, lambda: begin(file, wanted), announce=False):
            self.cancelled.emit()
            return
        path, actor, key = self._study()

        def write(progress: Progress, cancelled: Cancelled) -> object:
            written = deliver(path, actor, wanted, progress=progress, cancelled=cancelled, key=key)
            end(file, written)
            return written

        self._follow(Job(write, self)).done.connect(self.done)
        self._begin()

    @Slot()
    def cancel(self) -> None:
        """Stop at the next step, or do not go on from what it asked about."""
        if self.hits:
            self.hits = ()
            self.cancelled.emit()
        elif self._job is not None:
            self._job.cancel()

    def _study(self) -> tuple[Path, Actor, bytes]:
        file = self._session.file
        return file.path, file.actor, file.key

    def _follow(self, job: Job) -> Job:
        self._job = job
        job.progressed.connect(self.progressed)
        job.failed.connect(self.failed)
        job.cancelled.connect(self.cancelled)
        return job

    def _begin(self) -> None:
        if self._job is not None:
            self._under_way, self.outcome = True, None
            self._job.start()
            self.begun.emit()

    @Slot(object)
    def _on_looked(self, hits: tuple[Hit, ...]) -> None:
        if self._closed:
            return
        self.hits = hits
        if hits:
            self.suspected.emit()
        elif self._job is not None and self._job.stopped:
            self.cancelled.emit()
        else:
            self.go_on()

    @Slot(object)
    def _on_outcome(self, outcome: list[Path] | Text) -> None:
        self.outcome = outcome

    @Slot()
    def _on_ended(self) -> None:
        self._under_way = False

    @Slot()
    def _on_closing(self) -> None:
        self._closed = True
