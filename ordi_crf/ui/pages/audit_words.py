"""An entry of the audit trail in the words of the forms it is about."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QObject

from ordi_crf import forms
from ordi_crf.core import place_words, values
from ordi_crf.core.missing import FLAVOURS
from ordi_crf.core.query import PERSON, Act
from ordi_crf.core.records import AuditEntry, Status
from ordi_crf.core.trail import event_words
from ordi_crf.forms.schema import Form, Item, Language, Section
from ordi_crf.ui.components.state import State, state_word
from ordi_crf.ui.review.thread import ACTS
from ordi_crf.ui.roles import role_words
from ordi_crf.ui.trust.audit_words import trusted
from ordi_crf.ui.wording import visit_words

Line: TypeAlias = tuple[str, ...]

_STATES = {
    Status.DRAFT.value: State.DRAFT,
    Status.COMPLETE.value: State.COMPLETE,
    Status.VERIFIED.value: State.VERIFIED,
    Status.SIGNED.value: State.SIGNED,
    Status.LOCKED.value: State.LOCKED,
}
_TRUST = ("sign", "lock", "second", "adjudicate")
"""Actions of signatures, locks and second entries."""


class AuditWords(QObject):
    """Puts entries into words: when, who, subject, where, item, old, new and why."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def line(self, entry: AuditEntry) -> Line:
        """Return an entry as the cells of a line."""
        form = forms.form(entry.form) if entry.form else None
        section = _section(form, entry)
        old, new = (self._value(entry, section, value) for value in (entry.old, entry.new))
        return (
            entry.at.replace("T", " ")[:19],
            f"{entry.actor}, {role_words(entry.role, self._language)}",
            entry.subjid,
            self._where(entry, form),
            self._what(entry, section),
            old,
            new,
            entry.reason or "",
        )

    def _where(self, entry: AuditEntry, form: Form | None) -> str:
        if form is None and entry.action == "event":
            return self.tr("Events")
        if form is None:
            return {"subject": self.tr("Subjects"), "study": self.tr("Study")}.get(
                entry.section, entry.section
            )
        visit = visit_words(entry.visit, entry.visit_repeat, self._language)
        return f"{visit} › {form.title.in_(self._language)}"

    def _what(self, entry: AuditEntry, section: Section | None) -> str:
        match entry.item:
            case "STATUS" if section is None and entry.form:
                return self.tr("State of the form")
            case "SUBJID" if section is None:
                return self.tr("Subject enrolled")
            case "VOIDED" if section is not None:
                words = self.tr("Record void")
            case _ if entry.action == "explain":
                words = self.tr("Finding kept: {finding}").format(finding=entry.item)
            case _ if entry.action == "missing":
                words = self._missing(section, entry)
            case _ if entry.action in _TRUST:
                return trusted(entry, self._language).what
            case _ if entry.action == "event":
                words = event_words(entry.item).in_(self._language)
            case _ if entry.action in ("query", "message", "verify"):
                return self._reviewed(entry)
            case _:
                item = _item(section, entry)
                words = entry.item if item is None else item.label.in_(self._language)
        if section is not None and entry.row:
            if section.rows is not None:
                return f"{section.rows.row(entry.row).text.in_(self._language)}, {words}"
            return f"{entry.row}: {words}"
        return words

    def _reviewed(self, entry: AuditEntry) -> str:
        """Return what was asked about, or compared with its source."""
        item, _, what = entry.item.partition(".")
        where = place_words.where(entry.form, (entry.section, entry.row, item), self._language)
        if entry.action == "verify":
            return self.tr("Source verification: {where}").format(where=where)
        number = what.removeprefix("QUERY").partition(".")[0]
        return self.tr("Query {n}: {where}").format(n=number, where=where)

    def _missing(self, section: Section | None, entry: AuditEntry) -> str:
        """Return what is said to be missing, or commented on as missing."""
        name, _, what = entry.item.partition(".")
        item = next((i for i in section.items if i.name == name), None) if section else None
        label = item.label if item is not None else section.title if section is not None else None
        about = label.in_(self._language) if label is not None else name
        comment = what == "NULLCOMMENT"
        words = self.tr("Missing, comment: {what}") if comment else self.tr("Missing: {what}")
        return words.format(what=about)

    def _value(self, entry: AuditEntry, section: Section | None, value: str | None) -> str:
        if value is None:
            return ""
        if entry.action in _TRUST:
            return trusted(entry, self._language).value(value)
        if entry.action == "verify":
            return self.tr("agrees with the source")
        if entry.action == "query":
            return self.tr("by a person") if value == PERSON else value
        if entry.action == "message":
            act, _, said = value.partition(": ")
            return f"{ACTS[Act(act)].in_(self._language)}: {said}"
        if entry.item == "STATUS" and value in _STATES:
            return state_word(_STATES[Status(value)])
        if entry.action == "missing" and value in FLAVOURS:
            return FLAVOURS.text(value).in_(self._language)
        if entry.item == "VOIDED":
            return self.tr("yes") if value == "1" else self.tr("no")
        item = _item(section, entry)
        return value if item is None else values.display(item, value, self._language)


def _section(form: Form | None, entry: AuditEntry) -> Section | None:
    found = form.sections if form is not None else ()
    return next((section for section in found if section.name == entry.section), None)


def _item(section: Section | None, entry: AuditEntry) -> Item | None:
    found = section.items if section is not None else ()
    return next((item for item in found if item.name == entry.item), None)
