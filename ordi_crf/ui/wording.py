"""Names of visits, records and folders, and digits, as a reader meets them."""

from __future__ import annotations

from pathlib import Path

from ordi_crf import forms, study
from ordi_crf.core.phrases import localized
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


def written(digits: str, language: Language) -> str:
    """Return computed digits with the decimal sign of a language; what was entered stays as is."""
    return localized(digits).in_(language)


def folder_words(folder: Path) -> str:
    """Return a folder as its owner names it: their own folder is "~"."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
