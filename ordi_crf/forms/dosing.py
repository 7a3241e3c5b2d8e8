"""EX: lenalidomide as taken, one row for each period of constant dose (CDASHIG 2.2).

Registry record: 5 mg daily until complete response, then tapered. The publication reports 5-10 mg.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal as D
from itertools import pairwise

from ordi_crf.forms.periods import in_order
from ordi_crf.forms.schema import (
    AcrossRule,
    Choice,
    Code,
    CodeList,
    Date,
    Form,
    FreeText,
    Limits,
    Number,
    Rule,
    Section,
    Severity,
    Text,
    Values,
)

FREQUENCY = CodeList(
    "FREQ",
    (
        Code("QD", Text("Once a day", "Una vez al día")),
        Code("QOD", Text("Every other day", "A días alternos")),
        Code("BIW", Text("Twice a week", "Dos veces por semana")),
        Code("QS", Text("Once a week", "Una vez por semana")),
    ),
)

ADJUSTMENT = CodeList(
    "EXADJ",
    (
        Code("START", Text("Start of treatment", "Inicio del tratamiento")),
        Code("CR", Text("Complete response", "Respuesta completa")),
        Code("RESPONSE", Text("Clinical response", "Respuesta clínica")),
        Code("INSUFFICIENT", Text("Insufficient response", "Respuesta insuficiente")),
        Code("AE", Text("Adverse event", "Acontecimiento adverso")),
        Code("RELAPSE", Text("Relapse", "Recaída")),
        Code("OTHER", Text("Other", "Otro")),
    ),
)


def _ends_after_it_starts(v: Values) -> bool:
    return in_order(v["EXSTDAT"], v["EXENDAT"])


def _dose_is_a_capsule_strength(v: Values) -> bool:
    dose = v["EXDOSE"]
    return dose is None or D(dose) in (D(0), D("2.5"), D(5), D(10))


def _periods_do_not_overlap(rows: Sequence[Values]) -> bool:
    """Compare neighbours in order of start; an open period overlaps whatever starts later."""
    periods = sorted((r["EXSTDAT"], r["EXENDAT"] or "9999") for r in rows if r["EXSTDAT"])
    return all(
        end is not None and start is not None and end < start
        for (_, end), (start, _) in pairwise(periods)
    )


EXPOSURE = Section(
    "ex",
    Text("Lenalidomide", "Lenalidomida"),
    domain="EX",
    repeating=True,
    items=(
        Number(
            "EXDOSE",
            Text("Dose", "Dosis"),
            required=True,
            unit="mg",
            places=1,
            possible=Limits(D(0), D(25)),
        ),
        Choice("EXDOSFRQ", Text("Frequency", "Frecuencia"), required=True, codes=FREQUENCY),
        Date("EXSTDAT", Text("First day", "Primer día"), required=True),
        Date(
            "EXENDAT",
            Text("Last day", "Último día"),
            hint=Text("Blank while it goes on.", "En blanco mientras continúe."),
        ),
        Choice("EXADJ", Text("Why this dose", "Motivo de esta dosis"), codes=ADJUSTMENT),
        FreeText("EXCOM", Text("Comment", "Comentario")),
    ),
    rules=(
        Rule(
            "EX.END",
            _ends_after_it_starts,
            Text(
                "The last day is before the first day.", "El último día es anterior al primer día."
            ),
            item="EXENDAT",
        ),
        Rule(
            "EX.STRENGTH",
            _dose_is_a_capsule_strength,
            Text(
                "ORDI-02 uses 2.5, 5 or 10 mg; check the dose.",
                "ORDI-02 usa 2,5, 5 o 10 mg; compruebe la dosis.",
            ),
            Severity.SOFT,
            item="EXDOSE",
        ),
    ),
    across=(
        AcrossRule(
            "EX.OVERLAP",
            _periods_do_not_overlap,
            Text(
                "Two dose periods overlap: close the earlier one before the later one starts.",
                "Dos periodos de dosis se solapan: cierre el anterior antes de abrir el siguiente.",
            ),
        ),
    ),
)

FORM = Form("EX", Text("Lenalidomide dosing", "Dosis de lenalidomida"), (EXPOSURE,))
