"""Every word of the window in both languages, compiled as it is written."""

import re
from xml.etree import ElementTree

import pytest

from ordi_crf import study
from ordi_crf.forms.schema import Language
from ordi_crf.ui.wording import written
from tools import translations


@pytest.mark.parametrize("code", list(translations.LANGUAGES))
def test_the_translations_are_up_to_date_and_whole(code, tmp_path):
    assert list(translations.check(code, tmp_path)) == []


def test_a_translation_keeps_the_placeholders_of_its_source():
    wrong = []
    for message in ElementTree.parse(translations.ts("es")).iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        forms = translation.findall("numerusform") or [translation]
        wanted = sorted(re.findall(r"\{\w+\}|%n", source))
        wrong += [
            source for f in forms if sorted(re.findall(r"\{\w+\}|%n", f.text or "")) != wanted
        ]
    assert wrong == []


def test_a_menu_keeps_its_mnemonic():
    wrong = []
    for message in ElementTree.parse(translations.ts("es")).iter("message"):
        source, translation = message.findtext("source", ""), message.findtext("translation", "")
        if source.count("&") == 1 and translation.count("&") != 1:
            wrong.append(source)
    assert wrong == []


@pytest.mark.parametrize("language", Language, ids=lambda language: language.value)
def test_abbreviated_visits_are_told_apart(language):
    shorts = [visit.short.in_(language) for visit in study.EVENTS]
    assert len(set(shorts)) == len(shorts)


@pytest.mark.parametrize(
    ("language", "expected"),
    [(Language.EN, "18.004"), (Language.ES, "18,004")],
    ids=["English", "Spanish"],
)
def test_computed_figures_carry_the_decimal_sign_of_the_language(language, expected):
    assert written("18.004", language) == expected
