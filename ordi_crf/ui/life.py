"""Signing, locking and what follows, as the window asks for it: who may, what now, and doing it."""

from __future__ import annotations

from ordi_crf.core.life import ON, SDV, Level, Scope, to_sign
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.db.signing import Signing
from ordi_crf.ui.components.state import State
from ordi_crf.ui.session import Session

_SIGNS = {
    Status.COMPLETE: State.COMPLETE,
    Status.VERIFIED: State.VERIFIED,
    Status.SIGNED: State.SIGNED,
    Status.LOCKED: State.LOCKED,
}


def locked(session: Session, key: RecordKey) -> bool:
    """Return whether a form is locked."""
    return session.record(key).status is Status.LOCKED


def form_state(session: Session, key: RecordKey, signed: frozenset[RecordKey]) -> State:
    """Return the sign of a form; `signed` are the forms that were ever signed."""
    record = session.records().get(key)
    if record is None:
        return State.PLANNED
    if key in signed and record.status not in (Status.SIGNED, Status.LOCKED):
        return State.BROKEN
    return _SIGNS.get(record.status, State.DRAFT)


def ever_signed(session: Session) -> frozenset[RecordKey]:
    """Return the forms that were ever signed, whether that still holds or not."""
    return frozenset(signature.record for signature in session.file.signing.all())


def statuses(session: Session) -> dict[RecordKey, Status]:
    """Return the state of every form that was begun."""
    return {key: record.status for key, record in session.records().items()}


def ready(session: Session, scope: Scope) -> tuple[RecordKey, ...]:
    """Return the forms of a scope that can be signed now."""
    sdv = session.file.properties().get(SDV) == ON
    return to_sign(statuses(session), scope, sdv=sdv)


def sign(session: Session, signing: Signing) -> bool:
    """Sign a scope; False when that was refused, which was said."""
    return session.do(None, lambda: session.file.signing.sign(signing))


def lock(session: Session, scope: Scope, reason: str | None = None) -> bool:
    """Lock a scope; False when that was refused, which was said."""
    return session.do(_one(scope), lambda: session.file.life.lock(scope, reason))


def unlock(session: Session, scope: Scope, reason: str) -> bool:
    """Unlock a scope; False when that was refused, which was said."""
    return session.do(_one(scope), lambda: session.file.life.unlock(scope, reason))


def _one(scope: Scope) -> RecordKey | None:
    """Return the form that alone changes, None where several may."""
    if scope.level is not Level.FORM or scope.subject is None:
        return None
    return RecordKey(scope.subject, scope.visit, scope.form, scope.visit_repeat, scope.form_repeat)
