"""Which places stand on the rail, for whom, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ordi_crf.core.permissions import Operation
from ordi_crf.ui import permits
from ordi_crf.ui.places import (
    AsItWas,
    AuditTrail,
    Backups,
    Calendar,
    Closing,
    DifferencesAt,
    DoubleEntry,
    Exports,
    Findings,
    Identities,
    Imports,
    Outcomes,
    People,
    Place,
    Queries,
    SecondAt,
    SourceData,
    Subjects,
    Verify,
)
from ordi_crf.ui.session import Session

translate = QCoreApplication.translate

GROUPS: tuple[Mapping[str, Place], ...] = (
    {
        "subjects": Subjects(),
        "calendar": Calendar(),
        "findings": Findings(),
        "queries": Queries(),
    },
    {"source": SourceData(), "double": DoubleEntry(), "closing": Closing()},
    {"outcomes": Outcomes(), "exports": Exports()},
    {"audit": AuditTrail(), "identities": Identities(), "people": People()},
)
"""The places as they stand together: entry, its checks, what comes of it, and who did what."""
PLACES = {code: place for group in GROUPS for code, place in group.items()}
_GUARDED = {"people": Operation.MANAGE_ACCOUNTS, "identities": Operation.SEE_IDENTITIES}
"""Places that are not for everybody, and only of studies that have accounts."""
_FOR = {
    "source": (Operation.VERIFY_SOURCE, Operation.SIGN, Operation.LOCK),
    "closing": (Operation.SIGN, Operation.LOCK),
}
"""Places for those who do one of these: the rail of who only enters stays short."""


def entries(session: Session) -> list[list[tuple[str, str]]]:
    """Return the places that are open to who is at work, by code and words, in groups."""
    words = {
        "subjects": translate("Rail", "Subjects"),
        "calendar": translate("Rail", "Calendar"),
        "findings": translate("Rail", "Findings"),
        "queries": translate("Rail", "Queries"),
        "source": translate("Rail", "Source data"),
        "outcomes": translate("Rail", "Outcomes"),
        "double": translate("Rail", "Double entry"),
        "closing": translate("Rail", "Sign and lock"),
        "exports": translate("Rail", "Exports"),
        "audit": translate("Rail", "Audit trail"),
        "identities": translate("Rail", "Identification list"),
        "people": translate("Rail", "Accounts"),
    }
    return [[(code, words[code]) for code in group if is_open(session, code)] for group in GROUPS]


def is_open(session: Session, code: str) -> bool:
    """Return whether a place is open to who is at work."""
    if code in _GUARDED:
        return session.guarded and permits.entitled(session, _GUARDED[code])
    wanted = _FOR.get(code, ())
    return not wanted or any(permits.entitled(session, operation) for operation in wanted)


def code_of(place: Place) -> str:
    """Return the entry of the rail that a place belongs to."""
    if isinstance(place, Backups | Imports | Verify):
        return "exports"
    if isinstance(place, SecondAt | DifferencesAt):
        return "double"
    if isinstance(place, AsItWas):
        return "audit"
    for code, known in PLACES.items():
        if type(known) is type(place):
            return code
    return "subjects"
