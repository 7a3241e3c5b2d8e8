"""The life of a form: draft, complete, verified, signed, locked, and the ways between them.

The order is that of 21 CFR 11.10(f): nothing is signed before it is complete nor locked before it
is signed. Verification against the source stands between where the study asks for it (property
`sdv`). Visits, subjects and the study are signed and locked through the forms in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ordi_crf.core.records import AuditEntry, RecordKey, Status, SubjectKey
from ordi_crf.forms.schema import Text

SDV = "sdv"
"""The property of the study that says whether a form is verified before it is signed."""
ON = "on"

TRANSITIONS: Mapping[tuple[Status, Status], bool] = MappingProxyType(
    {
        (Status.DRAFT, Status.COMPLETE): False,
        (Status.COMPLETE, Status.VERIFIED): False,
        (Status.COMPLETE, Status.SIGNED): False,
        (Status.VERIFIED, Status.SIGNED): False,
        (Status.SIGNED, Status.LOCKED): False,
        # What a correction does by itself; its reason stands with the corrected value.
        (Status.VERIFIED, Status.COMPLETE): False,
        (Status.SIGNED, Status.COMPLETE): False,
        # Reopened by hand.
        (Status.COMPLETE, Status.DRAFT): True,
        (Status.VERIFIED, Status.DRAFT): True,
        (Status.SIGNED, Status.DRAFT): True,
        # A database locked with a reason although not everything was signed.
        (Status.DRAFT, Status.LOCKED): True,
        (Status.COMPLETE, Status.LOCKED): True,
        (Status.VERIFIED, Status.LOCKED): True,
        # Unlocked: back to where it stood.
        (Status.LOCKED, Status.DRAFT): True,
        (Status.LOCKED, Status.COMPLETE): True,
        (Status.LOCKED, Status.VERIFIED): True,
        (Status.LOCKED, Status.SIGNED): True,
    }
)
"""Every transition there is, and whether it needs a reason."""

CONTENT_ACTIONS = ("insert", "update", "explain", "missing")
"""Actions of audit entries that change what a form says."""


class Level(StrEnum):
    """How much is signed or locked at once."""

    FORM = "form"
    VISIT = "visit"
    SUBJECT = "subject"
    STUDY = "study"


@dataclass(frozen=True, slots=True)
class Scope:
    """A form, a visit, a subject, or with nothing named the whole study."""

    subject: SubjectKey | None = None
    visit: str = ""
    visit_repeat: int = 1
    form: str = ""
    form_repeat: int = 1

    @classmethod
    def of(cls, key: RecordKey) -> Scope:
        """Return the scope of one form."""
        return cls(key.subject, key.visit, key.visit_repeat, key.form, key.form_repeat)

    @property
    def level(self) -> Level:
        """Return how wide it is."""
        if self.form:
            return Level.FORM
        if self.visit:
            return Level.VISIT
        return Level.STUDY if self.subject is None else Level.SUBJECT

    def __contains__(self, key: RecordKey) -> bool:
        return (
            self.subject in (None, key.subject)
            and (not self.visit or (self.visit, self.visit_repeat) == (key.visit, key.visit_repeat))
            and (not self.form or (self.form, self.form_repeat) == (key.form, key.form_repeat))
        )

    def around(self) -> tuple[Scope, ...]:
        """Return the visit, subject and study it is or lies in, the narrowest first."""
        visit = (Scope(self.subject, self.visit, self.visit_repeat),) if self.visit else ()
        subject = (Scope(self.subject),) if self.subject is not None else ()
        return (*visit, *subject, Scope())


@dataclass(frozen=True, slots=True)
class ScopeLock:
    """A visit, a subject or the study was locked, or unlocked, at one moment."""

    id: int
    scope: Scope
    locked: bool


def transition(old: Status, new: Status, reason: str | None) -> bool:
    """Return whether a form may pass from one state to another; ValueError when there is no way.

    False where the way needs a reason and none is given.
    """
    needed = TRANSITIONS.get((old, new))
    if needed is None:
        raise ValueError(f"no form passes from {old} to {new}")
    return bool(reason) or not needed


def signable(status: Status, *, sdv: bool) -> bool:
    """Return whether a form in this state may be signed, where sources are verified or not."""
    return status is Status.VERIFIED or (status is Status.COMPLETE and not sdv)


def to_sign(
    statuses: Mapping[RecordKey, Status], scope: Scope, *, sdv: bool = False
) -> tuple[RecordKey, ...]:
    """Return the forms of a scope that may be signed now."""
    return tuple(k for k, status in statuses.items() if k in scope and signable(status, sdv=sdv))


def unsigned(statuses: Mapping[RecordKey, Status], scope: Scope) -> tuple[RecordKey, ...]:
    """Return the forms of a scope that were begun and are not signed."""
    done = (Status.SIGNED, Status.LOCKED)
    return tuple(key for key, status in statuses.items() if key in scope and status not in done)


def lock_obstacles(
    statuses: Mapping[RecordKey, Status], scope: Scope, *, open_queries: int = 0
) -> tuple[Text, ...]:
    """Return what stands in the way of a lock, in sentences; only the study's can be overridden."""
    found: list[Text] = []
    waiting = Counter(statuses[key] for key in unsigned(statuses, scope))
    drafts, rest = waiting.pop(Status.DRAFT, 0), waiting.total()
    if drafts:
        found.append(
            Text("Forms not complete: {n}.", "Formularios sin completar: {n}.").format(n=drafts)
        )
    if rest:
        found.append(Text("Forms not signed: {n}.", "Formularios sin firmar: {n}.").format(n=rest))
    if open_queries and scope.level is Level.STUDY:
        found.append(Text("Open queries: {n}.", "Consultas abiertas: {n}.").format(n=open_queries))
    return tuple(found)


def locked(locks: Iterable[ScopeLock], scope: Scope) -> Scope | None:
    """Return the widest scope that is locked and holds this one, None when none is."""
    last = {lock.scope: lock.locked for lock in locks}
    return next((s for s in reversed(scope.around()) if last.get(s)), None)


def changes_content(entry: AuditEntry) -> bool:
    """Return whether an audit entry changed what a form says, or reopened the form."""
    if entry.section == "record":
        return entry.item == "STATUS" and entry.new == Status.DRAFT and entry.old is not None
    return entry.action in CONTENT_ACTIONS
