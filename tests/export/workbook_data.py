"""A small study with everything a workbook can meet, and an independent reader of the file.

Every form has a record, so that every sheet has rows.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeAlias

from python_calamine import CalamineWorkbook

from ordi_crf import drawings
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.life import Scope
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import RecordKey, Status, SubjectKey
from ordi_crf.core.strokes import Fill, Op, Stroke, encode
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.forms.schema import Language
from tests.builders import ANA, JOAN, SUBJECT, Ticking, answers, clasi, key
from tests.export.filling import fill_other_forms

SECOND = SubjectKey("01", "01-002")
EXPORT_ID = "5f0c0f9e-5a27-4f43-9d53-2f1ad9f3a001"
AT = "2010-09-01T10:00:00.000Z"
DANGEROUS = ("=1+1", "+34 93", "-x", "@SUM(A1)", "#N/A", "'quoted", "_x0041_ ñ 10⁹/L <&>")
LONG = Stroke(64, 1, tuple((4000 + n % 97, 3200 + n // 97) for n in range(9000)))
"""A stroke whose text no single cell can hold."""

Rows: TypeAlias = list[dict[str, object]]


def build(path: Path, *, kind: str = "synthetic") -> StudyFile:
    """Return an open study of two subjects, one of whom was only just enrolled."""
    study = StudyFile.create(path, ANA, kind=kind, clock=Ticking(), machine="ward-3")
    study.add_subject(SUBJECT)
    study.add_subject(SECOND)
    person = {"BRTHDAT": "1969-07", "SEX": "F", "RACE": "WHITE"}
    study.answer(key("DM", "SCR"), answers({"dm": {"": person}}))
    for visit, day in (("SCR", "2010-03-01"), ("D1", "2010-03-15"), ("W2", "2010-03-29")):
        header = {"SVOCCUR": "Y", "VISDAT": day}
        study.answer(key("SV", visit), answers({"sv": {"": header}}))
    _assessments(study)
    _unscheduled(study)
    _running_records(study)
    fill_other_forms(study)
    study.say_missing([(key("VS", "D1"), ("vs", "", "TEMP"))], Missing("ND", "No thermometer"))
    study.set_status(key("DM", "SCR"), Status.COMPLETE)
    _review(study)
    signing = Signing(Scope.of(key("DM", "SCR")), "REVIEWED", ANA.name, "")
    study.signing.sign(signing)
    return study


def _review(study: StudyFile) -> None:
    study.actor = JOAN
    study.queries.ask(key("DM", "SCR"), ("dm", "", "BRTHDAT"), "Which day?")
    study.verification.verify([(key("DM", "SCR"), ("dm", "", "SEX"))])
    study.actor = ANA


def delivery_of(study: StudyFile, language: Language = Language.EN) -> Delivery:
    """Return what is exported of a study, always under the same id and time."""
    data = study.data()
    painted = drawings.all_figures(data.records, study.drawing)
    return Delivery(data, painted, EXPORT_ID, AT, "Ana Puig", language)


def read(path: Path, sheet: str) -> Rows:
    """Return the rows of a sheet by column name, empty cells left out."""
    header, *rows = _cells(path, sheet)
    return [
        {str(name): cell for name, cell in zip(header, row, strict=True) if cell != ""}
        for row in rows
    ]


@cache
def _cells(path: Path, sheet: str) -> list[list[object]]:
    """Return the cells of a sheet of a book that is not written again."""
    cells: list[list[object]] = (
        CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    )
    return cells


def _assessments(study: StudyFile) -> None:
    whole = {name: {row: dict(v) for row, v in rows.items()} for name, rows in clasi().items()}
    whole["clasi_area"]["03"] |= {"CLERY": "3", "CLSCL": "2"}
    whole["clasi_area"]["12"] |= {"CLDYS": "1", "CLSCR": "2"}
    whole["clasi"][""] |= {"CLDYDUR": "GE12", "CLSSCR": "4", "QSEVAL": "Dra. Peña"}
    study.answer(key("CLASI", "D1"), answers(whole))
    study.set_status(key("CLASI", "D1"), Status.COMPLETE)
    study.answer(key("CLASI", "D1"), [Answer("clasi_area", "03", "CLERY", "2")], "+1 was a slip")
    del whole["clasi_area"]["07"]["CLERY"]
    study.answer(key("CLASI", "W2"), answers(whole))
    _paint(study, "D1", Fill("chest", 2), Fill("abdomen", 1), Stroke(400, 0, ((4000, 3300),)))
    _paint(study, "W2", LONG, Stroke(80, 3, ((1600, 1600), (1680, 1640))))
    study.void(key("BM", "W2"), "bm_stroke", "2")
    study.answer(key("BM", "SCR"), [Answer("bm", "", "BMPERF", "Y")])
    sample = {"LBDAT": "2010-03-14", "LBNAM": "Hospital", "LBKIT": "Kit 7"}
    results = {
        "DSDNA": {"LBORRES": "<10", "LBORRESU": "IU/mL", "LBORNRHI": "15"},
        "HGB": {"LBORRES": "13.15", "LBORRESU": "g/dL"},
        "LYM": {"LBORRES": "0.4", "LBORNRLO": "1.0", "LBORNRHI": "4.0"},
    }
    study.answer(key("LB", "D1"), answers({"lb_sample": {"": sample}, "lb": results}))
    study.explain(key("LB", "D1"), ("lb", "LYM", "LB.CLSIG"), "=Known, stable")


def _paint(study: StudyFile, visit: str, *ops: Op) -> None:
    where = key("BM", visit)
    study.answer(where, [Answer("bm", "", "BMPERF", "Y")])
    for op in ops:
        study.add_row(where, "bm_stroke", {"BMLAYER": "ACTIVE", "BMOP": encode(op)})
    study.add_row(where, "bm_stroke", {"BMLAYER": "DAMAGE", "BMOP": encode(Fill("hand_R_back", 1))})


def _unscheduled(study: StudyFile) -> None:
    for repeat, day in ((1, "2010-04-20"), (2, "2010-05-20")):
        where = RecordKey(SUBJECT, "UNS", "SV", visit_repeat=repeat)
        study.answer(where, answers({"sv": {"": {"SVOCCUR": "Y", "VISDAT": day}}}))


def _running_records(study: StudyFile) -> None:
    dose = {"EXDOSE": "5.0", "EXDOSFRQ": "QD", "EXSTDAT": "2010-03-15", "EXENDAT": "2010-06-14"}
    study.add_row(key("EX"), "ex", {**dose, "EXADJ": "START"})
    for term in DANGEROUS:
        study.add_row(key("AE"), "ae", {"AETERM": term, "AESTDAT": "2010-04", "AETOXGR": "2"})
    study.keep_unaccepted(key("AE"), "ae", "1", "AEENDAT", "in May?")
    study.add_row(key("AE"), "ae", {"AETERM": "Entered twice"})
    study.void(key("AE"), "ae", str(len(DANGEROUS) + 1))
