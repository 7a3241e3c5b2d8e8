"""Roles at the desk, as they go into the audit trail; permissions come with accounts."""

from __future__ import annotations

from ordi_crf.forms.schema import Language, Text

ROLES = (
    ("Investigator", Text("Investigator", "Investigador/a")),
    ("Nurse", Text("Nurse", "Enfermería")),
    ("Coordinator", Text("Coordinator", "Coordinación")),
    ("Data manager", Text("Data manager", "Gestión de datos")),
    ("Monitor", Text("Monitor", "Monitor/a")),
)


def role_words(code: str, language: Language) -> str:
    """Return the words of a role; a role that is not listed is its own word."""
    return dict(ROLES).get(code, Text(code, code)).in_(language)


def role_choices(language: Language) -> list[tuple[str, str, str]]:
    """Return the roles as answers side by side."""
    return [(code, text.in_(language), "") for code, text in ROLES]
