"""IE: the five inclusion and ten exclusion criteria of the registry record (CDASHIG 2.2).

ClinicalTrials.gov NCT01408199, in its order and meaning; units as read in the clinical
specification, section 10.2. What the data say is computed elsewhere; here the investigator confirms
it. A criterion is "met" in its own words: an exclusion criterion that is met excludes.
"""

from __future__ import annotations

from ordi_crf.forms.codelists import NY, coded
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Form,
    FreeText,
    RowCode,
    Rows,
    Section,
    Text,
)

CRITERIA = Rows(
    "IETESTCD",
    Text("Criterion", "Criterio"),
    (
        RowCode("I1", Text("I1. Age over 18 years.", "I1. Edad superior a 18 años.")),
        RowCode("I2", Text(
            "I2. Histologically proven cutaneous lupus erythematosus, with or without associated "
            "systemic disease.",
            "I2. Lupus eritematoso cutáneo con confirmación histológica, con o sin enfermedad "
            "sistémica asociada.",
        )),
        RowCode("I3", Text(
            "I3. At least grade II erythema by the validated modified CLASI.",
            "I3. Eritema de grado II como mínimo según el CLASI modificado y validado.",
        )),
        RowCode("I4", Text(
            "I4. Refractory to conventional treatment with antimalarials and topical steroids, and "
            "lesions on more than 18 % of the body surface by the rule of nines, or severe side "
            "effects or lack of efficacy following thalidomide.",
            "I4. Refractario al tratamiento convencional con antimaláricos y corticoides tópicos, "
            "y lesiones en más del 18 % de la superficie corporal según la regla de los nueves, o "
            "efectos adversos graves o falta de eficacia con talidomida.",
        )),
        RowCode("I5", Text(
            "I5. No pregnancy or wish to become pregnant during the study.",
            "I5. Sin embarazo ni deseo de embarazo durante el estudio.",
        )),
        RowCode("E1", Text(
            "E1. Pregnancy, breastfeeding or use of inadequate contraception.",
            "E1. Embarazo, lactancia o anticoncepción inadecuada.",
        )),
        RowCode("E2", Text(
            "E2. Severe thrombocytopenia (< 30 × 10⁹/L) or leucopenia (< 1.5 × 10⁹/L), known at "
            "least 30 days before the study.",
            "E2. Trombocitopenia grave (< 30 × 10⁹/L) o leucopenia (< 1,5 × 10⁹/L), conocida al "
            "menos 30 días antes del estudio.",
        )),
        RowCode("E3", Text(
            "E3. Previous arterial or venous thrombosis.",
            "E3. Trombosis arterial o venosa previa.",
        )),
        RowCode("E4", Text(
            "E4. Antiphospholipid antibodies.", "E4. Anticuerpos antifosfolípidos.",
        )),
        RowCode("E5", Text(
            "E5. Moderate to severe renal impairment (GFR < 30 mL/min).",
            "E5. Insuficiencia renal moderada o grave (FG < 30 mL/min).",
        )),
        RowCode("E6", Text("E6. Progressive renal disease.", "E6. Enfermedad renal progresiva.")),
        RowCode("E7", Text(
            "E7. No written informed consent before participation.",
            "E7. Sin consentimiento informado por escrito antes de participar.",
        )),
        RowCode("E8", Text(
            "E8. Concomitant systemic flare that may need other systemic treatment.",
            "E8. Brote sistémico concomitante que pueda requerir otro tratamiento sistémico.",
        )),
        RowCode("E9", Text(
            "E9. Psychiatric or social disease that may interfere with study and follow-up.",
            "E9. Enfermedad psiquiátrica o social que pueda interferir con el estudio y su "
            "seguimiento.",
        )),
        RowCode("E10", Text(
            "E10. HIV, hepatitis B or hepatitis C.", "E10. VIH, hepatitis B o hepatitis C.",
        )),
    ),
)  # fmt: skip
"""I1-I5 and E1-E10, numbered in the order of the registry record."""

EQUATION = coded(
    "IEGFREQ",
    ("MDRD175", "MDRD-4 (IDMS)", "MDRD-4 (IDMS)"),
    ("CG", "Cockcroft-Gault", "Cockcroft-Gault"),
    ("EPI09", "CKD-EPI 2009", "CKD-EPI 2009"),
    ("EPI21", "CKD-EPI 2021", "CKD-EPI 2021"),
)
"""Equations for the glomerular filtration rate; the registry record names none."""

CONFIRMED = Section(
    "ie",
    Text("Criteria", "Criterios"),
    domain="IE",
    rows=CRITERIA,
    items=(
        Choice("IEORRES", Text("Criterion met?", "¿Se cumple?"), required=True, codes=NY),
        FreeText("IECOM", Text("Comment", "Comentario")),
    ),
)

DECISION = Section(
    "ie_decision",
    Text("Decision of the investigator", "Decisión del investigador"),
    domain="IE",
    items=(
        Date("IEDAT", Text("Date of decision", "Fecha de la decisión"), required=True),
        Choice("IEYN", Text("Eligible?", "¿Elegible?"), required=True, codes=NY),
        Choice(
            "IEGFREQ",
            Text("GFR equation relied upon", "Ecuación del FG utilizada"),
            codes=EQUATION,
            hint=Text(
                "Needed when the equations fall on different sides of 30 mL/min.",
                "Necesaria si las ecuaciones caen a distinto lado de 30 mL/min.",
            ),
        ),
        FreeText("IECOM2", Text("Comment", "Comentario"), lines=3, limit=1000),
    ),
)

FORM = Form(
    "IE",
    Text("Eligibility", "Elegibilidad"),
    (CONFIRMED, DECISION),
    note=Text(
        "Eligible means all five inclusion criteria met and none of the ten exclusion criteria "
        "met. Missing data never make a patient eligible.",
        "Elegible significa cumplir los cinco criterios de inclusión y ninguno de los diez de "
        "exclusión. Los datos que faltan nunca hacen elegible a un paciente.",
    ),
)
