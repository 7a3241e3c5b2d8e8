"""The state of a study out of its audit trail alone: what whoever holds no study file can rebuild.

The trail holds the first entry of every value and every change since, so replaying it gives
subjects, forms, signatures, locks, queries and source verification as the tables hold them. What
is no part of the trail is no part of this: unreadable typed text, preferences, kept files' bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ordi_crf import study
from ordi_crf.core.as_it_was import FormReplay
from ordi_crf.core.life import Level, Scope, ScopeLock
from ordi_crf.core.missing import Place
from ordi_crf.core.query import PERSON, Act, Message, Query
from ordi_crf.core.records import AuditEntry, Record, RecordKey, Row, StudyData, SubjectKey
from ordi_crf.core.signing import Signature
from ordi_crf.core.verified import Verified

_QUERY = re.compile(r"(?P<item>.*)\.QUERY(?P<number>[0-9]+)(?:\.[0-9]+)?")
_VISIT = re.compile(r"visit (?P<code>\S+) (?P<repeat>[0-9]+)", re.ASCII)
_VERIFIED = ".VERIFIED"
_SIGNED = ("level", "name", "role", "login", "meaning", "at", "digest", "head")


def replayed(audit: Iterable[AuditEntry]) -> StudyData:
    """Return the study that a trail tells, oldest entry first.

    KeyError or ValueError where an entry tells of what the definitions do not have.
    """
    told = _Told()
    kept = tuple(audit)
    for entry in kept:
        told.take(entry)
    return told.study(kept)


@dataclass(slots=True)
class _Thread:
    """A query while its messages are replayed."""

    key: RecordKey
    place: Place
    finding: str
    messages: list[Message] = field(default_factory=list)


class _Told:
    """What the entries read so far tell."""

    def __init__(self) -> None:
        self._properties: dict[str, str] = {}
        self._subjects: list[SubjectKey] = []
        self._forms: dict[RecordKey, FormReplay] = {}
        self._signatures: list[Signature] = []
        self._locks: list[ScopeLock] = []
        self._threads: dict[int, _Thread] = {}
        self._verified: dict[RecordKey, dict[Place, Verified | None]] = {}
        self._accounts: dict[tuple[str, str], str] = {}
        self._keys: dict[str, str] = {}

    def take(self, entry: AuditEntry) -> None:
        """Take one entry; an event tells of no data."""
        match entry.action:
            case "study":
                self._properties[entry.item] = entry.new or ""
            case "account":
                self._accounts[entry.row, entry.item] = entry.new or ""
            case "key":
                self._keys[entry.row] = entry.new or ""
            case "insert" if entry.section == "subject":
                self._subjects.append(SubjectKey(entry.siteid, entry.subjid))
            case "insert" | "update" | "explain" | "missing" if entry.form:
                self._form(entry.record).take(entry)
            case "sign":
                self._signatures.append(_signature(entry))
            case "lock":
                self._locks.append(_lock(entry))
            case "query" | "message":
                self._ask(entry)
            case "verify":
                self._verify(entry)
            case _:
                pass

    def _form(self, key: RecordKey) -> FormReplay:
        study.event(key.visit)
        return self._forms.setdefault(key, FormReplay(key))

    def _ask(self, entry: AuditEntry) -> None:
        found = _QUERY.fullmatch(entry.item)
        if found is None:
            raise ValueError(f"{entry.item!r} is no query")
        number, place = int(found["number"]), (entry.section, entry.row, found["item"])
        said = entry.new or ""
        if entry.action == "query":
            finding = "" if said == PERSON else said
            self._threads[number] = _Thread(entry.record, place, finding)
            return
        act, _, text = said.partition(": ")
        message = Message(Act(act), entry.actor, entry.role, entry.at, text)
        self._threads[number].messages.append(message)

    def _verify(self, entry: AuditEntry) -> None:
        place = entry.section, entry.row, entry.item.removesuffix(_VERIFIED)
        stands = (
            None if entry.new is None else Verified(entry.actor, entry.role, entry.at, entry.new)
        )
        self._verified.setdefault(entry.record, {})[place] = stands

    def study(self, audit: tuple[AuditEntry, ...]) -> StudyData:
        """Return all of it, in the order in which a study file gives it."""
        begun = {key: n for n, key in enumerate(self._forms)}
        order = sorted(begun, key=lambda k: (k.subject, k.visit_repeat, k.form_repeat, begun[k]))
        return StudyData(
            properties=self._properties,
            subjects=tuple(sorted(self._subjects)),
            records={key: _ordered(self._forms[key].record("1")) for key in order},
            audit=audit,
            signatures=tuple(self._signatures),
            locks=tuple(self._locks),
            queries=self._queries(),
            verified=self._stand(),
            accounts=self._accounts,
            site_keys=self._keys,
        )

    def _queries(self) -> Mapping[RecordKey, tuple[Query, ...]]:
        found: dict[RecordKey, tuple[Query, ...]] = {}
        for number, thread in sorted(self._threads.items()):
            if thread.messages:
                query = Query(number, *thread.place, thread.finding, tuple(thread.messages))
                found[thread.key] = (*found.get(thread.key, ()), query)
        return found

    def _stand(self) -> Mapping[RecordKey, Mapping[Place, Verified]]:
        """Return what is verified and was not taken back."""
        return {
            key: {place: v for place, v in places.items() if v is not None}
            for key, places in self._verified.items()
        }


def _signature(entry: AuditEntry) -> Signature:
    try:
        said = json.loads(entry.new or "{}")
        said = {name: said[name] for name in _SIGNED}
    except (RecursionError, TypeError) as error:
        raise ValueError(f"entry {entry.id} is no signature") from error
    return Signature(
        id=int(entry.row), record=entry.record, level=Level(said["level"]), name=said["name"],
        role=said["role"], login=said["login"], meaning=said["meaning"], at=said["at"],
        digest=said["digest"], head=said["head"],
    )  # fmt: skip


def _lock(entry: AuditEntry) -> ScopeLock:
    """Return a lock or its end; a visit is named with its repeat, and wider scopes by no visit."""
    subject = SubjectKey(entry.siteid, entry.subjid) if entry.subjid else None
    visit = _VISIT.fullmatch(entry.item)
    scope = Scope(subject, visit["code"], int(visit["repeat"])) if visit else Scope(subject)
    return ScopeLock(int(entry.row), scope, entry.new == "LOCKED")


def _ordered(record: Record) -> Record:
    """Return a form with the rows of each section in the order of their keys where these count."""
    sections = {name: _in_order(rows) for name, rows in record.sections.items()}
    return Record(
        record.key, record.status, record.version, sections, record.explanations, record.flavours
    )


def _in_order(rows: Mapping[str, Row]) -> Mapping[str, Row]:
    if not all(key.isascii() and key.isdecimal() for key in rows):
        return rows
    return {key: rows[key] for key in sorted(rows, key=int)}
