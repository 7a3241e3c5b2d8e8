"""AE: adverse events (CDASHIG 2.2; seriousness criteria of ICH E2A; grades of CTCAE).

Events of special interest are those of lenalidomide's EU SmPC, section 4.4: thrombosis, neuropathy,
cytopenia, pregnancy, second malignancy.
"""

from __future__ import annotations

from ordi_crf.forms.codelists import NY, coded
from ordi_crf.forms.periods import in_order
from ordi_crf.forms.schema import (
    Choice,
    Code,
    CodeList,
    Date,
    Form,
    FreeText,
    Rule,
    Section,
    Text,
    Values,
    When,
)

GRADE = CodeList(
    "AETOXGR",
    (
        Code("1", Text("Grade 1, mild", "Grado 1, leve")),
        Code("2", Text("Grade 2, moderate", "Grado 2, moderado")),
        Code("3", Text("Grade 3, severe", "Grado 3, grave")),
        Code("4", Text("Grade 4, life-threatening", "Grado 4, potencialmente mortal")),
        Code("5", Text("Grade 5, death", "Grado 5, muerte")),
    ),
)

VERSION = CodeList(
    "AETOXVER",
    (
        Code("4.03", Text("CTCAE 4.03", "CTCAE 4.03")),
        Code("3.0", Text("CTCAE 3.0", "CTCAE 3.0")),
    ),
)

RELATION = CodeList(
    "AEREL",
    (
        Code("NOT RELATED", Text("Not related", "No relacionado")),
        Code("POSSIBLY RELATED", Text("Possibly related", "Posiblemente relacionado")),
        Code("PROBABLY RELATED", Text("Probably related", "Probablemente relacionado")),
        Code("RELATED", Text("Related", "Relacionado")),
    ),
)

ACTION = CodeList(
    "ACN",
    (
        Code("DOSE NOT CHANGED", Text("Dose not changed", "Dosis sin cambios")),
        Code("DOSE REDUCED", Text("Dose reduced", "Dosis reducida")),
        Code("DRUG INTERRUPTED", Text("Drug interrupted", "Fármaco interrumpido")),
        Code("DRUG WITHDRAWN", Text("Drug withdrawn", "Fármaco retirado")),
        Code("NOT APPLICABLE", Text("Not applicable", "No aplicable")),
    ),
)

OUTCOME = CodeList(
    "OUT",
    (
        Code("RECOVERED/RESOLVED", Text("Recovered", "Recuperado")),
        Code("RECOVERING/RESOLVING", Text("Recovering", "En recuperación")),
        Code(
            "RECOVERED/RESOLVED WITH SEQUELAE",
            Text("Recovered with sequelae", "Recuperado con secuelas"),
        ),
        Code("NOT RECOVERED/NOT RESOLVED", Text("Not recovered", "No recuperado")),
        Code("FATAL", Text("Fatal", "Mortal")),
        Code("UNKNOWN", Text("Unknown", "Desconocido")),
    ),
)

SPECIAL = coded(
    "AESI",
    ("VTE", "Venous thrombosis or embolism", "Trombosis o embolia venosa"),
    ("ATE", "Arterial thrombosis", "Trombosis arterial"),
    ("NEUROPATHY", "Neuropathy", "Neuropatía"),
    ("CYTOPENIA", "Neutropenia or thrombocytopenia", "Neutropenia o trombocitopenia"),
    ("PREGNANCY", "Pregnancy", "Embarazo"),
    ("SPM", "Second primary malignancy", "Segunda neoplasia primaria"),
)
"""Of special interest with lenalidomide; blank is none of them."""

COUNTS = Text(
    "Grade 1, 2 and 3 end at: neutrophils 1.5, 1.0 and 0.5; platelets 75, 50 and 25; leukocytes "
    "3.0, 2.0 and 1.0 × 10⁹/L. The boundary itself is the milder grade.",
    "Los grados 1, 2 y 3 llegan hasta: neutrófilos 1,5, 1,0 y 0,5; plaquetas 75, 50 y 25; "
    "leucocitos 3,0, 2,0 y 1,0 × 10⁹/L. El límite mismo es el grado más leve.",
)
"""Blood counts by grade (CTCAE 4.03), the lower bound of each grade belonging to it."""

CRITERIA = ("AESDTH", "AESLIFE", "AESHOSP", "AESDISAB", "AESCONG", "AESMIE")
"""The six seriousness criteria of ICH E2A; an event is serious when one of them is met."""


def _ends_after_it_starts(v: Values) -> bool:
    return in_order(v["AESTDAT"], v["AEENDAT"])


def _ongoing_has_no_end(v: Values) -> bool:
    return v["AEONGO"] != "Y" or v["AEENDAT"] is None


def _grade_5_is_fatal(v: Values) -> bool:
    grade, outcome = v["AETOXGR"], v["AEOUT"]
    return grade is None or outcome is None or (grade == "5") == (outcome == "FATAL")


def _fatal_is_serious(v: Values) -> bool:
    return v["AEOUT"] != "FATAL" or v["AESER"] in (None, "Y")


def _serious_names_a_criterion(v: Values) -> bool:
    return v["AESER"] != "Y" or any(v[name] == "Y" for name in CRITERIA)


def _criterion(name: str, en: str, es: str) -> Choice:
    return Choice(name, Text(en, es), codes=NY, asked_when=When("AESER", ("Y",)))


EVENTS = Section(
    "ae",
    Text("Adverse events", "Acontecimientos adversos"),
    domain="AE",
    repeating=True,
    items=(
        FreeText("AETERM", Text("Event", "Acontecimiento"), required=True),
        Date("AESTDAT", Text("Start", "Inicio"), required=True, partial=True),
        Date("AEENDAT", Text("End", "Fin"), partial=True),
        Choice("AEONGO", Text("Ongoing", "En curso"), codes=NY),
        Choice(
            "AETOXGR",
            Text("CTCAE grade", "Grado CTCAE"),
            required=True,
            codes=GRADE,
            hint=COUNTS,
        ),
        Choice("AETOXVER", Text("CTCAE version", "Versión CTCAE"), codes=VERSION),
        Choice(
            "AEREL",
            Text("Related to lenalidomide", "Relación con lenalidomida"),
            required=True,
            codes=RELATION,
        ),
        Choice("AEACN", Text("Action taken", "Medida adoptada"), codes=ACTION),
        Choice("AECONTRT", Text("Treated", "Recibió tratamiento"), codes=NY),
        Choice("AEOUT", Text("Outcome", "Desenlace"), required=True, codes=OUTCOME),
        Choice("AESER", Text("Serious", "Grave (SAE)"), required=True, codes=NY),
        _criterion("AESDTH", "Death", "Muerte"),
        _criterion("AESLIFE", "Life-threatening", "Riesgo vital"),
        _criterion("AESHOSP", "Hospitalisation or prolongation", "Hospitalización o prolongación"),
        _criterion("AESDISAB", "Disability or incapacity", "Discapacidad o incapacidad"),
        _criterion("AESCONG", "Congenital anomaly", "Anomalía congénita"),
        _criterion("AESMIE", "Important medical event", "Acontecimiento médico importante"),
        Choice(
            "AESI",
            Text("Of special interest", "De especial interés"),
            codes=SPECIAL,
            hint=Text("Blank when it is none of these.", "En blanco si no es ninguno de estos."),
        ),
    ),
    rules=(
        Rule(
            "AE.END",
            _ends_after_it_starts,
            Text("The event ends before it starts.", "El acontecimiento termina antes de empezar."),
            item="AEENDAT",
        ),
        Rule(
            "AE.ONGOING",
            _ongoing_has_no_end,
            Text(
                "An ongoing event has no end date: remove the date or answer No.",
                "Un acontecimiento en curso no tiene fecha de fin: quite la fecha o responda No.",
            ),
            item="AEONGO",
        ),
        Rule(
            "AE.GRADE5",
            _grade_5_is_fatal,
            Text(
                "Grade 5 and a fatal outcome go together.",
                "El grado 5 y el desenlace mortal van juntos.",
            ),
            item="AETOXGR",
        ),
        Rule(
            "AE.FATAL",
            _fatal_is_serious,
            Text("A fatal event is serious.", "Un acontecimiento mortal es grave."),
            item="AESER",
        ),
        Rule(
            "AE.CRITERION",
            _serious_names_a_criterion,
            Text(
                "A serious event meets at least one criterion: answer them.",
                "Un acontecimiento grave cumple al menos un criterio: responda a todos.",
            ),
            item="AESER",
        ),
    ),
)

FORM = Form(
    "AE",
    Text("Adverse events", "Acontecimientos adversos"),
    (EVENTS,),
    note=Text(
        "Each event in one or two words of diagnosis, with its worst grade. A serious one is "
        "reported to the sponsor within 24 hours.",
        "Cada acontecimiento con su diagnóstico en una o dos palabras y su peor grado. Si es "
        "grave, se notifica al promotor en 24 horas.",
    ),
)
