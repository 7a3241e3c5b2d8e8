"""Why something is missing: null flavours, said of an item, a row, a section or an empty list.

Blank says nothing, and it is never zero; a null flavour says why there is no value (HL7 NullFlavor,
with "not done" for the CDASH status of the same name). What is said of a section holds for each of
its items that is blank, until the item is answered or something is said of it alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from ordi_crf.forms.schema import Code, CodeList, Section, Stroke, Text, Values

Place: TypeAlias = tuple[str, str, str]
"""Section, row and item; a blank item is the whole row, a blank row and item the whole section."""

FLAVOURS = CodeList(
    "NULLFLAVOR",
    (
        Code("ND", Text("Not done", "No realizado")),
        Code("NA", Text("Not applicable", "No aplicable")),
        Code("ASKU", Text("Asked but unknown", "Preguntado, no sabe")),
        Code("NASK", Text("Not asked", "No preguntado")),
        Code("UNK", Text("Unknown", "Desconocido")),
        Code("NAV", Text("Unavailable", "No disponible")),
    ),
)
"""HL7 codes but for ND, which CDASH gives as --STAT = NOT DONE."""


class Answers(Protocol):
    """What is asked of a record here: its answers."""

    def values(self, section: Section, row: str = "") -> Values:
        """Return the answers of a row."""


LIMIT = 200
"""Characters of a comment."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Why something is missing: the code of a null flavour, and a comment."""

    flavour: str
    comment: str = ""

    @property
    def text(self) -> Text:
        """Return the flavour in words."""
        return FLAVOURS.text(self.flavour)


def of_item(said: Mapping[Place, Missing], section: str, row: str, item: str) -> Missing | None:
    """Return what is said of an item: of itself, else of its row, else of its section."""
    found = said.get((section, row, item)) or said.get((section, row, ""))
    return found or said.get((section, "", ""))


def rows_of(section: Section) -> tuple[str, ...]:
    """Return the keys of the rows a section is asked in, where they are known beforehand."""
    return tuple(code.value for code in section.rows.codes) if section.rows else ("",)


def blank_in(section: Section, record: Answers, row: str) -> bool:
    """Return whether an item that is asked in a row has no answer."""
    values = record.values(section, row)
    return any(
        section.asked(item, row, values) and values.get(item.name) is None for item in section.items
    )


def can_be_missing(section: Section) -> bool:
    """Return whether a section may be called missing: a drawing's strokes may not."""
    return not any(isinstance(item, Stroke) for item in section.items)
