"""FA: the body map, painted lesions on front and back.

The record is the strokes: one row for each, as integer vectors; figures are derived from them. Two
layers are kept apart and never summed: active lesions (erythema), which count for eligibility, and
damage. Body surface follows the rule of nines (Wallace 1951).
"""

from __future__ import annotations

from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import (
    Choice,
    Code,
    CodeList,
    Derived,
    Form,
    FreeText,
    Rule,
    Section,
    Severity,
    Stroke,
    Text,
    Values,
)

LAYER = CodeList(
    "BMLAYER",
    (
        Code("ACTIVE", Text("Active lesions", "Lesiones activas")),
        Code("DAMAGE", Text("Damage", "Daño")),
    ),
)

LEVELS = {
    "ACTIVE": (
        Text("Pink; faint erythema", "Rosado; eritema leve"),
        Text("Red", "Rojo"),
        Text("Dark red; purple, crusted", "Rojo oscuro; violáceo, costroso"),
    ),
    "DAMAGE": (
        Text("Dyspigmentation", "Discromía"),
        Text("Scarring", "Cicatriz"),
        Text("Severe atrophy or panniculitis", "Atrofia grave o paniculitis"),
    ),
}
"""Wording of levels 1, 2 and 3 of each layer; the grades of the CLASI columns they speak of."""


def _examined_is_answered(v: Values) -> bool:
    return v["BMPERF"] is not None


_PERCENT = Text("% BSA", "% SC")

DRAWING = Section(
    "bm",
    Text("Examination", "Exploración"),
    domain="FA",
    items=(
        Choice(
            "BMPERF",
            Text("Was the whole skin examined?", "¿Se exploró toda la piel?"),
            codes=NY,
            hint=Text(
                "Yes with nothing painted means: examined, clear.",
                "Sí sin nada pintado significa: explorada, sin lesiones.",
            ),
        ),
        FreeText(
            "BMOTHER",
            Text("Also affected, not drawable", "También afectado, no dibujable"),
            hint=Text(
                "Soles, axillae, vertex, between the toes: no area is invented for them.",
                "Plantas, axilas, vértex, entre los dedos: no se inventa superficie.",
            ),
        ),
        FreeText(
            "BMMAP",
            Text("Map version (SHA-256)", "Versión del mapa (SHA-256)"),
            limit=64,
        ),
    ),
    rules=(
        Rule(
            "BM.EXAMINED",
            _examined_is_answered,
            Text(
                "Say whether the whole skin was examined.",
                "Indique si se exploró toda la piel.",
            ),
            Severity.SOFT,
            item="BMPERF",
        ),
    ),
)

STROKES = Section(
    "bm_stroke",
    Text("Strokes", "Trazos"),
    domain="FA",
    repeating=True,
    items=(
        Choice("BMLAYER", Text("Layer", "Capa"), required=True, codes=LAYER),
        Stroke("BMOP", Text("Stroke", "Trazo"), required=True),
    ),
)

FORM = Form(
    "BM",
    Text("Body map", "Mapa corporal"),
    (DRAWING, STROKES),
    derived=(
        Derived(
            name="BSAACT",
            label=Text("Active lesions, % BSA", "Lesiones activas, % SC"),
            unit=_PERCENT,
            version="Rule of nines by view, map 1",
            method=Text(
                "Painted share of each rule-of-nines group and view times its percentage, summed "
                "as an exact fraction. Eligibility: strictly more than 18, never rounded.",
                "Proporción pintada de cada grupo de la regla de los nueves y vista por su "
                "porcentaje, sumada como fracción exacta. Elegibilidad: más de 18, sin redondeo.",
            ),
        ),
        Derived(
            name="BSADAM",
            label=Text("Damage, % BSA", "Daño, % SC"),
            unit=_PERCENT,
            version="Rule of nines by view, map 1",
            method=Text(
                "As the active layer; the two are never summed.",
                "Como la capa activa; nunca se suman.",
            ),
        ),
        Derived(
            name="BSALEAF",
            label=Text("Active lesions, sensitivity", "Lesiones activas, sensibilidad"),
            unit=_PERCENT,
            version="Leaf weights, map 1",
            method=Text(
                "Sensitivity figure with fixed weights per region, in the proportions of Lund and "
                "Browder; never used for eligibility.",
                "Cifra de sensibilidad con pesos fijos por región, en las proporciones de Lund y "
                "Browder; nunca se usa para la elegibilidad.",
            ),
        ),
    ),
)
