"""IC: written informed consent, before any procedure of the study (CDASHIG 2.2 DS; ICH E6 4.8).

Registry record, exclusion 7: no written informed consent before participation. The EU SmPC of
lenalidomide asks besides for the agreement to its pregnancy prevention programme, men included.
"""

from __future__ import annotations

from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import Choice, Date, Form, FreeText, Section, Text, When

CONSENT = Section(
    "ic",
    Text("Informed consent", "Consentimiento informado"),
    domain="DS",
    items=(
        Choice(
            "ICYN",
            Text("Written informed consent given?", "¿Ha dado su consentimiento por escrito?"),
            required=True,
            codes=NY,
        ),
        Date(
            "RFICDAT",
            Text("Date of consent", "Fecha del consentimiento"),
            required=True,
            asked_when=When("ICYN", ("Y",)),
            hint=Text(
                "As the patient wrote it: 2010-01-15 or 15/01/2010",
                "La que escribió el paciente: 2010-01-15 o 15/01/2010",
            ),
        ),
        FreeText(
            "ICVERS",
            Text("Version of the information sheet", "Versión de la hoja de información"),
            limit=100,
        ),
        FreeText("ICBY", Text("Obtained by", "Obtenido por"), limit=100),
        Date(
            "PPPDAT",
            Text(
                "Agreed to the pregnancy prevention programme on",
                "Aceptó el programa de prevención de embarazo el",
            ),
            hint=Text("Women and men.", "Mujeres y hombres."),
        ),
    ),
)

FORM = Form(
    "IC",
    Text("Informed consent", "Consentimiento informado"),
    (CONSENT,),
    note=Text(
        "Consent comes before every procedure of the study. The signed sheet stays at the site.",
        "El consentimiento es previo a todo procedimiento del estudio. "
        "La hoja firmada queda en el centro.",
    ),
)
