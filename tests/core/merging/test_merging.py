"""Files that went on apart become one: nobody's last word counts because it came last."""

from __future__ import annotations

import pytest

from ordi_crf.core.merging import UnsettledError, conflicts, merged
from ordi_crf.core.records import RecordKey, Status, SubjectKey
from tests.core.merging.trails import Pencil

ONE = SubjectKey("01", "01-001")
DM, AE = RecordKey(ONE, "SCR", "DM"), RecordKey(ONE, "LOG", "AE")
BM = RecordKey(ONE, "D1", "BM")
SEX = ("01", "01-001", "SCR", 1, "DM", 1, "dm", "", "SEX")
LATER = "2010-04-01T08:00:00Z"


@pytest.fixture
def clinic():
    found = Pencil("Ana")
    found.sex(1, "F")
    return found


def sex(union):
    return merged(union).records[DM].sections["dm"][""].values["SEX"]


def test_a_file_merged_with_its_older_self_is_the_file(clinic):
    older = clinic.copy("Ana").union
    clinic.sex(1, "M", 5)
    assert sex(older | clinic.union) == "M"
    assert (older | clinic.union).heads == clinic.union.heads


def test_what_one_file_alone_changed_holds_whenever_the_other_wrote(clinic):
    other = clinic.copy("Joan")
    clinic.sex(1, "M", 5)
    other.event(1, "Rash", 50)
    assert sex(clinic.union | other.union) == "M"
    assert conflicts(clinic.union | other.union) == []


def test_what_two_files_changed_apart_is_a_conflict_with_both_histories(clinic):
    other = clinic.copy("Joan")
    clinic.sex(1, "M", 5)
    other.sex(1, None, 50)
    (conflict,) = conflicts(clinic.union | other.union)
    assert conflict.where == SEX
    assert [(head.value, head.actor) for head in conflict.heads] == [
        ("M", "Ana Puig"), (None, "Joan Puig"),
    ]  # fmt: skip
    assert [e.new for e in conflict.history] == ["F", "M", None]
    with pytest.raises(UnsettledError):
        merged(clinic.union | other.union)


def test_the_same_change_made_twice_is_none(clinic):
    other = clinic.copy("Joan")
    clinic.sex(1, "M", 5)
    other.sex(1, "M", 50)
    assert sex(clinic.union | other.union) == "M"


def test_a_conflict_is_settled_with_a_reason_that_the_trail_keeps(clinic):
    other = clinic.copy("Joan")
    clinic.sex(1, "M", 5)
    other.sex(1, None, 50)
    both = clinic.union | other.union
    (conflict,) = conflicts(both)
    with pytest.raises(ValueError, match="reason"):
        conflict.settle("M", "  ", "Eva Sala", LATER)
    settled = both.settled(conflict.settle("M", "passport", "Eva Sala", LATER))
    assert conflicts(settled) == []
    assert sex(settled) == "M"
    last = merged(settled).audit[-1]
    assert (last.action, last.new, last.reason, last.actor) == (
        "settle", "M", "passport", "Eva Sala",
    )  # fmt: skip


def test_a_file_that_goes_on_after_a_settlement_is_asked_about_again(clinic):
    other = clinic.copy("Joan")
    clinic.sex(1, "M", 5)
    other.sex(1, None, 20)
    both = clinic.union | other.union
    (conflict,) = conflicts(both)
    settled = both.settled(conflict.settle("M", "passport", "Eva Sala", LATER))
    other.sex(1, "F", 50)
    (again,) = conflicts(settled | other.union)
    assert {head.value for head in again.heads} == {"M", "F"}
    other.sex(1, "M", 55)
    assert sex(settled | other.union) == "M"


def test_two_who_settle_differently_are_a_conflict(clinic):
    other = clinic.copy("Joan")
    clinic.sex(1, "M", 5)
    other.sex(1, None, 20)
    both = clinic.union | other.union
    (conflict,) = conflicts(both)
    eva = both.settled(conflict.settle("M", "passport", "Eva Sala", LATER))
    pau = both.settled(conflict.settle(None, "unsure", "Pau Mas", LATER))
    (again,) = conflicts(eva | pau)
    done = (eva | pau).settled(again.settle("M", "both agree now", "Eva Sala", LATER))
    assert sex(done) == "M"


def test_rows_added_apart_are_different_rows(clinic):
    clinic.event(1, "Rash", 1)
    other = clinic.copy("Joan")
    assert clinic.event(1, "Fever", 5) == other.event(1, "Cough", 3) == "2"
    found = merged(clinic.union | other.union).records[AE].sections["ae"]
    assert {k: row.values["AETERM"] for k, row in found.items()} == {
        "1": "Rash", "2": "Cough", "3": "Fever",
    }  # fmt: skip


def test_a_number_given_to_two_people_is_never_taken_for_one(clinic):
    other = clinic.copy("Joan")
    clinic.enrol(2, 5)
    other.enrol(2, 6)
    (conflict,) = conflicts(clinic.union | other.union)
    assert conflict.where[6] == "subject"


def test_a_visit_drawn_in_two_files_is_one_drawing_or_the_other(clinic):
    other = clinic.copy("Joan")
    clinic.paint(1, "1", "M0 0", 5)
    other.paint(1, "1", "M9 9", 6)
    both = clinic.union | other.union
    (conflict,) = conflicts(both)
    assert conflict.where[-1] == "DRAWING"
    chosen = next(head.hash for head in conflict.heads if head.actor == "Joan Puig")
    found = merged(both.settled(conflict.settle(chosen, "hers is finished", "Eva", LATER)))
    rows = found.records[BM].sections["bm_stroke"].values()
    assert [row.values["BMPATH"] for row in rows] == ["M9 9"]
    assert len(found.audit) == len(both.links) + 1


def test_a_form_stands_as_the_file_that_is_least_far_says(clinic):
    other = clinic.copy("Joan")
    clinic.status(1, "DM", "SCR", "COMPLETE", 5)
    other.status(1, "DM", "SCR", "COMPLETE", 6)
    other.status(1, "DM", "SCR", "SIGNED", 7)
    assert merged(clinic.union | other.union).records[DM].status is Status.COMPLETE


def test_sites_are_put_beside_each_other(clinic):
    other = Pencil("Pau", "02")
    other.sex(1, "M")
    found = merged(clinic.union | other.union)
    assert [str(s.subjid) for s in found.subjects] == ["01-001", "02-001"]
    assert {e.hash for e in found.audit} == {e.hash for e in [*clinic.entries, *other.entries]}
