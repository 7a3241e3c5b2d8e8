"""Signatures in the study file: who may, what they are bound to, and what breaks them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf import forms
from ordi_crf.core.life import ON, SDV, Level, Scope
from ordi_crf.core.missing import Missing
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import Status
from ordi_crf.core.signing import standings
from ordi_crf.db import errors, life_errors
from ordi_crf.db.audit import verify
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.forms import demographics
from tests.builders import (
    ANA,
    JOAN,
    SUBJECT,
    Ticking,
    answers,
    at_work,
    clasi,
    forms_with,
    key,
    stroke,
)
from tests.db.tampering import refused, tampered

DM, SV, BM, CLASI = key("DM", "SCR"), key("SV", "SCR"), key("BM", "SCR"), key("CLASI", "SCR")
WHY = "misread"


def sign(study, scope, meaning="REVIEWED", login=ANA.name):
    return study.signing.sign(Signing(scope, meaning, login, "pw"))


@pytest.fixture
def complete(study):
    """Give a study with three complete forms of one visit, and a draft."""
    study.answer(DM, [Answer("dm", "", "SEX", "F"), Answer("dm", "", "BRTHDAT", "1969")])
    study.add_row(BM, "bm_stroke", stroke())
    study.answer(CLASI, answers(clasi(top=True)))
    study.answer(SV, [Answer("sv", "", "VISDAT", "2010-03-01")])
    for form in (DM, BM, CLASI):
        study.set_status(form, Status.COMPLETE)
    return study


@pytest.fixture
def signed(complete):
    sign(complete, Scope(SUBJECT, "SCR"))
    return complete


def test_a_signature_says_who_when_and_what_it_means(complete):
    """T19."""
    head = complete.data().head
    (given,) = sign(complete, Scope.of(DM), "APPROVED")
    assert (given.name, given.role, given.login) == ("Ana Puig", "Investigator", "Ana Puig")
    assert (given.record, given.level, given.meaning) == (DM, Level.FORM, "APPROVED")
    assert given.at.startswith("2010-03-15T08:")
    assert given.head == head
    assert complete.signing.all() == (given,)
    assert complete.signing.of(DM)[0].intact
    assert (complete.signing.signed(DM), complete.signing.signed(CLASI)) == (True, False)
    assert complete.statuses()[DM] is Status.SIGNED


@pytest.mark.parametrize("typed", ["ana", "", "Ana", "Joan Roca"])
def test_who_signs_shows_who_they_are(complete, typed):
    """T18: a refusal signs nothing and is written down."""
    with pytest.raises(life_errors.NotConfirmedError):
        sign(complete, Scope.of(DM), login=typed)
    assert complete.statuses()[DM] is Status.COMPLETE
    entry = complete.data().audit[-1]
    assert (entry.action, entry.item, entry.new) == ("event", "SIGNATURE REFUSED", typed)
    assert "pw" not in repr(complete.data())


def test_until_there_are_accounts_the_printed_name_is_typed_again(complete):
    (given,) = sign(complete, Scope.of(DM), login=" Ana  Puig ")
    assert given.login == given.name == "Ana Puig"


@pytest.mark.parametrize("role", ["Nurse", "Coordinator", "Monitor", "Data manager"])
def test_only_an_investigator_signs(complete, role):
    """T22."""
    complete.actor = Actor("Ana Puig", role)
    before = complete.data()
    with pytest.raises(life_errors.NotInvestigatorError):
        sign(complete, Scope.of(DM))
    assert complete.data() == before


def test_a_visit_is_signed_as_one_event(complete):
    """One confirmation, one moment, a signature for each complete form; a draft stays one."""
    given = sign(complete, Scope(SUBJECT, "SCR"))
    assert {s.record for s in given} == {DM, BM, CLASI}
    assert len({(s.at, s.head, s.level) for s in given}) == 1
    assert complete.statuses()[SV] is Status.DRAFT
    assert verify(complete.data()) == []


def test_a_draft_is_not_signed(complete):
    """T23: no signature before completion."""
    with pytest.raises(life_errors.NothingToSignError):
        sign(complete, Scope.of(SV))


def test_where_sources_are_verified_a_form_is_signed_after_that(complete):
    complete.set_properties({SDV: ON})
    with pytest.raises(life_errors.NothingToSignError):
        sign(complete, Scope.of(DM))
    with at_work(complete, JOAN):
        complete.life.verify(DM)
    assert len(sign(complete, Scope(SUBJECT))) == 1


CHANGES = {
    "an answer": (DM, lambda s: s.answer(DM, [Answer("dm", "", "SEX", "M")], WHY), "SEX"),
    "a blanked answer": (DM, lambda s: s.answer(DM, [Answer("dm", "", "SEX", None)], WHY), "SEX"),
    "a stroke more": (BM, lambda s: s.add_row(BM, "bm_stroke", stroke(9), WHY), "BMLAYER"),
    "a blank row": (BM, lambda s: s.add_row(BM, "bm_stroke", {}, WHY), "VOIDED"),
    "a stroke taken back": (BM, lambda s: s.void(BM, "bm_stroke", "1", reason=WHY), "VOIDED"),
    "a null flavour": (
        DM,
        lambda s: s.say_missing([(DM, ("dm", "", "RACE"))], Missing("ASKU"), WHY),
        "RACE.NULLFLAVOR",
    ),
    "an explanation": (DM, lambda s: s.explain(DM, ("dm", "", "SEX.X"), "seen"), "SEX.X"),
    "reopening": (DM, lambda s: s.set_status(DM, Status.DRAFT, WHY), "STATUS"),
}


@pytest.mark.parametrize(("form", "change", "item"), CHANGES.values(), ids=CHANGES)
def test_any_later_change_breaks_the_signature_and_is_named(signed, form, change, item):
    """T21: broken by change #n, and the form waits for a signature again."""
    change(signed)
    (worth,) = signed.signing.of(form)
    assert not worth.intact
    assert worth.broken_by is not None
    assert worth.broken_by.item == item
    assert worth.broken_by == signed.data().audit[worth.broken_by.id - 1]
    assert signed.statuses()[form] in (Status.COMPLETE, Status.DRAFT)
    other = CLASI
    assert signed.signing.of(other)[0].intact
    assert verify(signed.data()) == []


@pytest.mark.parametrize("state", [Status.SIGNED, Status.VERIFIED, Status.COMPLETE])
def test_completing_a_form_once_more_changes_nothing(complete, state):
    """T21: nothing breaks a signature but a correction or reopening, each with its reason."""
    if state is Status.SIGNED:
        sign(complete, Scope.of(DM))
    elif state is Status.VERIFIED:
        with at_work(complete, JOAN):
            complete.life.verify(DM)
    before = complete.data()
    complete.set_status(DM, Status.COMPLETE)
    assert complete.data() == before
    assert complete.statuses()[DM] is state


def test_a_change_that_is_changed_back_stays_a_change(signed):
    """T21."""
    for sex in ("M", "F"):
        signed.answer(DM, [Answer("dm", "", "SEX", sex)], WHY)
    (worth,) = signed.signing.of(DM)
    assert worth.broken_by is not None
    assert worth.broken_by.new == "M"


def test_a_corrected_form_is_signed_again_and_both_signatures_stay(signed):
    signed.answer(DM, [Answer("dm", "", "SEX", "M")], WHY)
    sign(signed, Scope(SUBJECT))
    assert [worth.intact for worth in signed.signing.of(DM)] == [False, True]
    assert len(signed.signing.of(CLASI)) == 1


def ask(study):
    with at_work(study, JOAN):
        study.queries.ask(DM, ("dm", "", "SEX"), "Sure?")


@pytest.mark.parametrize(
    "change",
    [
        ask,
        lambda s: s.life.lock(Scope.of(DM)),
        lambda s: s.log_event("EXPORTED", "x"),
        lambda s: s.answer(DM, [Answer("dm", "", "SEX", "F")], WHY),
    ],
    ids=["a query", "a lock", "an export", "the same answer again"],
)
def test_what_changes_nothing_of_the_form_breaks_nothing(signed, change):
    change(signed)
    assert signed.signing.of(DM)[0].intact


def test_all_signatures_are_judged_from_the_data_as_one_by_one(signed):
    signed.answer(DM, [Answer("dm", "", "SEX", "M")], WHY)
    found = standings(signed.data())
    assert set(found) == {DM, BM, CLASI}
    assert all(found[form] == signed.signing.of(form) for form in found)


def test_signed_again_after_a_reopening(signed):
    signed.set_status(DM, Status.DRAFT, WHY)
    signed.answer(DM, [Answer("dm", "", "SEX", "M")])
    signed.set_status(DM, Status.COMPLETE)
    with pytest.raises(errors.ReasonNeededError):
        signed.answer(DM, [Answer("dm", "", "SEX", "F")])
    sign(signed, Scope.of(DM))
    assert signed.signing.of(DM)[-1].intact


FOREIGN = {
    "change a name": "UPDATE signature SET name = 'Joan Ribó'",
    "remove a signature": "DELETE FROM signature",
    "copy a signature": "INSERT INTO signature SELECT 9, 2, level, name, role, login, meaning, at, "
    "digest, head FROM signature WHERE id = 1",
    "swap two": "UPDATE signature SET record_id = 3 - record_id WHERE record_id < 3",
}


@pytest.mark.parametrize("statement", FOREIGN.values(), ids=FOREIGN)
def test_another_program_signs_nothing(signed, path, statement):
    """T05."""
    refused(signed, path, statement)


@pytest.mark.parametrize("column", ["name", "role", "login", "at", "digest", "head"])
def test_a_signature_edited_behind_the_trail_is_found_and_named(signed, path, column):
    text = "x" * 64
    data = tampered(signed, path, f"UPDATE signature SET {column} = '{text}' WHERE id = 1")
    problems = verify(data)
    assert any("signature / 1 / SIGNATURE" in p.en for p in problems)
    said = "the entry that the signature" if column == "head" else "does not belong to this form"
    assert any(said in p.en for p in problems)


def test_a_copied_signature_is_found_twice(signed, path):
    """T20: the trail knows nothing of it, and its digest does not fit."""
    data = tampered(signed, path, FOREIGN["copy a signature"])
    problems = verify(data)
    assert any("signature / 9 / SIGNATURE" in p.en for p in problems)
    assert [worth.false for worth in standings(data)[BM]] == [False, True]
    assert any("BM: the signature of Ana Puig" in p.en for p in problems)


def test_swapped_signatures_are_found(signed, path):
    data = tampered(
        signed, path, "UPDATE signature SET record_id = 99 WHERE id = 1",
        "UPDATE signature SET record_id = 1 WHERE id = 2",
        "UPDATE signature SET record_id = 2 WHERE record_id = 99",
    )  # fmt: skip
    assert [worth.false for worth in standings(data)[DM]] == [True]
    assert len(verify(data)) >= 4


def test_a_removed_signature_is_found(signed, path):
    data = tampered(signed, path, "DELETE FROM signature WHERE id = 1")
    assert any("signature / 1 / SIGNATURE" in p.en for p in verify(data))


def test_a_signature_whose_place_in_the_trail_is_gone_is_false(signed):
    data = signed.data()
    moved = tuple(replace(s, head="0" * 64) for s in data.signatures)
    found = standings(replace(data, signatures=moved))
    assert all(worth.false for several in found.values() for worth in several)


def test_a_program_with_our_functions_signs_no_form_without_a_signature(complete):
    with (
        pytest.raises(life_errors.OrderError),
        complete._writing("why", operation=Operation.ANSWER) as connection,
    ):
        connection.execute("UPDATE record SET status = 'SIGNED' WHERE form = 'DM'")


def test_a_colleague_reads_the_same_signatures(signed, path):
    given = signed.signing.all()
    signed.close()
    again = type(signed).open(path, JOAN)
    assert again.signing.all() == given
    assert again.signing.of(DM)[0].intact
    again.close()


def test_a_signature_holds_when_its_form_gains_an_item(path, monkeypatch):
    """T35: what was signed with an earlier version of the program still says what it said."""
    known = demographics.DEMOGRAPHICS
    fewer = replace(known, items=tuple(item for item in known.items if item.name != "ETHNIC"))
    with monkeypatch.context() as past:
        past.setattr(forms, "FORMS", forms_with(fewer))
        study = StudyFile.create(path, ANA, clock=Ticking())
        study.add_subject(SUBJECT)
        study.answer(DM, [Answer("dm", "", "SEX", "F")])
        study.set_status(DM, Status.COMPLETE)
        sign(study, Scope.of(DM))
        study.close()
    study = StudyFile.open(path, ANA, clock=Ticking())
    assert study.backup is not None
    assert "ETHNIC" in study.record(DM).sections["dm"][""].values
    assert study.signing.of(DM)[0].intact
    assert verify(study.data()) == []
    study.close()
