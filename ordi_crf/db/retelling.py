"""A study as its audit trail tells it: every table's rows, out of the entries alone.

The trail holds the first entry of every value and every change since, so the state after the last
of them needs no other source. What the trail never tells is no data: preferences, passwords.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from ordi_crf import forms, study
from ordi_crf.core.query import PERSON
from ordi_crf.core.records import AuditEntry
from ordi_crf.db import account_tables, site_key, verification
from ordi_crf.db.triggers import MISSING_ITEMS

FormPlace: TypeAlias = tuple[str, str, str, int, str, int]
"""Site, subject, visit and its repeat, form and its repeat."""
Where: TypeAlias = tuple[int, str, str, str]
"""Number of a form, section, row, and item or finding."""

_QUERY = re.compile(r"(.*)\.QUERY([0-9]+)(?:\.([0-9]+))?", re.ASCII)
_VISIT = re.compile(r"visit (\S+) ([0-9]+)", re.ASCII)


class UntellableError(ValueError):
    """An entry tells of something that this program's definitions do not have."""

    def __init__(self, entry: AuditEntry) -> None:
        super().__init__(f"audit entry {entry.id} cannot be told again")
        self.entry = entry


@dataclass(slots=True)
class Begun:
    """A form that was begun: its number, its version and its state."""

    number: int
    status: str
    version: str = "1"


@dataclass(slots=True)
class Retold:
    """The rows of every table, as the entries so far tell them."""

    properties: dict[str, str | None] = field(default_factory=dict)
    subjects: dict[tuple[str, str], int] = field(default_factory=dict)
    begun: dict[FormPlace, Begun] = field(default_factory=dict)
    rows: dict[str, dict[tuple[int, str], dict[str, str | None]]] = field(default_factory=dict)
    voided: dict[tuple[str, int, str], bool] = field(default_factory=dict)
    explained: dict[Where, str | None] = field(default_factory=dict)
    missing: dict[Where, dict[str, str | None]] = field(default_factory=dict)
    queries: dict[int, tuple[Where, str]] = field(default_factory=dict)
    messages: list[tuple[int, int, str, str, str, str, str]] = field(default_factory=list)
    """Query, number in it, act, who, role, when and words."""
    verified: dict[Where, tuple[str | None, str, str, str]] = field(default_factory=dict)
    signatures: dict[int, tuple[int, dict[str, str]]] = field(default_factory=dict)
    locks: dict[int, tuple[int | None, str, int, bool]] = field(default_factory=dict)
    seconds: dict[int, dict[str, str | None]] = field(default_factory=dict)
    second_answers: dict[Where, str | None] = field(default_factory=dict)
    adjudications: dict[int, tuple[int, list[str | None]]] = field(default_factory=dict)
    accounts: dict[tuple[str, str], str | None] = field(default_factory=dict)
    site_keys: dict[int, str | None] = field(default_factory=dict)
    """Public keys alone: a private one never leaves the study it was made in."""

    def take(self, entry: AuditEntry) -> None:
        """Take one entry; UntellableError for one that this program could not have written."""
        try:
            self._take(entry)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise UntellableError(entry) from error

    def _take(self, e: AuditEntry) -> None:
        match e.action, e.section:
            case "event", _:
                pass
            case "study", "study":
                self.properties[e.item] = e.new
            case "account", account_tables.SECTION:
                self.accounts[e.row, e.item] = e.new
            case "key", site_key.SECTION:
                self.site_keys[int(e.row)] = e.new
            case "insert", "subject":
                self.subjects[e.siteid, e.subjid] = len(self.subjects) + 1
            case (("insert" | "update"), "record"):
                self._take_state(e)
            case (("insert" | "update"), _):
                self._take_answer(e)
            case "lock", "scope_lock":
                self._take_lock(e)
            case ("second", _) | ("adjudicate", _):
                self._take_second(e)
            case _:
                self._take_beside(e)

    def number(self, e: AuditEntry) -> int:
        """Return the number of the form an entry is about; KeyError before it was begun."""
        return self.begun[e.siteid, e.subjid, e.visit, e.visit_repeat, e.form, e.form_repeat].number

    def _take_state(self, e: AuditEntry) -> None:
        place = e.siteid, e.subjid, e.visit, e.visit_repeat, e.form, e.form_repeat
        if place not in self.begun:
            study.event(e.visit), forms.form(e.form), self.subjects[e.siteid, e.subjid]
            self.begun[place] = Begun(len(self.begun) + 1, _said(e))
        elif e.item == "STATUS":
            self.begun[place].status = _said(e)
        else:
            self.begun[place].version = _said(e)

    def _take_answer(self, e: AuditEntry) -> None:
        number, section = self.number(e), forms.form(e.form).section(e.section)
        answers = self.rows.setdefault(section.name, {}).setdefault((number, e.row), {})
        if e.item == "VOIDED":
            self.voided[section.name, number, e.row] = _said(e) == "1"
        else:
            answers[section.item(e.item).name] = e.new

    def _take_beside(self, e: AuditEntry) -> None:
        where = self.number(e), e.section, e.row, e.item
        match e.action:
            case "explain":
                self.explained[where] = e.new
            case "missing":
                item, dot, said = e.item.rpartition(".")
                column = MISSING_ITEMS[dot + said]
                self.missing.setdefault((*where[:3], item), {})[column] = e.new
            case "verify":
                place = (*where[:3], e.item.removesuffix(verification.LABEL))
                self.verified[place] = e.new, e.actor, e.role, e.at
            case "query" | "message":
                self._take_query(e, where)
            case "sign":
                self.signatures[int(e.row)] = where[0], json.loads(_said(e))
            case _:
                raise KeyError(e.action)

    def _take_query(self, e: AuditEntry, where: Where) -> None:
        found = _QUERY.fullmatch(e.item)
        if found is None:
            raise KeyError(e.item)
        query = int(found[2])
        if e.action == "query":
            asked = (*where[:3], found[1])
            self.queries[query] = asked, "" if e.new == PERSON else _said(e)
        else:
            act, _, words = _said(e).partition(": ")
            self.messages.append((query, int(found[3]), act, e.actor, e.role, e.at, words))

    def _take_lock(self, e: AuditEntry) -> None:
        found = _VISIT.fullmatch(e.item)
        subject = self.subjects[e.siteid, e.subjid] if e.subjid else None
        visit = (found[1], int(found[2])) if found else ("", 0)
        self.locks[int(e.row)] = subject, *visit, e.new == "LOCKED"

    def _take_second(self, e: AuditEntry) -> None:
        number = self.number(e)
        if e.section == "second_entry":
            self.seconds.setdefault(number, {})[e.item] = e.new
        elif e.section == "second_answer":
            section, _, row = e.row.partition("/")
            self.second_answers[number, section, row, e.item] = e.new
        else:
            self.adjudications[int(e.row)] = number, json.loads(_said(e))


def retold(audit: Iterable[AuditEntry]) -> Retold:
    """Return a study as its trail tells it; UntellableError."""
    found = Retold()
    for entry in audit:
        found.take(entry)
    return found


def _said(e: AuditEntry) -> str:
    """Return the new value of an entry that always has one."""
    if e.new is None:
        raise ValueError(e.item)
    return e.new
