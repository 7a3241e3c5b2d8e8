"""What there is to be named: items, checks, derived values, readings and visits of the study."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

from ordi_crf import forms, study
from ordi_crf.core.outcomes import outcomes
from ordi_crf.forms.schema import Choice, Date, Item, LabResult, Number, Section

Place: TypeAlias = tuple[str, str, str, str]
"""Form, section, item and row; the row blank where there are none."""

_PACKAGE = Path(study.__file__).parent
_REFERENCE = re.compile(r"(\w+)\.(\w+)(?:\.(\w+))?(?:\[([\w,]+)\])?")
_CHECK = re.compile(r"[A-Z][A-Z0-9]*(\.[A-Z0-9]+)+")
_ANY = "[A-Z0-9]+"


class UnknownReference(Exception):
    """What is named does not exist."""


@cache
def places() -> frozenset[Place]:
    """Return every item of the CRF in every row in which it is asked."""
    return frozenset(
        (form.oid, section.name, item.name, row)
        for form in forms.FORMS
        for section in form.sections
        for item in section.items
        for row in _rows(section)
        if row not in item.not_in_rows
    )


def named(reference: str) -> frozenset[Place]:
    """Return the places an item reference means; UnknownReference when there are none."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise UnknownReference(f"{reference} is no reference to an item")
    form, section, item, rows = match.groups()
    found = {
        place for place in places()
        if place[:2] == (form, section) and item in (None, place[2])
    }  # fmt: skip
    wanted = None if rows is None else set(rows.split(","))
    kept = frozenset(p for p in found if wanted is None or p[3] in wanted)
    if not kept or (wanted is not None and wanted != {p[3] for p in kept}):
        raise UnknownReference(f"{reference} is not in the definitions")
    return kept


@cache
def checks() -> frozenset[str]:
    """Return the ids of named checks, as patterns where a part of the id is filled in later."""
    found: set[str] = set()
    for form in forms.FORMS:
        for section in form.sections:
            found |= {re.escape(rule.oid) for rule in section.rules}
            found |= {re.escape(rule.oid) for rule in section.across}
    for path in sorted((_PACKAGE / "core").rglob("*.py")):
        found |= {*_ids(ast.parse(path.read_text(encoding="utf-8")))}
    return frozenset(found - {re.escape(oid) for oid in readings()})


@cache
def of_items() -> frozenset[str]:
    """Return the ids of checks that come with an item: its limits, its codes, its being due."""
    found = {f"LB{ending}" for ending in (".UNIT", ".UNITROW", ".DUE")}
    for item in _items():
        endings = [".REQUIRED"] if item.required else []
        if isinstance(item, LabResult) or (isinstance(item, Number) and item.possible):
            endings.append(".POSSIBLE")
        if isinstance(item, LabResult) or (isinstance(item, Number) and item.expected):
            endings.append(".EXPECTED")
        if isinstance(item, Date | Choice):
            endings.append(".FUTURE" if isinstance(item, Date) else ".CODE")
        found |= {item.name + ending for ending in endings}
    return frozenset(found)


@cache
def derived() -> frozenset[str]:
    """Return every derived value as FORM.NAME."""
    return frozenset(f"{form.oid}.{value.name}" for form in forms.FORMS for value in form.derived)


@cache
def readings() -> frozenset[str]:
    """Return the ids of the readings of the registered outcomes."""
    return frozenset(e.oid for outcome in outcomes(()) for e in outcome.estimates)


@cache
def visits() -> frozenset[str]:
    """Return the codes of the visits, and of the log."""
    return frozenset(visit.code for visit in study.EVENTS)


def find(name: str) -> object:
    """Return what a dotted name below the package means; UnknownReference when nothing."""
    parts = name.split(".")
    for split in range(len(parts), 0, -1):
        module = ".".join(["ordi_crf", *parts[:split]])
        try:
            found: object = importlib.import_module(module)
        except ModuleNotFoundError:
            continue
        for attribute in parts[split:]:
            if not _has(found, attribute):
                raise UnknownReference(f"{name} is not in the program")
            found = getattr(found, attribute, None)
        return found
    raise UnknownReference(f"{name} is not in the program")


def _has(owner: object, name: str) -> bool:
    return hasattr(owner, name) or name in getattr(owner, "__dataclass_fields__", {})


def _items() -> Iterator[Item]:
    for form in forms.FORMS:
        for section in form.sections:
            yield from section.items


def _rows(section: Section) -> tuple[str, ...]:
    return tuple(code.value for code in section.rows.codes) if section.rows else ("",)


def _ids(tree: ast.AST) -> Iterator[str]:
    """Yield what is written in a module as the id of a check."""
    parts = {id(v) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for v in n.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield from _pattern(node)
        elif isinstance(node, ast.Constant) and id(node) not in parts:
            written = str(node.value)
            if _CHECK.fullmatch(written):
                yield re.escape(written)


def _pattern(node: ast.JoinedStr) -> Iterator[str]:
    """Yield an id that begins with its form and has a part filled in, as SL.{what}."""
    first = node.values[0]
    if isinstance(first, ast.Constant) and re.fullmatch(r"[A-Z]+(\.[A-Z]+)*\.", str(first.value)):
        yield "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else _ANY
            for part in node.values
        )
