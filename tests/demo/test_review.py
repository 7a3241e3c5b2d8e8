"""The demonstration study was monitored, queried, entered twice, signed and locked."""

from __future__ import annotations

from collections import Counter

import pytest

from ordi_crf import forms
from ordi_crf.core import consistency, verification
from ordi_crf.core.life import Scope, locked
from ordi_crf.core.permissions import COLUMNS
from ordi_crf.core.queries import steps
from ordi_crf.core.query import Act, QueryState
from ordi_crf.core.records import Status
from ordi_crf.core.second import differences
from ordi_crf.core.signing import standings
from ordi_crf.core.validation import check
from ordi_crf.demo.monitor import WHOLE
from ordi_crf.demo.subjects import SUBJECTS

TODAY = "2013-01-01"
FOLLOWED = {"SYN-05", "SYN-13", "SYN-14", "SYN-15"}
"""Subjects whose last visit is a draft."""


@pytest.fixture(scope="module")
def queries(demonstration):
    """Give every query with its form."""
    return [(key, q) for key, asked in demonstration.data.queries.items() for q in asked]


@pytest.fixture(scope="module")
def signed(demonstration):
    """Give what every signature is worth, by form."""
    return standings(demonstration.data)


def place(key):
    """Return a form in few words."""
    return f"{key.subject} {key.visit} {key.form}"


def test_people_raised_some_thirty_queries_and_every_state_occurs(queries):
    states = Counter(query.state for _, query in queries if not query.finding)
    assert 20 <= states.total() <= 30
    assert set(states) == set(QueryState)


def test_five_queries_are_open_and_two_of_them_come_from_checks(queries):
    asked = {place(k): q.finding for k, q in queries if q.state is QueryState.OPEN}
    assert asked == {
        "SYN-05 S12M VS": "",
        "SYN-14 M12 SV": "",
        "SYN-15 D1 CLASI": "MAP.ERYTHEMA",
        "SYN-15 S3M VS": "SYSBP.EXPECTED",
        "SYN-15 S6M NV": "",
    }


def test_nothing_is_asked_any_more_of_a_locked_subject(queries):
    assert {str(key.subject) for key, query in queries if not query.closed} <= FOLLOWED


def test_queries_of_checks_closed_themselves_when_the_answer_was_corrected(queries):
    resolved = {place(k) for k, q in queries if q.messages[-1].act is Act.RESOLVED}
    assert {"SYN-02 W4 LB", "SYN-03 W4 SV", "SYN-10 M3 SV"} & resolved


def test_the_checks_have_nothing_to_add_when_the_study_is_opened(demonstration):
    """T24: a soft finding of a completed form is a query, and so it stays."""
    said = []
    for key, record in demonstration.data.records.items():
        chart = demonstration.charts[key.subject]
        found = check(forms.form(key.form), record, TODAY) + consistency.findings(chart, key)
        said += steps(demonstration.data.queries.get(key, ()), found, record)
    assert said == []


def test_of_the_first_subjects_all_was_compared_with_its_source(demonstration):
    data = demonstration.data
    shares = {
        subjid: verification.share_of(
            (r for k, r in data.records.items() if str(k.subject) == subjid), data.verified
        )
        for subjid in (subject.subjid for subject in SUBJECTS)
    }
    assert {subjid for subjid, share in shares.items() if share.complete} == set(WHOLE)
    assert all(5 < share.percent < 50 for s, share in shares.items() if s not in WHOLE)


def test_some_forms_are_verified_in_part(demonstration):
    data = demonstration.data
    partly = [
        key.form
        for key, known in data.verified.items()
        if not verification.is_verified(data.records[key], known)
    ]
    assert "LB" in partly


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.subjid)
def test_a_finished_subject_is_locked_and_no_other(demonstration, subject):
    data = demonstration.data
    key = next(s for s in data.subjects if str(s) == subject.subjid)
    states = {r.status for k, r in data.records.items() if k.subject == key}
    finished = subject.subjid not in FOLLOWED
    assert (locked(data.locks, Scope(key)) is not None) is finished
    assert (states == {Status.LOCKED}) is finished


def test_no_signature_is_false(signed):
    assert not any(standing.false for several in signed.values() for standing in several)


def test_signatures_broken_by_a_correction_were_given_again_but_one(signed):
    """T21: what was signed and changed says so, and waits to be signed again."""
    broken = {place(k): [s.intact for s in given] for k, given in signed.items() if len(given) > 1}
    waiting = {place(k) for k, given in signed.items() if not given[-1].intact}
    assert broken == {"SYN-04 S3M VS": [False, True], "SYN-05 W8 VS": [False, True]}
    assert waiting == {"SYN-14 W8 VS"}


def test_one_subject_was_unlocked_with_a_reason_and_locked_again(demonstration):
    opened = [lock for lock in demonstration.data.locks if not lock.locked]
    assert [str(lock.scope.subject) for lock in opened] == ["SYN-04"]
    told = [e for e in demonstration.data.audit if e.action == "lock" and e.new == "OPEN"]
    assert [bool(entry.reason) for entry in told] == [True]


def test_two_forms_of_two_subjects_were_entered_twice_and_one_difference_waits(demonstration):
    data = demonstration.data
    waiting = {
        place(key): [
            d.place[2] for d in differences(forms.form(key.form), data.records[key], entry)
        ]
        for key, entry in data.second.items()
    }
    assert {key.form for key in data.second} == {"SE", "EMG"}
    assert {str(key.subject) for key in data.second} == {"SYN-10", "SYN-15"}
    assert {name: found for name, found in waiting.items() if found} == {
        "SYN-15 EOT EMG": ["SNAPL"]
    }
    assert sum(len(entry.adjudications) for entry in data.second.values()) == 3


def test_everybody_at_work_has_a_role_the_program_knows(demonstration):
    roles = {entry.role for entry in demonstration.data.audit}
    assert {"Monitor", "Data manager"} <= roles <= {role.value for role in COLUMNS}
