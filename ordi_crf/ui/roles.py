"""Roles in the words of the desk; what each may do is in `core.permissions`."""

from __future__ import annotations

from ordi_crf.core.permissions import Role
from ordi_crf.forms.schema import Language, Text

ROLES = (
    (Role.INVESTIGATOR, Text("Investigator", "Investigador/a")),
    (Role.NURSE, Text("Nurse", "Enfermería")),
    (Role.COORDINATOR, Text("Coordinator", "Coordinación")),
    (Role.DATA_MANAGER, Text("Data manager", "Gestión de datos")),
    (Role.MONITOR, Text("Monitor", "Monitor/a")),
    (Role.ADMINISTRATOR, Text("Administrator", "Administración")),
)
AT_THE_DESK = tuple(role for role, _ in ROLES if role is not Role.ADMINISTRATOR)
"""Who says a name and a role where there are no accounts: there is nothing to administer."""


def role_words(code: str, language: Language) -> str:
    """Return the words of a role; a role that is not listed is its own word."""
    return next((text for role, text in ROLES if role == code), Text(code, code)).in_(language)


def role_choices(
    language: Language, roles: tuple[Role, ...] = AT_THE_DESK
) -> list[tuple[str, str, str]]:
    """Return roles as answers side by side."""
    return [(role.value, text.in_(language), "") for role, text in ROLES if role in roles]
