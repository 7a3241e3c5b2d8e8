"""What went wrong, as lines: adverse events, reports of serious ones, deviations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ordi_crf.demo.course import course, date_on
from ordi_crf.demo.line import Line
from ordi_crf.demo.subject import Event, Subject

CTCAE_4 = date(2010, 6, 14)
"""From then on events are graded by CTCAE 4.03, before by 3.0."""

_DEVIATIONS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "SYN-06": (
        (
            "W8", "DOSING", "A week of treatment was missed on holiday (synthetic).",
            "Counselled; nothing was made up for (synthetic).",
        ),
    ),
    "SYN-08": (
        (
            "S8W", "VISIT WINDOW", "Visit held four days after its window (synthetic).",
            "Appointments are confirmed by telephone (synthetic).",
        ),
    ),
    "SYN-09": (
        (
            "EOT", "PROCEDURE", "No nerve conduction study at the end (synthetic).",
            "No symptoms at the next visits (synthetic).",
        ),
    ),
}  # fmt: skip
"""Visit at which it was found, category, what happened, action."""


def events(subject: Subject) -> Iterator[Line]:
    """Yield the lines of AE."""
    for happened in subject.events:
        end = happened.end
        over: tuple[tuple[int, dict[str, str]], ...] = ()
        if end is not None:
            ended = date_on(subject, end).isoformat()
            learnt = {"AEENDAT": ended, "AEONGO": "N", "AEOUT": "RECOVERED/RESOLVED"}
            over = ((end, learnt),)
        yield Line("AE", "ae", happened.start, _event(subject, happened), over)


def reports(subject: Subject) -> Iterator[Line]:
    """Yield the lines of SAE: one for each event that was serious."""
    for number, happened in enumerate(subject.events, start=1):
        told = happened.report
        if told is None:
            continue
        values = {
            "SAEAENO": str(number), "SAEAWARE": date_on(subject, told.aware).isoformat(),
            "SAEREP": date_on(subject, told.sent).isoformat(), "SAEEXP": "N", "SAESUSAR": "N",
            "SAENARR": told.narrative,
        }  # fmt: skip
        end = told.sent if happened.end is None else happened.end
        yield Line("SAE", "sae", told.sent, values, ((end, {"SAERES": told.outcome}),))


def deviations(subject: Subject) -> Iterator[Line]:
    """Yield the lines of DV."""
    for visit, category, term, action in _DEVIATIONS.get(subject.subjid, ()):
        found = next(held for held in course(subject) if held.visit == visit)
        on = found.on.isoformat()
        yield Line("DV", "dv", found.day, {
            "DVTERM": term, "DVCAT": category, "DVSTDAT": on, "DVSEV": "MINOR",
            "DVACT": action, "DVREPDAT": on,
        })  # fmt: skip


def _event(subject: Subject, happened: Event) -> dict[str, str]:
    start, serious = date_on(subject, happened.start), happened.report is not None
    values = {
        "AETERM": happened.term, "AESTDAT": start.isoformat(), "AEONGO": "Y",
        "AETOXGR": happened.grade, "AETOXVER": "4.03" if start >= CTCAE_4 else "3.0",
        "AEREL": happened.relation, "AEACN": happened.action, "AECONTRT": happened.treated,
        "AEOUT": "RECOVERING/RESOLVING", "AESER": "Y" if serious else "N",
        "AESI": happened.special,
    }  # fmt: skip
    if serious:
        values |= dict.fromkeys(("AESDTH", "AESLIFE", "AESDISAB", "AESCONG", "AESMIE"), "N")
        values["AESHOSP"] = "Y"
    return values
