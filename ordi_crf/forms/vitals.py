"""VS: vital signs (CDASHIG 2.2); limits of the clinical specification, section 10.1."""

from __future__ import annotations

from decimal import Decimal as D

from ordi_crf.forms.schema import (
    Date,
    Derived,
    Form,
    Limits,
    Number,
    Rule,
    Section,
    Text,
    Values,
)


def _limits(low: str, high: str) -> Limits:
    return Limits(D(low), D(high))


def _diastolic_is_below_systolic(v: Values) -> bool:
    systolic, diastolic = v["SYSBP"], v["DIABP"]
    return systolic is None or diastolic is None or D(diastolic) < D(systolic)


VITALS = Section(
    "vs",
    Text("Vital signs", "Constantes vitales"),
    domain="VS",
    items=(
        Date(
            "VSDAT",
            Text("Date", "Fecha"),
            hint=Text("When it is not the date of the visit.", "Si no es la fecha de la visita."),
        ),
        Number(
            "HEIGHT",
            Text("Height", "Talla"),
            hint=Text("Once, at screening.", "Una vez, en la selección."),
            unit="cm",
            places=1,
            possible=_limits("100", "230"),
            expected=_limits("140", "200"),
        ),
        Number(
            "WEIGHT",
            Text("Weight", "Peso"),
            required=True,
            unit="kg",
            places=1,
            possible=_limits("25", "250"),
            expected=_limits("40", "120"),
        ),
        Number(
            "SYSBP",
            Text("Systolic blood pressure", "Presión arterial sistólica"),
            required=True,
            unit="mmHg",
            possible=_limits("50", "260"),
            expected=_limits("90", "160"),
        ),
        Number(
            "DIABP",
            Text("Diastolic blood pressure", "Presión arterial diastólica"),
            required=True,
            unit="mmHg",
            possible=_limits("30", "160"),
            expected=_limits("50", "100"),
        ),
        Number(
            "PULSE",
            Text("Pulse", "Pulso"),
            required=True,
            unit="/min",
            possible=_limits("30", "220"),
        ),
        Number(
            "TEMP",
            Text("Temperature", "Temperatura"),
            required=True,
            unit="°C",
            places=1,
            possible=_limits("33", "43"),
        ),
    ),
    rules=(
        Rule(
            "VS.BP",
            _diastolic_is_below_systolic,
            Text(
                "Diastolic pressure is not below systolic pressure: were they exchanged?",
                "La presión diastólica no es menor que la sistólica: ¿están intercambiadas?",
            ),
            item="DIABP",
        ),
    ),
)

FORM = Form(
    "VS",
    Text("Vital signs", "Constantes vitales"),
    (VITALS,),
    derived=(
        Derived(
            name="BMI",
            label=Text("Body mass index", "Índice de masa corporal"),
            unit=Text("kg/m²", "kg/m²"),
            places=1,
            version="1",
            method=Text(
                "Weight over the square of the height of this visit; none while one is missing.",
                "Peso entre el cuadrado de la talla de esta visita; sin valor si falta alguno.",
            ),
        ),
    ),
)
