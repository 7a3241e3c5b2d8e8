"""What a laboratory record still lacks: tests of the schedule, and the kit of a titre.

The tests due at each visit are those of the clinical specification, section 10.3
(`ordi_crf.study.TESTS_DUE`). A result that somebody called missing, with why, is not due any more.
"""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf import study
from ordi_crf.core.dsdna import TEST as DSDNA
from ordi_crf.core.records import Record
from ordi_crf.core.validation import DUE, Finding
from ordi_crf.forms.labs import RESULTS, SAMPLE, URINE
from ordi_crf.forms.schema import Severity, Text

PROTEIN = ("PROT24", "UPCR")
"""Urine protein is due once, in 24 hours or over creatinine."""
_DUE = Text(
    "Due at this visit by the schedule: enter it or say why it is missing.",
    "Prevista en esta visita: introdúzcala o indique por qué falta.",
)
_KIT = Text(
    "A titre without laboratory and kit is compared with no other: name both.",
    "Un título sin laboratorio ni kit no se compara con ningún otro: indique ambos.",
)


def due(visit: str) -> tuple[str, ...]:
    """Return the rows of LB that are due at a visit; of urine protein, both."""
    tests = study.TESTS_DUE.get(visit, ())
    rows = (PROTEIN if test == "UPROT" else (test,) for test in tests if test != "UCASTS")
    return tuple(row for some in rows for row in some)


def missing(record: Record, visit: str) -> list[Finding]:
    """Return a soft finding for each test due at a visit that is neither there nor explained."""
    return list(_missing(record, study.TESTS_DUE.get(visit, ())))


def kit(record: Record) -> list[Finding]:
    """Return a soft finding where a titre of anti-dsDNA has no laboratory or no kit."""
    sample = record.values(SAMPLE)
    blank = next((item for item in ("LBNAM", "LBKIT") if sample[item] is None), None)
    if blank is None or record.values(RESULTS, DSDNA)["LBORRES"] is None:
        return []
    return [Finding("LB.KIT", Severity.SOFT, _KIT, SAMPLE.name, "", blank)]


def _missing(record: Record, tests: tuple[str, ...]) -> Iterator[Finding]:
    for test in tests:
        if test == "UCASTS":
            if not _told(record, URINE.name, "", test, record.values(URINE)[test]):
                yield Finding(f"LB{DUE}", Severity.SOFT, _DUE, URINE.name, "", test)
            continue
        rows = PROTEIN if test == "UPROT" else (test,)
        results = ((row, record.values(RESULTS, row)["LBORRES"]) for row in rows)
        if not any(_told(record, RESULTS.name, row, "LBORRES", value) for row, value in results):
            yield Finding(f"LB{DUE}", Severity.SOFT, _DUE, RESULTS.name, rows[0], "LBORRES")


def _told(record: Record, section: str, row: str, item: str, value: str | None) -> bool:
    return value is not None or record.missing(section, row, item) is not None
