"""Who may do what: six roles and one table, asked by the study file before anything is written.

Only an investigator signs (21 CFR 11.10(g); EMA guideline on computerised systems 2023, A6.3). What
a physician rates or decides is entered by investigators alone. An investigator also delegates tasks
(ICH E6(R3) 2.3.3), so manages accounts like an administrator, who in turn enters nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What a person is to the study, as it goes into the audit trail."""

    INVESTIGATOR = "Investigator"
    NURSE = "Nurse"
    COORDINATOR = "Coordinator"
    MONITOR = "Monitor"
    DATA_MANAGER = "Data manager"
    ADMINISTRATOR = "Administrator"


class Operation(StrEnum):
    """What can be done with a study file and what lies beside it."""

    READ = "read"
    REMEMBER = "remember a preference"
    KEEP_DRAWING = "keep a rendering"
    LOG_EVENT = "log an event"

    ADD_SUBJECT = "add a subject"
    ANSWER = "answer"
    ADD_ROW = "add a row"
    VOID = "void a row"
    SAY_MISSING = "say why something is missing"
    KEEP_UNACCEPTED = "keep unreadable text"
    EXPLAIN = "explain a finding"
    ATTACH = "attach a file"
    COMPLETE = "complete a form"
    CORRECT = "correct a completed form"
    REOPEN = "reopen a form"

    ENTER_AGAIN = "enter a second time"
    ADJUDICATE = "adjudicate two entries"
    VERIFY_SOURCE = "verify against the source"
    RAISE_QUERY = "raise a query"
    ANSWER_QUERY = "answer a query"
    CLOSE_QUERY = "close a query"
    SIGN = "sign"
    LOCK = "lock"
    UNLOCK = "unlock"

    EXPORT = "export"
    IMPORT = "import"
    SET_PROPERTIES = "set properties of the study"
    MANAGE_ACCOUNTS = "manage accounts"
    CHANGE_OWN_PASSWORD = "change one's password"
    BACK_UP = "back up"
    RESTORE = "restore a backup"
    SEE_IDENTITIES = "see who the subjects are"
    CHANGE_IDENTITIES = "change who the subjects are"


COLUMNS: Mapping[Role, str] = MappingProxyType(
    {
        Role.INVESTIGATOR: "I",
        Role.NURSE: "N",
        Role.COORDINATOR: "C",
        Role.MONITOR: "M",
        Role.DATA_MANAGER: "D",
        Role.ADMINISTRATOR: "A",
    }
)
"""The letter of each role in the table below."""

MATRIX: Mapping[Operation, str] = MappingProxyType({
    Operation.READ:                "INCMDA",
    Operation.REMEMBER:            "INCMDA",
    Operation.KEEP_DRAWING:        "INCMDA",
    Operation.LOG_EVENT:           "INCMDA",

    Operation.ADD_SUBJECT:         "I-C---",
    Operation.ANSWER:              "INC---",
    Operation.ADD_ROW:             "INC---",
    Operation.VOID:                "INC---",
    Operation.SAY_MISSING:         "INC---",
    Operation.KEEP_UNACCEPTED:     "INC---",
    Operation.EXPLAIN:             "INC---",
    Operation.ATTACH:              "INC---",
    Operation.COMPLETE:            "INC---",
    Operation.CORRECT:             "INC---",
    Operation.REOPEN:              "INC---",

    Operation.ENTER_AGAIN:         "INC-D-",
    Operation.ADJUDICATE:          "I---D-",
    Operation.VERIFY_SOURCE:       "---M--",
    Operation.RAISE_QUERY:         "---MD-",
    Operation.ANSWER_QUERY:        "INC---",
    Operation.CLOSE_QUERY:         "---MD-",
    Operation.SIGN:                "I-----",
    Operation.LOCK:                "I---D-",
    Operation.UNLOCK:              "I---D-",

    Operation.EXPORT:              "I-CMD-",
    Operation.IMPORT:              "I-C-D-",
    Operation.SET_PROPERTIES:      "I---DA",
    Operation.MANAGE_ACCOUNTS:     "I----A",
    Operation.CHANGE_OWN_PASSWORD: "INCMDA",
    Operation.BACK_UP:             "INCMDA",
    Operation.RESTORE:             "I---DA",
    Operation.SEE_IDENTITIES:      "INC---",
    Operation.CHANGE_IDENTITIES:   "I-C---",
})  # fmt: skip
"""Each operation and the roles that may do it.

Preferences, renderings and events are no data: who reads leaves them. A backup is made whenever
anybody closes the study. The subjects' names are for those who treat them.
"""

PHYSICIAN_FORMS = frozenset({"CLASI", "SLEDAI", "PGA", "IE"})
"""What a physician rates or decides: both skin and lupus indices, the global one, eligibility."""

_ENTRY = frozenset(
    {
        Operation.ANSWER,
        Operation.ADD_ROW,
        Operation.VOID,
        Operation.SAY_MISSING,
        Operation.KEEP_UNACCEPTED,
        Operation.EXPLAIN,
        Operation.ATTACH,
        Operation.COMPLETE,
        Operation.CORRECT,
        Operation.REOPEN,
        Operation.ADJUDICATE,
    }
)
"""What decides the content of a form. A second entry does not: it copies a source to compare."""

CORRECTIONS = frozenset(
    {Operation.ANSWER, Operation.ADD_ROW, Operation.VOID, Operation.SAY_MISSING}
)
"""What a reason turns into a correction of a completed form."""


def allowed(role: Role, operation: Operation, form: str | None = None) -> bool:
    """Return whether a role may do something, to a form where the form's OID is given."""
    if form in PHYSICIAN_FORMS and operation in _ENTRY and role is not Role.INVESTIGATOR:
        return False
    return COLUMNS[role] in MATRIX[operation]


def roles_for(operation: Operation, form: str | None = None) -> tuple[Role, ...]:
    """Return who may do something."""
    return tuple(role for role in Role if allowed(role, operation, form))
