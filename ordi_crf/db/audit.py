"""Verify the audit trail: the chain of hashes, and that it tells the state of every table.

A change of any entry breaks the chain at that entry. Entries cut off the end are found by whoever
kept the head hash of an export. A table edited behind the trail's back differs from its replay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from ordi_crf.core.chain import AUDIT_FIELDS, chain_hash
from ordi_crf.core.records import AuditEntry, RecordKey, StudyData
from ordi_crf.core.signing import standings
from ordi_crf.db import (
    account_tables,
    life,
    queries,
    reading,
    second,
    signing,
    site_key,
    verification,
)
from ordi_crf.forms.schema import Text

Place: TypeAlias = tuple[str | int, ...]

_NAMED = 3
"""So many entries before which the clock was set back are named."""
_VERSION = ("record", "", "VERSION")
"""Where the trail tells in which version a form was begun."""


def verify(data: StudyData, expected_head: str | None = None) -> list[Text]:
    """Return what is wrong with the trail, in sentences; empty when all of it holds."""
    problems = list(_chain(data))
    if expected_head is not None and all(entry.hash != expected_head for entry in data.audit):
        problems.append(
            Text(
                "The audit trail no longer holds the entry {hash}…: entries were cut off.",
                "El registro de auditoría ya no contiene la entrada {hash}…: faltan entradas.",
            ).format(hash=expected_head[:12])
        )
    return problems or [*differences(data), *false_signatures(data)]


def _chain(data: StudyData) -> Iterator[Text]:
    previous = ""
    for number, entry in enumerate(data.audit, start=1):
        fields = (getattr(entry, name) for name in AUDIT_FIELDS)
        if entry.id != number or entry.hash != chain_hash(previous, *fields):
            yield Text(
                "Audit entry {n} was changed, inserted or follows a removed one.",
                "La entrada de auditoría {n} fue modificada, insertada o sigue a una eliminada.",
            ).format(n=number)
            return
        previous = entry.hash


def place(entry: AuditEntry) -> Place:
    """Return where an entry stands: the key of its form, section, row and item."""
    return (
        entry.siteid, entry.subjid, entry.visit, entry.visit_repeat, entry.form,
        entry.form_repeat, entry.section, entry.row, entry.item,
    )  # fmt: skip


_WITNESSED = frozenset({"message", "verify"})
"""Entries about rows that say themselves who wrote them and when: both must say the same."""


def _told(entry: AuditEntry) -> str | None:
    """Return what an entry says of its place."""
    if entry.new is None or entry.action not in _WITNESSED:
        return entry.new
    return f"{entry.new} ({entry.actor}, {entry.role}, {entry.at})"


def _replayed(data: StudyData) -> dict[Place, str]:
    """Return the last value of every place the trail names, blanks left out."""
    state: dict[Place, str | None] = {}
    for entry in data.audit:
        if entry.action != "event":
            state[place(entry)] = _told(entry)
    return {at: value for at, value in state.items() if value is not None}


def _stored(data: StudyData) -> dict[Place, str]:
    """Return the same places as the tables hold them."""
    state: dict[Place, str] = {}
    for name, value in data.properties.items():
        state["", "", "", 0, "", 0, "study", "", name] = value
    for subject in data.subjects:
        ids = (subject.siteid, subject.subjid)
        state[(*ids, "", 0, "", 0, "subject", "", "SUBJID")] = subject.subjid
    for key, record in data.records.items():
        of = head(key)
        state[(*of, "record", "", "STATUS")] = record.status.value
        state[(*of, *_VERSION)] = record.version
        for finding, reason in record.explanations.items():
            state[(*of, *finding)] = reason
        for (*where, item), missing in record.flavours.items():
            state[(*of, *where, f"{item}.NULLFLAVOR")] = missing.flavour
            if missing.comment:
                state[(*of, *where, f"{item}.NULLCOMMENT")] = missing.comment
        for section, rows in record.sections.items():
            for row in rows.values():
                for item, answer in row.values.items():
                    if answer is not None:
                        state[(*of, section, row.key, item)] = answer
                if row.voided:
                    state[(*of, section, row.key, "VOIDED")] = "1"
    state.update(((*head(key), *at), told) for key, at, told in signing.told(data.signatures))
    state.update(((*head(key), *at), told) for key, at, told in second.told(data.second))
    state.update(life.told(data.locks))
    state.update(((*head(key), *at), told) for key, at, told in queries.told(data.queries))
    state.update(((*head(key), *at), told) for key, at, told in verification.told(data.verified))
    for (login, item), value in data.accounts.items():
        state["", "", "", 0, "", 0, account_tables.SECTION, login, item] = value
    for number, public in data.site_keys.items():
        state["", "", "", 0, "", 0, site_key.SECTION, number, "PUBLIC"] = public
    return state


def head(key: RecordKey) -> Place:
    """Return the part of a place that names its form."""
    siteid, subjid, visit, visit_repeat, form, form_repeat = reading.record_where(key)
    return siteid, subjid, visit, visit_repeat, form, form_repeat


def named(at: Place) -> str:
    """Return a place in one line."""
    return " / ".join(str(part) for part in at if part not in ("", 0))


def difference(at: Place, stored: str | None, replayed: str | None) -> Text:
    """Return in a sentence what a table and the trail tell differently of one place."""
    return Text(
        "{place}: the table says {stored}, the audit trail says {replayed}.",
        "{place}: la tabla dice {stored}, el registro de auditoría dice {replayed}.",
    ).format(place=named(at), stored=stored or "(blank)", replayed=replayed or "(blank)")


def differences(data: StudyData) -> Iterator[Text]:
    """Yield what a table and the trail tell differently of one place, in sentences."""
    replayed, stored = _replayed(data), _stored(data)
    replayed = {at: v for at, v in replayed.items() if (at[-1], v) != ("VOIDED", "0")}
    for at in sorted({*replayed, *stored}, key=str):
        if at not in replayed and at[-3:] == _VERSION:
            # Begun before the trail told the version of a form.
            continue
        if replayed.get(at) != stored.get(at):
            yield difference(at, stored.get(at), replayed.get(at))


def false_signatures(data: StudyData) -> Iterator[Text]:
    """Yield the signatures that fit no content their form ever had since (21 CFR 11.70)."""
    told = {entry.hash for entry in data.audit}
    for key, several in standings(data).items():
        for standing in several:
            if standing.false:
                sentence = _NOT_ITS_OWN if standing.signature.head in told else _WITHOUT_HEAD
                yield sentence.format(
                    place=f"{key.subject} / {key.visit} / {key.form}",
                    name=standing.signature.name,
                    at=standing.signature.at,
                )


def clock_set_back(audit: Sequence[AuditEntry]) -> list[AuditEntry]:
    """Return the entries whose time lies before that of the entry they follow."""
    return [now for before, now in pairwise(audit) if now.at < before.at]


def clock_doubt(audit: Sequence[AuditEntry]) -> Text | None:
    """Return that the clock was set back and before which entries, None where it never was."""
    late = clock_set_back(audit)
    if not late:
        return None
    named = ", ".join(f"{e.id} ({e.at[:19].replace('T', ' ')})" for e in late[:_NAMED])
    return Text(
        "The clock was set back before audit entry {named}: times from there on are in doubt.",
        "El reloj se retrasó antes de la entrada de auditoría {named}: las horas desde ahí son "
        "dudosas.",
    ).format(named=f"{named}, …" if len(late) > _NAMED else named)


_NOT_ITS_OWN = Text(
    "{place}: the signature of {name} ({at}) does not belong to this form.",
    "{place}: la firma de {name} ({at}) no corresponde a este formulario.",
)
_WITHOUT_HEAD = Text(
    "{place}: the audit trail no longer holds the entry that the signature of {name} ({at}) "
    "followed: entries were cut off or written anew.",
    "{place}: el registro de auditoría ya no contiene la entrada a la que siguió la firma de "
    "{name} ({at}): faltan entradas o se escribieron de nuevo.",
)
