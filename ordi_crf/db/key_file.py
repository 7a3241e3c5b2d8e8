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
FAILED, LOCKED_OUT, READ_ONLY = "LOGIN FAILED", "LOCKOUT", "LOGIN READ-ONLY"
"""What is kept for the audit trail, as it will be named there."""
_FORMAT = "ORDI keys 1"
_PATIENCE_S = 5
_LARGEST = 16 << 20
"""Bytes of a file of keys: failed tries by the ten thousand."""


@dataclass(frozen=True, slots=True)
class Tries:
    """How often a login failed in a row, and when last (UTC)."""

    count: int
    last: str


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed try, for the audit trail; the login is blank where there is no such login.

    What was done while another person had the study, so that nothing could be written, is kept
    alike: `what` names it as the trail will.
    """

    at: str
    login: str
    machine: str
    what: str = FAILED
    detail: str = ""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What the file of keys holds."""

    study: str
    """A random name that binds the slots to one study."""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    coming: Mapping[str, Slot] = field(default_factory=dict)
    """Slots that are being given: whether they count is what the account table says."""
    tries: Mapping[str, Tries] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()

    def with_slot(self, slot: Slot) -> KeyFile:
        """Return the same with a slot, in the place of any of its login."""
        return replace(
            self, slots={**self.slots, slot.login: slot}, coming=_but(self.coming, slot.login)
        )

    def with_coming(self, slot: Slot) -> KeyFile:
        """Return the same with a slot that counts once the account table has it."""
        return replace(self, coming={**self.coming, slot.login: slot})

    def with_only(self, slots: Mapping[str, Slot]) -> KeyFile:
        """Return the same with these slots alone."""
        return replace(self, slots=dict(slots), coming={})

    def without_coming(self, login: str) -> KeyFile:
        """Return the same without a slot that was to come."""
        return replace(self, coming=_but(self.coming, login))

    def without(self, login: str) -> KeyFile:
        """Return the same without a login's slot; KeyError where there is none."""
        name = keys.canonical_login(login)
        if name not in self.slots:
            raise KeyError(login)
        return replace(self, slots=_but(self.slots, name), coming=_but(self.coming, name))

    def of(self, login: str) -> tuple[Slot, ...]:
        """Return the slots that a password of a login may open."""
        return tuple(found[login] for found in (self.slots, self.coming) if login in found)


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A password that was right: the study's key, and what failed since the trail was told."""

    key: bytes = field(repr=False)
    slot: Slot
    failures: tuple[Failure, ...]


def beside(path: Path) -> Path:
    """Return where the keys of a study, or of its vault, lie."""
    # Two names of one file, by a link, share one file of keys.
    real = path.resolve()
    return real.with_name(f"{real.name}-keys")


def read(path: Path) -> KeyFile:
    """Return what a file of keys holds; KeysMissingError, KeysDamagedError."""
    try:
        with translated(path), path.open("rb") as file:
            text = file.read(_LARGEST + 1)
    except MissingFileError as error:
        raise KeysMissingError(path) from error
    if len(text) > _LARGEST:
        raise KeysDamagedError(path)
    try:
        return _decoded(text)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
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
    opened = [
        (s, k) for s in known.of(name) if (k := keys.unwrap(s, password, known.study)) is not None
    ]
    if not opened:
        raise _refusal(known.tries[name])
    slot, key = opened[-1]
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

    Of tries at once one may have begun before the other failed: it waits too. A clock that is set
    back further ends a wait as one set forward does: the audit trail tells of both.
    """
    if tries is None or tries.count < TRIES or tries.count % TRIES:
        return timedelta()
    whole = min(FIRST_WAIT * (1 << min(tries.count // TRIES - 1, 8)), LONGEST_WAIT)
    gone = at - datetime.fromisoformat(tries.last)
    return whole - max(gone, timedelta()) if -whole < gone < whole else timedelta()


def _known(found: KeyFile, login: str) -> str:
    name = keys.canonical_login(login)
    return name if found.of(name) else NOBODY


def _counted(found: KeyFile, failure: Failure) -> KeyFile:
    """Return the file after a try that may fail; LockedOutError when none is due."""
    before = found.tries.get(failure.login)
    left = wait(before, datetime.fromisoformat(failure.at))
    if left:
        raise LockedOutError(int(left.total_seconds()) or 1)
    tries = Tries((before.count if before else 0) + 1, failure.at)
    if tries.count % TRIES == 0:
        failure = replace(failure, what=LOCKED_OUT)
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
    return replace(found, tries=tries, failures=_before(found.failures, failure))


def _before(failures: tuple[Failure, ...], failure: Failure) -> tuple[Failure, ...]:
    """Return failures without one, whichever way it was counted."""
    counted = (failure, replace(failure, what=LOCKED_OUT))
    return tuple(known for known in failures if known not in counted)


def _but(slots: Mapping[str, Slot], login: str) -> dict[str, Slot]:
    return {name: slot for name, slot in slots.items() if name != login}


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
        "coming": [slot.text for slot in found.coming.values()],
        "tries": {name: asdict(tries) for name, tries in found.tries.items()},
        "failures": [asdict(failure) for failure in found.failures],
    }
    whole = {**content, "sum": _sum(content)}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _decoded(text: bytes) -> KeyFile:
    content = json.loads(text)
    if content["format"] != _FORMAT or content.pop("sum") != _sum(content):
        raise ValueError("this is not what was written")
    slots, coming = (
        {slot.login: slot for slot in map(keys.slot, content[name])} for name in ("slots", "coming")
    )
    return KeyFile(
        content["study"],
        slots,
        coming,
        {name: _tries(**tries) for name, tries in content["tries"].items()},
        tuple(_failure(**failure) for failure in content["failures"]),
    )


def _tries(*, count: int, last: str) -> Tries:
    """Return tries as they were kept; ValueError or TypeError where they never were."""
    if type(count) is not int or count < 0 or datetime.fromisoformat(last).tzinfo is None:
        raise ValueError(count)
    return Tries(count, last)


def _failure(**said: str) -> Failure:
    if not all(isinstance(value, str) for value in said.values()):
        raise TypeError("a failure is told in texts")
    return Failure(**said)


def _sum(content: Mapping[str, Any]) -> str:
    """Return a checksum against a failing disk; against a hand, each slot has its seal."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
