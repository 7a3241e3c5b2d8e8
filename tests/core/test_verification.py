"""Source verification: what a form has to be verified, and how much of it is, as it stands."""

from __future__ import annotations

from dataclasses import replace

from ordi_crf.core.missing import Missing
from ordi_crf.core.verification import Share, digest, is_verified, left, places, share, share_of
from ordi_crf.core.verified import Verified
from tests.builders import clasi, record, stroke

DM = record("DM", {"dm": {"": {"SEX": "F", "BRTHDAT": "1960"}}})


def known(form, *chosen):
    return {place: Verified("Joan", "Monitor", "2010", digest(form, place)) for place in chosen}


def test_every_answer_is_a_data_point_and_nothing_blank_is():
    assert set(places(DM)) == {("dm", "", "SEX"), ("dm", "", "BRTHDAT")}
    assert places(record("DM", {})) == []


def test_rows_are_verified_item_by_item_but_voided_ones_not_at_all():
    events = record(
        "AE", {"ae": {"1": {"AETERM": "Headache"}, "2": {"AETERM": "Nausea"}}}, voided=("1",)
    )
    assert places(events) == [("ae", "2", "AETERM")]


def test_a_drawing_is_verified_as_a_whole():
    drawn = record("BM", {"bm_stroke": {"1": stroke(), "2": stroke(4)}})
    more = record("BM", {"bm_stroke": {"1": stroke(), "2": stroke(4), "3": stroke(8)}})
    (place,) = places(drawn)
    assert place == ("bm_stroke", "", "")
    assert digest(drawn, place) != digest(more, place)


def test_why_something_is_missing_is_verified_too():
    absent = replace(record("DM", {}), flavours={("dm", "", "BRTHDAT"): Missing("ASKU")})
    assert places(absent) == [("dm", "", "BRTHDAT")]
    other = replace(absent, flavours={("dm", "", "BRTHDAT"): Missing("NAV")})
    assert digest(absent, places(absent)[0]) != digest(other, places(other)[0])


def test_what_is_said_of_a_whole_section_is_one_data_point():
    none = replace(record("AE", {}), flavours={("ae", "", ""): Missing("NA")})
    assert places(none) == [("ae", "", "")]


def test_every_grade_of_a_clasi_is_a_data_point():
    whole = record("CLASI", clasi(top=True))
    assert len(places(whole)) == len(set(places(whole))) == 56


def test_a_form_is_verified_when_each_data_point_is_as_it_stands():
    ticked = known(DM, *places(DM))
    assert is_verified(DM, ticked)
    assert left(DM, ticked) == []
    changed = record("DM", {"dm": {"": {"SEX": "M", "BRTHDAT": "1960"}}})
    assert not is_verified(changed, ticked)
    assert left(changed, ticked) == [("dm", "", "SEX")]


def test_an_empty_form_is_never_verified():
    assert not is_verified(record("DM", {}), {})


def test_shares_add_up_and_say_100_percent_only_when_all_is_verified():
    some = share(DM, known(DM, ("dm", "", "SEX")))
    assert (some, some.percent) == (Share(1, 2), 50)
    assert share_of([DM, record("CLASI", clasi())], {DM.key: known(DM, *places(DM))}).percent < 100
    assert Share(199, 200).percent == 99
    assert not Share().complete
