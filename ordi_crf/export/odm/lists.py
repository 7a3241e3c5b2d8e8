"""Every codelist and every unit of the file, found in the definitions once and named once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ordi_crf import forms
from ordi_crf.core.missing import FLAVOURS
from ordi_crf.core.query import Act
from ordi_crf.export.odm import oids
from ordi_crf.export.odm.markup import Markup
from ordi_crf.export.workbook.derived_columns import DERIVED_CODES, unit_code
from ordi_crf.export.workbook.items import row_codes
from ordi_crf.export.workbook.keys import STATUS
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import Choice, Code, CodeList, Derived, Number, RowCode, Section, Text
from ordi_crf.forms.sledai import Descriptor

_SCORE = re.compile("([0-9]+)-([0-9]+)")

FLAGS = CodeList(
    "FLAG",
    (
        Code("STATUS", Text("State of the form", "Estado del formulario")),
        Code("NULLFLAVOR", Text("Why it is missing", "Por qué falta")),
        Code("QUERY", Text("Message of a query", "Mensaje de una consulta")),
        Code("KEPT", Text("Soft finding kept", "Hallazgo leve mantenido")),
        Code("VERIFIED", Text("Compared with its source", "Cotejado con la fuente")),
        Code("UNACCEPTED", Text("Typed, not readable: no value", "Escrito, ilegible: sin valor")),
        Code("BLANK", Text("A row with no answer", "Una fila sin respuestas")),
        Code("LOCK", Text("Locked or unlocked", "Bloqueado o desbloqueado")),
        Code("SECTION", Text("Section it is about", "Sección a la que se refiere")),
    ),
)
ACTS = CodeList(
    "QUERYACT",
    (
        Code(Act.RAISED, Text("Raised", "Abierta")),
        Code(Act.ANSWERED, Text("Answered", "Contestada")),
        Code(Act.CLOSED, Text("Closed", "Cerrada")),
        Code(Act.REOPENED, Text("Reopened", "Reabierta")),
        Code(Act.RESOLVED, Text("Closed itself", "Cerrada por sí misma")),
    ),
)
LOCKS = CodeList(
    "LOCK",
    (Code("LOCKED", Text("Locked", "Bloqueado")), Code("OPEN", Text("Open", "Abierto"))),
)
SECTIONS = CodeList(
    "SECTION", tuple(Code(s.name, s.title) for form in forms.FORMS for s in form.sections)
)


def codelists() -> list[CodeList]:
    """Return every codelist by name; ValueError when a name has two contents."""
    found: dict[str, CodeList] = {}
    for codes in _used():
        if found.setdefault(codes.name, codes).codes != codes.codes:
            raise ValueError(f"There are two codelists {codes.name}.")
    return [found[name] for name in sorted(found)]


def write_codelists(xml: Markup) -> None:
    """Write every codelist with its wordings, in the order of its codes."""
    for codes in codelists():
        kind = "integer" if is_integer(codes) else "text"
        with xml.inside("CodeList", OID=oids.codelist(codes.name), Name=codes.name, DataType=kind):
            for order, code in enumerate(codes.codes, start=1):
                # The weight of a descriptor is what it adds to the index.
                rank = str(code.weight) if isinstance(code, Descriptor) else None
                with xml.inside(
                    "CodeListItem", CodedValue=code.value, Rank=rank, OrderNumber=str(order)
                ):
                    xml.translated("Decode", code.text)


def is_integer(codes: CodeList) -> bool:
    """Return whether the codes count: the key of a row, "07", does not."""
    return codes.integer and not isinstance(codes.codes[0], RowCode)


def score_range(derived: Derived) -> tuple[str, str] | None:
    """Return the least and the greatest value of a score, which has a range in place of a unit."""
    found = _SCORE.fullmatch(unit_code(derived))
    return None if found is None else (found[1], found[2])


def units() -> list[str]:
    """Return every unit; ValueError when two of them would have one OID."""
    found: dict[str, str] = {}
    for form in forms.FORMS:
        texts = [text for section in form.sections for text in _units_of(section)]
        for text in (*texts, *(unit_code(d) for d in form.derived if score_range(d) is None)):
            if text and found.setdefault(oids.unit(text), text) != text:
                raise ValueError(f"The units {text} and {found[oids.unit(text)]} have one OID.")
    return [found[oid] for oid in sorted(found)]


def _units_of(section: Section) -> Iterator[str]:
    yield from (item.unit for item in section.items if isinstance(item, Number))
    for row in section.rows.codes if section.rows else ():
        yield row.unit
        yield from (unit.text for unit in row.units)


def _used() -> Iterator[CodeList]:
    for form in forms.FORMS:
        for section in form.sections:
            if section.rows:
                yield row_codes(section.rows)
            yield from (item.codes for item in section.items if isinstance(item, Choice))
    yield from DERIVED_CODES.values()
    yield from (FLAVOURS, STATUS, NY, FLAGS, ACTS, LOCKS, SECTIONS)
