"""The fingerprint of the definitions: which questions, codes, limits and rules a program has.

Two programs with the same fingerprint ask the same. What a rule computes is code and goes with the
version of the program; that it is there, its wording and its severity go into the fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache

from ordi_crf import forms
from ordi_crf.forms.schema import Form


@cache
def fingerprint() -> str:
    """Return the SHA-256 of the definitions of the study's forms."""
    return fingerprint_of(forms.FORMS)


def fingerprint_of(definitions: Iterable[Form]) -> str:
    """Return the SHA-256 of definitions, as canonical JSON without the code of their rules."""
    plain = [_plain(form) for form in definitions]
    body = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(body.encode()).hexdigest()


def _plain(value: object) -> object:
    """Return a definition as JSON can hold it: each part under its name and with its kind."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__, **parts}
    match value:
        case Enum():
            return value.name
        case Decimal():
            return str(value)
        case tuple() | list():
            return [_plain(part) for part in value]
        case frozenset() | set():
            return sorted(str(part) for part in value)
        case None | str() | int():
            return value
        case Callable():
            return "code"
        case _:
            raise TypeError(f"a definition holds {type(value).__name__}")
