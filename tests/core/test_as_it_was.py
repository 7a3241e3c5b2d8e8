"""A form as it was: replayed from the trail to any entry, it is what it was then."""

from __future__ import annotations

import pytest

from ordi_crf.core.as_it_was import moments, record_at
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Answer
from tests.builders import JOAN, answers, at_work, clasi, key, stroke

DM, AE, CLASI, BM = key("DM", "SCR"), key("AE"), key("CLASI"), key("BM")
SEX, BIRTH = ("dm", "", "SEX"), ("dm", "", "BRTHDAT")


def changes(study):
    """Yield after each change of a long entry, with the form it was made in."""

    def monitor(step):
        with at_work(study, JOAN):
            step(study)

    steps = [
        (DM, lambda: study.answer(DM, [Answer(*SEX, "F"), Answer(*BIRTH, "1969")])),
        (DM, lambda: study.answer(DM, [Answer(*BIRTH, None)])),
        (DM, lambda: study.say_missing([(DM, BIRTH)], Missing("ASKU", "no papers"))),
        (DM, lambda: study.answer(DM, [Answer(*BIRTH, "1970")])),
        (DM, lambda: study.set_status(DM, Status.COMPLETE)),
        (DM, lambda: study.answer(DM, [Answer(*SEX, "M")], "wrong patient")),
        (DM, lambda: study.set_status(DM, Status.DRAFT, "to be asked again")),
        (CLASI, lambda: study.answer(CLASI, answers(clasi(top=True)))),
        (CLASI, lambda: study.explain(CLASI, ("clasi_area", "07", "MAP.ERYTHEMA"), "scaling")),
        (BM, lambda: study.add_row(BM, "bm_stroke", stroke())),
        (BM, lambda: study.add_row(BM, "bm_stroke", stroke(4))),
        (BM, lambda: study.void(BM, "bm_stroke", "2")),
        (BM, lambda: study.void(BM, "bm_stroke", "2", voided=False)),
        (AE, lambda: study.add_row(AE, "ae", {"AETERM": "Headache", "AETOXGR": "1"})),
        (AE, lambda: monitor(lambda s: s.queries.ask(AE, ("ae", "1", "AETERM"), "Since when?"))),
        (DM, lambda: monitor(lambda s: s.verification.verify([(DM, SEX)]))),
    ]
    for form, step in steps:
        step()
        yield form


def test_after_every_entry_a_form_is_what_it_was_then(study):
    """T09 and T10: nothing but the trail is needed to show any form at any moment."""
    stood = [(form, study.data().audit[-1].id, study.record(form)) for form in changes(study)]
    audit = study.data().audit
    assert {form: study.trail(form) for form, _, _ in stood} == {
        form: [e for e in audit if e.record == form] for form, _, _ in stood
    }
    for form, last, record in stood:
        replayed = record_at(audit, form, last)
        assert replayed.version == record.version
        assert answered(replayed) == answered(record)
        assert (replayed.status, replayed.explanations) == (record.status, record.explanations)
        assert replayed.flavours == record.flavours


def answered(record):
    """Return what a record says, without rows that say nothing."""
    return {
        (section, row.key, item): (value, row.voided)
        for section, rows in record.sections.items()
        for row in rows.values()
        for item, value in row.values.items()
        if value is not None
    }


def test_before_its_first_entry_a_form_is_empty(study):
    study.answer(DM, [Answer(*SEX, "F")])
    assert record_at(study.data().audit, DM, 1).sections == {}


def test_what_happened_at_one_time_by_one_person_is_one_moment(study):
    study.answer(DM, [Answer(*SEX, "F"), Answer(*BIRTH, "1969")])
    study.answer(CLASI, answers(clasi()))
    study.actor = JOAN
    study.queries.ask(DM, SEX, "Sure?")
    found = moments(study.data().audit, DM)
    assert [(m.actor, m.changes) for m in found] == [("Ana Puig", 4), ("Joan Ribó", 2)]
    assert found[-1].last == study.data().audit[-1].id


@pytest.mark.parametrize("last", [3, 999], ids=["in between", "beyond the last"])
def test_other_forms_never_show(study, last):
    study.answer(DM, [Answer(*SEX, "F")])
    assert record_at(study.data().audit, CLASI, last).sections == {}
