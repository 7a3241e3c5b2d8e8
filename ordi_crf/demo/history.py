"""The answers of screening: consent, history of patient and lupus, treatments, eligibility."""

from __future__ import annotations

from datetime import timedelta

from ordi_crf.db.study_file import Answer
from ordi_crf.demo import backgrounds
from ordi_crf.demo.background import DISEASE, PRIOR, facts, period
from ordi_crf.demo.course import Held
from ordi_crf.demo.entered import once, row
from ordi_crf.demo.site import INVESTIGATOR
from ordi_crf.demo.subject import Subject
from ordi_crf.forms.eligibility import CRITERIA
from ordi_crf.forms.medical_history import CONDITIONS
from ordi_crf.forms.reproductive import METHOD

DECIDED = 8
"""Days from screening to the investigator's decision."""
SHEET = "2.1, 3 November 2008 (synthetic)"


def consent(_subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of IC: signed on the day of screening."""
    values = {
        "ICYN": "Y", "RFICDAT": held.on.isoformat(), "ICVERS": SHEET,
        "ICBY": INVESTIGATOR.name, "PPPDAT": held.on.isoformat(),
    }  # fmt: skip
    return once("ic", values)


def demographics(subject: Subject, _held: Held) -> list[Answer]:
    """Return the answers of DM; of the date of birth, year and month."""
    values = {
        "BRTHDAT": subject.born, "SEX": "F", "RACE": subject.race, "ETHNIC": subject.ethnic
    }  # fmt: skip
    return once("dm", values)


def medical(subject: Subject, _held: Held) -> list[Answer]:
    """Return what MH asks by name, and smoking; diseases are rows of their own."""
    known = backgrounds.of(subject.subjid)
    status, _, packs = known.smoking.partition(" ")
    found = once("su", {"SUNCF": status, "SUPY": packs})
    for condition in (code.value for code in CONDITIONS.codes):
        values = {"MHOCCUR": "N"}
        if condition == "NEUROP" and known.neuropathy:
            since, _, what = known.neuropathy.partition(" ")
            values = {"MHOCCUR": "Y", "MHSTDAT": since, "MHDESC": what}
        found += row("mh_asked", condition, values)
    return found


def diseases(subject: Subject) -> list[dict[str, str]]:
    """Return the rows of MH."""
    lines = backgrounds.of(subject.subjid).diseases
    return [period(facts(line, DISEASE), "MHENDAT", "MHONGO") for line in lines]


def lupus(subject: Subject, _held: Held) -> list[Answer]:
    """Return the answers of LH: every patient's biopsy is consistent with cutaneous lupus."""
    known = backgrounds.of(subject.subjid)
    subtype, diagnosed, *biopsy, fluorescence = known.lupus.split()
    values = {
        "LHSUBTYP": subtype, "CLEDXDAT": diagnosed, "BIOPSY": "Y",
        "BIODAT": "".join(biopsy), "BIORES": "CONSISTENT", "BIODIF": fluorescence,
        "SLE": "Y" if known.systemic else "N", "PHOTOSEN": "Y" if "SCLE" in subtype else "N",
    }  # fmt: skip
    if known.systemic:
        values["SLEDXDAT"], values["ACRCRIT"] = known.systemic.split()
    return once("lh", values)


def treatments(subject: Subject, _held: Held) -> list[Answer]:
    """Return what PT asks by name: antimalarials and topical steroids failed in everybody."""
    failed = {"PTOCCUR": "Y", "PTREFR": "Y", "PTSEVAE": "N"}
    thalidomide = {"PTOCCUR": "N"}
    if said := backgrounds.of(subject.subjid).thalidomide:
        refractory, severe, *details = said.split(" ", 2)
        thalidomide = {
            "PTOCCUR": "Y", "PTREFR": refractory, "PTSEVAE": severe, "PTDESC": "".join(details)
        }  # fmt: skip
    asked = {"ANTIMAL": failed, "TOPSTER": failed, "THALIDO": thalidomide}
    return [answer for name, values in asked.items() for answer in row("pt_asked", name, values)]


def prior(subject: Subject) -> list[dict[str, str]]:
    """Return the rows of PT; what goes on was not stopped for any reason."""
    rows = []
    for line in backgrounds.of(subject.subjid).prior:
        values = period(facts(line, PRIOR), "CMENDAT", "CMONGO")
        if values["CMONGO"] == "Y":
            del values["PTREASND"]
        rows.append(values)
    return rows


def reproductive(subject: Subject, _held: Held) -> list[Answer]:
    """Return the answers of RP: nobody is pregnant or wishes to be."""
    known = backgrounds.of(subject.subjid)
    word, _, since = known.potential.partition(" ")
    if known.fertile:
        code = word if word in METHOD else word.replace("-", " ")
        values = {"RPWOCBP": "Y", "RPCONTR": code, "RPCONST": since, "RPADEQ": "Y"}
    else:
        values = {"RPWOCBP": "N", "RPREASND": word.replace("OVARIAN-", "OVARIAN ")}
    return once("rp", {"RPPREG": "N", "RPBF": "N", "RPWISH": "N", **values})


def eligibility(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of IE: every criterion allows every patient to take part."""
    found: list[Answer] = []
    for code in (criterion.value for criterion in CRITERIA.codes):
        met = "Y" if code.startswith("I") else "N"
        comment = _route(subject) if code == "I4" else ""
        found += row("ie", code, {"IEORRES": met, "IECOM": comment})
    decided = (held.on + timedelta(days=DECIDED)).isoformat()
    return found + once("ie_decision", {"IEDAT": decided, "IEYN": "Y", "IEGFREQ": "MDRD175"})


def _route(subject: Subject) -> str:
    """Return by which route the patient is refractory."""
    said = backgrounds.of(subject.subjid).thalidomide
    if said.startswith("Y"):
        return "Thalidomide: lack of efficacy (synthetic)."
    if said.startswith("N Y"):
        return "Thalidomide: severe side effect (synthetic)."
    return "More than 18 % of the body surface (synthetic)."
