"""Where the window can be: values that pages send up and the main window goes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ordi_crf.core.records import RecordKey, SubjectKey


@dataclass(frozen=True, slots=True)
class Subjects:
    """The matrix of subjects and visits."""


@dataclass(frozen=True, slots=True)
class SubjectVisit:
    """One subject, at one of its visits; no visit means the one that is due."""

    subject: SubjectKey
    visit: str = ""
    visit_repeat: int = 1


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything of one subject on one axis of time."""

    subject: SubjectKey


@dataclass(frozen=True, slots=True)
class FormAt:
    """One form, with the item that takes the keyboard."""

    key: RecordKey
    section: str = ""
    row: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is due in the whole study, and when."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Every open finding of the study."""


@dataclass(frozen=True, slots=True)
class Queries:
    """Every query of the study, and whose turn it is."""


@dataclass(frozen=True, slots=True)
class SourceData:
    """What is verified against its source, and what is left."""


@dataclass(frozen=True, slots=True)
class AsItWas:
    """A form as it was after an entry of the audit trail; 0 is the last one."""

    key: RecordKey
    last: int = 0


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What the study shows so far."""


@dataclass(frozen=True, slots=True)
class Exports:
    """Workbook and casebooks."""


@dataclass(frozen=True, slots=True)
class Verify:
    """Whether a file that left the site says what the site said."""


@dataclass(frozen=True, slots=True)
class Imports:
    """What a file brings in."""


@dataclass(frozen=True, slots=True)
class AuditTrail:
    """Who changed what, when and why."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What of the study is signed and locked."""


@dataclass(frozen=True, slots=True)
class DoubleEntry:
    """Which forms are entered twice, and how far that is."""


@dataclass(frozen=True, slots=True)
class SecondAt:
    """The second entry of one form."""

    key: RecordKey


@dataclass(frozen=True, slots=True)
class DifferencesAt:
    """What the two entries of one form differ in."""

    key: RecordKey


@dataclass(frozen=True, slots=True)
class Backups:
    """The copies of the study, and the way back to one."""


@dataclass(frozen=True, slots=True)
class People:
    """The accounts of the study."""


@dataclass(frozen=True, slots=True)
class Identities:
    """Who the subjects are: the list that lies apart from the study."""


Place: TypeAlias = (
    Subjects
    | SubjectVisit
    | Overview
    | FormAt
    | Calendar
    | Findings
    | Queries
    | SourceData
    | AsItWas
    | Outcomes
    | Exports
    | Verify
    | Imports
    | AuditTrail
    | Closing
    | DoubleEntry
    | SecondAt
    | DifferencesAt
    | Backups
    | People
    | Identities
)
