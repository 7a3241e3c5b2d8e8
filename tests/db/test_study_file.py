"""Entry as the study file keeps it: what is stored, what is refused, what is remembered."""

from __future__ import annotations

import threading

import pytest

from ordi_crf.core.records import RecordKey, Status, SubjectKey
from ordi_crf.core.validation import check
from ordi_crf.db.audit import verify
from ordi_crf.db.errors import NotAStudyError, ReasonNeededError
from ordi_crf.db.study_file import Answer, StudyFile, left_at
from ordi_crf.forms import clasi
from tests.builders import ANA, NURIA, SUBJECT, answers, key, stroke
from tests.builders import clasi as whole_clasi

CLASI, AE, DM = key("CLASI"), key("AE"), key("DM", "SCR")
SEX = Answer("dm", "", "SEX", "F")


def values(study, record_key, section, row=""):
    return study.record(record_key).sections[section][row].values


def test_a_new_study_says_whose_it_is(study):
    properties = study.properties()
    assert properties["nct"] == "NCT01408199"
    assert properties["eudract"] == "2009-016508-21"
    assert (properties["siteid"], properties["kind"]) == ("01", "clinic")
    assert study.actor == ANA


def test_an_answer_is_there_when_the_call_returns(study, path):
    study.answer(DM, [SEX])
    other = StudyFile.open(path, NURIA, read_only=True)
    assert values(other, DM, "dm")["SEX"] == "F"
    other.close()


def test_a_form_nobody_touched_is_an_empty_draft(study):
    record = study.record(DM)
    assert (record.status, dict(record.sections)) == (Status.DRAFT, {})
    assert study.statuses() == {}


def test_a_whole_assessment_comes_back_as_entered(study):
    cells = whole_clasi(top=True)
    study.answer(CLASI, answers(cells))
    record = study.record(CLASI)
    for section, rows in cells.items():
        for row, entered in rows.items():
            found = record.sections[section][row].values
            assert {name: found[name] for name in entered} == entered
    assert check(clasi.FORM, record, "2010-03-15") == []


def test_forms_are_read_one_by_one_and_all_at_once_alike(study):
    study.answer(DM, [SEX])
    study.answer(CLASI, answers(whole_clasi()))
    study.add_row(AE, "ae", {"AETERM": "Headache"})
    study.explain(CLASI, ("clasi_area", "07", "MAP.ERYTHEMA"), "scaling only")
    study.set_status(DM, Status.COMPLETE)
    assert study.records() == study.data().records
    assert study.records() == {k: study.record(k) for k in (DM, CLASI, AE)}
    assert study.statuses() == {DM: Status.COMPLETE, CLASI: Status.DRAFT, AE: Status.DRAFT}


def test_a_visit_that_is_repeated_keeps_its_forms_apart(study):
    second = RecordKey(SUBJECT, "UNS", "DM", visit_repeat=2)
    study.answer(RecordKey(SUBJECT, "UNS", "DM"), [SEX])
    study.answer(second, [Answer("dm", "", "SEX", "M")])
    assert values(study, second, "dm")["SEX"] == "M"
    assert len(study.statuses()) == 2


@pytest.mark.parametrize("taken", ["01-001", "S1", "s1"])
def test_a_subject_id_is_never_used_twice(study, taken):
    """T37."""
    study.add_subject(SubjectKey("01", "S1"))
    with pytest.raises(ValueError, match="exists already"):
        study.add_subject(SubjectKey("01", taken))


@pytest.mark.parametrize("subjid", ["", " ", " 7", "7\n"], ids=repr)
def test_a_subject_id_is_visible_text(study, subjid):
    with pytest.raises(ValueError, match="no subject id"):
        study.add_subject(SubjectKey("01", subjid))


def test_two_sites_may_count_alike(study):
    study.add_subject(SubjectKey("02", SUBJECT.subjid))
    assert study.subjects() == (SUBJECT, SubjectKey("02", SUBJECT.subjid))


@pytest.mark.parametrize(
    ("record_key", "answer"),
    [
        pytest.param(key("CLASI"), Answer("clasi_area", "01", "XX", "1"), id="item"),
        pytest.param(key("CLASI"), Answer("xx", "", "CLMUC", "1"), id="section"),
        pytest.param(key("CLASI"), Answer("dm", "", "SEX", "F"), id="section of another form"),
        pytest.param(key("XX"), SEX, id="form"),
        pytest.param(key("DM", "D0"), SEX, id="visit"),
        pytest.param(key("DM", subject=SubjectKey("01", "x")), SEX, id="subject"),
        pytest.param(key("AE"), Answer("ae", "1", "AETERM", "x"), id="row that was not added"),
        pytest.param(
            key("DM"), Answer("dm\" SET SEX = 'M' --", "", "SEX", "F"), id="SQL for a section"
        ),
        pytest.param(key("DM"), Answer("dm", "", "SEX\" = 'M' --", "F"), id="SQL for an item"),
    ],
)
def test_what_no_definition_knows_is_a_key_error_and_changes_nothing(study, record_key, answer):
    before = study.data()
    with pytest.raises(KeyError):
        study.answer(record_key, [answer])
    assert study.data() == before


@pytest.mark.parametrize(
    ("record_key", "answer"),
    [
        pytest.param(CLASI, Answer("clasi_area", "14", "CLERY", "1"), id="row not printed"),
        pytest.param(CLASI, Answer("clasi", "01", "CLMUC", "1"), id="row of what is asked once"),
        pytest.param(CLASI, Answer("clasi_area", "01", "CLSCR", "1"), id="not asked in the row"),
        pytest.param(CLASI, Answer("clasi", "", "CLSSCR", "1"), id="no code"),
        pytest.param(CLASI, Answer("clasi", "", "CLMUC", ""), id="blank that is not None"),
        pytest.param(DM, Answer("dm", "", "BRTHDAT", "20/07/1969"), id="date as typed"),
        pytest.param(key("LB"), Answer("lb", "HGB", "LBORRES", "1,5"), id="decimal comma"),
        pytest.param(key("LB"), Answer("lb", "HGB", "LBORRES", "nan"), id="not a number"),
        pytest.param(key("LB"), Answer("lb", "XX", "LBORRES", "1"), id="test not printed"),
    ],
)
def test_what_an_item_cannot_hold_is_a_value_error_and_changes_nothing(study, record_key, answer):
    before = study.data()
    with pytest.raises(ValueError, match=r".+"):
        study.answer(record_key, [answer])
    assert study.data() == before


def test_answers_of_one_event_are_stored_together_or_not_at_all(study):
    study.add_row(AE, "ae", {"AETERM": "Headache"})
    before = study.data()
    with pytest.raises(KeyError):
        study.answer(AE, [Answer("ae", "1", "AETERM", "Rash"), Answer("ae", "2", "AETERM", "x")])
    assert study.data() == before


def test_answers_may_be_worked_out_from_the_study_itself(study):
    study.answer(DM, [SEX])
    study.answer(DM, (Answer("dm", "", "RACE", None) for _ in study.record(DM).sections))
    assert values(study, DM, "dm") == {
        "BRTHDAT": None,
        "SEX": "F",
        "RACE": None,
        "ETHNIC": None,
    }


def test_rows_are_numbered_in_order_and_never_reused(study):
    rows = [study.add_row(AE, "ae", {"AETERM": f"Event {n}"}) for n in range(3)]
    study.void(AE, "ae", "3")
    rows.append(study.add_row(AE, "ae", {}))
    assert rows == ["1", "2", "3", "4"]
    assert [row.key for row in study.record(AE).live("ae")] == ["1", "2", "4"]


def test_the_tenth_row_follows_the_ninth(study):
    rows = [study.add_row(AE, "ae", {}) for _ in range(12)]
    assert rows == [str(n) for n in range(1, 13)]
    assert [row.key for row in study.record(AE).live("ae")] == rows


def test_rows_are_counted_in_each_record_apart(study):
    other = SubjectKey("01", "01-002")
    study.add_subject(other)
    study.add_row(AE, "ae", {})
    assert study.add_row(key("AE", subject=other), "ae", {}) == "1"


@pytest.mark.parametrize(
    ("section", "given", "error"),
    [
        pytest.param("xx", {}, KeyError, id="unknown section"),
        pytest.param("ae", {"XX": "1"}, KeyError, id="unknown item"),
        pytest.param("ae", {"AETOXGR": "6"}, ValueError, id="unknown code"),
        pytest.param("ae", {"AESTDAT": "15/03/2010"}, ValueError, id="date as typed"),
    ],
)
def test_a_row_is_added_with_what_its_items_can_hold(study, section, given, error):
    before = study.data()
    with pytest.raises(error):
        study.add_row(AE, section, given)
    assert study.data() == before


def test_only_a_repeating_section_takes_rows(study):
    with pytest.raises(ValueError, match="does not repeat"):
        study.add_row(CLASI, "clasi_area", {"CLERY": "1"})
    with pytest.raises(ValueError, match="does not repeat"):
        study.void(CLASI, "clasi_area", "01")


def test_a_row_that_is_not_there_cannot_be_voided(study):
    with pytest.raises(KeyError):
        study.void(AE, "ae", "1")
    assert study.statuses() == {}


def test_voiding_is_taken_back(study):
    row = study.add_row(AE, "ae", {"AETERM": "Headache"})
    study.void(AE, "ae", row)
    study.void(AE, "ae", row, voided=False)
    assert [r.values["AETERM"] for r in study.record(AE).live("ae")] == ["Headache"]


@pytest.mark.parametrize(
    "op", ['["s",40,9,[1,1]]', '["s",40,1,[1]]', "[]", "x", '["s", 40, 1, [1, 1]]'], ids=str
)
def test_a_malformed_stroke_is_never_stored(study, op):
    with pytest.raises(ValueError, match=r".+"):
        study.add_row(key("BM"), "bm_stroke", {"BMLAYER": "ACTIVE", "BMOP": op})
    assert study.statuses() == {}


@pytest.fixture
def complete(study):
    study.answer(DM, [SEX])
    row = study.add_row(AE, "ae", {"AETERM": "Headache"})
    for record_key in (DM, AE):
        study.set_status(record_key, Status.COMPLETE)
    assert row == "1"
    return study


CORRECTIONS = {
    "change": lambda s, why: s.answer(DM, [Answer("dm", "", "SEX", "M")], why),
    "blank": lambda s, why: s.answer(DM, [Answer("dm", "", "SEX", None)], why),
    "first answer": lambda s, why: s.answer(DM, [Answer("dm", "", "RACE", "ASIAN")], why),
    "new row": lambda s, why: s.add_row(AE, "ae", {"AETERM": "Rash"}, why),
    "voided row": lambda s, why: s.void(AE, "ae", "1", reason=why),
    "reopened form": lambda s, why: s.set_status(DM, Status.DRAFT, why),
}


@pytest.mark.parametrize("why", [None, "", "  "], ids=repr)
@pytest.mark.parametrize("correct", CORRECTIONS.values(), ids=CORRECTIONS)
def test_a_completed_form_changes_only_with_a_reason(complete, correct, why):
    """DI-LOCKED: T04."""
    before = complete.data()
    with pytest.raises(ReasonNeededError):
        correct(complete, why)
    assert complete.data() == before


@pytest.mark.parametrize("correct", CORRECTIONS.values(), ids=CORRECTIONS)
def test_a_reason_is_kept_with_the_correction(complete, correct):
    before = len(complete.data().audit)
    correct(complete, " typing error ")
    added = complete.data().audit[before:]
    assert {entry.reason for entry in added} == {"typing error"}


def test_a_reason_does_not_last_for_the_next_change(complete):
    complete.answer(DM, [Answer("dm", "", "SEX", "M")], "typing error")
    with pytest.raises(ReasonNeededError):
        complete.answer(DM, [SEX])


def test_the_study_goes_on_after_a_refusal(complete):
    with pytest.raises(ReasonNeededError):
        complete.answer(DM, [Answer("dm", "", "SEX", "M")])
    complete.answer(CLASI, answers(whole_clasi()))
    assert verify(complete.data()) == []


def test_text_that_could_not_be_read_is_kept_and_cleared_by_an_answer(study):
    study.keep_unaccepted(DM, "dm", "", "BRTHDAT", "20/07/69")
    study.keep_unaccepted(DM, "dm", "", "BRTHDAT", "20/7/69?")
    assert study.unaccepted(DM) == {("dm", "", "BRTHDAT"): "20/7/69?"}
    study.answer(DM, [Answer("dm", "", "BRTHDAT", "1969-07-20")])
    assert study.unaccepted(DM) == {}


def test_blanking_a_field_clears_the_text_that_could_not_be_read(study):
    study.keep_unaccepted(DM, "dm", "", "BRTHDAT", "?")
    study.answer(DM, [Answer("dm", "", "BRTHDAT", None)])
    assert study.unaccepted(DM) == {}


def test_unread_text_is_kept_for_definitions_alone(study):
    with pytest.raises(KeyError):
        study.keep_unaccepted(DM, "dm", "", "XX", "?")
    with pytest.raises(KeyError):
        study.keep_unaccepted(DM, "xx", "", "SEX", "?")
    assert study.statuses() == {}


def test_unread_text_of_a_voided_row_is_set_aside_with_it(study):
    row = study.add_row(AE, "ae", {"AETERM": "Headache"})
    study.keep_unaccepted(AE, "ae", row, "AESTDAT", "monday")
    study.void(AE, "ae", row)
    assert study.unaccepted(AE) == {}
    study.void(AE, "ae", row, voided=False)
    assert study.unaccepted(AE) == {("ae", row, "AESTDAT"): "monday"}


def test_the_place_at_hand_is_remembered_beyond_closing(study, path):
    study.remember_place(AE)
    study.close()
    opened = StudyFile.open(path, ANA)
    assert opened.place() == AE
    opened.remember_place(None)
    assert opened.place() is None
    opened.close()


def test_preferences_and_caches_are_no_data_and_leave_no_trail(study):
    before = study.data().audit
    study.remember("language", "ca")
    study.keep_drawing("mask 1", b"\x00\x01")
    study.keep_drawing("mask 1", b"\x02")
    study.remember_place(DM)
    assert study.data().audit == before
    assert (study.setting("language"), study.drawing("mask 1")) == ("ca", b"\x02")
    assert (study.setting("x"), study.drawing("x")) == (None, None)


def test_an_event_is_in_the_trail_and_changes_no_data(study):
    before = study.data()
    study.log_event("EXPORTED", "workbook.xlsx")
    after = study.data()
    assert after.records == before.records
    assert (after.audit[-1].action, after.audit[-1].item) == ("event", "EXPORTED")
    assert after.audit[-1].new == "workbook.xlsx"


def test_the_history_of_an_item_is_its_own(study):
    study.answer(DM, [SEX, Answer("dm", "", "RACE", "ASIAN")])
    study.actor = NURIA
    study.answer(DM, [Answer("dm", "", "SEX", "M")])
    history = study.history(DM, "dm", "", "SEX")
    assert [(e.actor, e.old, e.new) for e in history] == [
        ("Ana Puig", None, "F"),
        ("Núria Vila", "F", "M"),
    ]


def test_the_history_of_an_item_tells_that_its_row_was_voided(study):
    row = study.add_row(AE, "ae", {"AETERM": "Headache"})
    study.void(AE, "ae", row)
    assert [e.item for e in study.history(AE, "ae", row, "AETERM")] == ["AETERM", "VOIDED"]


def test_a_reading_in_another_thread_never_undoes_a_change(study):
    """A reading rolls its transaction back; it must not be around somebody's change."""
    done = threading.Event()
    failures = []

    def read():
        while not done.is_set():
            try:
                study.data()
            except Exception as error:
                failures.append(error)
                return

    reader = threading.Thread(target=read)
    reader.start()
    for n in range(40):
        study.add_row(key("BM"), "bm_stroke", stroke(n))
    done.set()
    reader.join()
    assert failures == []
    assert len(list(study.record(key("BM")).live("bm_stroke"))) == 40
    assert verify(study.data()) == []


def test_a_change_inside_a_reading_is_a_mistake_of_ours(study):
    with study._transactions.reading(), pytest.raises(RuntimeError, match="under way"):
        study.answer(DM, [SEX])


def test_words_of_every_alphabet_are_kept_as_entered(study):
    words = "Łukasz Ñandú 10⁹/L µ ≥ Ελλάς Русский \u202etoxic =1+1 '); DROP TABLE ae; --"
    row = study.add_row(AE, "ae", {"AETERM": words})
    assert values(study, AE, "ae", row)["AETERM"] == words


def test_a_study_that_stays_shut_says_where_it_was_left(tmp_path):
    path = tmp_path / "study.ordi"
    file = StudyFile.create(path, ANA)
    file.add_subject(SUBJECT)
    file.remember_place(key("CLASI"))
    file.close()
    assert left_at(path) == key("CLASI")
    assert [found.name for found in tmp_path.iterdir()] == ["study.ordi"]


def test_only_a_study_says_where_it_was_left(tmp_path):
    path = tmp_path / "letter.ordi"
    path.write_text("Dear colleague")
    with pytest.raises(NotAStudyError):
        left_at(path)
