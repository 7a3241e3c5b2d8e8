"""What laboratories call the tests of LB and how they write its units, in Spanish and in English.

A name means a test only where it means that one alone. A unit is looked for among those of its test
(`ordi_crf.forms.labs`): how it is written may differ, which unit it is may not. mm³ is µL, and the
katal, the mole and the Svedberg are not guessed at: a unit the form does not have is refused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from ordi_crf.forms.labs import TESTS
from ordi_crf.forms.schema import RowCode

NAMES: Mapping[str, str] = {
    "HGB": "hb|hgb|hemoglobin|haemoglobin|hemoglobina",
    "WBC": "leukocytes|leucocytes|white blood cells|leucocitos",
    "NEUT": "neutrophils|neutrofilos|neu|neut|anc",
    "LYM": "lymphocytes|linfocitos|lymph|lin",
    "PLAT": "platelets|plaquetas|plt|thrombocytes",
    "CREAT": "creatinine|creatinina|crea|serum creatinine",
    "ALT": "gpt|alat|alt (gpt)|gpt (alt)|alanine aminotransferase|alanina aminotransferasa",
    "AST": "got|asat|ast (got)|got (ast)|aspartate aminotransferase|aspartato aminotransferasa",
    "CPK": "ck|creatine kinase|creatinquinasa|creatina quinasa",
    "TSH": "thyrotropin|tirotropina",
    "C3": "c3c|complemento c3|complement c3",
    "C4": "complemento c4|complement c4",
    "DSDNA": "anti-dsdna|anti-adnbc|anti-dna|anti-dna nativo|ac. anti-dna|anti-adn",
    "URBC": "urine red cells|hematies en orina|hematies (orina)",
    "UWBC": "urine white cells|leucocitos en orina|leucocitos (orina)",
    "PROT24": "24 h urine protein|proteinuria 24 h|proteinas orina 24 h",
    "UPCR": "protein/creatinine ratio|cociente proteinas/creatinina|proteina/creatinina",
}
"""Names of each test beside its code and its label, without accents."""

_SPELLINGS: Mapping[str, str] = {
    "/mm3": "/ul",
    "mm3": "/ul",
    "cel/ul": "/ul",
    "cells/ul": "/ul",
    "103/mm3": "103/ul",
    "mil/mm3": "103/ul",
    "mil/ul": "103/ul",
    "miles/mm3": "103/ul",
    "miles/ul": "103/ul",
    "k/ul": "103/ul",
    "giga/l": "109/l",
    "ui/l": "u/l",
    "iu/l": "u/l",
    "ui/ml": "iu/ml",
    "mui/l": "miu/l",
    "miu/l": "miu/l",
    "uui/ml": "miu/l",
    "uiu/ml": "miu/l",
    "mu/l": "miu/l",
    "/campo": "/hpf",
    "/c": "/hpf",
    "xcampo": "/hpf",
    "g/24h": "g/24h",
    "g/dia": "g/24h",
    "g/day": "g/24h",
    "mg/dia": "mg/24h",
    "mg/day": "mg/24h",
}
"""Other ways to write a unit, both sides as `_bare` leaves them; each is the same unit."""


def normal(text: str) -> str:
    """Return words without accents, case and spaces that do not matter."""
    bare = unicodedata.normalize("NFKD", text.strip().casefold())
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def test_named(name: str, own: Mapping[str, str]) -> str | None:
    """Return the test a laboratory means by a name; `own` is what it calls tests itself."""
    wanted = normal(name)
    mine = {normal(theirs): code for theirs, code in own.items()}
    return mine.get(wanted) or _KNOWN.get(wanted)


def unit_named(row: RowCode, text: str, own: Mapping[str, str]) -> str | None:
    """Return the unit of a test that is meant by a text; None for one the test does not have.

    `own` says how the laboratory writes units, and by the code of a test which one it reports it in
    without writing any.
    """
    offered = tuple(unit.text for unit in row.units) or (row.unit,)
    meant = own.get(row.value) if not text.strip() else own.get(text.strip(), text)
    if not meant:
        return None if row.units else row.unit
    found = [unit for unit in offered if _bare(unit) == _bare(meant)]
    return found[0] if len(found) == 1 else None


def _bare(unit: str) -> str:
    """Return a unit without what is only a way to write it: ×10^9/L, 10E9/L and 10⁹/L are one."""
    text = normal(unit).replace("μ", "u").replace("mcg", "ug").replace("mcmol", "umol")
    for mark in (" ", "^", "*", "×", "x10"):
        text = text.replace(mark, "10" if mark == "x10" else "")
    if text.startswith("10e"):
        text = text.replace("10e", "10", 1)
    return _SPELLINGS.get(text, text)


def _known() -> dict[str, str]:
    """Return every name that means one test."""
    found: dict[str, set[str]] = {}
    for row in TESTS.codes:
        names = (row.value, row.text.en, row.text.es, *NAMES[row.value].split("|"))
        for name in names:
            found.setdefault(normal(name), set()).add(row.value)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}


_KNOWN = _known()
