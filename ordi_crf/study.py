"""The protocol as data: who we are, the visits and which form is filled at which visit.

ORDI-02 as registered (ClinicalTrials.gov NCT01408199, EudraCT 2009-016508-21). The registry gives
baseline examinations, anti-dsDNA "at each visit" and endpoints at 3, 6 and 12 months; the other
visits are this project's decision (clinical specification, section 10.3).
"""

from __future__ import annotations

from dataclasses import dataclass

from ordi_crf import forms
from ordi_crf.forms.schema import Form, Text

STUDYID = "ORDI-02"
NCT = "NCT01408199"
EUDRACT = "2009-016508-21"
TITLE = Text(
    "Study to evaluate the safety and efficacy of lenalidomide for refractory cutaneous lupus",
    "Estudio de la seguridad y eficacia de la lenalidomida en el lupus cutáneo refractario",
)
SPONSOR = "Vall d'Hebron Research Institute"
SITE = "Vall d'Hebron Hospital, Barcelona"
DEFAULT_SITEID = "01"
SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Visit:
    """A planned visit. `day` counts from Day 1 (or from withdrawal), there is no Day 0."""

    code: str
    number: int
    label: Text
    short: Text
    forms: tuple[str, ...]
    day: int | None = None
    from_withdrawal: bool = False


ASSESSMENT = ("SV", "CLASI", "BM", "LB")
"""Asked at every visit: header, CLASI, body map, laboratory with anti-dsDNA."""


def _visit(
    code: str,
    number: int,
    en: str,
    es: str,
    short: str = "",
    *,
    day: int | None = None,
    first: tuple[str, ...] = (),
    withdrawal: bool = False,
) -> Visit:
    label, brief = Text(en, es), Text(short or code, short or code)
    return Visit(
        code, number, label, brief, (*ASSESSMENT[:1], *first, *ASSESSMENT[1:]), day, withdrawal
    )


VISITS: tuple[Visit, ...] = (
    _visit("SCR", 1, "Screening", "Selección", "Scr", first=("DM",)),
    _visit("D1", 2, "Day 1", "Día 1", day=1),
    _visit("W2", 3, "Week 2", "Semana 2", day=15),
    _visit("W4", 4, "Week 4", "Semana 4", day=29),
    _visit("W8", 5, "Week 8", "Semana 8", day=57),
    _visit("M3", 6, "Month 3", "Mes 3", day=92),
    _visit("M6", 7, "Month 6", "Mes 6", day=183),
    _visit("M9", 8, "Month 9", "Mes 9", day=275),
    _visit("M12", 9, "Month 12", "Mes 12", day=366),
    _visit("EOT", 10, "End of treatment", "Fin del tratamiento", "Stop"),
    _visit(
        "S2W", 11, "Withdrawal + 2 weeks", "Retirada + 2 semanas", "+W2", day=15, withdrawal=True
    ),
    _visit(
        "S4W", 12, "Withdrawal + 4 weeks", "Retirada + 4 semanas", "+W4", day=29, withdrawal=True
    ),
    _visit(
        "S8W", 13, "Withdrawal + 8 weeks", "Retirada + 8 semanas", "+W8", day=57, withdrawal=True
    ),
    _visit(
        "S3M", 14, "Withdrawal + 3 months", "Retirada + 3 meses", "+M3", day=92, withdrawal=True
    ),
    _visit(
        "S6M", 15, "Withdrawal + 6 months", "Retirada + 6 meses", "+M6", day=183, withdrawal=True
    ),
    _visit(
        "S12M",
        16,
        "Withdrawal + 12 months",
        "Retirada + 12 meses",
        "+M12",
        day=366,
        withdrawal=True,
    ),
    _visit("UNS", 90, "Unscheduled", "No programada", "Uns"),
)

LOG = Visit(
    "LOG",
    99,
    Text("Throughout the study", "Durante todo el estudio"),
    Text("Log", "Reg."),
    ("EX", "AE"),
)
"""Not a visit: the running records of a subject, dosing and adverse events."""

EVENTS: tuple[Visit, ...] = (*VISITS, LOG)


def event(code: str) -> Visit:
    """Return a visit, or the log, by its code; KeyError when there is none."""
    for known in EVENTS:
        if known.code == code:
            return known
    raise KeyError(code)


def forms_at(code: str) -> tuple[Form, ...]:
    """Return the forms of a visit in the order in which they are filled."""
    return tuple(forms.form(oid) for oid in event(code).forms)
