"""PG: pregnancy test, counselling, prescription and dispensing (CDASHIG 2.2, RP).

EU SmPC of lenalidomide, section 4.4: a medically supervised test with a sensitivity of at least
25 mIU/mL on the day of prescription or in the 3 days before, every 4 weeks, and 4 weeks after the
end of treatment; dispensing within 7 days of prescription; contraception without interruption.
"""

from __future__ import annotations

from decimal import Decimal as D

from ordi_crf.forms.codelists import NY, coded
from ordi_crf.forms.periods import days_between
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Form,
    Limits,
    Number,
    Rule,
    Section,
    Severity,
    Text,
    Values,
    When,
)

LEAST_SENSITIVE = D(25)
"""mIU/mL; a test that needs more hCG than this is not sensitive enough."""
TEST_DAYS = 3
"""How many days before the prescription the test may be."""
DISPENSING_DAYS = 7
"""How many days after the prescription the capsules may be dispensed."""

_POTENTIAL = When("PGAPPL", ("Y",))


def _a_test_has_date_and_result(v: Values) -> bool:
    return v["PGDONE"] != "Y" or (v["PGDAT"] is not None and v["PGRES"] is not None)


def _is_sensitive_enough(v: Values) -> bool:
    sensitivity = v["PGSENS"]
    return sensitivity is None or D(sensitivity) <= LEAST_SENSITIVE


def _is_negative(v: Values) -> bool:
    return v["PGRES"] != "POSITIVE"


def _contraception_went_on(v: Values) -> bool:
    return v["PGCONT"] != "N"


def _test_precedes_prescription(v: Values) -> bool:
    days = days_between(v["PGDAT"], v["PGRXDAT"])
    return days is None or 0 <= days <= TEST_DAYS


def _dispensing_follows_prescription(v: Values) -> bool:
    days = days_between(v["PGRXDAT"], v["PGDISDAT"])
    return days is None or 0 <= days <= DISPENSING_DAYS


def _dispensed_after_a_negative_test(v: Values) -> bool:
    return v["PGDISDAT"] is None or v["PGRES"] == "NEGATIVE"


TEST = Section(
    "pg",
    Text("Pregnancy prevention", "Prevención de embarazo"),
    domain="RP",
    items=(
        Choice(
            "PGAPPL",
            Text(
                "Of childbearing potential at this visit?",
                "¿Capacidad de gestación en esta visita?",
            ),
            required=True,
            codes=NY,
        ),
        Choice(
            "PGDONE",
            Text("Pregnancy test done?", "¿Prueba de embarazo realizada?"),
            required=True,
            codes=NY,
            asked_when=_POTENTIAL,
        ),
        Date("PGDAT", Text("Date of test", "Fecha de la prueba"), asked_when=_POTENTIAL),
        Choice(
            "PGSAMP",
            Text("Sample", "Muestra"),
            codes=coded("PGSAMP", ("URINE", "Urine", "Orina"), ("SERUM", "Serum", "Suero")),
            asked_when=_POTENTIAL,
        ),
        Number(
            "PGSENS",
            Text("Sensitivity of the test", "Sensibilidad de la prueba"),
            unit="mIU/mL",
            possible=Limits(D(1), D(1000)),
            asked_when=_POTENTIAL,
            hint=Text(
                "As printed on the kit: 25 or a smaller number.",
                "La impresa en el kit: 25 o un número menor.",
            ),
        ),
        Choice(
            "PGRES",
            Text("Result", "Resultado"),
            codes=coded(
                "PGRES", ("NEGATIVE", "Negative", "Negativo"), ("POSITIVE", "Positive", "Positivo")
            ),
            asked_when=_POTENTIAL,
        ),
        Choice(
            "PGLATE", Text("Late menses?", "¿Retraso de la regla?"), codes=NY, asked_when=_POTENTIAL
        ),
        Choice(
            "PGCONT",
            Text(
                "Contraception without interruption since the last visit?",
                "¿Anticoncepción sin interrupción desde la última visita?",
            ),
            codes=NY,
            asked_when=_POTENTIAL,
        ),
        Choice(
            "PGCOUNS",
            Text("Counselled?", "¿Recibió asesoramiento?"),
            codes=NY,
            asked_when=_POTENTIAL,
        ),
        Date("PGRXDAT", Text("Prescription", "Prescripción"), asked_when=_POTENTIAL),
        Date("PGDISDAT", Text("Dispensing", "Dispensación"), asked_when=_POTENTIAL),
    ),
    rules=(
        Rule(
            "PG.RESULT",
            _a_test_has_date_and_result,
            Text(
                "A test that was done has a date and a result.",
                "Una prueba realizada tiene fecha y resultado.",
            ),
            item="PGRES",
        ),
        Rule(
            "PG.SENS",
            _is_sensitive_enough,
            Text(
                "The test must detect 25 mIU/mL: repeat it with a more sensitive one.",
                "La prueba debe detectar 25 mIU/mL: repítala con una más sensible.",
            ),
            Severity.SOFT,
            item="PGSENS",
        ),
        Rule(
            "PG.POSITIVE",
            _is_negative,
            Text(
                "Positive: stop lenalidomide, fill the pregnancy report.",
                "Positiva: suspenda lenalidomida y rellene la notificación de embarazo.",
            ),
            Severity.SOFT,
            item="PGRES",
        ),
        Rule(
            "PG.CONT",
            _contraception_went_on,
            Text(
                "Contraception was interrupted: do not dispense; it has to be effective for 4 "
                "weeks before lenalidomide goes on.",
                "Se interrumpió la anticoncepción: no dispense; debe ser eficaz durante 4 semanas "
                "antes de continuar con lenalidomida.",
            ),
            Severity.SOFT,
            item="PGCONT",
        ),
        Rule(
            "PG.WINDOW",
            _test_precedes_prescription,
            Text(
                "The test is to be on the day of prescription or in the 3 days before it.",
                "La prueba debe ser del día de la prescripción o de los 3 días previos.",
            ),
            Severity.SOFT,
            item="PGRXDAT",
        ),
        Rule(
            "PG.DISPENSE",
            _dispensing_follows_prescription,
            Text(
                "Dispensing is to be within 7 days of the prescription.",
                "La dispensación debe hacerse en los 7 días siguientes a la prescripción.",
            ),
            Severity.SOFT,
            item="PGDISDAT",
        ),
        Rule(
            "PG.UNTESTED",
            _dispensed_after_a_negative_test,
            Text(
                "Dispensed without a negative pregnancy test: this must not happen; say why.",
                "Dispensado sin prueba de embarazo negativa: no debe ocurrir; explique por qué.",
            ),
            Severity.SOFT,
            item="PGDISDAT",
        ),
    ),
)

FORM = Form(
    "PG",
    Text("Pregnancy test and dispensing", "Prueba de embarazo y dispensación"),
    (TEST,),
    note=Text(
        "Ideally test, prescription and dispensing are on the same day. Nothing is dispensed to a "
        "woman of childbearing potential without a negative test.",
        "Lo ideal es prueba, prescripción y dispensación el mismo día. Nada se dispensa a una "
        "mujer con capacidad de gestación sin una prueba negativa.",
    ),
)
