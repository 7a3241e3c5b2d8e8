"""A small study with everything a casebook can meet: lesions, blanks, findings, corrections."""

from __future__ import annotations

from dataclasses import replace
from math import cos, pi, sin
from pathlib import Path

from ordi_crf import drawings
from ordi_crf.atlas import body_map
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.records import Status, SubjectKey
from ordi_crf.core.strokes import Op, Stroke, encode
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.forms.labs import TESTS as LABORATORY
from ordi_crf.forms.schema import Language
from tests.builders import ANA, SUBJECT, Ticking, answers, clasi, key

EMPTY_SUBJECT = SubjectKey("01", "01-002")
WORDS = "Enrojecimiento en la espalda tras exposición solar; revisión dermatológica prevista. "
COMMENT = (WORDS * 13)[:998] + "ñ."
TESTS = {
    "HGB": "131", "WBC": "4.10", "NEUT": "0", "LYM": "0.4", "PLAT": "210", "CREAT": "0.8",
    "ALT": "22", "AST": "19", "C3": "92", "C4": "11", "DSDNA": "<10",
}  # fmt: skip


def unit(test: str) -> str | None:
    """Return the unit a test is reported in; creatinine is reported in mg/dL."""
    row = LABORATORY.row(test)
    return "mg/dL" if test == "CREAT" else row.unit if row.units else None


def blob(x: int, y: int, size: int, level: int, radius: int = 14) -> Stroke:
    """Return a stroke that scribbles a lesion of about this size in cells."""
    points = [
        (
            round(8 * (x + size * (0.3 + 0.7 * n / 40) * cos(n * pi / 6))),
            round(8 * (y + 0.8 * size * (0.3 + 0.7 * n / 40) * sin(n * pi / 6))),
        )
        for n in range(40)
    ]
    return Stroke(radius * 8, level, tuple(points))


def lesions(shrink: int = 1) -> list[tuple[str, Op]]:
    """Return a drawing: a butterfly, scalp, chest, arms, a hand and a foot, some damage."""
    spots = [
        (455, 185, 14, 2, 6), (545, 185, 14, 2, 6), (500, 165, 8, 2, 5), (1500, 120, 40, 2, 12),
        (430, 480, 60, 1, 20), (500, 400, 40, 2, 14), (230, 560, 40, 3, 14), (770, 560, 34, 3, 12),
        (1420, 560, 90, 2, 24), (1600, 640, 60, 3, 20), (1500, 800, 80, 1, 24),
        (70, 1080, 16, 2, 6),
        (930, 1075, 14, 1, 6), (1930, 1060, 16, 2, 6), (620, 1860, 18, 1, 8),
    ]  # fmt: skip
    active = [("ACTIVE", blob(x, y, s // shrink + 2, v, r)) for x, y, s, v, r in spots]
    return [
        *active,
        ("DAMAGE", blob(1470, 110, 26, 2, 10)),
        ("DAMAGE", blob(540, 230, 12, 1, 6)),
        ("DAMAGE", blob(240, 600, 30, 3, 12)),
        ("DAMAGE", blob(1560, 760, 50, 1, 20)),
    ]


def small_study(path: Path, *, kind: str = "synthetic") -> StudyFile:
    """Return an open study of two subjects, one of whom was seen at four visits."""
    study = StudyFile.create(path, ANA, kind=kind, clock=Ticking(), machine="ward-3")
    study.add_subject(SUBJECT)
    study.add_subject(EMPTY_SUBJECT)
    for n, (visit, day) in enumerate(
        (("SCR", "2010-03-01"), ("D1", "2010-03-15"), ("W4", "2010-04-12"), ("M3", "2010-06-15"))
    ):
        _visit(study, visit, day, n)
    _running_records(study)
    return study


def _visit(study: StudyFile, visit: str, day: str, n: int) -> None:
    _answer(study, "SV", visit, {"sv": {"": {"SVOCCUR": "Y", "VISDAT": day}}})
    if visit == "SCR":
        person = {"BRTHDAT": "1969-07", "SEX": "F", "RACE": "WHITE"}
        _answer(study, "DM", visit, {"dm": {"": person}})
        _answer(study, "SV", visit, {"sv": {"": {"SVCOM": COMMENT}}})
        study.set_status(key("DM", visit), Status.COMPLETE)
    _answer(study, "CLASI", visit, _scores(n))
    if visit == "W4":
        _answer(study, "CLASI", visit, {"clasi_area": {"10": {"CLERY": None}}})
    else:
        study.set_status(key("CLASI", visit), Status.COMPLETE)
    _answer(
        study,
        "BM",
        visit,
        {"bm": {"": {"BMPERF": "Y", "BMOTHER": "Soles, both", "BMMAP": body_map().sha256}}},
    )
    for layer, op in lesions(1 + n) if visit != "M3" else []:
        study.add_row(key("BM", visit), "bm_stroke", {"BMLAYER": layer, "BMOP": encode(op)})
    results = {test: {"LBORRES": value, "LBORRESU": unit(test)} for test, value in TESTS.items()}
    results["LYM"] |= {"LBORNRLO": "1.0", "LBORNRHI": "4.0"}
    sample = {"": {"LBDAT": day, "LBNAM": "Hospital"}}
    _answer(study, "LB", visit, {"lb_sample": sample, "lb": results})
    if visit == "D1":
        study.explain(key("LB", visit), ("lb", "LYM", "LB.CLSIG"), "Known lymphopenia, stable")


def _scores(n: int) -> dict[str, dict[str, dict[str, str | None]]]:
    """Return a CLASI that improves from visit to visit."""
    cells = {name: {k: dict(v) for k, v in rows.items()} for name, rows in clasi().items()}
    area = cells["clasi_area"]
    for row, grade in (("01", 2), ("03", 2), ("04", 1), ("07", 3), ("09", 3), ("10", 2)):
        area[row]["CLERY"] = str(max(0, grade - n))
    area["07"]["CLSCL"] = str(max(0, 2 - n))
    area["01"]["CLDYS"] = area["09"]["CLDYS"] = "1"
    area["10"]["CLSCR"] = "2"
    cells["clasi"][""] |= {"CLALOP": "2", "CLSSCR": "4", "CLDYDUR": "GE12", "QSEVAL": "Dra. Peña"}
    return cells


def _running_records(study: StudyFile) -> None:
    first = {"EXDOSE": "5", "EXDOSFRQ": "QD", "EXSTDAT": "2010-03-15", "EXENDAT": "2010-06-14"}
    study.add_row(key("EX"), "ex", {**first, "EXADJ": "START"})
    study.add_row(
        key("EX"),
        "ex",
        {"EXDOSE": "2.5", "EXDOSFRQ": "QOD", "EXSTDAT": "2010-06-15", "EXADJ": "CR"},
    )
    study.add_row(key("EX"), "ex", {"EXDOSE": "7.5", "EXSTDAT": "2010-07-01"})
    study.void(key("EX"), "ex", "3")
    rash = {
        "AETERM": "Neutropenia", "AESTDAT": "2010-04", "AEONGO": "N", "AEENDAT": "2010-04-20",
        "AETOXGR": "3", "AETOXVER": "4.03", "AEREL": "PROBABLY RELATED",
        "AEACN": "DRUG INTERRUPTED",
        "AEOUT": "RECOVERED/RESOLVED", "AESER": "Y", "AESHOSP": "Y",
    }  # fmt: skip
    study.add_row(key("AE"), "ae", rash)
    study.add_row(key("AE"), "ae", {"AETERM": "Headache", "AESTDAT": "2010-05-02", "AESER": "N"})
    study.keep_unaccepted(key("AE"), "ae", "2", "AEENDAT", "in May?")
    study.answer(key("DM", "SCR"), [Answer("dm", "", "RACE", "ASIAN")], "Read wrongly")


def _answer(
    study: StudyFile,
    form: str,
    visit: str,
    cells: dict[str, dict[str, dict[str, str | None]]] | dict[str, dict[str, dict[str, str]]],
) -> None:
    study.answer(key(form, visit), answers(cells))


def delivery(study: StudyFile, language: Language = Language.EN) -> Delivery:
    """Return the source of an export of the study as it is."""
    data = study.data()
    return Delivery(
        data=data,
        painted=drawings.all_figures(data.records, study.drawing),
        export_id="X-0007",
        at="2010-09-01T09:30:00Z",
        actor="Ana Puig",
        language=language,
    )


def in_spanish(source: Delivery) -> Delivery:
    """Return the same source, to be printed in Spanish."""
    return replace(source, language=Language.ES)
