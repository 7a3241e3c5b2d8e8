"""Every form of a visit as the people of the site fill it: who, when, and with what answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from ordi_crf import study
from ordi_crf.db.study_file import Answer
from ordi_crf.demo import activity, examined, history, laboratory, prevention
from ordi_crf.demo.course import Held
from ordi_crf.demo.entered import once
from ordi_crf.demo.subject import Subject

Filled: TypeAlias = Callable[[Subject, Held], list[Answer]]
Rows: TypeAlias = Callable[[Subject], list[dict[str, str]]]

EXTRA = {("SYN-14", "M12"): ("EMG",), ("SYN-15", "EOT"): ("SE",)}
"""Optional forms that were filled."""
BEGUN = ("SV", "VS", "NV", "BM", "CLASI")
"""Forms of a visit that is not complete."""


def header(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of SV."""
    if held.missed:
        reason = MISSED[(subject.subjid, held.visit)]
        return once("sv", {"SVOCCUR": "N", "SVREASND": reason})
    comment = subject.comments.get(held.visit, "")
    return once("sv", {"SVOCCUR": "Y", "VISDAT": held.on.isoformat(), "SVCOM": comment})


MISSED = {
    ("SYN-06", "W6"): "On holiday (synthetic).",
    ("SYN-09", "M5"): "Away; treatment ends ten days later (synthetic).",
    ("SYN-12", "W7"): "Forgot the appointment (synthetic).",
}
"""Why a visit was not held."""

ANSWERED: Mapping[str, Filled] = {
    "SV": header,
    "IC": history.consent,
    "DM": history.demographics,
    "MH": history.medical,
    "LH": history.lupus,
    "PT": history.treatments,
    "RP": history.reproductive,
    "VS": examined.vitals,
    "PE": examined.systems,
    "NV": examined.neuropathy,
    "EMG": examined.conduction,
    "CLASI": activity.clasi,
    "BM": activity.drawing,
    "SLEDAI": activity.sledai,
    "PGA": activity.assessment,
    "LB": laboratory.laboratory,
    "SE": laboratory.serology,
    "PG": prevention.pregnancy_test,
    "IE": history.eligibility,
}
"""The answers of each form of a visit."""

LISTED: Mapping[str, tuple[str, Rows]] = {
    "MH": ("mh", history.diseases),
    "PT": ("pt", history.prior),
}
"""The rows that a form of a visit has besides."""


def filled(subject: Subject, held: Held) -> Iterator[str]:
    """Yield the forms that are filled at a visit, in the order of the schedule."""
    visit = study.event(held.visit)
    extra = EXTRA.get((subject.subjid, held.visit), ())
    for form in visit.forms:
        if held.missed:
            wanted = form == "SV"
        elif held.draft:
            wanted = form in BEGUN
        elif form in ("CLASI", "BM"):
            wanted = held.skin
        else:
            wanted = form not in visit.optional or form in extra
        if wanted:
            yield form
