"""T13, T22: each role tries everything the data layer does, and does what its column says."""

from __future__ import annotations

from contextlib import closing

import pytest

from ordi_crf import forms
from ordi_crf.core.missing import Missing
from ordi_crf.core.permissions import PHYSICIAN_FORMS, Operation, Role, allowed
from ordi_crf.core.proposals import Source
from ordi_crf.core.records import Status, SubjectKey
from ordi_crf.db import access, recovery, safekeeping
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.db.trust_errors import ForbiddenError, UnknownRoleError
from ordi_crf.db.vault import Identity
from ordi_crf.deliver import Request, deliver
from tests.builders import ANA, SUBJECT, key
from tests.db import people
from tests.db.people import AE, CLASI, DM

O = Operation  # noqa: E741
NEW = SubjectKey("01", "01-002")
SEX, SCORE = Answer("dm", "", "SEX", "M"), Answer("clasi_area", "07", "CLERY", "1")


def see(study):
    with closing(access.open_vault(study)) as vault:
        vault.identities()


def identify(study):
    with closing(access.open_vault(study)) as vault:
        vault.change(SUBJECT, Identity(name="Maria Soler"))


def restore(study):
    role = next(r for r in Role if people.login(r) == study.actor.login)
    study.close()
    recovery.known(study.path, people.login(role), people.password(role))


def own_password(study):
    role = next(r for r in Role if people.login(r) == study.actor.login)
    study.accounts.change_password(people.login(role), people.password(role), "piedra nueva y gris")


DONE = {
    O.READ: lambda s: s.data(),
    O.REMEMBER: lambda s: s.remember("zoom", "2"),
    O.KEEP_DRAWING: lambda s: s.keep_drawing("mask", b"x"),
    O.LOG_EVENT: lambda s: s.log_event("PRINTED", "page"),
    O.ADD_SUBJECT: lambda s: s.add_subject(NEW),
    O.ANSWER: lambda s: s.answer(key("SV"), [Answer("sv", "", "SVCOM", "x")]),
    O.ADD_ROW: lambda s: s.add_row(AE, "ae", {"AETERM": "Fever"}),
    O.VOID: lambda s: s.void(AE, "ae", "1"),
    O.SAY_MISSING: lambda s: s.say_missing([(AE, ("ae", "1", "AESTDAT"))], Missing("ASKU", "")),
    O.KEEP_UNACCEPTED: lambda s: s.keep_unaccepted(AE, "ae", "1", "AESTDAT", "spring"),
    O.EXPLAIN: lambda s: s.explain(AE, ("ae", "1", "X"), "so it is"),
    O.ATTACH: lambda s: s.attach(b"a photograph"),
    O.COMPLETE: lambda s: s.set_status(AE, Status.COMPLETE),
    O.CORRECT: lambda s: s.answer(DM, [SEX], "misread"),
    O.REOPEN: lambda s: s.set_status(DM, Status.DRAFT, "more to come"),
    O.EXPORT: lambda s: deliver(
        s.path, s.actor, Request(s.path.parent, casebooks=False), key=s.key
    ),
    O.IMPORT: lambda s: s.importing.compare([], Source("results", "a.csv", "ab" * 32)),
    O.SET_PROPERTIES: lambda s: s.set_properties({"siteid": "02"}),
    O.MANAGE_ACCOUNTS: lambda s: s.accounts.add(
        "new", "New One", Role.NURSE, "piedra nueva y gris"
    ),
    O.CHANGE_OWN_PASSWORD: own_password,
    O.BACK_UP: safekeeping.back_up,
    O.RESTORE: restore,
    O.SEE_IDENTITIES: see,
    O.CHANGE_IDENTITIES: identify,
}
"""Each operation as the data layer does it."""
ASKED_FIRST = {O.CORRECT: O.ANSWER, O.CHANGE_IDENTITIES: O.SEE_IDENTITIES}
"""What has to be permitted before."""
TO_COME = {
    O.ENTER_AGAIN, O.ADJUDICATE, O.VERIFY_SOURCE, O.RAISE_QUERY, O.ANSWER_QUERY, O.CLOSE_QUERY,
    O.SIGN, O.LOCK, O.UNLOCK,
}  # fmt: skip
"""What the study file does not do yet."""
ENTRIES = {
    O.ANSWER: lambda s, k, section, row, item, value: s.answer(
        k, [Answer(section, row, item, value)]
    ),
    O.CORRECT: lambda s, k, section, row, item, value: s.answer(
        k, [Answer(section, row, item, value)], "misread"
    ),
    O.EXPLAIN: lambda s, k, section, row, item, value: s.explain(k, (section, row, "X"), "y"),
    O.COMPLETE: lambda s, k, *_: s.set_status(k, Status.COMPLETE),
    O.KEEP_UNACCEPTED: lambda s, k, section, row, item, value: s.keep_unaccepted(
        k, section, row, item, "?"
    ),
    O.SAY_MISSING: lambda s, k, section, row, item, value: s.say_missing(
        [(k, (section, row, item))], Missing("ASKU", "")
    ),
}
"""What is done to a form, by its operation."""


def test_every_operation_is_tried_here():
    assert set(DONE) | TO_COME == set(Operation)
    assert not set(DONE) & TO_COME


@pytest.mark.parametrize("operation", DONE)
@pytest.mark.parametrize("role", Role)
def test_a_role_does_what_its_column_says_and_is_refused_the_rest(guarded, role, operation):
    study = people.come(guarded, role)
    before = study.last_change()
    if allowed(role, operation):
        DONE[operation](study)
        study.close()
        return
    with pytest.raises(ForbiddenError, match="It is for: investigator") as refused:
        DONE[operation](study)
    assert refused.value.operation in (operation, ASKED_FIRST.get(operation))
    study.close()
    with closing(people.come(guarded, Role.INVESTIGATOR, read_only=True)) as seen:
        assert seen.last_change() == before


@pytest.mark.parametrize("operation", ENTRIES)
@pytest.mark.parametrize("role", [r for r in Role if r is not Role.INVESTIGATOR])
def test_who_is_no_physician_rates_nothing(guarded, role, operation):
    with closing(people.come(guarded, role)) as study:
        for form in sorted(PHYSICIAN_FORMS):
            section = forms.form(form).sections[0]
            place = (section.name, "", section.items[0].name, None)
            with pytest.raises(ForbiddenError):
                ENTRIES[operation](study, key(form), *place)


def test_an_investigator_rates(guarded):
    with closing(people.come(guarded, Role.INVESTIGATOR)) as study:
        study.answer(CLASI, [SCORE])
        assert study.record(CLASI).sections["clasi_area"]["07"].values["CLERY"] == "1"


def test_a_reason_for_several_forms_counts_for_each_of_them(guarded):
    places = [(AE, ("ae", "1", "AESTDAT")), (CLASI, ("clasi_area", "07", "CLERY"))]
    with closing(people.come(guarded, Role.NURSE)) as study:
        with pytest.raises(ForbiddenError):
            study.say_missing(places, Missing("ASKU", ""))
        assert study.record(AE).flavours == {}


@pytest.mark.parametrize("operation", [o for o in DONE if o is not O.READ])
def test_a_role_nobody_knows_changes_nothing_in_an_older_study(study, operation):
    study.actor = Actor("Somebody", "Study doctor")
    if operation in (O.MANAGE_ACCOUNTS, O.CHANGE_OWN_PASSWORD, O.RESTORE):
        pytest.skip("a study without accounts has none to be asked for")
    before = study.data().audit
    with pytest.raises(UnknownRoleError, match="“Study doctor” is no role"):
        DONE[operation](study)
    assert study.data().audit == before


def test_a_study_without_accounts_needs_no_login(study, path):
    study.close()
    opened = StudyFile.open(path, ANA)
    assert opened.accounts.all() == ()
    opened.close()
