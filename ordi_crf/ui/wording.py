"""Names of visits and records as a reader meets them, in the language of the study's wording."""

from __future__ import annotations

from ordi_crf import forms, study
from ordi_crf.core.records import RecordKey
from ordi_crf.forms.schema import Language


def visit_words(code: str, repeat: int, language: Language) -> str:
    """Return the name of a visit; one that can be held more than once carries its number."""
    words = study.event(code).label.in_(language)
    return f"{words} {repeat}" if code == "UNS" or repeat > 1 else words


def record_words(key: RecordKey, language: Language) -> str:
    """Return subject, visit and form of a record in one line."""
    visit = visit_words(key.visit, key.visit_repeat, language)
    return f"{key.subject}  ›  {visit}  ›  {forms.form(key.form).title.in_(language)}"
