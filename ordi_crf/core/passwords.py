"""What a password must be: long and not guessable from the desk, said in sentences.

NIST SP 800-63B (2025), 3.1.1: length decides; no mixture of signs is asked for, words of the place
are refused, and none is changed only because time has passed. 21 CFR 11.300(b) asks that passwords
be checked, recalled or revised from time to time: after how many days is the study's to set, and
not set by default.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ordi_crf.forms.schema import Text

LEAST = 12
"""Characters a password has at least."""
MOST = 200
"""Characters a password has at most: more is a pasted document."""
KEPT, MOST_KEPT = 5, 24
"""How many former passwords are not to be used again: where the study says nothing, and at most."""
LEAST_DAYS, MOST_DAYS = 30, 1095
"""Days between which a study lets a password grow old: sooner, people write them down."""
DAYS_PROPERTY, KEPT_PROPERTY = "password_days", "password_kept"
"""The properties of a study that say so; days 0 is never."""
_DIFFERENT = 5
"""Different characters a password has at least."""
_COMMON = (
    "password", "passphrase", "contraseña", "contrasena", "contrasenya", "qwertyuiop",
    "administrator", "administrador", "investigator", "investigador", "enfermeria", "dermatologia",
    "dermatology", "hospital", "lenalidomide", "lenalidomida", "lupus", "ordi", "study", "estudio",
    "welcome", "bienvenido", "letmein", "iloveyou", "barcelona",
)  # fmt: skip
"""Words that, with digits and signs around them, are what a guesser tries first here."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a study asks of its passwords beside length (21 CFR 11.300(b))."""

    days: int | None = None
    """Days after which a password is to be changed, None for never (NIST SP 800-63B 3.1.1.2)."""
    kept: int = KEPT
    """How many former passwords are refused, the present one among them."""


def rules(properties: Mapping[str, str]) -> Rules:
    """Return what the properties of a study say; what is not said or no number is the default."""
    days = _number(properties.get(DAYS_PROPERTY, ""), 0)
    kept = _number(properties.get(KEPT_PROPERTY, ""), KEPT)
    return Rules(
        min(max(days, LEAST_DAYS), MOST_DAYS) if days else None, min(max(kept, 1), MOST_KEPT)
    )


def canonical(password: str) -> str:
    """Return a password as every keyboard means it (RFC 8265, 4.2: NFC, one kind of space)."""
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in password)
    return unicodedata.normalize("NFC", spaced)


def problems(
    password: str, login: str, name: str = "", *, used: bool = False, kept: int = KEPT
) -> list[Text]:
    """Return what keeps a password from being taken, empty when nothing does.

    `used` says that it is one of the last `kept`, which only who holds those can tell.
    """
    typed = canonical(password)
    found = [
        (len(typed) < LEAST, _TOO_SHORT.format(least=str(LEAST))),
        (len(typed) > MOST, _TOO_LONG.format(most=str(MOST))),
        (_names(typed, login, name), _NAMED),
        (len(typed) >= LEAST and _monotonous(typed), _MONOTONOUS),
        (_letters(typed) in _COMMON, _COMMON_WORD),
        (used, _USED.format(kept=str(kept)) if kept > 1 else _USED_NOW),
    ]
    return [sentence for fails, sentence in found if fails]


def due(changed: date, today: date, days: int | None) -> bool:
    """Return whether a password is older than the study lets it grow; never with None."""
    return days is not None and today - changed >= timedelta(days=days)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() else otherwise


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalpha())


def _names(typed: str, login: str, name: str) -> bool:
    """Return whether a password is made of the login, or of the person's name."""
    letters, whole = _letters(typed), _letters(name)
    shown = login.strip().casefold()
    parts = {_letters(part) for part in name.split()} | {_letters(login), whole}
    rest = letters
    for part in sorted((p for p in parts if len(p) > 2), key=len, reverse=True):
        rest = rest.replace(part, "")
    return (len(shown) > 3 and shown in typed.casefold()) or (bool(letters) and not rest)


def _monotonous(typed: str) -> bool:
    """Return whether few characters take turns, or most follow from the one before them."""
    steps = [ord(after) - ord(before) for before, after in pairwise(typed.casefold())]
    in_line = sum(step in (-1, 0, 1) for step in steps)
    return len(set(typed)) < _DIFFERENT or in_line * 4 >= len(steps) * 3


_TOO_SHORT = Text(
    "Take at least {least} characters: a few words with spaces are easy to keep and hard to guess.",
    "Use al menos {least} caracteres: unas palabras con espacios se recuerdan bien y son difíciles "
    "de adivinar.",
)
_TOO_LONG = Text(
    "Take at most {most} characters: a few words do.",
    "Use como máximo {most} caracteres: bastan unas palabras.",
)
_NAMED = Text(
    "Leave out your name and login: they are tried first.",
    "No use su nombre ni su usuario: es lo primero que se prueba.",
)
_MONOTONOUS = Text(
    "Take more different characters: repeated signs and rows like 1234 are tried first.",
    "Use caracteres más variados: las repeticiones y series como 1234 se prueban primero.",
)
_COMMON_WORD = Text(
    "This is a common word with digits or signs: take several words.",
    "Es una palabra habitual con cifras o signos: use varias palabras.",
)
_USED = Text(
    "This is one of your last {kept} passwords: take a new one.",
    "Es una de sus últimas {kept} contraseñas: elija otra.",
)
_USED_NOW = Text(
    "This is your present password: take a new one.",
    "Es su contraseña actual: elija otra.",
)
