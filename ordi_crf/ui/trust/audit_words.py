"""Signatures, locks and second entries in the audit trail, in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ordi_crf import forms, study
from ordi_crf.core import values
from ordi_crf.core.records import AuditEntry
from ordi_crf.core.signature_words import signed
from ordi_crf.forms.schema import Form, Language
from ordi_crf.ui.components.state import State, state_word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Trusted:
    """What an entry is about, and how a value of it is read."""

    what: str
    value: Callable[[str], str]


def trusted(entry: AuditEntry, language: Language) -> Trusted:
    """Return the words of an entry about a signature, a lock or a second entry."""
    form = forms.form(entry.form) if entry.form else None
    match entry.action:
        case "sign":
            words = translate("Trusted", "Signature")
            return Trusted(words, lambda text: signed(text).in_(language))
        case "lock":
            return Trusted(_scope(entry.item, language), _locked)
        case "adjudicate":
            words = translate("Trusted", "Two entries, decided")
            return Trusted(words, lambda text: _decided(text, form, language))
        case _:
            return _second(entry, form, language)


def _scope(item: str, language: Language) -> str:
    if item.startswith("visit "):
        _, visit, repeat = item.split(" ")
        label = study.event(visit).label.in_(language)
        return f"{label} {repeat}" if repeat != "1" else label
    if item == "subject":
        return translate("Trusted", "The subject")
    return translate("Trusted", "The study")


def _locked(text: str) -> str:
    if text == "LOCKED":
        return state_word(State.LOCKED)
    return translate("Trusted", "unlocked")


def _decided(text: str, form: Form | None, language: Language) -> str:
    section, _row, item, first, second, chosen = json.loads(text)
    if form is None or not item:
        return f"{first} / {second}: {chosen}"
    definition = form.section(section).item(item)
    shown = [values.display(definition, one, language) or "–" for one in (first, second, chosen)]
    return f"{definition.label.in_(language)}: {shown[0]} / {shown[1]}: {shown[2]}"


def _second(entry: AuditEntry, form: Form | None, language: Language) -> Trusted:
    second = translate("Trusted", "Second entry")
    if entry.section == "second_answer" and form is not None:
        section, _, row = entry.row.partition("/")
        item = form.section(section).item(entry.item)
        label = item.label.in_(language)
        words = f"{second}: {row}, {label}" if row else f"{second}: {label}"
        return Trusted(words, lambda text: values.display(item, text, language))
    if entry.item == "PROGRESS":
        return Trusted(second, _progress)
    return Trusted(second, str)


def _progress(text: str) -> str:
    if text == "DONE":
        return translate("Trusted", "finished")
    return translate("Trusted", "begun")
