"""Subjects, records and the study as values: what leaves the study file and what exports read.

Keys are natural (site, subject, visit and repeat, form and repeat, row), so that records of several
files can be compared and merged as sets; integer ids stay inside one file (ADR 2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ordi_crf.core.missing import Missing, Place, of_item
from ordi_crf.core.query import Query
from ordi_crf.core.verified import Verified
from ordi_crf.forms.schema import Section, Values

if TYPE_CHECKING:
    from ordi_crf.core.life import ScopeLock
    from ordi_crf.core.second import SecondEntry
    from ordi_crf.core.signing import Signature


class Status(StrEnum):
    """The state of a form's record, in the order in which it passes them (`core.life`)."""

    DRAFT = "DRAFT"
    COMPLETE = "COMPLETE"
    VERIFIED = "VERIFIED"
    """Every item was compared with its source."""
    SIGNED = "SIGNED"
    LOCKED = "LOCKED"

    @property
    def completed(self) -> bool:
        """Return whether somebody declared the form complete: a change of it is a correction."""
        return self is not Status.DRAFT


@dataclass(frozen=True, slots=True, order=True)
class SubjectKey:
    """A subject of a site; never reused, one key across all tables."""

    siteid: str
    subjid: str

    def __str__(self) -> str:
        return self.subjid


@dataclass(frozen=True, slots=True, order=True)
class RecordKey:
    """One form of one visit of one subject."""

    subject: SubjectKey
    visit: str
    form: str
    visit_repeat: int = 1
    form_repeat: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a section: its key ("" where a section is asked once) and its answers."""

    key: str
    values: Values
    voided: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A form as entered: rows by section and row key."""

    key: RecordKey
    status: Status = Status.DRAFT
    version: str = "1"
    sections: Mapping[str, Mapping[str, Row]] = field(default_factory=dict)
    explanations: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """Reasons for soft findings that were kept, by section, row and finding id."""
    flavours: Mapping[Place, Missing] = field(default_factory=dict)
    """Why something is missing, by section, row and item; blank for the whole row or section."""

    def live(self, section: str) -> Iterator[Row]:
        """Yield the rows of a section that are not voided, in order of entry."""
        return (row for row in self.sections.get(section, {}).values() if not row.voided)

    def values(self, section: Section, row: str = "") -> Values:
        """Return the answers of a row, all blank where it was never entered."""
        found = self.sections.get(section.name, {}).get(row)
        return found.values if found is not None else blank(section)

    def missing(self, section: str, row: str, item: str) -> Missing | None:
        """Return why an item is blank, None where nobody said; an answer is never missing."""
        found = self.sections.get(section, {}).get(row)
        if found is not None and found.values.get(item) is not None:
            return None
        return of_item(self.flavours, section, row, item)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change, as the audit trail keeps it; `hash` covers the entry and the one before."""

    id: int
    at: str
    actor: str
    role: str
    machine: str
    version: str
    action: str
    siteid: str
    subjid: str
    visit: str
    visit_repeat: int
    form: str
    form_repeat: int
    section: str
    row: str
    item: str
    old: str | None
    new: str | None
    reason: str | None
    hash: str

    @property
    def record(self) -> RecordKey:
        """Return the form it is about; a key with blanks where it is about something wider."""
        subject = SubjectKey(self.siteid, self.subjid)
        return RecordKey(subject, self.visit, self.form, self.visit_repeat, self.form_repeat)


@dataclass(frozen=True, slots=True)
class StudyData:
    """One consistent state of a study file, read at one moment."""

    properties: Mapping[str, str]
    subjects: tuple[SubjectKey, ...]
    records: Mapping[RecordKey, Record]
    audit: Sequence[AuditEntry]
    unaccepted: Mapping[RecordKey, Mapping[tuple[str, str, str], str]] = field(default_factory=dict)
    """Typed text that could not be read, by section, row and item of each record: never a value."""
    signatures: tuple[Signature, ...] = ()
    """Every signature ever given, oldest first."""
    locks: tuple[ScopeLock, ...] = ()
    """Every locking and unlocking of a visit, a subject or the study, oldest first."""
    second: Mapping[RecordKey, SecondEntry] = field(default_factory=dict)
    """What another person entered once more."""

    queries: Mapping[RecordKey, tuple[Query, ...]] = field(default_factory=dict)
    """What was asked about each form, with every word that followed."""
    verified: Mapping[RecordKey, Mapping[Place, Verified]] = field(default_factory=dict)
    """What of each form was compared with its source, and not changed since."""
    accounts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What the trail tells of accounts, by login and item; of passwords a digest alone."""
    site_keys: Mapping[str, str] = field(default_factory=dict)
    """The public keys of the site by number; the last one signs."""

    @property
    def head(self) -> str:
        """Return the hash of the last audit entry: whoever keeps it can find a cut trail."""
        return self.audit[-1].hash if self.audit else ""

    @property
    def synthetic(self) -> bool:
        """Return whether this is the demonstration study."""
        return self.properties.get("kind") == "synthetic"

    def record(self, subject: SubjectKey, visit: str, form: str) -> Record | None:
        """Return the first record of a form at a visit, or None."""
        return self.records.get(RecordKey(subject, visit, form))


def blank(section: Section) -> Values:
    """Return the answers of a row nobody has touched."""
    return {item.name: None for item in section.items}
