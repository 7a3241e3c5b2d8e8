"""What changed between two states of a study, place by place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf.core.comparison import About, Kind, compare, counted
from ordi_crf.core.merging.wording import item_words
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import Record, Status, StudyData
from ordi_crf.forms.schema import Language
from tests.builders import SUBJECT, record


def data(*records: Record) -> StudyData:
    return StudyData({}, (SUBJECT,), {r.key: r for r in records}, ())


SEX = record("DM", {"dm": {"": {"SEX": "F"}}})
CHANGES = {
    "an answer added": (record("DM", {"dm": {"": {}}}), SEX, About.ANSWER, Kind.ADDED),
    "an answer changed": (
        SEX, record("DM", {"dm": {"": {"SEX": "M"}}}), About.ANSWER, Kind.CHANGED,
    ),
    "an answer gone": (SEX, record("DM", {"dm": {"": {}}}), About.ANSWER, Kind.REMOVED),
    "a form completed": (
        SEX, replace(SEX, status=Status.COMPLETE), About.STATUS, Kind.CHANGED,
    ),
    "said to be missing": (
        SEX, replace(SEX, flavours={("dm", "", "ETHNIC"): Missing("ASKU", "")}), About.MISSING,
        Kind.ADDED,
    ),
    "a finding kept": (
        SEX, replace(SEX, explanations={("dm", "", "DM.AGE"): "so it is"}), About.FINDING,
        Kind.ADDED,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "about", "kind"), CHANGES.values(), ids=CHANGES)
def test_one_change_is_told_as_what_it_is(
    old: Record, new: Record, about: About, kind: Kind
) -> None:
    """T27: what changed since the last delivery."""
    (change,) = compare(data(old), data(new))
    assert (change.about, change.kind) == (about, kind)


def test_a_state_is_like_itself() -> None:
    assert compare(data(SEX), data(SEX)) == []


def test_a_voided_row_is_told() -> None:
    cells = {"ae": {"1": {"AETERM": "Rash"}}}
    (change,) = compare(data(record("AE", cells)), data(record("AE", cells, voided=("1",))))
    assert (change.at[-1], change.new) == ("VOIDED", "1")
    assert "void" in item_words(change.at, Language.EN)


def test_changes_are_counted_by_sort() -> None:
    new = record("DM", {"dm": {"": {"SEX": "F", "ETHNIC": "NOT REPORTED"}}})
    changes = compare(data(record("DM", {"dm": {"": {}}})), data(new))
    assert counted(changes) == {(About.ANSWER, Kind.ADDED): 2}
