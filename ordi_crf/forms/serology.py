"""SE: serology and autoantibodies, positive or not, with a titre where one is reported (SDTM LB).

Exclusions 4 and 10 of the registry record rest on it: antiphospholipid antibodies, HIV, hepatitis B
and C. Anti-HBc alone tells of a past infection and is not hepatitis B.
"""

from __future__ import annotations

from ordi_crf.forms.schema import (
    Choice,
    Code,
    CodeList,
    Date,
    Form,
    FreeText,
    RowCode,
    Rows,
    Section,
    Text,
)

TESTS = Rows(
    "SETESTCD",
    Text("Test", "Prueba"),
    (
        RowCode("HIV", Text("HIV antibodies", "Anticuerpos anti-VIH")),
        RowCode("HBSAG", Text("Hepatitis B surface antigen", "Antígeno de superficie VHB")),
        RowCode("HBCAB", Text("Anti-HBc", "Anti-HBc")),
        RowCode("HCVAB", Text("Hepatitis C antibodies", "Anticuerpos anti-VHC")),
        RowCode("LA", Text("Lupus anticoagulant", "Anticoagulante lúpico")),
        RowCode("ACL", Text("Anticardiolipin", "Anticardiolipina")),
        RowCode("AB2GP1", Text("Anti-β2-glycoprotein I", "Anti-β2-glicoproteína I")),
        RowCode("ANA", Text("Antinuclear antibodies", "Anticuerpos antinucleares")),
        RowCode("RO", Text("Anti-Ro (SSA)", "Anti-Ro (SSA)")),
        RowCode("LASSB", Text("Anti-La (SSB)", "Anti-La (SSB)")),
        RowCode("SM", Text("Anti-Sm", "Anti-Sm")),
        RowCode("RNP", Text("Anti-RNP", "Anti-RNP")),
    ),
)

RESULT = CodeList(
    "SERES",
    (
        Code("POSITIVE", Text("Positive", "Positivo")),
        Code("NEGATIVE", Text("Negative", "Negativo")),
        Code("INDETERMINATE", Text("Indeterminate", "Indeterminado")),
    ),
)

SAMPLE = Section(
    "se_sample",
    Text("Sample", "Muestra"),
    domain="LB",
    items=(
        Date("SEDAT", Text("Date of sample", "Fecha de la muestra"), required=True),
        FreeText("SENAM", Text("Laboratory", "Laboratorio"), limit=100),
    ),
)

RESULTS = Section(
    "se",
    Text("Results", "Resultados"),
    domain="LB",
    rows=TESTS,
    items=(
        Choice("SERES", Text("Result", "Resultado"), required=True, codes=RESULT),
        FreeText(
            "SETITRE",
            Text("Titre", "Título"),
            limit=40,
            hint=Text("As reported, as 1:320 or 45 GPL.", "Como se informa: 1:320 o 45 GPL."),
        ),
        FreeText("SECOM", Text("Comment", "Comentario")),
    ),
)

FORM = Form(
    "SE",
    Text("Serology and autoantibodies", "Serología y autoanticuerpos"),
    (SAMPLE, RESULTS),
    note=Text(
        "What was not tested is said to be missing, with its reason; it is not negative.",
        "De lo no analizado se indica por qué falta; no es negativo.",
    ),
)
