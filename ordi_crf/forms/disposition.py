"""DS: how treatment and study ended (CDASHIG 2.2; reasons of CDISC's NCOMPLT).

The last dose starts the follow-up after withdrawal, of which registry outcome 5 speaks.
"""

from __future__ import annotations

from ordi_crf.forms.codelists import NY, coded
from ordi_crf.forms.periods import in_order
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Form,
    FreeText,
    Rule,
    Section,
    Severity,
    Text,
    Values,
    When,
)

REASON = coded(
    "NCOMPLT",
    ("COMPLETED", "Completed as planned", "Finalizado según lo previsto"),
    ("ADVERSE EVENT", "Adverse event", "Acontecimiento adverso"),
    ("LACK OF EFFICACY", "Lack of efficacy", "Falta de eficacia"),
    ("LOST TO FOLLOW-UP", "Lost to follow-up", "Pérdida de seguimiento"),
    ("WITHDRAWAL BY SUBJECT", "Withdrawal by the patient", "Retirada por decisión del paciente"),
    ("PHYSICIAN DECISION", "Decision of the physician", "Decisión del médico"),
    ("PREGNANCY", "Pregnancy", "Embarazo"),
    ("DEATH", "Death", "Muerte"),
    ("PROTOCOL DEVIATION", "Protocol deviation", "Desviación del protocolo"),
    ("OTHER", "Other", "Otro"),
)


def _last_contact_is_not_after_the_end(v: Values) -> bool:
    return in_order(v["DSLCONT"], v["DSSTDAT"])


def _other_reason_is_named(v: Values) -> bool:
    return v["DSDECOD"] != "OTHER" or v["DSTERM"] is not None


TREATMENT = Section(
    "ds_trt",
    Text("Treatment", "Tratamiento"),
    domain="DS",
    items=(
        Choice("DSTRTYN", Text("Treatment ended?", "¿Fin del tratamiento?"), codes=NY),
        Choice(
            "DSTRTDEC",
            Text("Why", "Motivo"),
            required=True,
            codes=REASON,
            asked_when=When("DSTRTYN", ("Y",)),
        ),
        Date(
            "DSLDOSE",
            Text("Last dose", "Última dosis"),
            asked_when=When("DSTRTYN", ("Y",)),
            hint=Text(
                "The day of the last capsule: follow-up counts from it.",
                "El día de la última cápsula: desde él se cuenta el seguimiento.",
            ),
        ),
    ),
)

STUDY = Section(
    "ds",
    Text("Study", "Estudio"),
    domain="DS",
    items=(
        Choice("DSYN", Text("Study ended?", "¿Fin del estudio?"), codes=NY),
        Choice(
            "DSDECOD",
            Text("Why", "Motivo"),
            required=True,
            codes=REASON,
            asked_when=When("DSYN", ("Y",)),
        ),
        Date(
            "DSSTDAT",
            Text("Date of end", "Fecha de fin"),
            required=True,
            asked_when=When("DSYN", ("Y",)),
        ),
        Date("DSLCONT", Text("Last contact", "Último contacto")),
        FreeText("DSTERM", Text("In words", "Descripción"), lines=3, limit=1000),
    ),
    rules=(
        Rule(
            "DS.CONTACT",
            _last_contact_is_not_after_the_end,
            Text(
                "The last contact is after the end of the study.",
                "El último contacto es posterior al fin del estudio.",
            ),
            Severity.SOFT,
            item="DSLCONT",
        ),
        Rule(
            "DS.OTHER",
            _other_reason_is_named,
            Text("Say what the other reason was.", "Indique cuál fue el otro motivo."),
            Severity.SOFT,
            item="DSTERM",
        ),
    ),
)

FORM = Form(
    "DS",
    Text("End of treatment and of study", "Fin del tratamiento y del estudio"),
    (TREATMENT, STUDY),
    note=Text(
        "Who stops the treatment stays in the study: follow-up goes on for 12 months.",
        "Quien deja el tratamiento sigue en el estudio: el seguimiento dura 12 meses más.",
    ),
)
