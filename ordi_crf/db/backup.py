"""Backups of a study or its vault: whole, verified before they have a name, kept by a rule.

SQLite's backup copies the pages of one moment while entry goes on; an encrypted file stays so, with
its own key. The keys' slots go along, so that a backup opens with the passwords of its day.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from ordi_crf.db import connection as sql
from ordi_crf.db import digests, durable, key_file, unlocking
from ordi_crf.db.connection import Access, Context
from ordi_crf.db.digests import Digests
from ordi_crf.db.errors import DamagedError
from ordi_crf.db.trust_errors import UnverifiedBackupError

_MOMENT = "%Y%m%dT%H%M%SZ"


class Kind(StrEnum):
    """When a backup is made, as its file name says."""

    CLOSE = "at-close"
    ASKED = "by-hand"
    UPGRADE = "before-upgrade"
    RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup by its name: what it is of, when (UTC) and why it was made."""

    path: Path
    kind: Kind
    at: datetime
    copy: int = 1
    """Counts backups of one second."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, and the digests it was verified against."""

    backup: Backup
    digests: Digests


LAST, DAYS, WEEKS = 10, 14, 8
"""Backups at close that are kept: the last ten, one of each day for two weeks, one a week for eight
weeks; those that somebody asked for, or that came before a change of the whole file, stay."""


def folder(path: Path) -> Path:
    """Return the folder of a study's backups."""
    return path.with_name(f"{path.stem} backups")


def make(path: Path, key: bytes, kind: Kind, moment: datetime) -> Made:
    """Return a new backup of a file, open or not; on an error there is none.

    DamagedError says that the file itself is damaged, UnverifiedBackupError that its copy is.
    """
    target = named(path, kind, moment)
    with sql.translated(folder(path), new=True):
        target.path.parent.mkdir(exist_ok=True)
        try:
            _copy_keys(path, target.path)
            with durable.replacing(target.path) as beside:
                wanted = _copy(path, beside, key)
                shutil.copymode(path, beside)
                verify(beside, key, wanted, said=target.path)
        except BaseException:
            with suppress(OSError):
                # The backup first: one that cannot be removed keeps the keys it is opened with.
                target.path.unlink(missing_ok=True)
                key_file.beside(target.path).unlink(missing_ok=True)
                # Nothing is left of a first backup that failed.
                target.path.parent.rmdir()
            raise
    return Made(target, wanted)


def backups(path: Path) -> list[Backup]:
    """Return the backups of a study, newest first; earlier programs left theirs beside it."""
    pattern = re.compile(
        rf"{re.escape(path.stem)}\.({'|'.join(Kind)})-(\d{{8}}T\d{{6}}Z)(?:-(\d+))?"
        rf"{re.escape(path.suffix)}"
    )
    found = []
    for place in (folder(path), path.parent):
        for file in place.iterdir() if place.is_dir() else ():
            if match := pattern.fullmatch(file.name):
                with suppress(ValueError):
                    moment = datetime.strptime(match[2], _MOMENT).replace(tzinfo=UTC)
                    found.append(Backup(file, Kind(match[1]), moment, int(match[3] or 1)))
    return sorted(found, key=lambda backup: (backup.at, backup.copy), reverse=True)


def is_backup(path: Path) -> bool:
    """Return whether a file is a backup by its name: what was kept is never written to."""
    kinds = "|".join(Kind)
    return re.search(rf"\.({kinds})-\d{{8}}T\d{{6}}Z(-\d+)?\.[^.]+\Z", path.name) is not None


def superfluous(found: Sequence[Backup], now: datetime) -> list[Backup]:
    """Return the backups that the rule does not keep, newest first."""
    ours = [backup for backup in found if backup.kind is Kind.CLOSE]
    kept = ours[:LAST]
    kept += _newest_of_each(ours, lambda at: at.date(), now - timedelta(days=DAYS))
    kept += _newest_of_each(ours, lambda at: at.isocalendar()[:2], now - timedelta(weeks=WEEKS))
    return [backup for backup in ours if backup not in kept]


def thin(path: Path, now: datetime) -> list[Backup]:
    """Remove the backups that the rule does not keep, and return them."""
    removed = superfluous(backups(path), now)
    with sql.translated(folder(path)):
        for half in folder(path).glob(f".{path.stem}.*{durable.PART}*"):
            # A program that was killed left it; one at work is done within the hour.
            if half.stat().st_mtime < (now - timedelta(hours=1)).timestamp():
                half.unlink(missing_ok=True)
        for backup in removed:
            backup.path.unlink(missing_ok=True)
            key_file.beside(backup.path).unlink(missing_ok=True)
    return removed


def verify(
    backup: Path, key: bytes, wanted: Digests | None = None, *, said: Path | None = None
) -> Digests:
    """Return the digests of a sound backup; UnverifiedBackupError when it is not, or differs.

    `said` is how the backup is called in the sentence, where that is not its name yet.
    """
    try:
        found = digests.of_file(backup, key)
    except DamagedError as error:
        raise UnverifiedBackupError(said or backup, error.detail) from error
    if wanted is not None and (names := digests.differing(found, wanted)):
        raise UnverifiedBackupError(said or backup, ", ".join(names))
    return found


def named(path: Path, kind: Kind, moment: datetime) -> Backup:
    """Return a backup to be made, under a name that is free."""
    at = moment.astimezone(UTC).replace(microsecond=0)
    stem, copies = f"{path.stem}.{kind}-{at.strftime(_MOMENT)}", 1
    target = folder(path) / f"{stem}{path.suffix}"
    while target.exists():
        copies += 1
        target = folder(path) / f"{stem}-{copies}{path.suffix}"
    return Backup(target, kind, at, copies)


def _copy(path: Path, target: Path, key: bytes) -> Digests:
    """Copy one moment of a file, and return its digests."""
    source = unlocking.connect(path, unlocking.reading(path), Context("", ""), key)
    with closing(source):
        with sql.translated(path):
            source.execute("PRAGMA query_only = ON")
            source.execute("BEGIN")
            wanted = digests.of_connection(source)
        link = sql.connect(target, Access.CREATE, Context("", ""), key)
        with closing(link):
            try:
                with sql.translated(folder(path)):
                    source.backup(link)
                    # A backup is one file: it is read where nothing can be written beside it.
                    link.execute("PRAGMA journal_mode = DELETE")
            except DamagedError as error:
                raise DamagedError(path, error.detail) from error
        source.execute("ROLLBACK")
    return wanted


def _copy_keys(path: Path, target: Path) -> None:
    keys = key_file.beside(path)
    if keys.exists():
        durable.copy(keys, key_file.beside(target))


def _newest_of_each(
    found: Iterable[Backup], period: Callable[[datetime], Hashable], since: datetime
) -> list[Backup]:
    """Return the newest backup of each period; they come newest first."""
    newest: dict[Hashable, Backup] = {}
    for backup in found:
        if backup.at > since:
            newest.setdefault(period(backup.at), backup)
    return list(newest.values())
