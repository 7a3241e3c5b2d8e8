"""Mending: a backup in the place of a study, or what can be read of a damaged one beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.db import backup as backups
from ordi_crf.db import recovery
from ordi_crf.db.backup import Backup, Kind
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.recovery import Known
from ordi_crf.db.rescue import Rescued
from ordi_crf.db.restore import Restored
from ordi_crf.forms.schema import Text
from ordi_crf.ui import settings
from ordi_crf.ui.access.damage_card import DamageCard
from ordi_crf.ui.access.framed import Framed
from ordi_crf.ui.jobs import Job, Work
from ordi_crf.ui.theme import Tone

_KINDS = (Kind.CLOSE, Kind.ASKED, Kind.UPGRADE)
"""Backups of a study as it was at work; what a restore set aside may be what was damaged."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What there is to mend a damaged study with."""

    good: Backup | None
    """The newest backup that holds what it should."""
    spoiled: int
    """Newer ones that do not."""


class Mending(QObject):
    """One study at a time, and none of them open."""

    page_asked = Signal(object)
    """A QWidget to show instead of the start page."""
    ended = Signal(object, str, object)
    """The Path to go on with, a sentence about what came of it, and its Tone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._who: Known | None = None
        self._good: Backup | None = None
        self._card: DamageCard | None = None
        self._job: Job | None = None

    @property
    def running(self) -> bool:
        """Return whether a file is being looked at or put in place now."""
        return self._job is not None and self._job.running

    def finish(self) -> None:
        """Wait until what was begun has ended: a file is put in place whole, or not at all."""
        if self._job is not None:
            self._job.finish()

    @Slot(object, object, str)
    def begin(self, path: Path, who: Known, cause: str) -> None:
        """Show what can be done with a study that cannot be read, and why that is."""
        self._path, self._who = path, who
        self._card = DamageCard(path, cause, settings.language())
        self._card.restore_asked.connect(self._on_restore)
        self._card.rescue_asked.connect(self._on_rescue)
        self._card.left.connect(self._on_left)
        self._card.opened.connect(self._on_opened)
        self.page_asked.emit(Framed(self._card))
        self._start(_looking(path, who)).done.connect(self._on_looked)

    def restore(self, path: Path, who: Known, backup: Backup) -> None:
        """Put a backup in the place of a study that was shut for it."""
        self._path, self._who = path, who
        self._start(_restoring(backup, path, who)).done.connect(self._on_restored)

    def _start(self, work: Work) -> Job:
        if self._card is not None:
            self._card.show_busy()
        self._job = Job(work, self)
        self._job.failed.connect(self._on_failed)
        self._job.start()
        return self._job

    @Slot(object)
    def _on_looked(self, found: Looked) -> None:
        self._good = found.good
        if self._card is not None:
            self._card.show_found(found.good, found.spoiled)

    @Slot()
    def _on_restore(self) -> None:
        if self._good is not None and self._who is not None:
            self.restore(self._path, self._who, self._good)

    @Slot()
    def _on_rescue(self) -> None:
        if self._who is not None:
            self._start(_rescuing(self._path, self._who)).done.connect(self._on_rescued)

    @Slot(object)
    def _on_restored(self, restored: Restored) -> None:
        aside = restored.set_aside
        words = (_RESTORED if aside is not None else _BROUGHT).format(
            name=self._path.name, aside=aside.name if aside is not None else ""
        )
        self._end(self._path, words.in_(settings.language()), Tone.OK)

    @Slot(object)
    def _on_rescued(self, rescued: Rescued) -> None:
        if self._card is not None:
            self._card.show_rescued(rescued.path, rescued.lost)

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        words = text.in_(settings.language())
        if self._card is not None:
            self._card.refuse(words)
        else:
            self._end(self._path, words, Tone.BAD)

    @Slot(object)
    def _on_opened(self, path: Path) -> None:
        self._end(path, "", Tone.OK)

    @Slot()
    def _on_left(self) -> None:
        words = _LEFT.format(name=self._path.name).in_(settings.language())
        self._end(self._path, words, Tone.MUTED)

    def _end(self, path: Path, words: str, tone: Tone) -> None:
        self._card, self._who = None, None
        self.ended.emit(path, words, tone)


def _looking(path: Path, who: Known) -> Work:
    def work(_progress: Progress, _cancelled: Cancelled) -> object:
        spoiled = 0
        for backup in backups.backups(path):
            if backup.kind not in _KINDS:
                continue
            try:
                backups.verify(backup.path, who.key)
            except StudyFileError:
                spoiled += 1
            else:
                return Looked(backup, spoiled)
        return Looked(None, spoiled)

    return work


def _restoring(backup: Backup, path: Path, who: Known) -> Work:
    def work(_progress: Progress, _cancelled: Cancelled) -> object:
        return recovery.restore_backup(backup.path, path, who)

    return work


def _rescuing(path: Path, who: Known) -> Work:
    def work(_progress: Progress, _cancelled: Cancelled) -> object:
        return recovery.rescue_to(path, _free(path), who)

    return work


def _free(path: Path) -> Path:
    """Return a name beside a damaged study for what is read out of it."""
    target, count = path.with_name(f"{path.stem} rescued{path.suffix}"), 1
    while target.exists():
        count += 1
        target = path.with_name(f"{path.stem} rescued {count}{path.suffix}")
    return target


_RESTORED = Text(
    "{name} was restored and equals its backup, row by row. What was there before is kept among "
    "the backups as {aside}.",
    "{name} se ha restaurado y es igual a su copia, fila por fila. Lo que había antes se conserva "
    "entre las copias como {aside}.",
)
_BROUGHT = Text(
    "{name} was restored and equals its backup, row by row.",
    "{name} se ha restaurado y es igual a su copia, fila por fila.",
)
_LEFT = Text(
    "{name} is damaged and was left as it is.",
    "{name} está dañado y se ha dejado como está.",
)
