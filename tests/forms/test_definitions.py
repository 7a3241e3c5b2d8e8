"""House rules of a definition, over every form: what a name, a wording and a limit may be."""

from __future__ import annotations

import dataclasses
import re
import string
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pytest

from ordi_crf import forms, study
from ordi_crf.core.records import blank
from ordi_crf.db import schema
from ordi_crf.forms import labs
from ordi_crf.forms.schema import Choice, CodeList, Item, LabResult, Limits, Number, Section, Text

SECTIONS = [section for form in forms.FORMS for section in form.sections]
ITEMS = [(section, item) for section in SECTIONS for item in section.items]
CODELISTS = [item.codes for _, item in ITEMS if isinstance(item, Choice)]
OWN_COLUMNS = {"id", "record_id", "row", "voided"}
SAME_IN_BOTH = {
    "No", "Abdomen", "ALT", "AST", "CTCAE 4.03", "CTCAE 3.0", "CLASI (Albrecht 2005)",
    "0-70", "0-56", "SLEDAI-2K (Gladman 2002)", "0-105", "0-99", "0-101", "Vasculitis",
    "Proteinuria", "Alopecia", "Pericarditis", "Hepatitis B", "Hepatitis C", "MDRD-4 (IDMS)",
    "Cockcroft-Gault", "CKD-EPI 2009", "CKD-EPI 2021", "kg/m²", "mL/min",
    "5 mg", "10 mg",
    "Oral", "Intramuscular", "Normal",
    "CPK", "TSH", "Anti-HBc", "Anti-Ro (SSA)", "Anti-La (SSB)", "Anti-Sm", "Anti-RNP",
    *(unit.value for unit in labs.UNITS.codes),
}  # fmt: skip
"""Wordings that are the same in English and Spanish."""
LONGER_NAMES: set[str] = set()
"""Items whose name exceeds the eight characters of SDTM; each needs a reason here."""

each_form = pytest.mark.parametrize("form", forms.FORMS, ids=lambda f: f.oid)
each_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.name)
each_item = pytest.mark.parametrize(
    ("section", "item"), ITEMS, ids=[f"{s.name}-{i.name}" for s, i in ITEMS]
)


def texts(value: object) -> Iterator[Text]:
    """Yield every wording inside a definition."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(texts, value))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def repeated(names: Iterator[str]) -> list[str]:
    return [name for name, n in Counter(names).items() if n > 1]


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_form_oids_are_unique():
    assert repeated(form.oid for form in forms.FORMS) == []


def test_a_section_is_one_table_of_its_own():
    names = [*schema.PLAIN_TABLES, "change", *(section.name for section in SECTIONS)]
    assert repeated(iter(names)) == []


def test_an_item_name_belongs_to_one_domain():
    """CDASH asks the same question under one name wherever a domain asks it."""
    named = {(item.name, section.domain) for section, item in ITEMS}
    assert repeated(name for name, _ in named) == []


@each_form
def test_an_item_name_is_used_once_in_a_section(form):
    for section in form.sections:
        assert repeated(item.name for item in section.items) == []


def test_rule_ids_are_unique():
    rules = (rule.oid for s in SECTIONS for rule in (*s.rules, *s.across))
    assert repeated(rules) == []


def test_a_derived_value_has_no_column():
    derived = {value.name for form in forms.FORMS for value in form.derived}
    assert derived & {item.name for _, item in ITEMS} == set()


@each_section
def test_a_section_name_is_a_plain_table_name(section: Section):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", section.name)


@each_section
def test_a_section_belongs_to_a_cdisc_domain(section: Section):
    assert re.fullmatch(r"[A-Z]{2}", section.domain)


@each_section
def test_a_section_repeats_or_has_rows_but_not_both(section: Section):
    assert not (section.repeating and section.rows)
    assert section.repeating or not section.across


@each_section
def test_pre_printed_rows_have_codes_of_their_own(section: Section):
    codes = section.rows.codes if section.rows else ()
    assert repeated(code.value for code in codes) == []


@each_section
def test_every_rule_bears_a_row_nobody_has_touched(section: Section):
    untouched = blank(section)
    assert all(rule.ok(untouched) in (True, False) for rule in section.rules)
    assert all(
        rule.ok(rows) in (True, False) for rule in section.across for rows in ([], [untouched])
    )


@each_section
def test_a_rule_is_shown_beside_an_item_of_its_section(section: Section):
    names = {item.name for item in section.items}
    assert all(rule.item in names for rule in section.rules)


@each_item
def test_an_item_name_is_a_cdash_name(section: Section, item: Item):
    assert re.fullmatch(r"[A-Z][A-Z0-9]*", item.name)
    assert len(item.name) <= 8 or item.name in LONGER_NAMES
    assert item.name.lower() not in OWN_COLUMNS


@pytest.mark.parametrize(
    ("section", "item"), [(s, i) for s, i in ITEMS if i.asked_when], ids=lambda v: v.name
)
def test_an_item_is_asked_when_a_choice_before_it_says_so(section: Section, item: Item):
    assert item.asked_when is not None
    names = [other.name for other in section.items]
    condition = section.item(item.asked_when.item)
    assert names.index(condition.name) < names.index(item.name)
    assert isinstance(condition, Choice)
    assert all(answer in condition.codes for answer in item.asked_when.answers)


@pytest.mark.parametrize(
    ("section", "item"), [(s, i) for s, i in ITEMS if i.not_in_rows], ids=lambda v: v.name
)
def test_an_item_is_left_out_only_of_rows_that_exist(section: Section, item: Item):
    assert section.rows is not None
    assert set(item.not_in_rows) <= {code.value for code in section.rows.codes}


@pytest.mark.parametrize(
    "section",
    [s for s in SECTIONS if any(isinstance(i, LabResult) for i in s.items)],
    ids=lambda s: s.name,
)
def test_a_laboratory_result_stands_in_a_row_with_its_unit(section: Section):
    assert section.rows is not None
    assert all(code.unit for code in section.rows.codes)


def limits() -> list[tuple[str, Limits, Limits]]:
    """Return what is possible and what is expected, wherever a definition says it."""
    numbers = [(i.name, i.possible, i.expected) for _, i in ITEMS if isinstance(i, Number)]
    tests = [
        (f"{s.name}.{code.value}", code.possible, code.expected)
        for s in SECTIONS
        if s.rows
        for code in s.rows.codes
    ]
    return numbers + tests


@pytest.mark.parametrize(("name", "possible", "expected"), limits(), ids=lambda v: str(v)[:12])
def test_what_is_expected_is_possible(name: str, possible: Limits, expected: Limits):
    for end in (expected.lo, expected.hi):
        assert end is None or end in possible, name
    for interval in (possible, expected):
        assert None in (interval.lo, interval.hi) or interval.lo < interval.hi, name


@pytest.mark.parametrize("codes", CODELISTS, ids=lambda codes: codes.name)
def test_a_codelist_has_codes_and_wordings_of_its_own(codes: CodeList):
    assert codes.codes
    assert repeated(code.value for code in codes.codes) == []
    assert repeated(code.text.en for code in codes.codes) == []
    assert repeated(code.text.es for code in codes.codes) == []


def test_a_codelist_name_means_one_list():
    named: dict[str, CodeList] = {}
    for codes in CODELISTS:
        assert named.setdefault(codes.name, codes) == codes


@each_form
def test_every_wording_is_there_in_both_languages(form):
    for text in texts(form):
        assert text.en.strip() == text.en != ""
        assert text.es.strip() == text.es != ""
        assert text.en != text.es or text.en in SAME_IN_BOTH, text.en
        assert placeholders(text.en) == placeholders(text.es)


@each_form
def test_a_form_is_filled_at_some_visit(form):
    assert any(form.oid in event.forms for event in study.EVENTS)


@pytest.mark.parametrize("event", study.EVENTS, ids=lambda event: event.code)
def test_a_visit_asks_for_forms_that_exist(event):
    assert [form.oid for form in study.forms_at(event.code)] == list(event.forms)


def test_visits_are_numbered_in_their_order():
    numbers = [event.number for event in study.EVENTS]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize(
    "ask",
    [
        lambda: forms.form("XX"),
        lambda: forms.form("DM").section("xx"),
        lambda: forms.form("DM").sections[0].item("XX"),
        lambda: study.event("XX"),
    ],
    ids=["form", "section", "item", "visit"],
)
def test_an_unknown_name_is_a_key_error(ask):
    with pytest.raises(KeyError):
        ask()
