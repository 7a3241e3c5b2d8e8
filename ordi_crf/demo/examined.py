"""The answers of what is examined at a visit: vital signs, systems, nerves, conduction."""

from __future__ import annotations

from random import Random

from ordi_crf.db.study_file import Answer
from ordi_crf.demo import backgrounds
from ordi_crf.demo.course import Held
from ordi_crf.demo.entered import once, row
from ordi_crf.demo.subject import Subject
from ordi_crf.forms.neuropathy import SYMPTOMS
from ordi_crf.forms.physical_exam import SYSTEMS

_FRACTURE = range(203, 320)
"""Days after Day 1 on which the ankle of SYN-13 is still swollen."""
_EXCHANGED = {("SYN-05", "S12M")}
"""Vital signs of a draft in which the two pressures were exchanged."""
_HURRIED = {("SYN-15", "S3M"): 165}
"""A systolic pressure that was taken too soon."""
_UNGRADED = {("SYN-15", "S6M")}
"""Symptoms of a draft that nobody graded yet."""


def vitals(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of VS; the height is taken once."""
    known, random = backgrounds.of(subject.subjid), _random(subject, held, "VS")
    usual = Random(f"{subject.subjid} VS")
    systolic = 108 + usual.randrange(20) + random.randrange(-6, 7)
    diastolic = 64 + usual.randrange(14) + random.randrange(-4, 5)
    if (subject.subjid, held.visit) in _EXCHANGED:
        systolic, diastolic = diastolic, systolic
    systolic = _HURRIED.get((subject.subjid, held.visit), systolic)
    weight = known.weight + held.day // 30 * usual.choice((-1, 1)) + random.randrange(-6, 7)
    temperature = 362 + random.randrange(7)
    values = {
        "HEIGHT": str(known.height) if held.visit == "SCR" else "",
        "WEIGHT": tenths(weight), "SYSBP": str(systolic), "DIABP": str(diastolic),
        "PULSE": str(66 + usual.randrange(12) + random.randrange(-4, 5)),
        "TEMP": tenths(temperature),
    }  # fmt: skip
    return once("vs", values)


def systems(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of PE: everything normal but a broken ankle."""
    broken = subject.subjid == "SYN-13" and held.day in _FRACTURE
    found: list[Answer] = []
    for system in (code.value for code in SYSTEMS.codes):
        values = {"PERES": "NORMAL"}
        if broken and system == "MSK":
            values = {"PERES": "ABNORMAL", "PEDESC": "Swelling of the right ankle after fracture"}
        found += row("pe", system, values)
    return found


def neuropathy(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of NV: no symptoms but those from before the study."""
    old = backgrounds.of(subject.subjid).neuropathy != ""
    new = (subject.subjid, held.visit) in _UNGRADED
    found: list[Answer] = []
    for symptom in (code.value for code in SYMPTOMS.codes):
        values = {"NVPRES": "N"}
        if symptom == "PARESTH" and (old or new):
            values = {"NVPRES": "Y", "NVGRADE": "1" if old else ""}
        found += row("nv_asked", symptom, values)
    comment = "As before the study: numb toes (synthetic)." if old else ""
    return found + once("nv", {"NVREFL": "REDUCED" if old else "NORMAL", "NVCOM": comment})


def conduction(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of EMG: sural amplitudes, no worse at the end than at the onset."""
    old, random = backgrounds.of(subject.subjid).neuropathy != "", _random(subject, held, "EMG")
    usual = (62 if old else 130) + Random(f"{subject.subjid} EMG").randrange(60)
    values = {
        "NCSPERF": "Y", "NCSDAT": held.on.isoformat(),
        "SNAPR": tenths(usual + random.randrange(-8, 9)),
        "SNAPL": tenths(usual + random.randrange(-8, 9)),
        "NCSCONC": "ABNORMAL-NCS" if old else "NORMAL",
    }  # fmt: skip
    return once("emg", values)


def tenths(number: int) -> str:
    """Return a number of tenths with its decimal point."""
    return f"{number // 10}.{number % 10}"


def _random(subject: Subject, held: Held, form: str) -> Random:
    return Random(f"{subject.subjid} {held.visit}{held.repeat} {form}")
