"""Roles and operations in words, for what a person is told they may not do and who may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ordi_crf import forms
from ordi_crf.core.permissions import Operation, Role
from ordi_crf.forms.schema import Language, Text

ROLES: Mapping[Role, Text] = MappingProxyType(
    {
        Role.INVESTIGATOR: Text("investigator", "investigador/a"),
        Role.NURSE: Text("nurse", "enfermería"),
        Role.COORDINATOR: Text("coordinator", "coordinación"),
        Role.MONITOR: Text("monitor", "monitor/a"),
        Role.DATA_MANAGER: Text("data manager", "gestión de datos"),
        Role.ADMINISTRATOR: Text("administrator", "administración"),
    }
)

OPERATIONS: Mapping[Operation, str] = MappingProxyType(
    {
        Operation.READ: "leer",
        Operation.REMEMBER: "recordar una preferencia",
        Operation.KEEP_DRAWING: "guardar una imagen del dibujo",
        Operation.LOG_EVENT: "registrar un suceso",
        Operation.ADD_SUBJECT: "añadir un paciente",
        Operation.ANSWER: "responder",
        Operation.ADD_ROW: "añadir una fila",
        Operation.VOID: "anular una fila",
        Operation.SAY_MISSING: "indicar por qué falta algo",
        Operation.KEEP_UNACCEPTED: "guardar un texto ilegible",
        Operation.EXPLAIN: "explicar un aviso",
        Operation.ATTACH: "adjuntar un archivo",
        Operation.COMPLETE: "completar un formulario",
        Operation.CORRECT: "corregir un formulario completo",
        Operation.REOPEN: "reabrir un formulario",
        Operation.ENTER_AGAIN: "hacer la segunda entrada",
        Operation.ADJUDICATE: "decidir entre dos entradas",
        Operation.VERIFY_SOURCE: "verificar con la fuente",
        Operation.RAISE_QUERY: "abrir una consulta",
        Operation.ANSWER_QUERY: "responder a una consulta",
        Operation.CLOSE_QUERY: "cerrar una consulta",
        Operation.SIGN: "firmar",
        Operation.LOCK: "bloquear",
        Operation.UNLOCK: "desbloquear",
        Operation.EXPORT: "exportar",
        Operation.IMPORT: "importar",
        Operation.SET_PROPERTIES: "cambiar los datos del estudio",
        Operation.MANAGE_ACCOUNTS: "gestionar cuentas",
        Operation.CHANGE_OWN_PASSWORD: "cambiar la propia contraseña",
        Operation.BACK_UP: "hacer una copia de seguridad",
        Operation.RESTORE: "restaurar una copia de seguridad",
        Operation.SEE_IDENTITIES: "ver quiénes son los pacientes",
        Operation.CHANGE_IDENTITIES: "cambiar quiénes son los pacientes",
    }
)
"""Each operation in Spanish; in English it is its own name."""


def described(operation: Operation, form: str | None = None) -> Text:
    """Return an operation in words, with the title of the form it is done to."""
    words = Text(operation.value, OPERATIONS[operation])
    if form is None:
        return words
    title = forms.form(form).title
    return Text(f"{words.en} ({title.en})", f"{words.es} ({title.es})")


def listed(several: Sequence[Text]) -> Text:
    """Return several words as one list."""
    return Text(
        *(
            ", ".join(text.in_(language) for text in several)
            for language in (Language.EN, Language.ES)
        )
    )
