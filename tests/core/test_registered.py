"""The six registered outcomes together: denominators, words, and laws that hold for all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.courses import courses
from ordi_crf.core.outcomes import outcomes
from ordi_crf.core.phrases import share
from ordi_crf.core.readings import Proof, shares
from ordi_crf.core.records import RecordKey, StudyData
from ordi_crf.core.stats import Proportion
from ordi_crf.forms.schema import Text
from tests.builders import SUBJECT
from tests.core.course_data import (
    ONGOING,
    OTHER,
    clasi,
    counted,
    doses,
    dsdna,
    events,
    held,
    on,
    seen,
    sledai,
    study,
)

NAMES = ["SEIZ", "ARTH", "RASH", "ALOP", "MUCO", "COMP", "DNA", "FEVR"]


def verdicts(records):
    """Return every estimate of every reading: denominators and evidence."""
    data = study(*records, subjects=(SUBJECT, OTHER))
    return [
        (outcome.number, counted(e), e.evidence)
        for outcome in outcomes(courses(data))
        for e in outcome.estimates
    ]


def test_the_six_measures_stand_in_the_order_of_the_record():
    found = outcomes(())
    assert [outcome.number for outcome in found] == [1, 2, 3, 4, 5, 6]
    assert [len(outcome.estimates) for outcome in found] == [4, 3, 4, 4, 4, 3]
    assert all(outcome.headline is outcome.estimates[0] for outcome in found)


def test_the_ids_of_readings_never_change():
    """O1, O2, O3, O4, O5, O6: exports and documents name the readings by these."""
    assert [e.oid for outcome in outcomes(()) for e in outcome.estimates] == [
        "O1.EVER", "O1.M3", "O1.DAMAGE", "O1.ANY",
        "O2.RELATED", "O2.ALL", "O2.LAST",
        "O3.A", "O3.B", "O3.C", "O3.D",
        "O4.B", "O4.A", "O4.C", "O4.D",
        "O5.A", "O5.B", "O5.LAST", "O5.TAPER",
        "O6.ANY", "O6.FROZEN", "O6.LAST",
    ]  # fmt: skip


def test_a_reading_is_found_by_its_id():
    """O5."""
    flares = outcomes(())[4]
    assert flares.estimate("O5.B").reading.en.startswith("a single grade")
    with pytest.raises(KeyError):
        flares.estimate("O1.EVER")


def test_a_study_without_subjects_estimates_nothing():
    """OC-B-0, O1, O2, O3, O4, O5, O6: out of nobody it is not estimable, and never 0 %."""
    found = [e for outcome in outcomes(()) for e in outcome.estimates]
    words = {share(p).en for e in found for p in (e.of_assessed, e.of_all)}
    assert words == {"not estimable"}


@pytest.mark.parametrize(
    ("n", "of", "en", "es"),
    [
        pytest.param(
            12, 14, "12 of 14 = 85.7 % (95 % CI 57.2-98.2)",
            "12 de 14 = 85,7 % (IC 95 % 57,2-98,2)", id="as published",
        ),
        pytest.param(
            0, 15, "0 of 15 = 0.0 % (95 % CI 0.0-21.8)", "0 de 15 = 0,0 % (IC 95 % 0,0-21,8)",
            id="nobody",
        ),
        pytest.param(0, 0, "not estimable", "no estimable", id="out of nobody"),
    ],
)  # fmt: skip
def test_a_proportion_is_told_with_its_interval(n, of, en, es):
    """OC-PRINT."""
    found = share(Proportion(n, of))
    assert (found.en, found.es) == (en, es)


def test_of_treated_nobody_examined_nothing_is_told():
    flares = outcomes(courses(study(ONGOING)))[2].headline
    assert counted(flares) == ((0, 0), (0, 1))
    assert [words.en for words in shares(flares)] == ["not estimable"] * 2


def test_a_result_of_the_treated_is_told_though_nobody_is_evaluable():
    withdrawn = events({"AETERM": "Rash", "AESTDAT": "2010-02-05", "AEACN": "DRUG WITHDRAWN"})
    visits = seen(("D1", 0, 4), ("W4", 28, 0))
    response = outcomes(courses(study(doses(("5", 0, 9)), withdrawn, *visits)))[0].headline
    assert [words.en for words in shares(response)] == [
        "not estimable",
        "1 of 1 = 100.0 % (95 % CI 2.5-100.0)",
    ]


def test_readings_of_an_outcome_have_words_of_their_own():
    for outcome in outcomes(()):
        assert len({e.reading.en for e in outcome.estimates}) == len(outcome.estimates)
        assert len({e.reading.es for e in outcome.estimates}) == len(outcome.estimates)


def test_missing_subjects_of_all_readings_are_told_in_the_order_of_their_ids():
    """OC-PRINT."""
    records = [ONGOING, doses(("5", 0, None), who=OTHER)]
    data = StudyData({}, (OTHER, SUBJECT), {r.key: r for r in records}, ())
    found = outcomes(courses(data))[2].headline
    assert [missing.subject for missing in found.missing] == [SUBJECT, OTHER]


def test_the_first_proof_of_each_subject_is_its_earliest():
    visits = ("W4", 28, 0), ("W8", 56, 0)
    records = [ONGOING, doses(("5", 0, None), who=OTHER)]
    records += [*seen(*visits), *seen(*visits[1:], who=OTHER)]
    data = study(*records, subjects=(OTHER, SUBJECT))
    first = outcomes(courses(data))[0].headline.first
    assert first == (
        Proof(RecordKey(SUBJECT, "W4", "CLASI"), on(28), Text("activity 0", "actividad 0")),
        Proof(RecordKey(OTHER, "W8", "CLASI"), on(56), Text("activity 0", "actividad 0")),
    )


grades = st.integers(0, 6)
titres = st.tuples(st.sampled_from(["", "<", ">"]), st.integers(1, 90)).map(
    lambda t: f"{t[0]}{t[1]}"
)
visit_days = st.integers(-20, 800)


@st.composite
def subjects(draw, who=SUBJECT):
    """Draw a subject: doses, some visits with everything scored, an event."""
    stop = draw(st.one_of(st.none(), st.integers(10, 300)))
    records = [doses(("5", 0, stop), who=who)]
    if stop is not None and draw(st.booleans()):
        restart = stop + draw(st.integers(2, 200))
        records = [doses(("5", 0, stop), ("5", restart, None), who=who)]
    days = draw(st.lists(visit_days, min_size=1, max_size=6, unique=True))
    for n, day in enumerate(sorted(days), start=1):
        visit = ("UNS", n)
        records += [
            held(visit[0], day, n, who),
            clasi(visit[0], draw(grades), n, who, scars=draw(st.integers(0, 4))),
            sledai(visit[0], " ".join(draw(st.sets(st.sampled_from(NAMES)))), n, who),
            dsdna(visit[0], draw(titres), n, who),
        ]
    if draw(st.booleans()):
        started = on(draw(st.integers(0, 500))).isoformat()
        records.append(
            events(
                {
                    "AETERM": "Nausea",
                    "AESTDAT": started,
                    "AEREL": draw(st.sampled_from(["RELATED", "NOT RELATED", None])),
                    "AEACN": draw(st.sampled_from(["DRUG WITHDRAWN", "DOSE REDUCED"])),
                },
                who=who,
            )
        )
    return records


both = st.tuples(subjects(), subjects(who=OTHER)).map(lambda two: [*two[0], *two[1]])


@given(records=both, shuffled=st.randoms(use_true_random=False))
def test_an_outcome_never_depends_on_the_order_of_entry(records, shuffled):
    expected = verdicts(records)
    shuffled.shuffle(records)
    data = StudyData({}, (OTHER, SUBJECT), {r.key: r for r in records}, ())
    again = [
        (outcome.number, counted(e), e.evidence)
        for outcome in outcomes(courses(data))
        for e in outcome.estimates
    ]
    assert again == expected


@given(records=subjects(), data=st.data())
def test_a_blank_never_makes_an_outcome_of_nothing(records, data):
    """O1, O3, O5, O6: whatever is taken back, nothing is met that was not met before.

    The baseline stays; and where the nearest or the last whole visit decides, another one does.
    """
    scored = [n for n, r in enumerate(records) if r.key.form in ("CLASI", "SLEDAI")]
    after = [n for n in scored if _later(records, records[n])]
    if not after:
        return
    n = data.draw(st.sampled_from(after))
    emptied = [*records]
    emptied[n] = _with_a_blank(records[n])
    before = {p for oid, p in _proofs(records) if oid not in ("O1.M3", "O6.LAST")}
    assert {p for oid, p in _proofs(emptied) if oid not in ("O1.M3", "O6.LAST")} <= before


@given(records=subjects(), repeats=st.permutations(range(1, 7)))
def test_an_outcome_does_not_depend_on_what_visits_are_called(records, repeats):
    """O1, O2, O3, O4, O5, O6: dates decide; names only tell which came before the first dose."""
    renamed = [_renamed(record, repeats) for record in records]
    assert _states(renamed) == _states(records)


def _states(records):
    return [
        (e.oid, counted(e), [v.state for v in e.verdicts.values()])
        for outcome in outcomes(courses(study(*records)))
        for e in outcome.estimates
    ]


def _renamed(record, repeats):
    if record.key.visit == "LOG":
        return record
    repeat = repeats[record.key.visit_repeat - 1]
    return replace(record, key=replace(record.key, visit_repeat=repeat))


def _proofs(records):
    found = outcomes(courses(study(*records)))
    return [(e.oid, p) for outcome in found for e in outcome.estimates for p in e.evidence]


def _later(records, record):
    """Return whether a record belongs to a visit after the first dose."""
    header = replace(record.key, form="SV")
    (dated,) = [r for r in records if r.key == header]
    return dated.sections["sv"][""].values["VISDAT"] > on(0).isoformat()


def _with_a_blank(record):
    name = "clasi_area" if record.key.form == "CLASI" else "sledai_descriptor"
    rows = dict(record.sections[name])
    first = next(iter(rows))
    rows[first] = replace(rows[first], values=dict.fromkeys(rows[first].values))
    return replace(record, sections={**record.sections, name: rows})


@given(records=subjects(), day=st.integers(1, 360), activity=grades)
def test_a_visit_with_a_blank_in_every_form_never_changes_a_verdict(records, day, activity):
    partial = [
        held("W2", day),
        clasi("W2", activity, partial=True),
        sledai("W2", " ".join(NAMES), missing=("CVA",)),
        dsdna("W2", None),
    ]
    assert verdicts([*records, *partial]) == verdicts(records)


@given(records=subjects(), activity=grades)
def test_a_visit_without_a_date_never_changes_a_verdict(records, activity):
    undated = [clasi("W2", activity), sledai("W2", "SEIZ ARTH"), dsdna("W2", "90")]
    assert verdicts([*records, *undated]) == verdicts(records)


@given(records=subjects(), day=st.integers(1400, 2000), activity=grades)
def test_a_visit_after_every_window_changes_no_verdict_that_has_one(records, day, activity):
    late = [
        held("W2", day),
        clasi("W2", activity, scars=9),
        sledai("W2", "SEIZ ARTH"),
        dsdna("W2", "90"),
    ]

    def windowed(found):
        ever, taper = (1, 3), (5, 3)
        numbered = [n for n, _, _ in found]
        return [
            v for i, v in enumerate(found) if (v[0], i - numbered.index(v[0])) not in (ever, taper)
        ]

    assert windowed(verdicts([*records, *late])) == windowed(verdicts(records))


@given(records=subjects())
def test_readings_that_ask_for_more_are_met_by_fewer(records):
    """OC-5-B."""

    def n(number, reading):
        found = [v for v in verdicts(records) if v[0] == number]
        return found[reading][1][1][0]

    assert n(1, 2) <= n(1, 0) <= n(1, 3)
    assert n(2, 0) <= n(2, 1)
    assert max(n(3, 1), n(3, 2), n(3, 3)) <= n(3, 0)
    assert n(5, 1) <= n(5, 0)
    assert n(6, 2) <= n(6, 0)


@given(records=subjects())
def test_every_proof_lies_in_a_record_of_the_study(records):
    keys = {record.key for record in records}
    assert all(p.record in keys for _, _, evidence in verdicts(records) for p in evidence)


@given(records=subjects(), other=subjects(who=OTHER))
def test_a_subject_is_judged_whoever_else_takes_part(records, other):
    alone = [(n, p) for n, _, evidence in verdicts(records) for p in evidence]
    together = verdicts([*records, *other])
    mine = [(n, p) for n, _, evidence in together for p in evidence if p.record.subject == SUBJECT]
    assert mine == alone


def test_a_voided_event_is_no_side_effect():
    record = events({"AETERM": "Nausea", "AESTDAT": "2010-03-01", "AEREL": "RELATED"})
    rows = {key: replace(row, voided=True) for key, row in record.sections["ae"].items()}
    voided = replace(record, sections={"ae": rows})
    assert outcomes(courses(study(ONGOING, voided)))[1].headline.evidence == ()
