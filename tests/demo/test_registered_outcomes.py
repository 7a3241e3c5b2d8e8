"""The demonstration study by the registered outcomes: the published figures, and the same ones."""

from __future__ import annotations

import pytest

from ordi_crf.core import survival
from ordi_crf.core.flares import time_to_cutaneous_flare
from ordi_crf.core.outcomes import outcomes
from ordi_crf.core.phrases import share


@pytest.fixture(scope="module")
def found(demonstration):
    """Give the headline of each outcome by its number."""
    return {o.number: o.headline for o in outcomes(demonstration.courses)}


def test_complete_response_is_12_of_14_evaluable_and_of_15_treated(found):
    assert share(found[1].of_assessed).en == "12 of 14 = 85.7 % (95 % CI 57.2-98.2)"
    assert share(found[1].of_all).en == "12 of 15 = 80.0 % (95 % CI 51.9-95.7)"
    assert [str(m.subject) for m in found[1].missing] == ["SYN-01"]


def test_side_effects_are_2_of_15(found):
    assert share(found[2].of_all).en == "2 of 15 = 13.3 % (95 % CI 1.7-40.5)"


def test_cutaneous_flares_are_9_of_12(found):
    assert share(found[5].of_assessed).en == "9 of 12 = 75.0 % (95 % CI 42.8-94.5)"


def test_anti_dsdna_did_not_increase(found):
    assert (found[4].of_assessed.n, found[4].of_assessed.of) == (0, 15)


def test_half_had_flared_within_5_weeks_of_withdrawal(demonstration):
    steps = survival.kaplan_meier(time_to_cutaneous_flare(demonstration.courses))
    assert sum(step.events for step in steps) == 9
    assert survival.median(steps) == 35
