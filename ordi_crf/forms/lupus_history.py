"""LH: history of the lupus: subtype, biopsy, systemic disease (CDASHIG 2.2, MH).

Registry record, inclusion 2: histologically proven cutaneous lupus erythematosus, with or without
associated systemic disease. Subtypes after Gilliam as revised by Kuhn and Ruzicka 2004 (ACLE, SCLE,
DLE, LEP, LET). Systemic lupus is counted by the 11 criteria of the ACR (Tan 1982, Hochberg 1997):
four make the diagnosis.
"""

from __future__ import annotations

from decimal import Decimal as D

from ordi_crf.forms.codelists import NY, coded
from ordi_crf.forms.schema import (
    Choice,
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
    When,
)

ACR_CRITERIA = 4
"""Criteria of the ACR from which on lupus is classified as systemic (Tan 1982)."""

SUBTYPE = coded(
    "LHSUBTYP",
    ("ACLE", "Acute (ACLE)", "Agudo (ACLE)"),
    ("SCLE", "Subacute (SCLE)", "Subagudo (SCLE)"),
    ("DLE-LOC", "Discoid, localised (DLE)", "Discoide, localizado (DLE)"),
    ("DLE-GEN", "Discoid, generalised (DLE)", "Discoide, generalizado (DLE)"),
    ("LEP", "Panniculitis (LEP)", "Paniculitis (LEP)"),
    ("LET", "Tumidus (LET)", "Túmido (LET)"),
    ("OTHER", "Other", "Otro"),
)

HISTOLOGY = coded(
    "BIORES",
    ("CONSISTENT", "Consistent with cutaneous lupus", "Compatible con lupus cutáneo"),
    ("NOT CONSISTENT", "Not consistent", "No compatible"),
    ("INDETERMINATE", "Indeterminate", "No concluyente"),
)

IMMUNOFLUORESCENCE = coded(
    "BIODIF",
    ("POSITIVE", "Positive", "Positiva"),
    ("NEGATIVE", "Negative", "Negativa"),
    ("NOT DONE", "Not done", "No realizada"),
)

_PARTIAL = Text("The year is enough: 2008 or 2008-05", "Basta el año: 2008 o 2008-05")


def _biopsy_has_a_result(v: Values) -> bool:
    return v["BIOPSY"] != "Y" or v["BIORES"] is not None


def _systemic_lupus_meets_four_criteria(v: Values) -> bool:
    count = v["ACRCRIT"]
    return v["SLE"] != "Y" or count is None or D(count) >= ACR_CRITERIA


LUPUS = Section(
    "lh",
    Text("History of lupus", "Historia del lupus"),
    domain="MH",
    items=(
        Choice(
            "LHSUBTYP",
            Text("Subtype of cutaneous lupus", "Subtipo de lupus cutáneo"),
            required=True,
            codes=SUBTYPE,
        ),
        FreeText(
            "LHSUBOTH",
            Text("Other subtype", "Otro subtipo"),
            asked_when=When("LHSUBTYP", ("OTHER",)),
        ),
        Date(
            "CLEDXDAT",
            Text("Cutaneous lupus diagnosed", "Diagnóstico del lupus cutáneo"),
            partial=True,
            hint=_PARTIAL,
        ),
        Choice("BIOPSY", Text("Skin biopsy", "Biopsia cutánea"), required=True, codes=NY),
        Date(
            "BIODAT",
            Text("Date of biopsy", "Fecha de la biopsia"),
            partial=True,
            asked_when=When("BIOPSY", ("Y",)),
        ),
        Choice(
            "BIORES",
            Text("Histology", "Histología"),
            codes=HISTOLOGY,
            asked_when=When("BIOPSY", ("Y",)),
        ),
        Choice(
            "BIODIF",
            Text("Direct immunofluorescence", "Inmunofluorescencia directa"),
            codes=IMMUNOFLUORESCENCE,
            asked_when=When("BIOPSY", ("Y",)),
        ),
        Choice(
            "SLE",
            Text("Systemic lupus erythematosus", "Lupus eritematoso sistémico"),
            required=True,
            codes=NY,
        ),
        Date(
            "SLEDXDAT",
            Text("Systemic lupus diagnosed", "Diagnóstico del lupus sistémico"),
            partial=True,
            asked_when=When("SLE", ("Y",)),
            hint=_PARTIAL,
        ),
        Number(
            "ACRCRIT",
            Text("Criteria of the ACR met", "Criterios ACR cumplidos"),
            possible=Limits(D(0), D(11)),
            asked_when=When("SLE", ("Y",)),
            hint=Text(
                "Of the 11 of 1997; four classify.", "De los 11 de 1997; se clasifica con cuatro."
            ),
        ),
        Choice("PHOTOSEN", Text("Photosensitivity", "Fotosensibilidad"), codes=NY),
        FreeText("LHCOM", Text("Comment", "Comentario"), lines=3, limit=1000),
    ),
    rules=(
        Rule(
            "LH.BIORES",
            _biopsy_has_a_result,
            Text(
                "A biopsy without its histology cannot prove cutaneous lupus: give the result or "
                "say why it is not known.",
                "Una biopsia sin histología no prueba el lupus cutáneo: indique el resultado o "
                "por qué no se conoce.",
            ),
            Severity.SOFT,
            item="BIORES",
        ),
        Rule(
            "LH.ACR",
            _systemic_lupus_meets_four_criteria,
            Text(
                "Systemic lupus meets at least 4 criteria of the ACR: check both answers.",
                "El lupus sistémico cumple al menos 4 criterios ACR: compruebe ambas respuestas.",
            ),
            Severity.SOFT,
            item="ACRCRIT",
        ),
    ),
)

FORM = Form(
    "LH",
    Text("History of lupus", "Historia del lupus"),
    (LUPUS,),
    note=Text(
        "ORDI-02 includes cutaneous lupus proven by histology, with or without systemic disease.",
        "ORDI-02 incluye lupus cutáneo con confirmación histológica, con o sin enfermedad "
        "sistémica.",
    ),
)
