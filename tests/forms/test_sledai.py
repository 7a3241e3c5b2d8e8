"""The definition of SLEDAI-2K: 24 descriptors, their weights and their wording (Gladman 2002)."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pytest

from ordi_crf.forms.schema import Choice, Text
from ordi_crf.forms.sledai import DESCRIPTORS, FORM, PRESENT, WINDOW_DAYS

SAME_IN_BOTH = {
    "Vasculitis", "Proteinuria", "Alopecia", "Pericarditis", "SLEDAI-2K (Gladman 2002)",
    "0-105", "0-99", "0-101",
}  # fmt: skip


def texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(texts, value))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def test_the_weights_are_eight_eights_six_fours_seven_twos_and_three_ones():
    assert Counter(d.weight for d in DESCRIPTORS) == {8: 8, 4: 6, 2: 7, 1: 3}


def test_descriptors_stand_in_the_order_of_the_printed_index():
    """SL-105."""
    assert " ".join(d.value for d in DESCRIPTORS) == (
        "SEIZ PSYC OBS VISU CRAN HEAD CVA VASC ARTH MYOS CAST HEMA PROT PYUR "
        "RASH ALOP MUCO PLEU PERI COMP DNA FEVR THRO LEUK"
    )


def test_every_descriptor_has_to_be_answered_present_or_absent():
    item = PRESENT.item("SLPRES")
    assert isinstance(item, Choice)
    assert item.required
    assert [code.value for code in item.codes.codes] == ["0", "1"]


def test_every_record_keeps_the_index_and_its_window():
    """SL-2K."""
    assert FORM.version == "SLEDAI-2K, 10 d"
    assert {derived.version for derived in FORM.derived} == {FORM.version}
    assert WINDOW_DAYS == 10


@pytest.mark.parametrize("descriptor", DESCRIPTORS, ids=lambda d: d.value)
def test_a_definition_is_a_whole_sentence_in_both_languages(descriptor):
    for words in (descriptor.definition.en, descriptor.definition.es):
        assert words[0].isupper()
        assert words.endswith(".")


def test_every_wording_is_there_in_both_languages():
    same = {text.en for text in texts(FORM) if text.en == text.es}
    assert same == SAME_IN_BOTH
    assert all(text.en.strip() == text.en and text.es.strip() == text.es for text in texts(FORM))


@pytest.mark.parametrize(
    ("code", "es"),
    [
        pytest.param("RASH", "persistente", id="rash"),
        pytest.param("ALOP", "persistente", id="alopecia"),
        pytest.param("MUCO", "persistentes", id="mucosa"),
        pytest.param("PROT", "nueva o no", id="proteinuria"),
    ],
)
def test_what_goes_on_counts_as_in_the_2000_version(code, es):
    (descriptor,) = (d for d in DESCRIPTORS if d.value == code)
    assert es in descriptor.definition.es
