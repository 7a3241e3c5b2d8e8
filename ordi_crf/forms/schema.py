"""The definition language: what a form *is*, with no idea of how it is shown or stored.

Form, Section and Item map one to one on ODM's FormDef, ItemGroupDef and ItemDef, and a Section is
also exactly one SQLite table and one worksheet. A definition is a frozen value: screen, checks,
tables, audit, codebook, workbook and PDF are functions of it (ADR 1).

Values travel as the canonical text they are stored as (`Values`): measurements keep every digit as
entered, `None` is blank, and blank is never zero. `ordi_crf.core.values` reads and writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TypeAlias

Values: TypeAlias = Mapping[str, str | None]
"""Item name to canonical text; None is blank."""


class Language(StrEnum):
    """A language of the study's wording (ISO 639-1)."""

    EN = "en"
    ES = "es"


class Severity(Enum):
    """HARD keeps a form from being completed; SOFT asks for a reason."""

    HARD = "Hard"
    SOFT = "Soft"


@dataclass(frozen=True, slots=True)
class Text:
    """Study wording, in both languages of the study."""

    en: str
    es: str

    def in_(self, language: Language) -> str:
        """Return the wording in a language."""
        return self.es if language is Language.ES else self.en

    def format(self, **values: str | int) -> Text:
        """Return the wording with its placeholders filled in both languages."""
        return Text(self.en.format(**values), self.es.format(**values))


@dataclass(frozen=True, slots=True)
class Limits:
    """An inclusive interval; either end may be open."""

    lo: Decimal | None = None
    hi: Decimal | None = None

    def __contains__(self, value: Decimal) -> bool:
        return (self.lo is None or value >= self.lo) and (self.hi is None or value <= self.hi)

    def __bool__(self) -> bool:
        return self.lo is not None or self.hi is not None

    def __str__(self) -> str:
        match self.lo, self.hi:
            case None, None:
                return ""
            case lo, None:
                return f"≥ {lo}"
            case None, hi:
                return f"≤ {hi}"
            case lo, hi:
                return f"{lo} - {hi}"


@dataclass(frozen=True, slots=True)
class Code:
    """One coded value: what is stored, and what is shown."""

    value: str
    text: Text


@dataclass(frozen=True, slots=True)
class CodeList:
    """A closed vocabulary; becomes a CHECK, a choice on screen and an ODM CodeList."""

    name: str
    codes: tuple[Code, ...]

    def __contains__(self, value: object) -> bool:
        return any(code.value == value for code in self.codes)

    @property
    def integer(self) -> bool:
        """Whether every code is a grade or a count, so that the code is the score."""
        return all(code.value.isdecimal() for code in self.codes)

    def text(self, value: str) -> Text:
        """Return the wording of a code; KeyError when the list does not hold it."""
        for code in self.codes:
            if code.value == value:
                return code.text
        raise KeyError(value)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit results are reported in; times `factor` a result is in the first unit of its row."""

    text: str
    factor: Decimal | None = Decimal(1)
    """None where no number leads from one unit to the other."""


@dataclass(frozen=True, slots=True)
class RowCode(Code):
    """A pre-printed row: a location or a test, with the unit and limits of its result."""

    _: KW_ONLY
    unit: str = ""
    """The unit of the limits."""
    units: tuple[Unit, ...] = ()
    """Units to choose from, the unit of the limits first; none where there is no choice."""
    possible: Limits = Limits()
    expected: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Rows:
    """The pre-printed rows of a section; the list's name is the key variable."""

    name: str
    label: Text
    codes: tuple[RowCode, ...]

    def row(self, value: str) -> RowCode:
        """Return a row by its code; KeyError when there is none."""
        for code in self.codes:
            if code.value == value:
                return code
        raise KeyError(value)


@dataclass(frozen=True, slots=True)
class When:
    """An item is asked only when another item of its row has one of these answers."""

    item: str
    answers: tuple[str, ...]

    def holds(self, values: Values) -> bool:
        """Return whether the item is asked."""
        return values.get(self.item) in self.answers


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Its name is the CDASH variable, the column and the OID stem."""

    name: str
    label: Text
    _: KW_ONLY
    required: bool = False
    hint: Text | None = None
    asked_when: When | None = None
    not_in_rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Question):
    """A quantity, stored as entered: never rounded, never guessed."""

    places: int = 0
    unit: str = ""
    possible: Limits = Limits()
    """Outside is a hard finding."""
    expected: Limits = Limits()
    """Outside is a soft finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabResult(Question):
    """A laboratory result as reported, "<10" included; unit and limits belong to its row."""

    unit_item: str = ""
    """The item that says in which unit of its row it was reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """One answer out of a codelist."""

    codes: CodeList


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Question):
    """A calendar date, ISO 8601; `partial` allows 2010 and 2010-03. Not after today, as a rule."""

    partial: bool = False
    future: bool = False
    """Whether it may lie ahead, as an expiry does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeText(Question):
    """Words of the person who enters them."""

    lines: int = 1
    limit: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke(Question):
    """One stroke of a drawing: integer vectors as text, the record of what was painted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Question):
    """A file kept inside the study file; its value is its SHA-256 and its name, never a path."""


Item: TypeAlias = Number | LabResult | Choice | Date | FreeText | Stroke | Attachment
"""Every kind of question there is. Add one here and mypy lists what must learn to render it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A value computed from answers, never stored; `method` says how, `version` which rule."""

    name: str
    label: Text
    method: Text
    version: str
    unit: Text | None = None
    places: int = 0
    """Decimals worth reading; 0 of what is counted."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check across the items of one row: `ok` is a pure predicate over its values."""

    oid: str
    ok: Callable[[Values], bool]
    message: Text
    severity: Severity = Severity.HARD
    item: str = ""
    """The item the finding is shown beside."""


@dataclass(frozen=True, slots=True)
class AcrossRule:
    """A check across all rows of a section, as for records that must not overlap."""

    oid: str
    ok: Callable[[Sequence[Values]], bool]
    message: Text
    severity: Severity = Severity.HARD


@dataclass(frozen=True, slots=True)
class Section:
    """A group of items asked together: once, once per pre-printed row, or as often as needed."""

    name: str
    title: Text
    _: KW_ONLY
    domain: str
    items: tuple[Item, ...]
    rows: Rows | None = None
    repeating: bool = False
    rules: tuple[Rule, ...] = ()
    across: tuple[AcrossRule, ...] = ()

    def item(self, name: str) -> Item:
        """Return an item by its name; KeyError when there is none."""
        for item in self.items:
            if item.name == name:
                return item
        raise KeyError(name)

    @property
    def units(self) -> frozenset[str]:
        """Return the items that are units of results: they are shown with them, not beside them."""
        results = (item for item in self.items if isinstance(item, LabResult))
        return frozenset(item.unit_item for item in results if item.unit_item)

    def asked(self, item: Item, row: str, values: Values) -> bool:
        """Return whether an item is asked in a row with these values."""
        shown = item.asked_when is None or item.asked_when.holds(values)
        return shown and row not in item.not_in_rows


@dataclass(frozen=True, slots=True)
class Form:
    """A case report form."""

    oid: str
    title: Text
    sections: tuple[Section, ...]
    _: KW_ONLY
    version: str = "1"
    derived: tuple[Derived, ...] = ()
    note: Text | None = None
    """Shown at the top: instructions, and whose instrument it is."""

    def section(self, name: str) -> Section:
        """Return a section by its name; KeyError when there is none."""
        for section in self.sections:
            if section.name == name:
                return section
        raise KeyError(name)
