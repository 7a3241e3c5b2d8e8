"""The running records of a patient as lines: doses, capsules, events, medication, ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ordi_crf.demo import backgrounds
from ordi_crf.demo.background import MEDICATION, facts, period
from ordi_crf.demo.course import SCREENING, Held, course, date_on
from ordi_crf.demo.dosing import capsules, doses
from ordi_crf.demo.line import Line
from ordi_crf.demo.safety import deviations, events, reports
from ordi_crf.demo.subject import RELAPSED, Subject

RUNNING = ("EX", "DA", "AE", "CM", "DS")
"""The logs that everybody has."""

_CONTRACEPTIVES = {
    "IMPLANT": ("Etonogestrel implant", "68", "mg", "Continuous", "SUBCUTANEOUS"),
    "LNG-IUS": ("Levonorgestrel intrauterine system", "52", "mg", "Continuous", "OTHER"),
    "DEPOT-MPA": (
        "Medroxyprogesterone acetate", "150", "mg", "Every 12 weeks", "INTRAMUSCULAR"
    ),
    "DESOGESTREL": ("Desogestrel", "75", "µg", "Once a day", "ORAL"),
}  # fmt: skip
_OVER = {
    "SYN-01": "ADVERSE EVENT",
    "SYN-15": "LACK OF EFFICACY",
}
"""Why treatment ended, when it was not as planned."""
_LEFT = {
    "SYN-02": ("PHYSICIAN DECISION", "Relapse treated outside the study (synthetic)."),
    "SYN-04": ("WITHDRAWAL BY SUBJECT", "Moved to another city (synthetic)."),
    "SYN-06": ("LOST TO FOLLOW-UP", "Three letters without an answer (synthetic)."),
    "SYN-08": ("PHYSICIAN DECISION", "Relapse treated outside the study (synthetic)."),
    "SYN-09": ("WITHDRAWAL BY SUBJECT", "Wished for fewer visits (synthetic)."),
    "SYN-12": ("OTHER", "End of the follow-up that was funded (synthetic)."),
}
"""How the study ended for those who were not followed for 12 months, and in words."""


def lines(subject: Subject) -> list[Line]:
    """Return every line of a patient's logs, in the order in which they become known."""
    found = [
        *doses(subject), *capsules(subject), *events(subject), *reports(subject),
        *medication(subject), *ends(subject), *deviations(subject),
    ]  # fmt: skip
    return sorted(found, key=lambda line: line.day)


def medication(subject: Subject) -> Iterator[Line]:
    """Yield the lines of CM: what was taken before, contraceptives, what a relapse is given."""
    known = backgrounds.of(subject.subjid)
    for line in known.medication:
        values = facts(line, MEDICATION)
        if values["CMCLAS"] == "GLUCOCORTICOID":
            values["CMPRED"] = values["CMDOSE"]
        yield _medicine(subject, values)
    method, _, since = known.potential.partition(" ")
    if method in _CONTRACEPTIVES:
        name, dose, unit, how_often, route = _CONTRACEPTIVES[method]
        yield _medicine(subject, {
            "CMTRT": name, "CMCLAS": "CONTRACEPTIVE", "CMINDC": "Contraception", "CMDOSE": dose,
            "CMDOSU": unit, "CMDOSFRQ": how_often, "CMROUTE": route, "CMSTDAT": since,
        })  # fmt: skip
    relapse = next((h for h in course(subject) if _relapsed(subject, h)), None)
    if relapse is not None:
        yield _medicine(subject, {
            "CMTRT": "Clobetasol 0.05 % cream", "CMCLAS": "TOPICAL", "CMINDC": "Relapse",
            "CMDOSFRQ": "Twice a day", "CMROUTE": "TOPICAL", "CMSTDAT": relapse.on.isoformat(),
        })  # fmt: skip


def ends(subject: Subject) -> Iterator[Line]:
    """Yield the answers of DS: treatment at its end, the study after the last visit."""
    if subject.last_dose is not None:
        stopped = next(h for h in course(subject) if h.visit == "EOT")
        yield Line("DS", "ds_trt", stopped.day, {
            "DSTRTYN": "Y", "DSTRTDEC": _OVER.get(subject.subjid, "COMPLETED"),
            "DSLDOSE": date_on(subject, subject.last_dose).isoformat(),
        }, once=True)  # fmt: skip
    last = course(subject)[-1]
    if not last.draft:
        reason, words = _LEFT.get(subject.subjid, ("COMPLETED", ""))
        on = last.on.isoformat()
        yield Line("DS", "ds", last.day, {
            "DSYN": "Y", "DSDECOD": reason, "DSSTDAT": on, "DSLCONT": on, "DSTERM": words,
        }, once=True)  # fmt: skip


def _relapsed(subject: Subject, held: Held) -> bool:
    return subject.comments.get(held.visit) == RELAPSED


def _medicine(subject: Subject, values: dict[str, str]) -> Line:
    """Return a line of CM, known at screening or from its first day on."""
    start, end = values["CMSTDAT"], values.pop("CMENDAT", "")
    whole = len(start) == len("2010-03-15")
    began = (date.fromisoformat(start) - date_on(subject, 0)).days if whole else SCREENING
    going_on = period(values, "CMENDAT", "CMONGO")
    if not end:
        return Line("CM", "cm", max(SCREENING, began), going_on)
    over = (date.fromisoformat(end) - date_on(subject, 0)).days
    later = ((over, {"CMENDAT": end, "CMONGO": "N"}),)
    return Line("CM", "cm", max(SCREENING, began), going_on, later)
