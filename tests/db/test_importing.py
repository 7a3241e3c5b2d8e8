"""Values out of a file, taken as one event: attributed, with the file's name and digest (T36)."""

from __future__ import annotations

import pytest

from ordi_crf.core.corrections import corrections
from ordi_crf.core.life import Scope
from ordi_crf.core.missing import Missing
from ordi_crf.core.permissions import Operation
from ordi_crf.core.proposals import Origin, Source, State, Wanted
from ordi_crf.core.records import Status, SubjectKey
from ordi_crf.db.audit import verify
from ordi_crf.db.errors import ReasonNeededError
from ordi_crf.db.import_errors import MovedOnError, NothingAcceptedError
from ordi_crf.db.life_errors import LockedError
from ordi_crf.db.study_file import Actor, Answer
from ordi_crf.db.trust_errors import ForbiddenError
from tests.builders import JOAN, NURIA, SUBJECT, at_work, key

LB, AE, DM = key("LB"), key("AE"), key("DM", "SCR")
HGB, HGBU = ("lb", "HGB", "LBORRES"), ("lb", "HGB", "LBORRESU")
WBC = ("lb", "WBC", "LBORRES")
SOURCE = Source("laboratory results", "ana.csv", "ab" * 32)
CARLA = Actor("Carla Mas", "Coordinator")


def wanted(value="120", place=HGB, of=LB, line=2):
    return Wanted(of, place, value, Origin(line=line))


def compared(study, *several, subjects=()):
    return study.importing.compare(several, SOURCE, subjects)


def value(study, place=HGB, of=LB):
    section, row, item = place
    return study.record(of).sections[section][row].values[item]


def test_what_was_accepted_is_stored_and_the_rest_is_not(study):
    """T36: accept or reject per value."""
    found = compared(study, wanted(), wanted("g/L", HGBU), wanted("4.1", WBC, line=3))
    assert study.importing.take(found.accept([0, 1])) == 2
    assert (value(study), value(study, HGBU)) == ("120", "g/L")
    assert "WBC" not in study.record(LB).sections["lb"]
    assert verify(study.data()) == []


def test_each_entry_of_the_trail_names_importer_file_and_digest(study):
    """T36: attributed to importer, source file name and SHA-256."""
    study.actor = CARLA
    found = compared(study, wanted(), wanted("4.1", WBC), wanted("120", line=7))
    study.importing.take(found.accept([0]))
    *entries, event = [e for e in study.data().audit if e.actor == "Carla Mas"]
    assert {e.reason for e in entries} == {f"laboratory results: ana.csv SHA-256 {'ab' * 32}"}
    assert ("HGB", "LBORRES", None, "120") in [(e.row, e.item, e.old, e.new) for e in entries]
    assert (event.item, event.new) == (
        "IMPORT",
        f"laboratory results: ana.csv SHA-256 {'ab' * 32}; 1 taken, 1 rejected, 1 equal, 0 refused",
    )
    assert len({e.at for e in [*entries, event]}) == 1


def test_a_row_that_comes_new_is_no_correction_of_a_blank_one(study):
    study.importing.take(compared(study, wanted(), wanted("g/L", HGBU)).accept([0, 1]))
    assert corrections(study.trail(LB)) == {}


def test_a_completed_form_is_corrected_with_a_reason_that_names_the_file(study):
    study.answer(LB, [Answer(*HGB, "110")])
    study.set_status(LB, Status.COMPLETE)
    found = compared(study, wanted()).accept([0])
    with pytest.raises(ReasonNeededError):
        study.importing.take(found, "  ")
    study.importing.take(found, "The report was revised")
    entry = study.history(LB, *HGB)[-1]
    assert (entry.old, entry.new) == ("110", "120")
    assert entry.reason == f"The report was revised ({SOURCE})"


def test_a_correction_by_import_takes_a_signature_back(study):
    study.answer(LB, [Answer(*HGB, "110")])
    study.set_status(LB, Status.COMPLETE)
    with at_work(study, JOAN):
        study.life.verify(LB)
    study.importing.take(compared(study, wanted()).accept([0]), "revised")
    assert study.record(LB).status is Status.COMPLETE


def test_what_was_locked_since_is_refused_and_nothing_is_taken(study):
    """T36: nothing half taken."""
    study.answer(LB, [Answer(*HGB, "110")])
    found = compared(study, wanted("F", ("dm", "", "SEX"), DM), wanted()).accept([0, 1])
    study.life.lock(Scope(), "the end")
    before = study.data()
    with pytest.raises(MovedOnError, match=r"compared: 1\. Nothing was taken"):
        study.importing.take(found, "late")
    assert study.data() == before
    assert [p.state for p in compared(study, wanted()).proposals] == [State.REFUSED]


def test_a_lock_around_what_is_new_undoes_the_whole_import(study):
    """T36: nothing half taken."""
    found = compared(study, wanted("F", ("dm", "", "SEX"), DM), wanted()).accept([0, 1])
    study.life.lock(Scope(SUBJECT, "D1"))
    before = study.data()
    with pytest.raises(LockedError):
        study.importing.take(found)
    assert study.data() == before


def test_a_value_that_moved_on_since_is_not_overwritten(study):
    study.answer(LB, [Answer(*HGB, "110")])
    found = compared(study, wanted(), wanted("4.1", WBC)).accept([0, 1])
    study.answer(LB, [Answer(*HGB, "111")])
    before = study.data()
    with pytest.raises(MovedOnError, match=r"compared: 1\. Nothing was taken"):
        study.importing.take(found)
    assert study.data() == before


def test_the_same_file_twice_finds_nothing_to_do(study):
    study.importing.take(compared(study, wanted(), wanted("g/L", HGBU)).accept([0, 1]))
    again = compared(study, wanted(), wanted("g/L", HGBU))
    assert {p.state for p in again.proposals} == {State.EQUAL}
    with pytest.raises(NothingAcceptedError):
        study.importing.take(again.accept_states(State.NEW, State.CHANGED))


def test_rows_of_a_log_keep_the_keys_they_come_with(study):
    study.add_row(AE, "ae", {"AETERM": "Fever"})
    several = [
        wanted("Rash", ("ae", "4", "AETERM"), AE),
        wanted("Chills", ("ae", "1", "AETERM"), AE),
    ]
    study.importing.take(compared(study, *several).accept([0, 1]))
    rows = study.record(AE).sections["ae"]
    assert {n: row.values["AETERM"] for n, row in rows.items()} == {"1": "Chills", "4": "Rash"}
    assert study.add_row(AE, "ae", {"AETERM": "Cough"}) == "5"


def test_a_subject_that_the_file_brings_is_enrolled_in_the_same_event(study):
    newcomer = SubjectKey("01", "01-009")
    of = key("LB", subject=newcomer)
    found = compared(study, wanted(of=of), subjects=(newcomer,)).accept([0])
    study.importing.take(found)
    assert newcomer in study.subjects()
    assert value(study, of=of) == "120"
    assert verify(study.data()) == []


def test_a_value_takes_the_place_of_what_was_said_to_be_missing(study):
    study.say_missing([(LB, HGB)], Missing("ND", ""))
    study.importing.take(compared(study, wanted()).accept([0]))
    assert study.record(LB).flavours == {}
    assert verify(study.data()) == []


def test_what_was_typed_and_could_not_be_read_is_settled_by_a_value(study):
    study.keep_unaccepted(LB, *HGB, "12.o")
    study.importing.take(compared(study, wanted()).accept([0]))
    assert study.unaccepted(LB) == {}


def test_who_does_not_import_does_not_compare_or_take_either(study):
    found = compared(study, wanted()).accept([0])
    before = study.data()
    with at_work(study, NURIA):
        with pytest.raises(ForbiddenError) as refused:
            study.importing.take(found)
        with pytest.raises(ForbiddenError):
            compared(study, wanted())
    assert refused.value.operation is Operation.IMPORT
    assert study.data() == before


def test_what_a_role_may_not_answer_is_not_taken_whoever_compared_it(study):
    rating = wanted("1", ("clasi_area", "07", "CLERY"), key("CLASI"))
    found = compared(study, wanted(), rating).accept([0, 1])
    before = study.data()
    with at_work(study, CARLA), pytest.raises(ForbiddenError):
        study.importing.take(found)
    assert study.data() == before


def test_a_photograph_is_named_only_where_it_is_kept(study):
    digest = study.attach(b"skin")
    picture = wanted(f"{digest} skin.jpg", ("ph", "1", "PHFILE"), key("PH"))
    assert [p.state for p in compared(study, picture).proposals] == [State.NEW]
