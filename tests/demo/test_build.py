"""The demonstration study is entered like a clinic's, and always the same."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from ordi_crf import forms
from ordi_crf.core import consistency
from ordi_crf.core.derived import areas, clasi_score
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.core.validation import check, open_findings
from ordi_crf.db import errors
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import StudyFile
from ordi_crf.demo import review
from ordi_crf.demo.build import build
from ordi_crf.demo.corrections import CORRECTIONS
from ordi_crf.forms.schema import Severity
from tests.builders import ANA

TODAY = "2013-01-01"
DELIBERATE = [("SYN-07", "W4", "07"), ("SYN-11", "D1", "04"), ("SYN-15", "D1", "13")]


def findings(demonstration, record):
    """Return every finding of a record, those against other forms included."""
    found = check(forms.form(record.key.form), record, TODAY)
    return found + consistency.findings(demonstration.charts[record.key.subject], record.key)


def complete(demonstration):
    """Return the records that are complete."""
    return [r for r in demonstration.data.records.values() if r.status.completed]


@pytest.mark.slow
def test_two_builds_are_equal_hashes_included(demonstration, tmp_path):
    path = tmp_path / "again.ordi"
    build(path)
    again = StudyFile.open(path, ANA, read_only=True)
    assert again.data() == demonstration.data
    again.close()


def test_a_study_under_way_is_the_beginning_of_the_whole_one(demonstration, tmp_path):
    path = tmp_path / "under way.ordi"
    build(path, until=datetime(2009, 3, 1, tzinfo=UTC))
    early = StudyFile.open(path, ANA, read_only=True)
    audit = early.data().audit
    early.close()
    assert audit == demonstration.data.audit[: len(audit)]
    assert audit[-1].at < "2009-03-01" < demonstration.data.audit[len(audit)].at


def test_the_audit_trail_verifies(demonstration):
    assert verify(demonstration.data) == []


def test_the_study_says_that_it_is_synthetic(demonstration):
    assert demonstration.data.synthetic


def test_times_in_the_audit_trail_only_go_forward(demonstration):
    times = [entry.at for entry in demonstration.data.audit]
    assert times == sorted(times)


def test_entries_are_made_on_the_day_of_the_visit_or_later(demonstration):
    dates = {
        (k.subject.subjid, k.visit, k.visit_repeat): r.sections["sv"][""].values["VISDAT"]
        for k, r in demonstration.data.records.items()
        if k.form == "SV"
    }
    early = [
        entry.id
        for entry in demonstration.data.audit
        if (on := dates.get((entry.subjid, entry.visit, entry.visit_repeat))) and entry.at[:10] < on
    ]
    assert early == []


def test_several_roles_worked_on_it(demonstration):
    roles = {(entry.form, entry.role) for entry in demonstration.data.audit if entry.form}
    assert {("BM", "Nurse"), ("CLASI", "Investigator"), ("LB", "Coordinator")} <= roles


def test_a_complete_form_has_an_open_finding_only_where_a_query_waits_for_its_answer(demonstration):
    still_open = [
        (str(r.key.subject), r.key.visit, r.key.form, finding.oid)
        for r in complete(demonstration)
        for finding in open_findings(findings(demonstration, r), r)
    ]
    assert still_open == [("SYN-15", "S3M", "VS", "SYSBP.EXPECTED")]


def test_painting_and_scoring_disagree_only_where_it_is_explained(demonstration):
    disagreements = sorted(
        (str(r.key.subject), r.key.visit, finding.row)
        for r in complete(demonstration)
        for finding in findings(demonstration, r)
        if finding.oid == "MAP.ERYTHEMA" and finding.place in r.explanations
    )
    assert disagreements == DELIBERATE


def test_elsewhere_the_painting_proposes_just_the_scored_erythema(demonstration):
    for record in complete(demonstration):
        key = record.key
        place = (str(key.subject), key.visit)
        if key.form != "CLASI" or place in [entry[:2] for entry in DELIBERATE]:
            continue
        scored = {
            row: int(values["CLERY"])
            for row, values in areas(record).items()
            if values["CLERY"] != "0"
        }
        painting = RecordKey(key.subject, key.visit, "BM", key.visit_repeat)
        assert dict(demonstration.painted[painting].proposals) == scored, place


def test_complete_response_means_nothing_painted_and_all_skin_examined(demonstration):
    cleared = 0
    for record in complete(demonstration):
        if record.key.form != "CLASI" or clasi_score(record).activity.total != 0:
            continue
        cleared += 1
        key = RecordKey(record.key.subject, record.key.visit, "BM", record.key.visit_repeat)
        painting = demonstration.data.records[key]
        assert demonstration.painted[key].active.total == 0, key
        assert painting.sections["bm"][""].values["BMPERF"] == "Y"
    assert cleared > 12


def test_one_unusual_laboratory_value_is_explained(demonstration):
    explained = [
        (str(r.key.subject), finding.row, finding.oid)
        for r in complete(demonstration)
        for finding in findings(demonstration, r)
        if r.key.form == "LB" and finding.severity is Severity.SOFT
    ]
    assert explained == [("SYN-08", "LYM", "LBORRES.EXPECTED")]


def test_corrections_after_completion_carry_a_reason(demonstration):
    corrected = [
        e
        for e in demonstration.data.audit
        if e.action == "update" and e.reason and e.section != "record"
    ]
    assert len(corrected) == len(CORRECTIONS) + len(review.CORRECTIONS)
    assert all(entry.old != entry.new for entry in corrected)


def test_some_strokes_were_taken_back(demonstration):
    voided = [
        row
        for record in demonstration.data.records.values()
        for row in record.sections.get("bm_stroke", {}).values()
        if row.voided
    ]
    assert len(voided) == 4


def test_the_last_visit_of_four_subjects_is_a_draft(demonstration):
    drafts = Counter(
        str(k.subject)
        for k, r in demonstration.data.records.items()
        if r.status is Status.DRAFT and k.form == "CLASI"
    )
    assert drafts == {"SYN-05": 1, "SYN-13": 1, "SYN-14": 1, "SYN-15": 1}


def test_damage_rises_in_two_subjects_and_falls_in_none(demonstration):
    rising, falling = set(), set()
    for course in demonstration.courses:
        totals = [skin.damage for skin in course.skin if skin.damage is not None]
        if totals[-1] > totals[0]:
            rising.add(str(course.subject))
        if any(later < earlier for earlier, later in pairwise(totals)):
            falling.add(str(course.subject))
    assert (rising, falling) == ({"SYN-04", "SYN-13"}, set())


def test_a_file_in_the_way_is_left_alone(tmp_path):
    path = tmp_path / "mine.ordi"
    path.write_bytes(b"mine")
    with pytest.raises(errors.ExistsError):
        build(path)
    assert path.read_bytes() == b"mine"


def test_a_build_that_fails_leaves_nothing_behind(tmp_path):
    def stop(done, total):
        raise RuntimeError(f"stopped at {done} of {total}")

    with pytest.raises(RuntimeError, match="stopped at 1 of"):
        build(tmp_path / "study.ordi", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_study_that_is_open_is_not_replaced(tmp_path, monkeypatch):
    monkeypatch.setattr("ordi_crf.demo.build.SUBJECTS", ())
    path = tmp_path / "study.ordi"
    build(path)
    opened = StudyFile.open(path, ANA)
    with pytest.raises(errors.BusyError):
        build(path, replace=True)
    opened.close()
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_a_study_that_is_closed_is_replaced(tmp_path, monkeypatch):
    monkeypatch.setattr("ordi_crf.demo.build.SUBJECTS", ())
    path = tmp_path / "study.ordi"
    StudyFile.create(path, ANA).close()
    path.with_name("study.ordi-wal").write_bytes(b"left by a crash")
    build(path, replace=True)
    built = StudyFile.open(path, ANA, read_only=True)
    assert built.data().synthetic
    built.close()


def test_progress_counts_up_to_all_steps(tmp_path, monkeypatch):
    from ordi_crf.demo import build as building

    monkeypatch.setattr(building, "SUBJECTS", building.SUBJECTS[:1])
    steps = []
    build(tmp_path / "study.ordi", lambda done, total: steps.append((done, total)))
    total = len(steps)
    assert steps == [(n, total) for n in range(1, total + 1)]
