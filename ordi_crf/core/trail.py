"""What is looked for in the audit trail: by subject, visit, form, item, person, kind and time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from ordi_crf.core.records import AuditEntry, SubjectKey
from ordi_crf.forms.schema import Text


class Kind(Enum):
    """What an entry tells of, in words."""

    ENTERED = Text("Entered", "Introducido")
    CHANGED = Text("Changed", "Cambiado")
    STATE = Text("State of a form", "Estado de un formulario")
    KEPT = Text("Finding kept", "Hallazgo mantenido")
    MISSING = Text("Missing", "Ausente")
    QUERY = Text("Query", "Consulta")
    VERIFIED = Text("Source verification", "Verificación de fuente")
    TRUST = Text("Signature, lock, second entry", "Firma, bloqueo, segunda entrada")
    ACCOUNT = Text("Account", "Cuenta")
    SUBJECT = Text("Subject enrolled", "Paciente incluido")
    STUDY = Text("Study", "Estudio")
    EVENT = Text("Event", "Suceso")


_KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "insert": Kind.ENTERED,
        "update": Kind.CHANGED,
        "explain": Kind.KEPT,
        "missing": Kind.MISSING,
        "query": Kind.QUERY,
        "message": Kind.QUERY,
        "verify": Kind.VERIFIED,
        "account": Kind.ACCOUNT,
        "study": Kind.STUDY,
        "event": Kind.EVENT,
    }
)


FILE_KEPT = "FILE KEPT"
"""The event that tells the SHA-256 of a file from the moment on in which it is kept."""

EVENTS: Mapping[str, Text] = MappingProxyType(
    {
        "LOGIN": Text("Logged in", "Inicio de sesión"),
        "LOGIN FAILED": Text("Login failed", "Inicio de sesión fallido"),
        "LOGIN READ-ONLY": Text("Logged in to read only", "Inicio de sesión solo para lectura"),
        "LOCKOUT": Text("Locked out after failed logins", "Bloqueo tras intentos fallidos"),
        "LOGOUT": Text("Logged out", "Cierre de sesión"),
        "AUTO-LOCK": Text("Locked while idle", "Bloqueo por inactividad"),
        "UNLOCKED": Text("Unlocked", "Desbloqueo"),
        "RECOVERED": Text("Password set by recovery key", "Contraseña por clave de recuperación"),
        "SIGNATURE REFUSED": Text("Signature refused", "Firma rechazada"),
        "EXPORT": Text("Export", "Exportación"),
        FILE_KEPT: Text("File kept", "Archivo guardado"),
        "PRINT": Text("Print", "Impresión"),
        "IMPORT": Text("Import", "Importación"),
        "BACKUP": Text("Backup", "Copia de seguridad"),
        "BACKUP FAILED": Text("Backup failed", "Copia de seguridad fallida"),
        "RESTORED": Text("Backup restored", "Copia restaurada"),
        "RESCUED": Text("Rescued from a damaged file", "Rescatado de un archivo dañado"),
        "VERIFY": Text("Audit trail verified", "Registro de auditoría verificado"),
        "SCHEMA UPGRADED": Text("Study upgraded, backup made", "Estudio actualizado, con copia"),
    }
)
"""What an event is called in words; one that is not listed is its own name (T11)."""


def event_words(name: str) -> Text:
    """Return an event in words."""
    return EVENTS.get(name, Text(name.capitalize(), name.capitalize()))


def kind(entry: AuditEntry) -> Kind:
    """Return what an entry tells of."""
    if entry.section == "record" and entry.item == "STATUS":
        return Kind.STATE
    if entry.section == "subject":
        return Kind.SUBJECT
    return _KINDS.get(entry.action, Kind.TRUST)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; a blank part is anything, dates are ISO 8601 and both included."""

    subject: SubjectKey | None = None
    visit: str = ""
    form: str = ""
    item: str = ""
    person: str = ""
    kind: Kind | None = None
    since: str = ""
    until: str = ""

    def holds(self, entry: AuditEntry) -> bool:
        """Return whether an entry is looked for."""
        return (
            (self.subject is None or self.subject == SubjectKey(entry.siteid, entry.subjid))
            and self.visit in ("", entry.visit)
            and self.form in ("", entry.form)
            and self.item in ("", entry.item.partition(".")[0])
            and self.person in ("", entry.actor)
            and (self.kind is None or self.kind is kind(entry))
            and self.since <= entry.at
            and (not self.until or entry.at[: len(self.until)] <= self.until)
        )


def people(audit: Iterable[AuditEntry]) -> list[str]:
    """Return who has written to the trail, in order of name."""
    return sorted({entry.actor for entry in audit})
