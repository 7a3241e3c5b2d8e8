"""The kinds of identifiers a text can hold, each with the pattern and the proof it is known by.

DNI and NIE: Real Decreto 1553/2005 and Orden INT/2058/2008 (check letter, number modulo 23). Social
security: ten digits and their remainder by 97. CIP: as CatSalut gives it, four letters, a digit for
sex, the birth and three digits. Telephones: Plan Nacional de Numeración (nine digits from 6 to 9).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from ordi_crf.forms.schema import Text


class Kind(Enum):
    """What a text seems to hold."""

    NAME = Text("Name", "Nombre")
    BIRTH = Text("Date of birth", "Fecha de nacimiento")
    PHONE = Text("Telephone", "Teléfono")
    EMAIL = Text("E-mail", "Correo electrónico")
    IDENTITY = Text("DNI or NIE", "DNI o NIE")
    RECORD = Text("Record number", "Número de historia")
    CARD = Text("Card number", "Número de tarjeta")
    ADDRESS = Text("Address", "Dirección")
    INITIALS = Text("Initials", "Iniciales")


@dataclass(frozen=True, slots=True)
class Found:
    """One suspicion: what it seems to be, and the words themselves."""

    kind: Kind
    text: str


_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_NIE = MappingProxyType({"X": "0", "Y": "1", "Z": "2"})
_PROVINCES, _CONTROL = 8, 97
"""Digits of a social security number after its province, and what its remainder is taken by."""
_SHORT = 10**7
"""Numbers below it are reckoned with one digit less."""


def _has_its_letter(found: re.Match[str]) -> bool:
    plain = re.sub(r"[^0-9A-Z]", "", found[0].upper())
    digits = _NIE.get(plain[0], plain[0]) + plain[1:-1]
    return plain[-1] == _LETTERS[int(digits) % len(_LETTERS)]


def _has_its_remainder(found: re.Match[str]) -> bool:
    digits = re.sub(r"[^0-9]", "", found[0])
    province, number, control = digits[:2], int(digits[2:-2]), int(digits[-2:])
    places = _PROVINCES - 1 if number < _SHORT else _PROVINCES
    return int(province) * 10**places % _CONTROL + number % _CONTROL in (
        control,
        control + _CONTROL,
    )


def _has_a_birth(found: re.Match[str]) -> bool:
    try:
        date(2000 + int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return False
    return True


def _always(_found: re.Match[str]) -> bool:
    return True


_NAMED = "[A-ZÁÉÍÓÚÀÈÒÏÜÑÇ][a-záéíóúàèòïüñç'·]+"
_TITLES = r"(?:Sr|Sra|Srta|Don|Doña|Dña|Mr|Mrs|Ms)\b\.?|D\.|D\.?ª"
_STREETS = (
    r"[Cc]/|[Cc]alle|[Cc]arrer|[Aa]vda?\.|[Aa]venida|[Aa]vinguda|[Pp]laza|[Pp]laça|[Pp]za\.|"
    r"[Pp]aseo|[Pp]asseig|[Pp]º|[Rr]onda|[Tt]ravess?[ií]a"
)
_RECORDS = (
    r"n\.? ?h\.? ?c|h\.? ?c|mrn|sap|cip|tis|historia(?: cl[ií]nica)?|hist[oò]ria cl[ií]nica|"
    r"(?:hospital|record|chart) (?:number|no)"
)
_PATTERNS: tuple[tuple[Kind, str, Callable[[re.Match[str]], bool]], ...] = (
    (Kind.EMAIL, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", _always),
    (
        Kind.IDENTITY,
        r"(?<![\w.-])(?:\d{1,2}|[XYZxyz][ -]?\d)\.?\d{3}\.?\d{3}[ -]?[A-Za-z](?!\w)",
        _has_its_letter,
    ),
    (
        Kind.CARD,
        r"(?<!\w)[A-Z]{4} ?[01] ?(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d) ?\d\d ?\d(?!\w)",
        _has_a_birth,
    ),
    (Kind.CARD, r"(?<![\w.-])\d\d[ /-]?\d{8}[ /-]?\d\d(?![\w.-])", _has_its_remainder),
    (
        Kind.PHONE,
        r"(?<![\w.,/+-])(?:(?:\+|00)34[ .-]?)?[6-9](?:[ .-]?\d){8}(?![\w/]|[.,-]\d)",
        _always,
    ),
    (Kind.PHONE, r"(?<!\w)\+\d{1,3}(?:[ .-]?\d){7,12}(?!\w)", _always),
    (
        Kind.RECORD,
        (
            rf"(?i:\b(?:{_RECORDS})\b\.?\s*(?:(?:n[.ºo°]*|núm\.?|number)\s*)?[:#]?\s*)"
            r"[A-Z]{0,3}\d{5,12}\b"
        ),
        _always,
    ),
    (
        Kind.ADDRESS,
        (
            rf"(?<!\w)(?:{_STREETS})\s*(?:(?:de la|del|dels|de|d')\s*)?{_NAMED}"
            r"[^,;.\n]{0,30}?,?\s*(?:n[.º°]*\s*)?\d{1,4}(?!\w)"
        ),
        _always,
    ),
    (Kind.NAME, rf"(?<!\w)(?:{_TITLES})\s*{_NAMED}(?:\s+{_NAMED})*", _always),
    (
        Kind.INITIALS,
        r"(?i:\b(?:iniciales|initials|inicials)\b)\s*[:=]?\s*(?:[A-ZÑÇ]\.?\s?){2,4}(?!\w)",
        _always,
    ),
)
_COMPILED = tuple((kind, re.compile(pattern), proof) for kind, pattern, proof in _PATTERNS)


def of_patterns(text: str) -> Iterator[Found]:
    """Yield what a text seems to hold by its form, each stretch of it once."""
    taken: list[tuple[int, int]] = []
    for kind, pattern, proof in _COMPILED:
        for found in pattern.finditer(text):
            start, end = found.span()
            overlaps = any(start < other_end and begun < end for begun, other_end in taken)
            if proof(found) and not overlaps:
                taken.append((start, end))
                yield Found(kind, found[0].strip())
