"""A study in which everything happened once: corrected, queried, verified, signed, locked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ordi_crf.core.life import Scope
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import Status, SubjectKey
from ordi_crf.core.second import DOUBLE
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.export import odm
from tests.builders import ANA, JOAN, SUBJECT, Ticking, answers, at_work, clasi, key, stroke
from tests.export import odm_reading as reading
from tests.export.workbook_data import delivery_of

DM, VS, SV, AE = key("DM", "SCR"), key("VS", "SCR"), key("SV", "SCR"), key("AE")
OTHER = SubjectKey("02", "01-001")
"""Another site's subject of the same number."""
EVA = Actor("Eva Sala", "Data manager")
IMPORTER = Actor("Irene Pons", "Coordinator")
STRANGE = "typed \x0b by\tmistake\r\n\x85 <&'\">"


def lived(path: Path) -> StudyFile:
    """Return the study, open."""
    study = StudyFile.create(path, ANA, clock=Ticking(), machine="ward-3")
    study.set_properties({DOUBLE: "DM"})
    study.add_subject(SUBJECT)
    study.add_subject(OTHER)
    _enter(study)
    _look_after(study)
    _sign_and_lock(study)
    return study


def _enter(study: StudyFile) -> None:
    study.answer(DM, [Answer("dm", "", "SEX", "F"), Answer("dm", "", "BRTHDAT", "1969-07")])
    study.answer(SV, answers({"sv": {"": {"SVOCCUR": "Y", "VISDAT": "2010-03-01"}}}))
    study.answer(key("CLASI", "SCR"), answers(clasi(top=True)))
    study.answer(key("SV", "SCR", OTHER), [Answer("sv", "", "SVCOM", "of the other site")])
    for n in range(3):
        study.add_row(key("BM"), "bm_stroke", stroke(n))
    study.void(key("BM"), "bm_stroke", "2")
    study.void(key("BM"), "bm_stroke", "3")
    study.void(key("BM"), "bm_stroke", "3", voided=False)
    study.add_row(AE, "ae", {"AETERM": "Rash: worse, they say"})
    study.add_row(AE, "ae", {})
    study.add_row(AE, "ae", {"AETERM": "Fever"})
    study.answer(AE, [Answer("ae", "3", "AETERM", None)])
    study.keep_unaccepted(AE, "ae", "1", "AESTDAT", "last  spring\n")
    study.explain(AE, ("ae", "1", "AE.X"), "so it is")
    study.explain(AE, ("ae", "1", "AE.X"), "so it is, indeed")
    picture = f"{study.attach(b'a photograph')} skin.png"
    study.add_row(key("PH"), "ph", {"PHFILE": picture})
    study.say_missing([(VS, ("vs", "", "TEMP"))], Missing("ND", "No thermometer"))
    study.say_missing([(key("LB"), ("lb", "", ""))], Missing("NAV"))
    study.say_missing([(key("LB"), ("lb", "HGB", ""))], Missing("ASKU", "lost"))
    study.say_missing([(key("LB"), ("lb", "HGB", ""))], None)


def _look_after(study: StudyFile) -> None:
    study.set_status(DM, Status.COMPLETE)
    study.answer(DM, [Answer("dm", "", "BRTHDAT", "1969-08")], STRANGE)
    with at_work(study, EVA):
        study.second.answer(DM, [Answer("dm", "", "SEX", "M")])
        differs = study.second.finish(DM)
    for difference in differs:
        study.second.adjudicate(DM, difference, difference.first, "the source says so")
    with at_work(study, JOAN):
        number = study.queries.ask(DM, ("dm", "", "BRTHDAT"), "Which day: is it known?")
        study.queries.ask(VS, ("", "", ""), "Where is the form?")
        study.verification.verify([(DM, ("dm", "", "SEX")), (SV, ("sv", "", "VISDAT"))])
        study.verification.withdraw([(SV, ("sv", "", "VISDAT"))])
    study.queries.answer(number, "It is not: he was told")
    with at_work(study, JOAN):
        study.queries.close(number, "Agreed")


def _sign_and_lock(study: StudyFile) -> None:
    for form in (SV, key("CLASI", "SCR"), VS):
        study.set_status(form, Status.COMPLETE)
    for scope in (Scope.of(DM), Scope.of(SV), Scope(SUBJECT, "SCR")):
        study.signing.sign(Signing(scope, "REVIEWED", ANA.name, "")) if _waits(study, scope) else 0
    study.answer(SV, [Answer("sv", "", "SVCOM", "later")], "forgotten")
    study.life.lock(Scope.of(DM))
    study.life.unlock(Scope.of(DM), "asked for")
    study.life.lock(Scope(), "the sponsor wants it")
    study.life.unlock(Scope(), "too early")
    study.log_event("EXPORT", "ODM")


def _waits(study: StudyFile, scope: Scope) -> bool:
    statuses = study.statuses().items()
    return any(key in scope and status is Status.COMPLETE for key, status in statuses)


def written(study: StudyFile, path: Path) -> Path:
    """Return the ODM file of a study."""
    odm.write(replace(delivery_of(study), files=study.attachment), path)
    return path


def content(path: Path, *, entries: int) -> str:
    """Return a file without the entries after a number, and without who came only with them."""
    root = reading.root(path)
    for parent in root.iter():
        for child in list(parent):
            later = child.get("ItemGroupOID") == "IG.AUDIT" and (
                int(child.attrib["ItemGroupRepeatKey"]) > entries
            )
            if later or child.findtext(f"{reading.ODM}FullName") == IMPORTER.name:
                parent.remove(child)
    return "\n".join(_lines(root))


def _lines(element: reading.Element) -> Iterable[str]:
    yield f"{element.tag} {sorted(element.attrib.items())} {(element.text or '').strip()}"
    for child in element:
        yield from _lines(child)
