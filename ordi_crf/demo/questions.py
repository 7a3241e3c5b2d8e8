"""Every query that people raised in the demonstration study, and when the monitor came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ordi_crf.demo import asked_2009, asked_2010
from ordi_crf.demo.question import Question, Said, again, answered, closed
from ordi_crf.demo.site import COORDINATOR, INVESTIGATOR

VISITED: tuple[date, ...] = (
    date(2009, 3, 31), date(2009, 7, 14), date(2009, 11, 17), date(2010, 3, 16),
    date(2010, 7, 6), date(2010, 11, 9), date(2011, 3, 8), date(2011, 7, 5),
    date(2011, 11, 15), date(2012, 3, 13), date(2012, 6, 12),
)  # fmt: skip
"""The monitor's visits to the site."""

QUESTIONS: tuple[Question, ...] = (*asked_2009.QUESTIONS, *asked_2010.QUESTIONS)

ASKED_AGAIN: Mapping[tuple[str, str, str], tuple[int, tuple[Said, ...]]] = {
    ("SYN-08", "SCR", "IE.NEAR18"): (
        2,
        (answered(0, INVESTIGATOR, "The second drawing was of Day 1 as well (synthetic)."),),
    ),
    ("SYN-08", "M6", "LBORRES.EXPECTED"): (
        4,
        (
            again(0, "When was the second tube taken, and was treatment held back until then?"),
            answered(3, COORDINATOR, "The same afternoon; no capsule was left out (synthetic)."),
            closed(20),
        ),
    ),
    ("SYN-12", "M3", "SL.LAB"): (
        5,
        (
            again(0, "Which germ, and was the urine free of cells afterwards?"),
            answered(3, INVESTIGATOR, "E. coli; no cells at month 4 (synthetic)."),
            closed(16, "Agrees with the report of month 4."),
        ),
    ),
    ("SYN-15", "D1", "MAP.ERYTHEMA"): (
        10,
        (again(0, "Is there a photograph of the soles that shows the lesions?"),),
    ),
}
"""Queries of the checks that took more words: subject, visit and finding."""
