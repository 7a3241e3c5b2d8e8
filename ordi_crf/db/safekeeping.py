"""Backups of a study that is open, made by whoever has it, and told in its trail (T11, T28).

At close one is made when something was entered since the last, so that closing a study that was
only looked at takes no time. The vault goes along with those who have its key.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ordi_crf.core.permissions import Operation
from ordi_crf.db import accounts, backup, opening, vault_schema
from ordi_crf.db.backup import Kind, Made
from ordi_crf.db.connection import Connection
from ordi_crf.db.errors import StudyFileError

if TYPE_CHECKING:
    from ordi_crf.db.study_file import StudyFile

BACKUP, FAILED = "BACKUP", "BACKUP FAILED"
"""How the trail names a backup, and one that could not be made."""
_MARK = "backed up"
"""The preference that holds the last entry of the trail that a backup has."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What a study has that a backup of it has not."""

    entries: int
    """Entries of the trail, events included."""
    since: str
    """When the first of them was made (UTC, ISO 8601), blank where there are none."""


def back_up(file: StudyFile, kind: Kind = Kind.ASKED) -> Made:
    """Return a new, verified backup of an open study; older ones are thinned by the rule."""
    file.permit(Operation.BACK_UP)
    return _make(file, kind)


def changed(file: StudyFile) -> bool:
    """Return whether anything was entered since the last backup."""
    return file.setting(_MARK) != str(file.last_change())


def leave(file: StudyFile) -> None:
    """Back up what was entered, and tell the trail who leaves; StudyFileError after all of it."""
    account, problem = file.accounts.current, None
    if account is None or file.read_only:
        return
    try:
        if changed(file):
            _make(file, Kind.CLOSE)
    except StudyFileError as error:
        problem = error
        with suppress(StudyFileError):
            file.accounts.note(FAILED, error.message.en)
    file.accounts.note(accounts.LOGOUT, account.login)
    if problem is not None:
        raise problem


def loss(path: Path, made: Path, key: bytes) -> Loss:
    """Return what would be lost if a backup took the place of a study; the study must be sound."""

    def entries(link: Connection) -> list[tuple[str, str]]:
        return list(link.execute("SELECT hash, at FROM audit ORDER BY id"))

    known = {digest for digest, _ in opening.peek(made, entries, key)}
    lost = [at for digest, at in opening.peek(path, entries, key) if digest not in known]
    return Loss(len(lost), lost[0] if lost else "")


def _make(file: StudyFile, kind: Kind) -> Made:
    moment, last = file.moment(), file.last_change()
    made = backup.make(file.path, file.key, kind, moment)
    vault, vault_key = vault_schema.beside(file.path), file.accounts.vault_key()
    if vault_key and vault.exists():
        backup.make(vault, vault_key, kind, moment)
        backup.thin(vault, moment)
    backup.thin(file.path, moment)
    file.accounts.note(BACKUP, made.backup.path.name)
    if not file.read_only:
        file.remember(_MARK, str(last))
    return made
