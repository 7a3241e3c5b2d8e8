"""RP: reproductive status and contraception at screening (CDASHIG 2.2, RP).

Registry record, inclusion 5 and exclusion 1: no pregnancy, no wish for it, no breastfeeding, no
inadequate contraception. Who is of childbearing potential, and which methods are adequate, is what
the EU SmPC of lenalidomide says (section 4.4, pregnancy prevention programme): contraception
without interruption from 4 weeks before treatment to 4 weeks after it; a condom for men.
"""

from __future__ import annotations

from ordi_crf.forms.codelists import NY, coded
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Form,
    Rule,
    Section,
    Severity,
    Text,
    Values,
    When,
)

NO_POTENTIAL = coded(
    "RPREASND",
    (
        "AGE50-AMENORRHOEA",
        "50 or older, no menses for a year, not after cancer therapy",
        "50 años o más y un año sin regla, no por tratamiento oncológico",
    ),
    (
        "OVARIAN FAILURE",
        "Premature ovarian failure, confirmed by a gynaecologist",
        "Fallo ovárico prematuro, confirmado por un ginecólogo",
    ),
    (
        "SURGERY",
        "Hysterectomy, or both tubes and ovaries removed",
        "Histerectomía o extirpación de ambas trompas y ovarios",
    ),
    (
        "GENETIC",
        "XY genotype, Turner syndrome or no uterus",
        "Genotipo XY, síndrome de Turner o agenesia uterina",
    ),
    ("MALE", "Male", "Hombre"),
)

METHOD = coded(
    "RPCONTR",
    ("IMPLANT", "Implant", "Implante"),
    ("LNG-IUS", "Levonorgestrel intrauterine system", "DIU de levonorgestrel"),
    (
        "DEPOT MPA",
        "Depot medroxyprogesterone acetate",
        "Acetato de medroxiprogesterona de depósito",
    ),
    ("STERILISATION", "Tubal sterilisation", "Ligadura de trompas"),
    (
        "VASECTOMISED PARTNER",
        "Vasectomised partner, two negative semen tests",
        "Pareja vasectomizada, dos seminogramas negativos",
    ),
    ("DESOGESTREL", "Desogestrel alone", "Desogestrel solo"),
    ("ABSTINENCE", "Complete abstinence", "Abstinencia absoluta"),
    ("OTHER", "Other", "Otro"),
)
"""Effective methods of the SmPC; combined pills are not among them (venous thrombosis)."""


def _is_not_pregnant(v: Values) -> bool:
    return v["RPPREG"] != "Y"


def _has_no_wish(v: Values) -> bool:
    return v["RPWISH"] != "Y"


def _pregnancy_needs_potential(v: Values) -> bool:
    return v["RPPREG"] != "Y" or v["RPWOCBP"] != "N"


def _contraception_is_adequate(v: Values) -> bool:
    return v["RPADEQ"] != "N"


STATUS = Section(
    "rp",
    Text("Reproductive status", "Situación reproductiva"),
    domain="RP",
    items=(
        Choice("RPPREG", Text("Pregnant?", "¿Embarazo?"), required=True, codes=NY),
        Choice("RPBF", Text("Breastfeeding?", "¿Lactancia?"), required=True, codes=NY),
        Choice(
            "RPWISH",
            Text(
                "Wish to become pregnant during the study?",
                "¿Deseo de embarazo durante el estudio?",
            ),
            required=True,
            codes=NY,
        ),
        Choice(
            "RPWOCBP",
            Text("Of childbearing potential?", "¿Capacidad de gestación?"),
            required=True,
            codes=NY,
            hint=Text(
                "Yes, unless a reason of the list that opens with No applies.",
                "Sí, salvo que se dé un motivo de la lista que se abre con No.",
            ),
        ),
        Choice(
            "RPREASND",
            Text("Why not", "Por qué no"),
            required=True,
            codes=NO_POTENTIAL,
            asked_when=When("RPWOCBP", ("N",)),
        ),
        Choice(
            "RPCONTR",
            Text("Method of contraception", "Método anticonceptivo"),
            required=True,
            codes=METHOD,
            asked_when=When("RPWOCBP", ("Y",)),
        ),
        Date(
            "RPCONST",
            Text("Since", "Desde"),
            partial=True,
            asked_when=When("RPWOCBP", ("Y",)),
            hint=Text(
                "At least 4 weeks before the first dose.",
                "Al menos 4 semanas antes de la primera dosis.",
            ),
        ),
        Choice(
            "RPADEQ",
            Text("Contraception adequate?", "¿Anticoncepción adecuada?"),
            required=True,
            codes=NY,
            asked_when=When("RPWOCBP", ("Y",)),
            hint=Text(
                "Without interruption from 4 weeks before treatment to 4 weeks after it.",
                "Sin interrupción desde 4 semanas antes del tratamiento hasta 4 semanas después.",
            ),
        ),
        Choice(
            "RPPARTN",
            Text("Condom agreed?", "¿Acepta usar preservativo?"),
            codes=NY,
            asked_when=When("RPREASND", ("MALE",)),
            hint=Text("Even after vasectomy.", "También tras vasectomía."),
        ),
    ),
    rules=(
        Rule(
            "RP.PREG",
            _is_not_pregnant,
            Text(
                "Pregnancy excludes from the study, and lenalidomide must not be given.",
                "El embarazo excluye del estudio y no debe administrarse lenalidomida.",
            ),
            Severity.SOFT,
            item="RPPREG",
        ),
        Rule(
            "RP.WISH",
            _has_no_wish,
            Text(
                "A wish to become pregnant during the study excludes from it.",
                "El deseo de embarazo durante el estudio excluye de él.",
            ),
            Severity.SOFT,
            item="RPWISH",
        ),
        Rule(
            "RP.POTENTIAL",
            _pregnancy_needs_potential,
            Text(
                "A pregnant patient is of childbearing potential: correct one of the answers.",
                "Una embarazada tiene capacidad de gestación: corrija una de las respuestas.",
            ),
            item="RPWOCBP",
        ),
        Rule(
            "RP.ADEQ",
            _contraception_is_adequate,
            Text(
                "Inadequate contraception excludes from the study.",
                "Una anticoncepción inadecuada excluye del estudio.",
            ),
            Severity.SOFT,
            item="RPADEQ",
        ),
    ),
)

FORM = Form(
    "RP",
    Text("Reproductive status", "Situación reproductiva"),
    (STATUS,),
    note=Text(
        "For men too: answer No to the first four questions and “Male” as the reason.",
        "También para hombres: responda No a las cuatro primeras preguntas y «Hombre» como motivo.",
    ),
)
