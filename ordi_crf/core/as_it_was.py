"""A form as it was: its entries of the audit trail, replayed up to one of them.

The trail holds the first entry of every value and every change since, so that the state after any
entry is known without any other source (EMA guideline on computerised systems 2023, 6.2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ordi_crf import forms
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import AuditEntry, Record, RecordKey, Row, Status, blank

_FLAVOUR, _COMMENT = ".NULLFLAVOR", ".NULLCOMMENT"


@dataclass(frozen=True, slots=True)
class Moment:
    """An event at a form: its last entry, when, by whom, and how much changed."""

    last: int
    at: str
    actor: str
    role: str
    changes: int


def moments(audit: Iterable[AuditEntry], key: RecordKey) -> list[Moment]:
    """Return the events at a form, oldest first; what one person did at one time is one event."""
    found: list[Moment] = []
    for entry in audit:
        if entry.record != key:
            continue
        before = found[-1] if found else None
        if before is not None and (before.at, before.actor) == (entry.at, entry.actor):
            found[-1] = Moment(entry.id, entry.at, entry.actor, entry.role, before.changes + 1)
        else:
            found.append(Moment(entry.id, entry.at, entry.actor, entry.role, 1))
    return found


def record_at(audit: Iterable[AuditEntry], key: RecordKey, last: int, version: str = "1") -> Record:
    """Return a form as it was after an entry of the trail; empty where it was not begun yet.

    `version` is the form's where the trail, begun by an earlier program, does not tell it.
    """
    form = FormReplay(key)
    for entry in audit:
        if entry.id > last:
            break
        if entry.record == key:
            form.take(entry)
    return form.record(version)


class FormReplay:
    """The state of a form while its entries are replayed."""

    def __init__(self, key: RecordKey) -> None:
        self._key = key
        self._status, self._version = Status.DRAFT, ""
        self._rows: dict[str, dict[str, dict[str, str | None]]] = {}
        self._voided: set[tuple[str, str]] = set()
        self._explained: dict[tuple[str, str, str], str] = {}
        self._absent: dict[tuple[str, str, str], tuple[str, str]] = {}

    def take(self, entry: AuditEntry) -> None:
        """Take one entry; what is no data of the form, such as a query, changes nothing."""
        place = entry.section, entry.row, entry.item
        if entry.section == "record" and entry.item == "STATUS" and entry.new is not None:
            self._status = Status(entry.new)
        elif entry.section == "record" and entry.item == "VERSION" and entry.new is not None:
            self._version = entry.new
        elif entry.action == "explain":
            self._explained[place] = entry.new or ""
        elif entry.action == "missing":
            self._say_missing(entry)
        elif entry.action in ("insert", "update"):
            self._answer(entry)

    def _answer(self, entry: AuditEntry) -> None:
        if entry.section not in {s.name for s in forms.form(self._key.form).sections}:
            return
        rows = self._rows.setdefault(entry.section, {})
        answers = rows.setdefault(entry.row, {})
        if entry.item != "VOIDED":
            answers[entry.item] = entry.new
        elif entry.new == "1":
            self._voided.add((entry.section, entry.row))
        else:
            self._voided.discard((entry.section, entry.row))

    def _say_missing(self, entry: AuditEntry) -> None:
        for suffix in (_FLAVOUR, _COMMENT):
            if entry.item.endswith(suffix):
                place = entry.section, entry.row, entry.item.removesuffix(suffix)
                flavour, comment = self._absent.get(place, ("", ""))
                new = entry.new or ""
                self._absent[place] = (new, comment) if suffix == _FLAVOUR else (flavour, new)

    def record(self, version: str) -> Record:
        """Return the form as it stands now."""
        form = forms.form(self._key.form)
        sections = {
            name: {
                row: Row(row, {**blank(form.section(name)), **values}, (name, row) in self._voided)
                for row, values in rows.items()
            }
            for name, rows in self._rows.items()
        }
        absent = {place: Missing(*said) for place, said in self._absent.items() if said[0]}
        return Record(
            self._key, self._status, self._version or version, sections, self._explained, absent
        )
