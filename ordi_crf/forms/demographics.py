"""DM: demographics (CDASHIG 2.2).

The year of birth is enough: Spanish ethics committees ask not to collect initials and full dates of
birth, so the date may be partial and the age is derived from what is known.
"""

from __future__ import annotations

from ordi_crf.forms.codelists import ETHNIC, RACE, SEX
from ordi_crf.forms.schema import Choice, Date, Derived, Form, Section, Text

DEMOGRAPHICS = Section(
    "dm",
    Text("Demographics", "Datos demográficos"),
    domain="DM",
    items=(
        Date(
            "BRTHDAT",
            Text("Date of birth", "Fecha de nacimiento"),
            required=True,
            partial=True,
            hint=Text("The year is enough: 1969 or 1969-07", "Basta el año: 1969 o 1969-07"),
        ),
        Choice("SEX", Text("Sex", "Sexo"), required=True, codes=SEX),
        Choice("RACE", Text("Race", "Raza"), codes=RACE),
        Choice("ETHNIC", Text("Ethnicity", "Etnia"), codes=ETHNIC),
    ),
)

FORM = Form(
    "DM",
    Text("Demographics", "Datos demográficos"),
    (DEMOGRAPHICS,),
    derived=(
        Derived(
            name="AGE",
            label=Text("Age", "Edad"),
            unit=Text("years", "años"),
            version="1",
            method=Text(
                "Completed years on the date of the screening visit. With a partial date of birth, "
                "the youngest age that is possible; eligibility is never read from a guess.",
                "Años cumplidos en la fecha de la visita de selección. Con fecha de nacimiento "
                "incompleta, la edad mínima posible; la elegibilidad no se basa en suposiciones.",
            ),
        ),
    ),
)
