"""What changed between two states of a study: by subject, visit, form and item (T27).

The later state should hold all of the earlier one: what is gone is told as well, for nothing of a
study is ever deleted (21 CFR 11.10(e)). Who changed what comes from the later audit trail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from ordi_crf.core.records import AuditEntry, RecordKey, StudyData
from ordi_crf.forms.schema import Text

At: TypeAlias = tuple[str, str, str, int, str, int, str, str, str]
"""Site, subject, visit and its number, form and its number, section, row, item."""


class About(Enum):
    """What a change is about."""

    SUBJECT = Text("Subject", "Paciente")
    ANSWER = Text("Answer", "Respuesta")
    STATUS = Text("State of a form", "Estado de un formulario")
    MISSING = Text("Missing", "Ausente")
    FINDING = Text("Finding kept", "Hallazgo mantenido")
    SIGNATURE = Text("Signature", "Firma")
    QUERY = Text("Query", "Consulta")
    VERIFIED = Text("Source verification", "Verificación de fuente")


class Kind(Enum):
    """How a place changed."""

    ADDED = Text("Added", "Añadido")
    CHANGED = Text("Changed", "Cambiado")
    REMOVED = Text("Removed", "Eliminado")


@dataclass(frozen=True, slots=True)
class Change:
    """One place that says otherwise than it did, and who said so last, blank where nobody did."""

    at: At
    about: About
    kind: Kind
    old: str | None
    new: str | None
    actor: str = ""
    when: str = ""
    reason: str = ""


def compare(old: StudyData, new: StudyData) -> list[Change]:
    """Return what changed, in order of subject, visit, form and place."""
    before, after = dict(_told(old)), dict(_told(new))
    known = {entry.hash for entry in old.audit}
    last = _last(entry for entry in new.audit if entry.hash not in known)
    found = []
    for place in sorted({*before, *after}, key=_in_order):
        said, says = before.get(place), after.get(place)
        if said == says:
            continue
        at, about = place
        kind = Kind.ADDED if said is None else Kind.REMOVED if says is None else Kind.CHANGED
        if says is None and at in last:
            # An answer that was blanked is still told: the trail says by whom.
            kind = Kind.CHANGED
        entry = last.get(at)
        who = (entry.actor, entry.at, entry.reason or "") if entry is not None else ("", "", "")
        found.append(Change(at, about, kind, said, says, *who))
    return found


def counted(changes: Sequence[Change]) -> Mapping[tuple[About, Kind], int]:
    """Return how many changes there are of each sort."""
    return Counter((change.about, change.kind) for change in changes)


def _in_order(place: tuple[At, About]) -> tuple[object, ...]:
    (siteid, subjid, visit, visit_repeat, form, form_repeat, section, row, item), about = place
    number = (int(row), "") if row.isascii() and row.isdecimal() else (0, row)
    return siteid, subjid, visit, visit_repeat, form, form_repeat, section, number, item, about.name


def _last(entries: Iterator[AuditEntry]) -> Mapping[At, AuditEntry]:
    """Return the last entry about each place."""
    return {
        (
            e.siteid, e.subjid, e.visit, e.visit_repeat, e.form, e.form_repeat, e.section, e.row,
            e.item,
        ): e
        for e in entries
    }  # fmt: skip


def _told(data: StudyData) -> Iterator[tuple[tuple[At, About], str]]:
    for subject in data.subjects:
        at = (subject.siteid, subject.subjid, "", 0, "", 0, "subject", "", "SUBJID")
        yield (at, About.SUBJECT), subject.subjid
    for key in data.records:
        yield from _of_form(data, key)
    for signature in data.signatures:
        at = _at(signature.record, "signature", str(signature.id), signature.level.value)
        said = f"{signature.name} ({signature.role}), {signature.meaning}, {signature.at}"
        yield (at, About.SIGNATURE), said
    for key, queries in data.queries.items():
        for query in queries:
            at = _at(key, query.section, query.row, f"{query.item}.QUERY{query.number}")
            message = query.messages[-1]
            said = f"{query.state.value}: {message.text} ({message.actor}, {message.at})"
            yield (at, About.QUERY), said


def _of_form(data: StudyData, key: RecordKey) -> Iterator[tuple[tuple[At, About], str]]:
    record = data.records[key]
    yield (_at(key, "record", "", "STATUS"), About.STATUS), record.status.value
    for name, rows in record.sections.items():
        for row in rows.values():
            for item, value in row.values.items():
                if value is not None:
                    yield (_at(key, name, row.key, item), About.ANSWER), value
            if row.voided:
                yield (_at(key, name, row.key, "VOIDED"), About.ANSWER), "1"
    for (section, row_key, item), missing in record.flavours.items():
        said = f"{missing.flavour} {missing.comment}".rstrip()
        yield (_at(key, section, row_key, f"{item}.NULLFLAVOR"), About.MISSING), said
    for place, reason in record.explanations.items():
        yield (_at(key, *place), About.FINDING), reason
    for (section, row_key, item), stands in data.verified.get(key, {}).items():
        at = _at(key, section, row_key, f"{item}.VERIFIED")
        yield (at, About.VERIFIED), f"{stands.actor} ({stands.role}), {stands.at}"


def _at(key: RecordKey, section: str, row: str, item: str) -> At:
    subject = key.subject
    return (
        subject.siteid, subject.subjid, key.visit, key.visit_repeat, key.form, key.form_repeat,
        section, row, item,
    )  # fmt: skip
