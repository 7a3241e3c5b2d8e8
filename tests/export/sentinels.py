"""A study in which everything that takes words holds a word of its own, found nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from ordi_crf import forms
from ordi_crf.core.life import Scope
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import Status
from ordi_crf.core.second import DOUBLE, Difference
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.forms.schema import Attachment, Date, FreeText, Item, Section
from tests.builders import ANA, JOAN, SUBJECT, Ticking, answers, key
from tests.export.filling import PICTURE

BORN = "1969-07-12"
EVA = Actor("Eva Sala", "Data manager")


class Sentinels:
    """The words and dates that were entered, so that a test can look for them."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.dates: list[str] = []

    def word(self) -> str:
        """Return a word that nobody else gets."""
        self.words.append(f"Qz{len(self.words):03d}w")
        return self.words[-1]

    def date(self) -> str:
        """Return a date of its own, in the months after the first dose."""
        n = len(self.dates)
        self.dates.append(f"2010-{6 + n // 28:02d}-{1 + n % 28:02d}")
        return self.dates[-1]


def build(path: Path, given: Sentinels) -> StudyFile:
    """Return an open study of one subject, and remember what was entered."""
    study = StudyFile.create(
        path, ANA, clock=Ticking(datetime(2010, 4, 19, 8, tzinfo=UTC)), machine="ward-3"
    )
    study.add_subject(SUBJECT)
    dose = {"EXDOSE": "5", "EXDOSFRQ": "QD", "EXSTDAT": "2010-03-17", "EXENDAT": "2010-06-14"}
    given.dates += ["2010-03-17", "2010-06-14", "2010-03-01", BORN]
    study.add_row(key("EX"), "ex", {**dose, "EXADJ": "START"})
    study.answer(key("SV", "SCR"), answers({"sv": {"": {"SVOCCUR": "Y", "VISDAT": "2010-03-01"}}}))
    study.answer(key("DM", "SCR"), answers({"dm": {"": {"BRTHDAT": BORN, "SEX": "F"}}}))
    for form in forms.FORMS:
        for section in form.sections:
            _fill(study, form.oid, section, given)
    _review(study, given)
    return study


def _fill(study: StudyFile, form: str, section: Section, given: Sentinels) -> None:
    where = key(form, "SCR")
    values = dict(_values(study, section, given))
    if section.repeating and values:
        study.add_row(where, section.name, values)
    elif values:
        rows = [code.value for code in section.rows.codes[:1]] if section.rows else [""]
        study.answer(where, answers({section.name: dict.fromkeys(rows, values)}))


def _values(study: StudyFile, section: Section, given: Sentinels) -> Iterator[tuple[str, str]]:
    for item in section.items:
        value = _value(study, item, given)
        if value is not None:
            yield item.name, value


def _value(study: StudyFile, item: Item, given: Sentinels) -> str | None:
    match item:
        case FreeText() if item.name != "BMMAP":
            return given.word()
        case Date() if item.name not in ("BRTHDAT", "VISDAT", "EXSTDAT", "EXENDAT"):
            return given.date()
        case Attachment():
            return f"{study.attach(PICTURE)} {given.word()}.png"
        case _:
            return None


def _review(study: StudyFile, given: Sentinels) -> None:
    """Correct, explain, ask, answer, verify, enter again, decide, sign, and type what is none."""
    study.set_properties({DOUBLE: "DM MH"})
    dm, ae, log = key("DM", "SCR"), key("AE"), key("MH", "SCR")
    study.say_missing([(key("VS", "D1"), ("vs", "", "TEMP"))], Missing("ND", given.word()))
    study.keep_unaccepted(ae, "ae", "1", "AEENDAT", given.word())
    study.keep_unaccepted(ae, "ae", "1", "AETOXGR", given.word())
    study.explain(ae, ("ae", "1", "AE.END"), given.word())
    study.set_status(ae, Status.COMPLETE)
    study.answer(ae, [Answer("ae", "1", "AETERM", given.word())], given.word())
    study.add_row(key("CM"), "cm", {"CMTRT": given.word()})
    study.void(key("CM"), "cm", "2")
    study.log_event("IMPORT", given.word())
    for form in (dm, log):
        study.set_status(form, Status.COMPLETE)
    study.actor = JOAN
    number = study.queries.ask(dm, ("dm", "", "SEX"), given.word())
    study.verification.verify([(dm, ("dm", "", "SEX")), (dm, ("dm", "", "BRTHDAT"))])
    study.actor = ANA
    study.queries.answer(number, f"{given.word()} since 12/07/1969, or 3 de junio de 2010")
    study.actor = EVA
    study.second.answer(dm, [Answer("dm", "", "SEX", "M"), Answer("dm", "", "BRTHDAT", BORN)])
    study.second.answer(log, [Answer("mh", "1", "MHTERM", given.word())])
    study.second.finish(dm)
    study.second.finish(log)
    study.actor = ANA
    study.second.adjudicate(dm, Difference(("dm", "", "SEX"), "F", "M"), "F", given.word())
    study.signing.sign(Signing(Scope.of(dm), "REVIEWED", ANA.name, ""))
