"""T13, T22: each role tries everything the data layer does, and does what its column says."""

from __future__ import annotations

import inspect
from contextlib import closing

import pytest

from ordi_crf import forms
from ordi_crf.core.life import Scope
from ordi_crf.core.missing import Missing
from ordi_crf.core.permissions import PHYSICIAN_FORMS, Operation, Role, allowed
from ordi_crf.core.proposals import Origin, Source, State, Wanted, review
from ordi_crf.core.queries import Step
from ordi_crf.core.query import Act
from ordi_crf.core.records import Status, SubjectKey
from ordi_crf.core.second import DOUBLE, Difference
from ordi_crf.db import access, recovery, safekeeping
from ordi_crf.db.life_errors import NotInvestigatorError
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.db.trust_errors import ForbiddenError, UnknownRoleError
from ordi_crf.db.vault import Identity
from ordi_crf.deliver import Request, deliver
from tests.builders import ANA, SUBJECT, key
from tests.db import people
from tests.db.people import AE, CLASI, DM

O = Operation  # noqa: E741
NEW = SubjectKey("01", "01-002")
BROUGHT = Source("results", "a.csv", "ab" * 32)
SEX, SCORE = Answer("dm", "", "SEX", "M"), Answer("clasi_area", "07", "CLERY", "1")
VITALS, PREGNANCY = key("VS", "SCR"), key("RP", "SCR")
VERIFIED, SIGNED, LOCKED = key("SV", "SCR"), key("PE", "SCR"), key("LH", "SCR")
WEIGHT = Answer("vs", "", "WEIGHT", "61")
POINT, TICKED = ("dm", "", "SEX"), ("sv", "", "SVCOM")
ASKED, CLOSED = 1, 2
"""Queries: an open one, and one that is closed."""


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


def again(study):
    """Enter a form again that somebody else entered first."""
    return PREGNANCY if study.actor.role == Role.COORDINATOR else VITALS


def bring(study):
    """Take a value out of a file that somebody compared who may enter it."""
    wanted = Wanted(AE, ("ae", "1", "AETERM"), "Chills", Origin(line=2))
    found = review([wanted], study.data(), BROUGHT, role=Role.INVESTIGATOR)
    study.importing.take(found.accept_states(*State))


def decide(study):
    study.second.adjudicate(DM, Difference(POINT, "F", "M"), "F", "the source says so")


def sign(study):
    login = study.actor.login
    known = {people.login(role): people.password(role) for role in Role}
    study.signing.sign(Signing(Scope.of(PREGNANCY), "REVIEWED", login, known.get(login, "")))


def reset(study):
    study.accounts.reset_password("another", "piedra nueva y gris")


TRIED = {
    "data": (O.READ, lambda s: s.data()),
    "remember": (O.REMEMBER, lambda s: s.remember("zoom", "2")),
    "remember_place": (O.REMEMBER, lambda s: s.remember_place(DM)),
    "keep_drawing": (O.KEEP_DRAWING, lambda s: s.keep_drawing("mask", b"x")),
    "log_event": (O.LOG_EVENT, lambda s: s.log_event("PRINTED", "page")),
    "add_subject": (O.ADD_SUBJECT, lambda s: s.add_subject(NEW)),
    "answer": (O.ANSWER, lambda s: s.answer(key("SV"), [Answer("sv", "", "SVCOM", "x")])),
    "answer, corrected": (O.CORRECT, lambda s: s.answer(VITALS, [WEIGHT], "misread")),
    "add_row": (O.ADD_ROW, lambda s: s.add_row(AE, "ae", {"AETERM": "Fever"})),
    "void": (O.VOID, lambda s: s.void(AE, "ae", "1")),
    "say_missing": (
        O.SAY_MISSING,
        lambda s: s.say_missing([(AE, ("ae", "1", "AESTDAT"))], Missing("ASKU", "")),
    ),
    "keep_unaccepted": (
        O.KEEP_UNACCEPTED,
        lambda s: s.keep_unaccepted(AE, "ae", "1", "AESTDAT", "spring"),
    ),
    "explain": (O.EXPLAIN, lambda s: s.explain(AE, ("ae", "1", "X"), "so it is")),
    "attach": (O.ATTACH, lambda s: s.attach(b"a photograph")),
    "set_status": (O.COMPLETE, lambda s: s.set_status(AE, Status.COMPLETE)),
    "set_status, back": (O.REOPEN, lambda s: s.set_status(VITALS, Status.DRAFT, "more to come")),
    "set_properties": (O.SET_PROPERTIES, lambda s: s.set_properties({"siteid": "02"})),
    "life.verify": (O.VERIFY_SOURCE, lambda s: s.life.verify(VITALS)),
    "life.unverify": (O.VERIFY_SOURCE, lambda s: s.life.unverify(VERIFIED)),
    "life.lock": (O.LOCK, lambda s: s.life.lock(Scope.of(SIGNED))),
    "life.unlock": (O.UNLOCK, lambda s: s.life.unlock(Scope.of(LOCKED), "a late report")),
    "signing.sign": (O.SIGN, sign),
    "second.begin": (O.ENTER_AGAIN, lambda s: s.second.begin(again(s))),
    "second.answer": (O.ENTER_AGAIN, lambda s: s.second.answer(again(s), [])),
    "second.finish": (O.ENTER_AGAIN, lambda s: s.second.finish(again(s))),
    "second.adjudicate": (O.ADJUDICATE, decide),
    "queries.ask": (O.RAISE_QUERY, lambda s: s.queries.ask(DM, ("dm", "", "SEX"), "Sure?")),
    "queries.answer": (O.ANSWER_QUERY, lambda s: s.queries.answer(ASKED, "Yes.")),
    "queries.close": (O.CLOSE_QUERY, lambda s: s.queries.close(ASKED, "Thanks.")),
    "queries.reopen": (O.CLOSE_QUERY, lambda s: s.queries.reopen(CLOSED, "Once more?")),
    "queries.answer_all": (
        O.IMPORT, lambda s: s.queries.answer_all([(ASKED, "Yes.")], "answers.xlsx"),
    ),
    "importing.compare": (O.IMPORT, lambda s: s.importing.compare([], BROUGHT)),
    "importing.take": (O.IMPORT, bring),
    "queries.take": (
        O.LOG_EVENT,
        lambda s: s.queries.take(AE, [Step(Act.RAISED, "ae", "1", "AETERM", "AE.X", "Is it?")]),
    ),
    "verification.verify": (O.VERIFY_SOURCE, lambda s: s.verification.verify([(DM, POINT)])),
    "verification.withdraw": (
        O.VERIFY_SOURCE, lambda s: s.verification.withdraw([(VERIFIED, TICKED)]),
    ),
    "accounts.add": (
        O.MANAGE_ACCOUNTS,
        lambda s: s.accounts.add("new", "New One", Role.NURSE, "piedra nueva y gris"),
    ),
    "accounts.deactivate": (
        O.MANAGE_ACCOUNTS, lambda s: s.accounts.deactivate("another", "left the site"),
    ),
    "accounts.activate": (
        O.MANAGE_ACCOUNTS, lambda s: s.accounts.activate("another", "is back"),
    ),
    "accounts.set_role": (
        O.MANAGE_ACCOUNTS,
        lambda s: s.accounts.set_role("another", Role.MONITOR, "another task"),
    ),
    "accounts.reset_password": (O.MANAGE_ACCOUNTS, reset),
    "accounts.change_password": (O.CHANGE_OWN_PASSWORD, own_password),
    "backup": (O.BACK_UP, safekeeping.back_up),
    "restore": (O.RESTORE, restore),
    "export": (
        O.EXPORT,
        lambda s: deliver(s.path, s.actor, Request(s.path.parent, casebooks=False), key=s.key),
    ),
    "site_key.make": (O.EXPORT, lambda s: s.site_key.make()),
    "identities": (O.SEE_IDENTITIES, see),
    "identities, changed": (O.CHANGE_IDENTITIES, identify),
}  # fmt: skip
"""Each way to do something, as the data layer has it, with its operation."""
DONE = dict(reversed(TRIED.values()))
"""One of them for each operation."""
ASKED_FIRST = {O.CORRECT: O.ANSWER, O.CHANGE_IDENTITIES: O.SEE_IDENTITIES}
"""What has to be permitted before."""
ASKED_AS_WELL = {"importing.take": O.ANSWER}
"""What has to be permitted besides: whoever brings values in enters them."""
BEFORE_ANYBODY = {
    "open": "closes again what it does not let in",
    "close": "closes for everybody",
    "accounts.check": "asks for a password",
    "accounts.switch": "asks for a password",
    "accounts.note": "an event of coming and going",
    "accounts.tell": "events at the door",
    "accounts.leave_word": "an event of who only reads",
    "accounts.settle": "the file of keys as the study has it",
    "accounts.recover": "asks for the recovery key",
}
"""What writes whoever is at work."""
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


def prepare(path):
    """Bring a study to where each operation has something to be done to."""
    study = people.come(path, Role.INVESTIGATOR)
    study.accounts.add("another", "Another One", Role.NURSE, "camino nuevo y largo")
    study.set_properties({DOUBLE: "DM VS RP"})
    for form in (SIGNED, LOCKED):
        study.set_status(form, Status.COMPLETE)
        study.signing.sign(Signing(Scope.of(form), "REVIEWED", "investigator", people.FIRST))
    study.life.lock(Scope.of(LOCKED))
    study.answer(VERIFIED, [Answer("sv", "", "SVCOM", "x")])
    study.set_status(VERIFIED, Status.COMPLETE)
    for role, form in ((Role.COORDINATOR, VITALS), (Role.NURSE, PREGNANCY)):
        study.accounts.switch(people.login(role), people.password(role))
        study.set_status(form, Status.COMPLETE)
        section = forms.form(form.form).sections[0]
        assert not section.repeating
    study.second.answer(DM, [SEX])
    study.second.finish(DM)
    study.accounts.switch(people.login(Role.MONITOR), people.password(Role.MONITOR))
    for _ in (ASKED, CLOSED):
        study.queries.ask(DM, POINT, "Which one?")
    study.queries.close(CLOSED, "It was clear.")
    study.verification.verify([(VERIFIED, TICKED)])
    study.life.verify(VERIFIED)
    study.close()


@pytest.fixture(scope="module")
def prepared(made, tmp_path_factory):
    path = people.copied(made[0], tmp_path_factory.mktemp("prepared") / "study")
    return people.cheaply(prepare, path)


@pytest.fixture
def ready(prepared, tmp_path, cheap):
    """Give a study in which each operation has something to be done to."""
    return people.copied(prepared.parent, tmp_path / "ready")


def test_every_operation_is_tried_here():
    assert set(DONE) == set(Operation)


def writers(study):
    """Return the public methods of a study file, and of each part of it, that write."""
    parts = {name: part for name, part in vars(study).items() if not name.startswith("_")}
    ours = {f"{name}.": type(part) for name, part in parts.items() if hasattr(part, "_writing")}
    return {
        f"{prefix}{name}"
        for prefix, part in {"": StudyFile, **ours}.items()
        for name in vars(part)
        if not name.startswith("_") and writes(part, name, set())
    }


WRITING = {"_writing", "leave", "change", "write"}
"""What a method calls that writes: a transaction, the close, or the file of keys."""


def writes(part, name, seen):
    """Return whether a method writes, itself or by another of its class."""
    function = inspect.unwrap(vars(part)[name]) if name in vars(part) else None
    code = getattr(function, "__code__", None)
    if code is None or name in seen:
        return False
    called = set(code.co_names)
    others = (other for other in called if other in vars(part) and other not in WRITING)
    return bool(called & WRITING) or any(writes(part, o, {*seen, name}) for o in others)


def test_whatever_writes_is_tried_by_every_role(study):
    """T13: a method or a part that is added fails here until it stands in the table above."""
    tried = {name.partition(",")[0] for name in TRIED}
    outside = {"data", "backup", "restore", "export", "identities", "importing.compare"}
    assert sorted(writers(study)) == sorted((tried - outside) | set(BEFORE_ANYBODY))


@pytest.mark.parametrize("way", TRIED)
@pytest.mark.parametrize("role", Role)
def test_a_role_does_what_its_column_says_and_is_refused_the_rest(ready, role, way):
    """T13, T22."""
    operation, do = TRIED[way]
    study = people.come(ready, role)
    before = study.last_change()
    also = ASKED_AS_WELL.get(way, operation)
    if allowed(role, operation) and allowed(role, also):
        do(study)
        study.close()
        return
    with pytest.raises((ForbiddenError, NotInvestigatorError)) as refused:
        do(study)
    if operation is not O.SIGN:
        assert refused.value.operation in (operation, also, ASKED_FIRST.get(operation))
        assert "It is for: " in refused.value.message.en
    study.close()
    with closing(people.come(ready, Role.INVESTIGATOR, read_only=True)) as seen:
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
    with pytest.raises((UnknownRoleError, NotInvestigatorError), match=r"is no role|Only an inv"):
        DONE[operation](study)
    assert study.data().audit == before


def test_a_study_without_accounts_needs_no_login(study, path):
    study.close()
    opened = StudyFile.open(path, ANA)
    assert opened.accounts.all() == ()
    opened.close()
