"""The protocol as data: who we are, the visits with their windows, which form is filled when.

ORDI-02 as registered (ClinicalTrials.gov NCT01408199, EudraCT 2009-016508-21). The registry gives
baseline examinations, anti-dsDNA "at each visit", endpoints at 3, 6 and 12 months and an EMG at the
end; the other visits and all windows are this project's decision (clinical specification, section
10.3): weekly blood counts for 8 weeks and monthly tests are what the label of lenalidomide asks.
"""

from __future__ import annotations

from collections.abc import Mapping
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

UNSCHEDULED = "UNS"


@dataclass(frozen=True, slots=True)
class Filled:
    """A line of the schedule: the visits at which a form is due, and where it is optional."""

    form: str
    due: frozenset[str]
    optional: frozenset[str] = frozenset()


def _filled(form: str, due: str, optional: str = "") -> Filled:
    return Filled(form, frozenset(due.split()), frozenset(optional.split()))


_COUNTS = "W1 W3 W5 W7"
"""Visits for a blood count alone."""
_MONTHS = "M4 M5 M6 M7 M8 M9 M10 M11 M12"
_STOPPED = "S2W S4W S8W S3M S6M S9M S12M"
_SKIN = f"SCR D1 W2 W4 W8 M3 M4 M5 M6 M9 M12 EOT {_STOPPED} UNS"
_SKIN_OPTIONAL = "W6 M7 M8 M10 M11"
_EXAMINED = f"SCR D1 W2 W4 W8 M3 {_MONTHS} EOT {_STOPPED} UNS"
_LATE_STOPPED = "S3M S6M S9M S12M"
_ACTIVITY = f"SCR D1 W4 W8 M3 M6 M9 M12 EOT {_LATE_STOPPED} UNS"
_ACTIVITY_OPTIONAL = "W2 M4 M5 S2W S4W S8W"

SCHEDULE: tuple[Filled, ...] = (
    _filled("SV", f"SCR D1 {_COUNTS} W2 W4 W6 W8 M3 {_MONTHS} EOT {_STOPPED} UNS"),
    _filled("IC", "SCR"),
    _filled("DM", "SCR"),
    _filled("MH", "SCR"),
    _filled("LH", "SCR"),
    _filled("PT", "SCR"),
    _filled("RP", "SCR"),
    _filled("VS", _EXAMINED),
    _filled("PE", _EXAMINED),
    _filled("NV", f"SCR D1 W2 W4 W8 M3 {_MONTHS} EOT {_LATE_STOPPED} UNS"),
    _filled("EMG", "SCR EOT", "M12 UNS"),
    _filled("CLASI", _SKIN, _SKIN_OPTIONAL),
    _filled("BM", _SKIN, _SKIN_OPTIONAL),
    _filled("SLEDAI", _ACTIVITY, _ACTIVITY_OPTIONAL),
    _filled("PGA", _ACTIVITY, _ACTIVITY_OPTIONAL),
    _filled("LB", f"SCR D1 {_COUNTS} W2 W4 W6 W8 M3 {_MONTHS} EOT {_STOPPED} UNS"),
    _filled("SE", "SCR", "EOT UNS"),
    _filled("PG", f"SCR D1 W4 W8 M3 {_MONTHS} EOT S4W", f"{_COUNTS} W2 UNS"),
    _filled("PH", "", f"{_SKIN} {_SKIN_OPTIONAL}"),
    _filled("IE", "SCR"),
    _filled("EX", "LOG"),
    _filled("DA", "LOG"),
    _filled("AE", "LOG"),
    _filled("SAE", "", "LOG"),
    _filled("CM", "LOG"),
    _filled("PREG", "", "LOG"),
    _filled("DS", "LOG"),
    _filled("DV", "", "LOG"),
)
"""Which form is filled at which visit, in the order in which the forms of a visit are filled."""


_TESTED: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("HGB", "WBC", "NEUT", "LYM", "PLAT"),
        f"SCR D1 {_COUNTS} W2 W4 W6 W8 M3 {_MONTHS} S4W EOT",
    ),
    (("CREAT", "ALT", "AST"), "SCR D1 W2 W4 W8 M3 M4 M5 M6 M9 M12 EOT"),
    (("TSH",), "SCR M3 M6 M9 M12 EOT"),
    (
        ("C3", "C4", "URBC", "UWBC", "UPROT", "UCASTS"),
        f"SCR D1 W4 W8 M3 M6 M9 M12 EOT {_LATE_STOPPED} UNS",
    ),
    # The registry record asks for a titre at each visit; one for a blood count alone is none.
    (("DSDNA",), f"SCR D1 W2 W4 W6 W8 M3 {_MONTHS} EOT {_STOPPED} UNS"),
)

TESTS_DUE: Mapping[str, tuple[str, ...]] = {
    code: tuple(test for tests, due in _TESTED if code in due.split() for test in tests)
    for code in _TESTED[-1][1].split() + _COUNTS.split()
}
"""Laboratory tests due at each visit; UPROT is urine protein, in 24 hours or over creatinine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A planned visit: its day or its months from Day 1 (or from withdrawal), and its window.

    There is no Day 0; withdrawal, the day of the last dose, is day 1 of its own count.
    """

    code: str
    number: int
    label: Text
    short: Text
    forms: tuple[str, ...]
    """Every form offered, in order."""
    optional: frozenset[str]
    """Those of them that need not be filled."""
    day: int | None = None
    months: int | None = None
    before: int = 0
    """How many days early is still in the window."""
    after: int = 0
    """How many days late is still in the window."""
    from_withdrawal: bool = False

    @property
    def planned(self) -> bool:
        """Return whether the protocol says when the visit is."""
        return self.day is not None or self.months is not None


def _visit(
    code: str,
    number: int,
    label: Text,
    short: Text | None = None,
    *,
    day: int | None = None,
    months: int | None = None,
    window: tuple[int, int] = (0, 0),
    withdrawal: bool = False,
) -> Visit:
    offered = tuple(f.form for f in SCHEDULE if code in f.due | f.optional)
    return Visit(
        code=code,
        number=number,
        label=label,
        short=short or Text(code, code),
        forms=offered,
        optional=frozenset(f.form for f in SCHEDULE if code in f.optional),
        day=day,
        months=months,
        before=window[0],
        after=window[1],
        from_withdrawal=withdrawal,
    )


def _week(n: int, number: int, window: int = 3) -> Visit:
    label = Text(f"Week {n}", f"Semana {n}")
    short = Text(f"W{n}", f"S{n}")
    return _visit(f"W{n}", number, label, short, day=7 * n + 1, window=(window, window))


def _month(n: int, number: int, window: int = 7) -> Visit:
    return _visit(
        f"M{n}", number, Text(f"Month {n}", f"Mes {n}"), months=n, window=(window, window)
    )


def _stopped_weeks(n: int, number: int) -> Visit:
    label = Text(f"Withdrawal + {n} weeks", f"Retirada + {n} semanas")
    short = Text(f"+W{n}", f"+S{n}")
    return _visit(
        f"S{n}W", number, label, short, day=7 * n + 1, window=(3, 3), withdrawal=True
    )  # fmt: skip


def _stopped_months(n: int, number: int) -> Visit:
    label = Text(f"Withdrawal + {n} months", f"Retirada + {n} meses")
    short = Text(f"+M{n}", f"+M{n}")
    return _visit(f"S{n}M", number, label, short, months=n, window=(14, 14), withdrawal=True)


_ENDPOINT = 14
"""Days around the months of the registered outcomes (clinical specification, section 9)."""

VISITS: tuple[Visit, ...] = (
    _visit("SCR", 1, Text("Screening", "Selección"), Text("Scr", "Sel"), day=-14, window=(14, 13)),
    _visit("D1", 2, Text("Day 1", "Día 1"), day=1),
    *(_week(n, 2 + n) for n in range(1, 9)),
    _month(3, 11, _ENDPOINT),
    _month(4, 12),
    _month(5, 13),
    _month(6, 14, _ENDPOINT),
    _month(7, 15),
    _month(8, 16),
    _month(9, 17, _ENDPOINT),
    _month(10, 18),
    _month(11, 19),
    _month(12, 20, _ENDPOINT),
    _visit(
        "EOT", 21, Text("End of treatment", "Fin del tratamiento"), Text("Stop", "Fin"),
        day=1, window=(0, 7), withdrawal=True,
    ),
    *(_stopped_weeks(n, 20 + number) for number, n in enumerate((2, 4, 8), start=2)),
    *(_stopped_months(n, 25 + index) for index, n in enumerate((3, 6, 9, 12))),
    _visit(UNSCHEDULED, 90, Text("Unscheduled", "No programada"), Text("Uns", "NP")),
)  # fmt: skip

LOG = _visit(
    "LOG", 99, Text("Throughout the study", "Durante todo el estudio"), Text("Log", "Reg")
)  # fmt: skip
"""Not a visit: the running records of a subject, such as dosing and adverse events."""

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
