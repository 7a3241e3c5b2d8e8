"""Which places stand on the rail, for whom, and what they are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ordi_crf.core.permissions import Operation
from ordi_crf.ui import permits
from ordi_crf.ui.places import (
    AuditTrail,
    Backups,
    Calendar,
    Exports,
    Findings,
    Identities,
    Imports,
    Outcomes,
    People,
    Place,
    Subjects,
)
from ordi_crf.ui.session import Session

translate = QCoreApplication.translate

PLACES: dict[str, Place] = {
    "subjects": Subjects(),
    "calendar": Calendar(),
    "findings": Findings(),
    "outcomes": Outcomes(),
    "exports": Exports(),
    "audit": AuditTrail(),
    "identities": Identities(),
    "people": People(),
}
_FOR = {"people": Operation.MANAGE_ACCOUNTS, "identities": Operation.SEE_IDENTITIES}
"""Places that are not for everybody, and only of studies that have accounts."""


def entries(session: Session) -> list[tuple[str, str]]:
    """Return the places that are open to who is at work, by code and words."""
    words = {
        "subjects": translate("Rail", "Subjects"),
        "calendar": translate("Rail", "Calendar"),
        "findings": translate("Rail", "Findings"),
        "outcomes": translate("Rail", "Outcomes"),
        "exports": translate("Rail", "Exports"),
        "audit": translate("Rail", "Audit trail"),
        "identities": translate("Rail", "Identification list"),
        "people": translate("Rail", "Accounts"),
    }
    return [(code, words[code]) for code in PLACES if is_open(session, code)]


def is_open(session: Session, code: str) -> bool:
    """Return whether a place is open to who is at work."""
    operation = _FOR.get(code)
    if operation is None:
        return True
    return session.guarded and permits.entitled(session, operation)


def code_of(place: Place) -> str:
    """Return the entry of the rail that a place belongs to."""
    if isinstance(place, Backups | Imports):
        return "exports"
    for code, known in PLACES.items():
        if type(known) is type(place):
            return code
    return "subjects"
