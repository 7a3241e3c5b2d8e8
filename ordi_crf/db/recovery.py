"""Ways back to a study that is damaged, gone or wrong: a backup restored, or what can be rescued.

The study itself is not opened for that, so who asks is known by the files of keys and, where it
can still be read, by the account table of the study or its backup.
"""

from __future__ import annotations

import platform
from dataclasses import dataclass, field, replace
from pathlib import Path

from ordi_crf.core.permissions import Operation, Role, allowed
from ordi_crf.db import (
    account_rows,
    backup,
    durable,
    key_file,
    keys,
    opening,
    problems,
    rescue,
    restore,
    safekeeping,
)  # fmt: skip
from ordi_crf.db.connection import Clock, Context, utc_now
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.key_file import KeyFile
from ordi_crf.db.rescue import Rescued
from ordi_crf.db.restore import Restored
from ordi_crf.db.study_file import Actor
from ordi_crf.db.trust_errors import ForbiddenError
from ordi_crf.forms.schema import Text


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at a study and its backups found."""

    lines: tuple[Text, ...]
    """Each file, and whether it is sound."""
    problems: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who showed that a study is theirs to bring back, and its key."""

    actor: Actor
    key: bytes = field(repr=False)


def has_keys(path: Path) -> bool:
    """Return whether a study that may be damaged, or gone, is opened by login and password."""
    return any(place.exists() for place in _places(path))


def known(
    path: Path, login: str, password: str, *, operation: Operation = Operation.RESTORE,
    clock: Clock = utc_now,
) -> Known:  # fmt: skip
    """Return who logs in to a study that may be damaged, by its file of keys or a backup's.

    WrongPasswordError, LockedOutError, KeysMissingError. ForbiddenError for a role that may not,
    as far as the account table can still be read.
    """
    place = next((p for p in _places(path) if _readable(p)), key_file.beside(path))
    opened = key_file.log_in(place, login, password, clock(), platform.node())
    key = keys.ring(opened.key).study
    return Known(_permitted(path, opened.slot.login, key, operation), key)


def known_by_code(path: Path, code: str) -> Known:
    """Return who has the recovery key of a study; RecoveryCodeError."""
    key = keys.ring_of(keys.recovered_key(code)).study
    return Known(Actor("Recovery key", Role.ADMINISTRATOR.value), key)


def restore_backup(found: Path, path: Path, who: Known, *, clock: Clock = utc_now) -> Restored:
    """Put a backup in the place of a study, with the passwords of the backup's day.

    Nothing is changed where it fails: InUseError, UnverifiedBackupError.
    """
    opening.peek(found, account_rows.accounts, who.key)
    done = restore.restore(found, path, who.key, _context(who), clock())
    settle(path, who.key)
    return done


def checked(path: Path, key: bytes) -> Checked:
    """Return what is found in a study and its backups, read whole: pages, trail, tables, files."""
    lines, problems = [], []
    for place in (path, *(made.path for made in backup.backups(path))):
        wrong = _unsound(place, key)
        problems += [Text(f"{place.name}: {text.en}", f"{place.name}: {text.es}") for text in wrong]
        lines.append((_NOT_SOUND if wrong else _SOUND).format(name=place.name))
    return Checked(tuple(lines), tuple(problems))


def said_of_loss(path: Path, found: Path, key: bytes) -> Text:
    """Return in a sentence what restoring a backup takes away."""
    if not path.exists():
        return _NOTHING_THERE.format(name=path.name)
    try:
        lost = safekeeping.loss(path, found, key)
    except StudyFileError:
        return _LOSS_UNKNOWN.format(name=path.name)
    if not lost.entries:
        return _LOSS_NONE.format(name=path.name)
    return _LOSS.format(name=path.name, n=lost.entries, since=lost.since[:16].replace("T", " "))


def settle(path: Path, key: bytes) -> None:
    """Let the file of keys beside a study hold the slots that count in it; tries stay counted."""
    wanted = opening.peek(path, account_rows.counting, key)
    if not wanted:
        return
    study = opening.peek(path, account_rows.bound_to, key)
    place = key_file.beside(path)
    try:
        present = key_file.read(place)
    except StudyFileError:
        present = KeyFile(study)
    key_file.write(place, replace(present, study=study, slots=wanted, coming={}))


def rescue_to(path: Path, target: Path, who: Known, *, clock: Clock = utc_now) -> Rescued:
    """Return a new file with all that can be read of a damaged one, and the keys beside it."""
    done = rescue.rescue(path, who.key, target, _context(who), clock())
    place = key_file.beside(path)
    if place.exists():
        durable.copy(place, key_file.beside(target))
    return done


def _places(path: Path) -> list[Path]:
    """Return where the keys of a study may lie, the likeliest first."""
    backups = (key_file.beside(made.path) for made in backup.backups(path))
    return [key_file.beside(path), *backups]


def _readable(place: Path) -> bool:
    try:
        key_file.read(place)
    except StudyFileError:
        return False
    return True


def _permitted(path: Path, login: str, key: bytes, operation: Operation) -> Actor:
    """Return an account as an actor: of the study, else of its newest backup, else by its login."""
    for place in (path, *(made.path for made in backup.backups(path))):
        try:
            found = opening.peek(place, lambda link: account_rows.account(link, login), key)
        except (StudyFileError, KeyError):
            continue
        if not allowed(found.role, operation):
            raise ForbiddenError(found.role, operation)
        return Actor(found.name, found.role.value, found.login)
    return Actor(login, Role.ADMINISTRATOR.value, login)


def _unsound(path: Path, key: bytes) -> list[Text]:
    try:
        return opening.peek(path, problems.problems, key)
    except StudyFileError as error:
        return [error.message]


def _context(who: Known) -> Context:
    return Context(who.actor.name, who.actor.role, login=who.actor.login)


_SOUND = Text("{name}: sound.", "{name}: íntegro.")
_NOT_SOUND = Text("{name}: not sound.", "{name}: no íntegro.")
_NOTHING_THERE = Text(
    "There is no {name}: nothing is replaced.", "No existe {name}: no se reemplaza nada."
)
_LOSS_UNKNOWN = Text(
    "What {name} has beyond the backup cannot be told: it cannot be read whole.",
    "No se puede saber qué tiene {name} además de la copia: no se puede leer entero.",
)
_LOSS_NONE = Text(
    "{name} has nothing that the backup has not.",
    "{name} no tiene nada que no esté en la copia.",
)
_LOSS = Text(
    "{n} entries of the trail of {name} are not in the backup, the first of {since} UTC.",
    "{n} entradas del registro de {name} no están en la copia, la primera de {since} UTC.",
)
