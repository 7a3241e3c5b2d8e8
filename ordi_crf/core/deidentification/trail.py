"""The audit trail under a profile: every entry stands, what it says is rewritten, and chained anew.

A digest of a short value lets the value be guessed. So no hash or digest of what was entered goes
along: entries are chained over what they say now, and signatures and verifications that hold are
bound to what is exported. The originals stay in the study file, under the same entry numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ordi_crf.core import verification
from ordi_crf.core.chain import AUDIT_FIELDS, chain_hash
from ordi_crf.core.deidentification.rewriting import Rewriting
from ordi_crf.core.deidentification.withheld import WITHHELD
from ordi_crf.core.missing import Place
from ordi_crf.core.query import Act
from ordi_crf.core.records import AuditEntry, Record, RecordKey, StudyData, SubjectKey
from ordi_crf.core.signing import Signature, standings
from ordi_crf.core.verified import Verified

_PARTS = 6
"""Of what the trail says of an adjudication: section, row, item, first, second and chosen."""


def message(rewriting: Rewriting, subject: SubjectKey, act: Act, text: str) -> str:
    """Return the words of a query; what it says when it resolves itself is the program's own."""
    return text if act is Act.RESOLVED else rewriting.words(subject, text)


def adjudicated(
    rewriting: Rewriting, key: RecordKey, place: Place, value: str | None
) -> str | None:
    """Return an answer that was adjudicated; of a whole row, its summary."""
    section, row, item = place
    if value is None:
        return None
    if not item:
        return rewriting.words(key.subject, value)
    return rewriting.answer(key, section, row, item, value)


def verified(
    data: StudyData, records: Mapping[RecordKey, Record], rewriting: Rewriting
) -> dict[RecordKey, dict[Place, Verified]]:
    """Return what was verified, bound to what is exported where it holds."""
    return {
        key: {
            place: replace(
                known,
                at=rewriting.moment(key.subject, known.at),
                digest=verification.digest(records[key], place)
                if verification.holds(data.records[key], place, of_form)
                else WITHHELD,
            )
            for place, known in of_form.items()
        }
        for key, of_form in data.verified.items()
    }


class Trail:
    """The trail of a study, rewritten entry by entry, and its signatures with it."""

    def __init__(
        self,
        data: StudyData,
        records: Mapping[RecordKey, Record],
        known: Mapping[RecordKey, Mapping[Place, Verified]],
        rewriting: Rewriting,
    ) -> None:
        self._data, self._records = data, records
        self._verified, self._rewriting = known, rewriting
        self._heads: dict[str, str] = {}
        self._intact = {
            standing.signature.id
            for several in standings(data).values()
            for standing in several
            if standing.intact
        }
        self._signatures = {signature.id: signature for signature in data.signatures}
        self._last = {_place(entry): entry.id for entry in data.audit if entry.action == "verify"}

    def signatures(self) -> tuple[Signature, ...]:
        """Return the signatures as the rewritten trail tells them."""
        return tuple(self._signatures.values())

    def entries(self) -> Sequence[AuditEntry]:
        """Return every entry, rewritten and chained, and rewrite the signatures on the way."""
        found: list[AuditEntry] = []
        previous = ""
        for entry in self._data.audit:
            said = self._entry(entry)
            fields = (getattr(said, name) for name in AUDIT_FIELDS)
            previous = self._heads[entry.hash] = chain_hash(previous, *fields)
            found.append(replace(said, hash=previous))
        return found

    def _entry(self, entry: AuditEntry) -> AuditEntry:
        subject = SubjectKey(entry.siteid, entry.subjid) if entry.subjid else None
        reason = entry.reason
        return replace(
            entry,
            at=self._rewriting.moment(subject, entry.at),
            old=None if entry.old is None else self._value(entry, entry.old, now=False),
            new=None if entry.new is None else self._value(entry, entry.new, now=True),
            reason=None if reason is None else self._rewriting.words(subject, reason),
        )

    def _value(self, entry: AuditEntry, value: str, *, now: bool) -> str:
        """Return what an entry says was before, or is now."""
        rewriting, key = self._rewriting, entry.record
        match entry.action:
            case "insert" | "update" if entry.section in ("record", "subject"):
                return value
            case "insert" | "update":
                plain = entry.item == "VOIDED"
                where = entry.section, entry.row, entry.item
                return value if plain else rewriting.answer(key, *where, value)
            case "missing" if entry.item.endswith(".NULLFLAVOR"):
                return value
            case "message":
                act, _, text = value.partition(": ")
                return f"{act}: {message(rewriting, key.subject, Act(act), text)}"
            case "verify":
                return self._digest(entry) if now else WITHHELD
            case "sign":
                return self._signed(int(entry.row)).entry()
            case "second" if entry.section == "second_entry":
                return value
            case "second":
                section, _, row = entry.row.partition("/")
                return rewriting.answer(key, section, row, entry.item, value)
            case "adjudicate":
                return self._adjudicated(key, value)
            case "study":
                return self.property(entry.item, value)
            case "query" | "lock" | "account" | "key":
                return value
            case "event":
                return rewriting.words(None, value)
            case _:
                return rewriting.words(key.subject, value)

    def property(self, name: str, value: str) -> str:
        """Return a property of the study; the moment of its creation is a moment like others."""
        return self._rewriting.moment(None, value) or WITHHELD if name == "created" else value

    def _digest(self, entry: AuditEntry) -> str:
        """Return the digest of what was verified: of what is exported, if that was it."""
        place = entry.section, entry.row, entry.item.rpartition(".")[0]
        known = self._verified.get(entry.record, {}).get(place)
        last = self._last[_place(entry)] == entry.id
        return known.digest if known is not None and last else WITHHELD

    def _signed(self, number: int) -> Signature:
        """Rewrite a signature where the trail tells it: the entries before it have their hashes."""
        was = self._data_signature(number)
        unbound = replace(
            was,
            at=self._rewriting.moment(was.record.subject, was.at),
            head=self._heads.get(was.head, WITHHELD),
            digest=WITHHELD,
        )
        record = self._records.get(was.record)
        if number in self._intact and record is not None:
            unbound = replace(unbound, digest=unbound.bound(record))
        self._signatures[number] = unbound
        return unbound

    def _data_signature(self, number: int) -> Signature:
        return next(s for s in self._data.signatures if s.id == number)

    def _adjudicated(self, key: RecordKey, value: str) -> str:
        said = json.loads(value)
        place: Place = (said[0], said[1], said[2])
        answers = [adjudicated(self._rewriting, key, place, v) for v in said[3:_PARTS]]
        return json.dumps([*place, *answers], ensure_ascii=False, separators=(",", ":"))


def _place(entry: AuditEntry) -> tuple[RecordKey, str, str, str]:
    return entry.record, entry.section, entry.row, entry.item
