"""Put a backup in the place of a study or its vault, proved to be equal (T28), and say so in it.

The backup is copied beside the study, held against the original row by row, told in its own trail
that it was restored, and takes the study's place in one step. What was there is set aside first,
as it is: also a damaged file, with its journal, is worth keeping.
"""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ordi_crf.db import backup as backups
from ordi_crf.db import connection as sql
from ordi_crf.db import digests, durable, events, key_file, lock, unlocking
from ordi_crf.db.backup import Kind
from ordi_crf.db.connection import Access, Context, timestamp
from ordi_crf.db.digests import Digests
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.trust_errors import InUseError, UnverifiedBackupError

_TRAILS = {"audit", "trail", "sqlite_sequence"}
"""The tables in which the event of being restored is told."""
_JOURNALS = ("-wal", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the digests that backup and study share, and where the former is."""

    digests: Digests
    """Of every table, before the trail was told of the restore."""
    set_aside: Path | None
    """The file that was replaced, None where there was none."""


def restore(backup: Path, path: Path, key: bytes, context: Context, moment: datetime) -> Restored:
    """Replace a file by a backup of it; InUseError, UnverifiedBackupError, and nothing is changed.

    `context` says who restores; the study must not be open anywhere.
    """
    target = path.resolve()
    with sql.translated(target):
        try:
            held = lock.acquire(target)
        except lock.HeldError as error:
            raise InUseError(path) from error
        try:
            wanted = backups.verify(backup, key)
            aside = backups.named(target, Kind.RESTORE, moment).path
            with durable.replacing(target) as beside:
                durable.copy(backup, beside)
                backups.verify(beside, key, wanted, said=backup)
                context.at = timestamp(moment)
                events.tell(
                    beside, key, context, "RESTORED", f"{backup.name}; set aside as {aside.name}"
                )
                _prove(beside, backup, key, wanted)
                was_there = _set_aside(target, aside, key)
                durable.remove_satellites(target)
            _bring_keys(backup, target)
        finally:
            lock.release(held)
    return Restored(wanted, aside if was_there else None)


def _prove(path: Path, backup: Path, key: bytes, wanted: Digests) -> None:
    """Raise unless a file differs from its backup by the event in its trail alone."""
    found = backups.verify(path, key, said=backup)
    others = sorted(set(digests.differing(found, wanted)) - _TRAILS)
    if others:
        raise UnverifiedBackupError(backup, ", ".join(others))


def _set_aside(path: Path, aside: Path, key: bytes) -> bool:
    """Copy what stands at a path, with its journal and keys; return whether anything did."""
    found = [end for end in (*_JOURNALS, "") if _with(path, end).exists()]
    if not found:
        return False
    aside.parent.mkdir(exist_ok=True)
    keys = key_file.beside(path)
    if keys.exists():
        # First, so that whenever this stops no study is set aside without its keys.
        durable.copy(keys, key_file.beside(aside))
    if "" not in found or len(found) == 1 or not _folded_in(path, aside, found, key):
        for end in found:
            durable.copy(_with(path, end), _with(aside, end))
    return "" in found


def _folded_in(path: Path, aside: Path, ends: list[str], key: bytes) -> bool:
    """Set a file and its journal aside as one file; return whether they could be made one.

    This is tried on a copy: opening a damaged file deletes its journal.
    """
    trial = aside.with_name(f".{aside.name}{durable.PART}")
    try:
        for end in ends:
            shutil.copy(_with(path, end), _with(trial, end))
        link = unlocking.connect(trial, Access.WRITE, Context("", ""), key)
        with sql.translated(trial), closing(link):
            link.execute("PRAGMA journal_mode = DELETE")
        backups.verify(trial, key)
        durable.copy(trial, aside)
    except StudyFileError:
        return False
    else:
        return True
    finally:
        durable.remove(trial)


def _bring_keys(backup: Path, path: Path) -> None:
    """Bring a backup's keys along where the study has none, or those of another key."""
    theirs, ours = key_file.beside(backup), key_file.beside(path)
    if not theirs.exists():
        return
    with suppress(StudyFileError):
        if key_file.read(ours).study == key_file.read(theirs).study:
            return
    durable.copy(theirs, ours)


def _with(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)
