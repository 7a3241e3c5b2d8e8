"""The fingerprint of the definitions: the same for the same questions, another for any other."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal

import pytest

from ordi_crf import forms
from ordi_crf.forms.fingerprint import fingerprint, fingerprint_of
from ordi_crf.forms.schema import Limits, Severity, Text
from tests.builders import form_with, section_with

VS = forms.form("VS")
SECTION = VS.section("vs")


def test_it_is_the_same_in_another_run_of_the_program():
    """T38."""
    program = "from ordi_crf.forms.fingerprint import fingerprint; print(fingerprint())"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.strip() == fingerprint()
    assert len(fingerprint()) == 64


@pytest.mark.parametrize(
    "change",
    [
        lambda i: replace(i, label=Text("Weight?", i.label.es)),
        lambda i: replace(i, expected=Limits(Decimal(31), Decimal(180))),
        lambda i: replace(i, required=not i.required),
        lambda i: replace(i, places=i.places + 1),
    ],
    ids=["wording", "limits", "required", "decimals"],
)
def test_any_change_of_a_question_is_another_fingerprint(change):
    section = section_with(SECTION, change(SECTION.item("WEIGHT")))
    assert fingerprint_of([form_with(VS, section)]) != fingerprint_of([VS])


def test_a_rule_that_is_gone_or_milder_is_another_fingerprint():
    rule = SECTION.rules[0]
    without = form_with(VS, replace(SECTION, rules=SECTION.rules[1:]))
    soft = Severity.SOFT if rule.severity is Severity.HARD else Severity.HARD
    milder = form_with(
        VS, replace(SECTION, rules=(replace(rule, severity=soft), *SECTION.rules[1:]))
    )
    assert len({fingerprint_of([VS]), fingerprint_of([without]), fingerprint_of([milder])}) == 3


def test_the_order_of_forms_counts():
    assert fingerprint_of(forms.FORMS) != fingerprint_of(reversed(forms.FORMS))


def test_what_no_definition_may_hold_is_no_definition():
    with pytest.raises(TypeError, match="object"):
        fingerprint_of([replace(VS, title=object())])
