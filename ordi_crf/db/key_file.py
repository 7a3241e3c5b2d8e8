"""The file of keys beside a study: the slots of its accounts, and the tries that failed (ADR 10).

It is read before anything can be opened, so it holds login names, sealed keys and failures, and
nothing of a subject. A try is counted before its password is looked at, so that ending the program
does not take it back. What failed is kept until the audit trail has it (T15).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ordi_crf.db import durable, keys, lock
from ordi_crf.db.connection import timestamp, translated
from ordi_crf.db.errors import BusyError, MissingFileError, NotWritableError
from ordi_crf.db.keys import Slot
from ordi_crf.db.trust_errors import (
    KeysDamagedError,
    KeysMissingError,
    LockedOutError,
    WrongPasswordError,
)

if TYPE_CHECKING:
    from filelock import BaseFileLock

TRIES = 5
"""Failed tries in a row after which a login waits, and again after as many more."""
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=5), timedelta(minutes=60)
"""The first wait; each later one is twice as long, up to the longest."""
NOBODY = ""
"""Stands for logins that no slot has: what was typed there may have been a password."""
_FORMAT = "ORDI keys 1"
_PATIENCE_S = 5


@dataclass(frozen=True, slots=True)
class Tries:
    """How often a login failed in a row, and when last (UTC)."""

    count: int
    last: str


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed try, for the audit trail; the login is blank where there is no such login."""

    at: str
    login: str
    machine: str


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What the file of keys holds."""

    study: str
    """A random name that binds the slots to one study."""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    tries: Mapping[str, Tries] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()

    def with_slot(self, slot: Slot) -> KeyFile:
        """Return the same with a slot, in the place of one of its login."""
        return replace(self, slots={**self.slots, slot.login: slot})

    def without(self, login: str) -> KeyFile:
        """Return the same without a login's slot; KeyError where there is none."""
        name = keys.canonical_login(login)
        if name not in self.slots:
            raise KeyError(login)
        return replace(self, slots={n: slot for n, slot in self.slots.items() if n != name})


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A password that was right: the study's key, and what failed since the trail was told."""

    key: bytes = field(repr=False)
    slot: Slot
    failures: tuple[Failure, ...]


def beside(path: Path) -> Path:
    """Return where the keys of a study, or of its vault, lie."""
    return path.with_name(f"{path.name}-keys")


def read(path: Path) -> KeyFile:
    """Return what a file of keys holds; KeysMissingError, KeysDamagedError."""
    try:
        with translated(path):
            text = path.read_bytes()
    except MissingFileError as error:
        raise KeysMissingError(path) from error
    try:
        return _decoded(text)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KeysDamagedError(path) from error


def write(path: Path, found: KeyFile) -> None:
    """Put a file of keys in place, whole and durably."""
    with translated(path), durable.replacing(path) as target:
        target.write_bytes(_encoded(found))


def change(path: Path, how: Callable[[KeyFile], KeyFile]) -> KeyFile:
    """Read, change and write a file of keys while no other program does; return the new state."""
    with translated(path):
        if not path.exists():
            raise KeysMissingError(path)
        held = _held(path)
        try:
            changed = how(read(path))
            write(path, changed)
            return changed
        finally:
            lock.release(held)


def log_in(path: Path, login: str, password: str, at: datetime, machine: str) -> LoggedIn:
    """Return the key for a login and its password; WrongPasswordError, LockedOutError.

    Where the file cannot be written tries are not counted: whoever could make it so could as well
    take a copy.
    """
    name = _known(read(path), login)
    failure = Failure(timestamp(at), name, machine)
    try:
        known = change(path, lambda found: _counted(found, failure))
    except NotWritableError:
        known = _counted(read(path), failure)
    slot = known.slots.get(name)
    key = keys.unwrap(slot, password, known.study) if slot is not None else None
    if slot is None or key is None:
        raise _refusal(known.tries[name])
    try:
        known = change(path, lambda found: _taken_back(found, failure))
    except NotWritableError:
        known = _taken_back(known, failure)
    return LoggedIn(key, slot, known.failures)


def handed_over(path: Path, failures: tuple[Failure, ...]) -> None:
    """Forget failures that the audit trail holds now."""
    if failures:
        change(
            path,
            lambda found: replace(
                found, failures=tuple(f for f in found.failures if f not in failures)
            ),
        )


def wait(tries: Tries | None, at: datetime) -> timedelta:
    """Return how long a login still waits, nothing when it may be tried.

    A clock that is set back ends a wait as one set forward does: the audit trail tells of both.
    """
    if tries is None or tries.count < TRIES or tries.count % TRIES:
        return timedelta()
    whole = min(FIRST_WAIT * (1 << min(tries.count // TRIES - 1, 8)), LONGEST_WAIT)
    gone = at - datetime.fromisoformat(tries.last)
    return whole - gone if timedelta() <= gone < whole else timedelta()


def _known(found: KeyFile, login: str) -> str:
    name = keys.canonical_login(login)
    return name if name in found.slots else NOBODY


def _counted(found: KeyFile, failure: Failure) -> KeyFile:
    """Return the file after a try that may fail; LockedOutError when none is due."""
    before = found.tries.get(failure.login)
    left = wait(before, datetime.fromisoformat(failure.at))
    if left:
        raise LockedOutError(int(left.total_seconds()) or 1)
    tries = Tries((before.count if before else 0) + 1, failure.at)
    return replace(
        found,
        tries={**found.tries, failure.login: tries},
        failures=(*found.failures, failure),
    )


def _refusal(tries: Tries) -> WrongPasswordError | LockedOutError:
    """Return what a failed try comes to: another one, or a wait."""
    begun = wait(tries, datetime.fromisoformat(tries.last))
    if begun:
        return LockedOutError(int(begun.total_seconds()))
    return WrongPasswordError(TRIES - tries.count % TRIES)


def _taken_back(found: KeyFile, failure: Failure) -> KeyFile:
    """Return the file after a try that was right: its login starts anew."""
    tries = {name: t for name, t in found.tries.items() if name != failure.login}
    return replace(found, tries=tries, failures=tuple(f for f in found.failures if f != failure))


def _held(path: Path) -> BaseFileLock:
    from filelock import FileLock, Timeout

    held = FileLock(f"{path.resolve()}.lock", timeout=_PATIENCE_S)
    try:
        held.acquire()
    except Timeout as error:
        raise BusyError(path) from error
    return held


def _encoded(found: KeyFile) -> bytes:
    content: dict[str, Any] = {
        "format": _FORMAT,
        "study": found.study,
        "slots": [slot.text for slot in found.slots.values()],
        "tries": {name: asdict(tries) for name, tries in found.tries.items()},
        "failures": [asdict(failure) for failure in found.failures],
    }
    whole = {**content, "sum": _sum(content)}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _decoded(text: bytes) -> KeyFile:
    content = json.loads(text)
    if content["format"] != _FORMAT or content.pop("sum") != _sum(content):
        raise ValueError("this is not what was written")
    slots = (keys.slot(line) for line in content["slots"])
    return KeyFile(
        content["study"],
        {slot.login: slot for slot in slots},
        {name: Tries(**tries) for name, tries in content["tries"].items()},
        tuple(Failure(**failure) for failure in content["failures"]),
    )


def _sum(content: Mapping[str, Any]) -> str:
    """Return a checksum against a failing disk; against a hand, each slot has its seal."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
