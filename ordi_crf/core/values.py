"""Between what a person types and what is stored: exact, forgiving in form, never guessing.

Measurements keep every digit as typed; the decimal comma of Spain and the decimal point mean the
same; group separators are refused, because "1.500" has two readings. Dates are ISO 8601 and may be
partial where the item allows it (CDASH, ODM partialDate).
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import assert_never

from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    Date,
    FreeText,
    Item,
    LabResult,
    Language,
    Number,
    Stroke,
    Text,
)

_NUMBER = re.compile(r"([+-]?)([0-9]{1,12})(?:[.,]([0-9]{1,12}))?", re.ASCII)
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})[/.-])?([0-9]{1,2})[/.-]([0-9]{4})", re.ASCII)
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100
_ATTACHED = re.compile(r"([0-9a-f]{64}) ([^/\\\x00-\x1f]{1,120})", re.ASCII)
"""SHA-256 of the bytes, and the file's own name without a path."""
_GROUP = 3
"""Digits between two separators of thousands."""


class Unreadable(ValueError):
    """What was typed cannot be a value of the item; the message says what would be."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def parse(item: Item, text: str) -> str | None:
    """Return the canonical text of what was typed, None for blank; Unreadable for the rest."""
    typed = text.strip()
    if not typed:
        return None
    match item:
        case Number():
            return _number(typed, item.places)
        case LabResult():
            sign = typed[0] if typed[0] in "<>" else ""
            return sign + _result(typed[len(sign) :].strip())
        case Date():
            return _date(typed, partial=item.partial)
        case Choice():
            return _code(item, typed)
        case FreeText():
            return _words(text, item.limit, lines=item.lines)
        case Stroke():
            return typed
        case Attachment():
            return _attachment(typed)
        case _:
            assert_never(item)


def _number(typed: str, places: int | None) -> str:
    found = _NUMBER.fullmatch(typed)
    if found is None:
        raise Unreadable(
            Text(
                "This is not a number. Type digits, with a comma or a point for decimals.",
                "Esto no es un número. Escriba cifras, con coma o punto para los decimales.",
            )
        )
    sign, whole, decimals = found[1], found[2], found[3]
    if decimals is not None and places is not None and len(decimals) > places:
        if places == 0:
            raise Unreadable(Text("Type a whole number.", "Escriba un número entero."))
        raise Unreadable(
            Text(
                "At most {n} decimals: was a thousands separator meant?",
                "Como máximo {n} decimales: ¿era un separador de miles?",
            ).format(n=places)
        )
    number = whole.lstrip("0") or "0"
    text = number + (f".{decimals}" if decimals else "")
    return f"-{text}" if sign == "-" and Decimal(text) else text


def _result(typed: str) -> str:
    """Return a laboratory's number, which sets its own decimals; what has two readings is refused.

    "150.000" is 150 000 to a Spaniard and 150 to a Briton; "0.125" can only be a decimal.
    """
    found = _NUMBER.fullmatch(typed)
    grouped = found is not None and found[3] is not None and len(found[3]) == _GROUP
    if grouped and found is not None and found[2] != "0" and len(found[2]) <= _GROUP:
        raise Unreadable(
            Text(
                "This has two readings: type {plain} for the large number, or fewer decimals.",
                "Esto tiene dos lecturas: escriba {plain} para el número grande o menos decimales.",
            ).format(plain=found[2] + found[3])
        )
    return _number(typed, None)


def _date(typed: str, *, partial: bool) -> str:
    if found := _ISO.fullmatch(typed):
        year, month, day = found[1], found[2], found[3]
    elif found := _DAY_FIRST.fullmatch(typed):
        day, month, year = found[1], found[2], found[3]
    else:
        raise Unreadable(
            Text(
                "This is not a date. Type 2010-03-15 or 15/03/2010, the year with four digits.",
                "Esto no es una fecha. Escriba 2010-03-15 o 15/03/2010, con año de cuatro cifras.",
            )
        )
    if not partial and day is None:
        raise Unreadable(
            Text(
                "Day, month and year are needed here: 2010-03-15.",
                "Aquí hacen falta día, mes y año: 2010-03-15.",
            )
        )
    parts = [int(part) for part in (year, month, day) if part is not None]
    _check_calendar(*parts)
    return "-".join(f"{part:04d}" if n == 0 else f"{part:02d}" for n, part in enumerate(parts))


def _check_calendar(year: int, month: int = 1, day: int = 1) -> None:
    try:
        date(year, month, day)
    except ValueError as error:
        raise Unreadable(
            Text(
                "There is no such day in the calendar: check day and month.",
                "Ese día no existe en el calendario: compruebe el día y el mes.",
            )
        ) from error
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        raise Unreadable(
            Text("Check the year: {year}.", "Compruebe el año: {year}.").format(year=year)
        )


def _code(item: Choice, typed: str) -> str:
    if typed not in item.codes:
        allowed = ", ".join(code.value for code in item.codes.codes)
        raise Unreadable(
            Text("{typed} is not one of {allowed}.", "{typed} no es ninguno de {allowed}.").format(
                typed=typed, allowed=allowed
            )
        )
    return typed


def _words(text: str, limit: int, *, lines: int) -> str | None:
    words = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if lines == 1:
        words = " ".join(words.split())
    if bad := next((c for c in words if not _storable(c)), None):
        raise Unreadable(
            Text(
                "There is a character that cannot be stored ({code}): delete it and type again.",
                "Hay un carácter que no se puede guardar ({code}): bórrelo y vuelva a escribir.",
            ).format(code=f"U+{ord(bad):04X}")
        )
    if len(words) > limit:
        raise Unreadable(
            Text(
                "Too long: {n} characters, at most {limit}.",
                "Demasiado largo: {n} caracteres, como máximo {limit}.",
            ).format(n=len(words), limit=limit)
        )
    return words or None


def _attachment(typed: str) -> str:
    if _ATTACHED.fullmatch(typed) is None:
        raise Unreadable(
            Text("Choose a file: it is kept in the study.", "Elija un archivo: se guarda aquí.")
        )
    return typed


def attached(value: str) -> tuple[str, str]:
    """Return the SHA-256 and the name of a kept file; ValueError when it is no such value."""
    found = _ATTACHED.fullmatch(value)
    if found is None:
        raise ValueError(f"{value!r} names no kept file")
    return found[1], found[2]


def _storable(character: str) -> bool:
    """Return whether XML, SQLite and Excel can all hold a character."""
    code = ord(character)
    return character in "\n\t" or (
        code >= 0x20 and not 0x7F <= code <= 0x9F and not 0xD800 <= code <= 0xDFFF
        and code & 0xFFFE != 0xFFFE
    )  # fmt: skip


def number(value: str | None) -> Decimal | None:
    """Return a stored number, or the limit of a "<" or ">" result, as a Decimal."""
    return None if value is None else Decimal(value.lstrip("<>"))


def display(item: Item, value: str | None, language: Language) -> str:
    """Return a stored value as a person reads it; blank is the empty text."""
    if value is None:
        return ""
    match item:
        case Choice():
            return item.codes.text(value).in_(language) if value in item.codes else value
        case Number() | LabResult() | Date() | FreeText() | Stroke():
            return value
        case Attachment():
            return attached(value)[1]
        case _:
            assert_never(item)


def age(birth: str, on: str) -> int:
    """Return completed years on a full date; of a partial date of birth, the fewest possible."""
    year, month, day = _latest(birth)
    then = date.fromisoformat(on)
    return then.year - year - ((then.month, then.day) < (month, day))


def _latest(partial: str) -> tuple[int, int, int]:
    """Return the last day a partial date can mean."""
    parts = [int(part) for part in partial.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else monthrange(year, month)[1]
    return year, month, day
