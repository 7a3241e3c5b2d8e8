"""How a laboratory's file is read: which column is what, and what its own names mean.

A mapping is a property of the study, audited like data: who brings results in next month reads the
file as it was read before. It names columns by their heading, never by their position.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ordi_crf.core.lab_words import normal
from ordi_crf.forms.labs import TESTS, UNITS
from ordi_crf.forms.schema import Text

PROPERTY = "labmap."
"""Begins the name of each property of the study that is a mapping; its own name follows."""
LIMIT = 20_000
"""Characters of a mapping as it is kept."""


class Field(StrEnum):
    """What a column of a laboratory's file can be."""

    SUBJECT = "subject"
    VISIT = "visit"
    DATE = "date"
    TEST = "test"
    RESULT = "result"
    UNIT = "unit"
    LOW = "low"
    HIGH = "high"
    RANGE = "range"
    """Both limits in one cell, such as "120 - 160" or "<15"."""


FIELDS: Mapping[Field, Text] = {
    Field.SUBJECT: Text("Subject", "Paciente"),
    Field.VISIT: Text("Visit", "Visita"),
    Field.DATE: Text("Date of sample", "Fecha de la muestra"),
    Field.TEST: Text("Test", "Prueba"),
    Field.RESULT: Text("Result", "Resultado"),
    Field.UNIT: Text("Unit", "Unidad"),
    Field.LOW: Text("Lower limit", "Límite inferior"),
    Field.HIGH: Text("Upper limit", "Límite superior"),
    Field.RANGE: Text("Reference range", "Intervalo de referencia"),
}

_HEADINGS: Mapping[Field, tuple[str, ...]] = {
    Field.SUBJECT: ("subjid", "subject", "usubjid", "patient", "paciente", "sujeto", "codigo"),
    Field.VISIT: ("visit", "visita"),
    Field.DATE: ("lbdat", "lbdtc", "date", "fecha", "sampledate", "collected", "extraccion"),
    Field.TEST: ("lbtestcd", "test", "prueba", "lbtest", "analyte", "analito", "parametro"),
    Field.RESULT: ("lborres", "result", "resultado", "value", "valor"),
    Field.UNIT: ("lborresu", "unit", "units", "unidad", "unidades"),
    Field.LOW: ("lbornrlo", "low", "lower", "lln", "minimo", "inferior"),
    Field.HIGH: ("lbornrhi", "high", "upper", "uln", "maximo", "superior"),
    Field.RANGE: ("range", "intervalo", "rango", "referencia", "normal"),
}
"""Headings that name a field, whole or by how a word of them begins, without accents."""

_NOT_ONE = Text("This is no mapping of a laboratory's file.", "Esto no es una correspondencia.")
_UNKNOWN = Text("The mapping names {name}, which is unknown.", "La correspondencia nombra {name}.")
_LACKS = Text(
    "Say which column is: {fields}.", "Indique qué columna es: {fields}."
)  # fmt: skip
_TWICE = Text(
    "The column “{name}” is chosen twice.", "La columna «{name}» se ha elegido dos veces."
)
_ABSENT = Text("The file has no column “{name}”.", "El archivo no tiene la columna «{name}».")
_DOUBLE = Text(
    "The file has several columns “{name}”: give them different headings.",
    "El archivo tiene varias columnas «{name}»: deles encabezados distintos.",
)
_SHOWN = 60
"""Characters of a name that a sentence repeats."""


class MappingError(ValueError):
    """A mapping cannot be used; `message` is for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class LabMapping:
    """How the files of one laboratory are read."""

    columns: Mapping[Field, str] = field(default_factory=dict)
    """The heading of each column that is read."""
    tests: Mapping[str, str] = field(default_factory=dict)
    """What the laboratory calls a test, and which one it is."""
    units: Mapping[str, str] = field(default_factory=dict)
    """How the laboratory writes a unit, or names a test it gives none for, and which unit it is."""
    laboratory: str = ""
    kit: str = ""
    """Of anti-dsDNA."""
    sheet: str = ""
    """The sheet of a workbook, its first one where none is named."""
    decimal: str = ""
    """Comma or point; with neither, both are read and what has two readings is refused."""
    month_first: bool = False
    """Whether 03/04/2010 is 4 March."""

    def text(self) -> str:
        """Return the mapping as it is kept."""
        kept = {
            "columns": {name.value: heading for name, heading in self.columns.items()},
            "tests": dict(self.tests),
            "units": dict(self.units),
            "laboratory": self.laboratory,
            "kit": self.kit,
            "sheet": self.sheet,
            "decimal": self.decimal,
            "month_first": self.month_first,
        }
        return json.dumps(kept, ensure_ascii=False, sort_keys=True)

    def against(self, headings: Sequence[str]) -> Text | None:
        """Return why a file with these headings cannot be read so, None when it can."""
        lacking = tuple(self._lacking())
        if lacking:
            return _fields(lacking)
        chosen = list(self.columns.values())
        for name in chosen:
            if chosen.count(name) > 1:
                return _TWICE.format(name=name[:_SHOWN])
            if name not in headings:
                return _ABSENT.format(name=name[:_SHOWN])
            if list(headings).count(name) > 1:
                return _DOUBLE.format(name=name[:_SHOWN])
        return None

    def _lacking(self) -> Iterator[Text]:
        for needed in (Field.SUBJECT, Field.TEST, Field.RESULT):
            if needed not in self.columns:
                yield FIELDS[needed]
        if Field.VISIT not in self.columns and Field.DATE not in self.columns:
            yield Text("Visit or date of sample", "Visita o fecha de la muestra")


def from_text(text: str) -> LabMapping:
    """Return a mapping as it is kept; MappingError when the text is none."""
    if len(text) > LIMIT:
        raise MappingError(_NOT_ONE)
    try:
        kept = json.loads(text)
        # Half of a pair of surrogates is no character: no file and no trail can hold it.
        json.dumps(kept, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise MappingError(_NOT_ONE) from error
    known = {"columns", "tests", "units", "laboratory", "kit", "sheet", "decimal", "month_first"}
    if not isinstance(kept, dict) or not set(kept) <= known:
        raise MappingError(_NOT_ONE)
    columns = _words(kept.get("columns", {}))
    tests, units = _words(kept.get("tests", {})), _words(kept.get("units", {}))
    _refuse_unknown(set(columns), {name.value for name in Field})
    _refuse_unknown(set(tests.values()), {row.value for row in TESTS.codes})
    texts = {row.unit for row in TESTS.codes} | {code.value for code in UNITS.codes}
    _refuse_unknown(set(units.values()), texts)
    words = {name: kept.get(name, "") for name in ("laboratory", "kit", "sheet", "decimal")}
    month_first = kept.get("month_first", False)
    _words(words)
    if not isinstance(month_first, bool) or words["decimal"] not in ("", ",", "."):
        raise MappingError(_NOT_ONE)
    named = {Field(name): heading for name, heading in columns.items()}
    return LabMapping(named, tests, units, month_first=month_first, **words)


def guess(headings: Sequence[str]) -> LabMapping:
    """Return the mapping that the headings of a file suggest, blank where they suggest nothing."""
    columns: dict[Field, str] = {}
    for fits in (_is, _has):
        for name, known in _HEADINGS.items():
            free = [h for h in headings if h and h not in columns.values()]
            found = next((h for word in known for h in free if fits(h, word)), None)
            if name not in columns and found is not None:
                columns[name] = found
    return LabMapping(columns)


def saved(properties: Mapping[str, str]) -> dict[str, LabMapping]:
    """Return the mappings a study keeps, by name; those that cannot be read are left out."""
    found = {}
    for key, value in properties.items():
        if key.startswith(PROPERTY) and value:
            try:
                found[key.removeprefix(PROPERTY)] = from_text(value)
            except MappingError:
                continue
    return dict(sorted(found.items()))


def _is(heading: str, word: str) -> bool:
    return normal(heading).replace("_", "").replace(" ", "") == word


def _has(heading: str, word: str) -> bool:
    return any(part.startswith(word) for part in normal(heading).replace("_", " ").split())


def _words(kept: object) -> dict[str, str]:
    """Return texts by name; MappingError for anything else."""
    if not isinstance(kept, dict) or not all(isinstance(v, str) for v in kept.values()):
        raise MappingError(_NOT_ONE)
    return kept


def _refuse_unknown(names: set[str], known: set[str]) -> None:
    for name in sorted(names - known):
        raise MappingError(_UNKNOWN.format(name=f"“{name[:_SHOWN]}”"))


def _fields(lacking: Sequence[Text]) -> Text:
    en, es = (", ".join(words) for words in zip(*((t.en, t.es) for t in lacking), strict=True))
    return Text(_LACKS.en.format(fields=en), _LACKS.es.format(fields=es))
