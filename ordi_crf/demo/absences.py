"""What the people of the site said to be missing, and why: null flavours of the demonstration."""

from __future__ import annotations

from collections.abc import Iterable

from ordi_crf.core.missing import Missing, Place
from ordi_crf.db.study_file import Answer

SAID: dict[tuple[str, str, str], dict[Place, Missing]] = {
    ("SYN-04", "S2W", "LB"): {
        ("lb", "DSDNA", ""): Missing("NAV", "Tube lost by the laboratory (synthetic)."),
    },
    ("SYN-06", "W6", "LB"): {
        ("lb_sample", "", ""): Missing("ND", "Visit not held (synthetic)."),
        ("lb", "", ""): Missing("ND", "Visit not held (synthetic)."),
    },
    ("SYN-09", "EOT", "EMG"): {
        ("emg", "", ""): Missing("ND", "Appointment cancelled by the hospital (synthetic)."),
    },
    ("SYN-10", "SCR", "MH"): {
        ("su", "", "SUPY"): Missing("ASKU", "Smoked at parties as a student (synthetic)."),
    },
    ("SYN-11", "SCR", "LH"): {
        ("lh", "", "BIODAT"): Missing("ASKU", "Taken in another country (synthetic)."),
    },
    ("SYN-13", "M3", "PGA"): {
        ("pga", "", "PTVAS"): Missing("NASK", "Left before the line was drawn (synthetic)."),
    },
}
"""By patient, visit and form: what is missing where."""


def of(subjid: str, visit: str, form: str) -> dict[Place, Missing]:
    """Return what is said to be missing in a form of a visit."""
    return SAID.get((subjid, visit, form), {})


def without(answers: Iterable[Answer], missing: Iterable[Place]) -> list[Answer]:
    """Return the answers but those of what is missing."""
    places = set(missing)
    return [
        a
        for a in answers
        if not places & {(a.section, a.row, a.item), (a.section, a.row, ""), (a.section, "", "")}
    ]
