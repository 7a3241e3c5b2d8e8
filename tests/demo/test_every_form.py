"""The demonstration study is filled through every form, as a clinic's would be."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from datetime import date
from fractions import Fraction

import pytest

from ordi_crf import study
from ordi_crf.core import sledai
from ordi_crf.core.calendar import State
from ordi_crf.core.derived import sledai_score
from ordi_crf.core.eligibility import Eligibility, assess
from ordi_crf.core.missing import FLAVOURS
from ordi_crf.core.progress import VisitState, visit_state
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.core.subject_calendar import calendars, last_day
from ordi_crf.core.values import attached
from ordi_crf.demo import backgrounds, dosing
from ordi_crf.demo.subjects import SUBJECTS
from ordi_crf.forms.eligibility import CONFIRMED, DECISION
from ordi_crf.forms.pregnancy_test import TEST
from ordi_crf.forms.visit import HEADER


def records(demonstration, form):
    """Return every record of a form."""
    return [r for key, r in demonstration.data.records.items() if key.form == form]


def rows(demonstration, form, section):
    """Return subject and answers of every row of a section."""
    found = records(demonstration, form)
    return [(str(r.key.subject), row.values) for r in found for row in r.live(section)]


def test_every_form_is_filled_but_the_report_of_a_pregnancy(demonstration):
    offered = {form for event in study.EVENTS for form in event.forms}
    assert {key.form for key in demonstration.data.records} == offered - {"PREG"}


def test_whoever_was_seen_completed_every_form_that_was_due(demonstration):
    drafts = Counter()
    for key in (key for key in demonstration.data.records if key.form == "SV"):
        where = (demonstration.data.records, key.subject, key.visit, key.visit_repeat)
        drafts[str(key.subject)] += visit_state(*where) is VisitState.DRAFT
    assert +drafts == {"SYN-05": 1, "SYN-13": 1, "SYN-14": 1, "SYN-15": 1}


def test_every_visit_that_fell_due_was_held_or_said_to_be_missed(demonstration):
    data = demonstration.data
    today = last_day(data.records.values())
    stand = [
        (str(c.subject), a.visit, a.state)
        for c in calendars(data.records.values(), data.subjects, today)
        for a in c.appointments
        if a.state not in (State.IN_WINDOW, State.SUPERSEDED, State.UNSCHEDULED, State.PLANNED)
    ]
    assert stand == [
        ("SYN-06", "W6", State.MISSED),
        ("SYN-08", "S8W", State.LATE),
        ("SYN-09", "M5", State.MISSED),
        ("SYN-12", "W7", State.MISSED),
    ]


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.subjid)
def test_everybody_is_eligible_by_the_data_and_by_the_investigator(demonstration, subject):
    chart = next(c for s, c in demonstration.charts.items() if str(s) == subject.subjid)
    assessed = assess(chart)
    decided = chart.records[RecordKey(chart.subject, "SCR", "IE")]
    said = {a.code: decided.values(CONFIRMED, a.code)["IEORRES"] for a in assessed.answers}
    assert assessed.eligibility is Eligibility.ELIGIBLE
    assert said == {a.code: a.verdict.confirmed for a in assessed.answers}
    assert decided.values(DECISION)["IEYN"] == "Y"


def test_whoever_has_little_skin_affected_failed_or_did_not_bear_thalidomide(demonstration):
    for subject, chart in demonstration.charts.items():
        extent = demonstration.painted[RecordKey(subject, "SCR", "BM")].active_total
        tried = chart.records[RecordKey(subject, "SCR", "PT")].sections["pt_asked"]["THALIDO"]
        assert extent > 18 or "Y" in (tried.values["PTREFR"], tried.values["PTSEVAE"]), subject


def test_sledai_reaches_6_after_day_1_only_where_it_did_before(demonstration):
    flares, active = set(), set()
    for course in demonstration.courses:
        for found in course.systemic:
            if (found.score.total or 0) >= sledai.ACTIVE:
                later = course.day_1 is not None and found.on > course.day_1
                (flares if later else active).add(str(course.subject))
    assert flares == {"SYN-14"}
    assert active == {"SYN-07", "SYN-10", "SYN-14"}


def test_the_systemic_disease_stays_as_it_was(demonstration):
    for course in demonstration.courses:
        totals = {found.score.non_mucocutaneous for found in course.systemic}
        assert len(totals) == 1, course.subject


def test_every_complete_sledai_has_a_total(demonstration):
    found = [sledai_score(r) for r in records(demonstration, "SLEDAI")]
    assert len(found) > 130
    assert all(score.total is not None for score in found)


def test_the_global_assessment_falls_with_the_skin(demonstration):
    for course in demonstration.courses:
        at = {
            visit: demonstration.data.record(course.subject, visit, "PGA").sections["pga"][""]
            for visit in ("D1", "W8" if str(course.subject) != "SYN-01" else "EOT")
        }
        first, later = (Fraction(row.values["PGASCORE"]) for row in at.values())
        assert later < first, course.subject


def test_capsules_were_dispensed_only_on_the_day_of_a_negative_test(demonstration):
    fertile = {s.subjid for s in SUBJECTS if backgrounds.of(s.subjid).fertile}
    negative = {
        (str(r.key.subject), values["PGDISDAT"])
        for r in records(demonstration, "PG")
        if (values := r.values(TEST))["PGRES"] == "NEGATIVE"
    }
    handed_out = {(s, values["DADISDAT"]) for s, values in rows(demonstration, "DA", "da")}
    assert {pair for pair in handed_out if pair[0] in fertile} == {
        (subjid, on) for subjid, on in negative if on is not None
    }


def test_nobody_who_can_become_pregnant_is_given_more_than_four_weeks(demonstration):
    fertile = {s.subjid for s in SUBJECTS if backgrounds.of(s.subjid).fertile}
    given = [int(v["DADISP"]) for s, v in rows(demonstration, "DA", "da") if s in fertile]
    assert max(given) == 28


def test_most_capsules_were_taken_and_what_was_forgotten_is_explained(demonstration):
    shares = {}
    for subject in SUBJECTS:
        for line in dosing.capsules(subject):
            known = line.known(10_000)
            if "DARET" not in known:
                continue
            back = (date.fromisoformat(known["DARETDAT"]) - date.fromisoformat(subject.day_1)).days
            due = sum(p.capsules(line.day + (line.day > 0), back) for p in dosing.periods(subject))
            taken = int(known["DADISP"]) - int(known["DARET"])
            shares[subject.subjid, line.day] = round(100 * taken / due), "DACOM" in known
    low = {place: share for place, (share, _) in shares.items() if share < 88}
    assert low == {("SYN-06", 28): 75, ("SYN-06", 86): 78}
    assert {place for place, (_, told) in shares.items() if told} == set(low)
    assert max(share for share, _ in shares.values()) <= 105


def test_the_one_serious_event_is_unrelated_and_reported_the_next_day(demonstration):
    serious = [(s, v) for s, v in rows(demonstration, "AE", "ae") if v["AESER"] == "Y"]
    ((subject, event),) = serious
    assert (subject, event["AEREL"], event["AESHOSP"]) == ("SYN-13", "NOT RELATED", "Y")
    ((_, report),) = rows(demonstration, "SAE", "sae")
    days = [date.fromisoformat(report[name]) for name in ("SAEAWARE", "SAEREP")]
    assert (days[1] - days[0]).days == 1


def test_three_minor_deviations_are_recorded(demonstration):
    found = [(s, v["DVCAT"], v["DVSEV"]) for s, v in rows(demonstration, "DV", "dv")]
    assert found == [
        ("SYN-06", "DOSING", "MINOR"),
        ("SYN-08", "VISIT WINDOW", "MINOR"),
        ("SYN-09", "PROCEDURE", "MINOR"),
    ]


def test_what_is_missing_is_said_in_several_ways(demonstration):
    said = {m.flavour for r in demonstration.data.records.values() for m in r.flavours.values()}
    assert {"ND", "ASKU", "NASK", "NAV"} <= said
    assert said <= {code.value for code in FLAVOURS.codes}


def test_visits_that_were_not_held_say_why(demonstration):
    headers = (r.values(HEADER) for r in records(demonstration, "SV"))
    reasons = [v["SVREASND"] for v in headers if v["SVOCCUR"] == "N"]
    assert len(reasons) == 3
    assert all(reason and reason.endswith("(synthetic).") for reason in reasons)


@pytest.mark.parametrize("length", [len("2001"), len("2001-05")], ids=["year", "month"])
@pytest.mark.parametrize(
    ("form", "section", "item"),
    [("MH", "mh", "MHSTDAT"), ("PT", "pt", "CMSTDAT"), ("CM", "cm", "CMSTDAT")],
    ids=["history", "treatments", "medication"],
)
def test_partial_dates_are_kept_as_far_as_they_are_known(
    demonstration, form, section, item, length
):
    assert length in {len(v[item] or "") for _, v in rows(demonstration, form, section)}


def test_results_come_with_units_and_below_the_limit_of_detection(demonstration):
    results = [v for _, v in rows(demonstration, "LB", "lb")]
    below = {v["LBORRES"] for v in results if v["LBORRES"] and v["LBORRES"].startswith("<")}
    assert {"<10", "<0.06"} <= below
    assert {"g/L", "g/dL", "/µL", "10⁹/L", "10³/µL"} <= {v["LBORRESU"] for v in results}


def test_every_photograph_is_a_whole_picture_and_named_synthetic(demonstration):
    files = [v["PHFILE"] for _, v in rows(demonstration, "PH", "ph")]
    assert len(files) == 3
    assert demonstration.file.damaged_files() == []
    for digest, name in map(attached, files):
        content = demonstration.file.attachment(digest)
        assert name.startswith("synthetic-")
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", content[16:24])
        start = content.index(b"IDAT")
        size = struct.unpack(">I", content[start - 4 : start])[0]
        pixels = zlib.decompress(content[start + 4 : start + 4 + size])
        assert len(pixels) == height * (1 + width // 2)


def test_logs_are_complete_once_the_study_ended(demonstration):
    open_ = {str(k.subject) for k, r in demonstration.data.records.items()
             if k.visit == "LOG" and r.status is Status.DRAFT}  # fmt: skip
    assert open_ == {"SYN-05", "SYN-13", "SYN-14", "SYN-15"}


def test_the_audit_trail_stays_one_that_can_be_read(demonstration):
    entered = [e for e in demonstration.data.audit if e.action not in ("verify", "sign")]
    assert len(entered) <= 50_000
    assert len(demonstration.data.audit) <= 60_000
