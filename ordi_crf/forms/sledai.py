"""SLEDAI-2K: Systemic Lupus Erythematosus Disease Activity Index 2000, over the last 10 days.

Gladman et al., J Rheumatol 2002;29:288-91, after Bombardier et al., Arthritis Rheum 1992;35:630-40:
24 descriptors with weights of 8, 4, 2 and 1, which add up to 105. Definitions are abridged in our
own words and are to be confirmed against the printed index before clinical use. The registry record
says "SLEDAI" alone; the same investigators' protocol of that year (NCT01112215) reports SLEDAI-2K.

What is stored is presence, 0 or 1; the weight belongs to the descriptor. The form's version names
index and window, so that every record keeps both. The domain is RS, where SDTM files what
clinicians rate.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D

from ordi_crf.forms.schema import (
    Choice,
    Code,
    CodeList,
    Derived,
    Form,
    FreeText,
    Limits,
    Number,
    RowCode,
    Rows,
    Section,
    Text,
)

WINDOW_DAYS = 10
"""How far back from the visit a descriptor counts."""
VERSION = f"SLEDAI-2K, {WINDOW_DAYS} d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor(RowCode):
    """A pre-printed row of the index: what it weighs when present, and what it means."""

    weight: int
    definition: Text


def _descriptor(weight: int, code: str, label: Text, definition: Text) -> Descriptor:
    return Descriptor(code, label, weight=weight, definition=definition)


DESCRIPTORS: tuple[Descriptor, ...] = (
    _descriptor(8, "SEIZ", Text("Seizure", "Convulsión"), Text(
        "Recent onset. Not metabolic, infectious or due to a drug.",
        "De inicio reciente. No metabólica, infecciosa ni por fármacos.",
    )),
    _descriptor(8, "PSYC", Text("Psychosis", "Psicosis"), Text(
        "Severe disturbance in the perception of reality that impairs function. "
        "Not due to uraemia or a drug.",
        "Alteración grave de la percepción de la realidad que impide funcionar. "
        "No por uremia ni fármacos.",
    )),
    _descriptor(8, "OBS", Text("Organic brain syndrome", "Síndrome orgánico cerebral"), Text(
        "Impaired orientation, memory or intellect, of rapid onset and fluctuating: clouded "
        "consciousness and at least two of perceptual disturbance, incoherent speech, insomnia or "
        "drowsiness, changed psychomotor activity. Not metabolic, infectious or due to a drug.",
        "Alteración de la orientación, la memoria o el intelecto, de inicio rápido y fluctuante: "
        "obnubilación y al menos dos de alteración perceptiva, habla incoherente, insomnio o "
        "somnolencia, actividad psicomotora alterada. No metabólica, infecciosa ni por fármacos.",
    )),
    _descriptor(8, "VISU", Text("Visual disturbance", "Alteración visual"), Text(
        "Retinal change of lupus: cytoid bodies, retinal haemorrhage, choroidal exudate or "
        "haemorrhage, optic neuritis. Not due to hypertension, infection or a drug.",
        "Cambios retinianos del lupus: cuerpos citoides, hemorragia retiniana, exudado o "
        "hemorragia coroidea, neuritis óptica. No por hipertensión, infección ni fármacos.",
    )),
    _descriptor(8, "CRAN", Text("Cranial nerve disorder", "Afectación de par craneal"), Text(
        "New sensory or motor neuropathy of a cranial nerve.",
        "Neuropatía sensitiva o motora de un par craneal, de nueva aparición.",
    )),
    _descriptor(8, "HEAD", Text("Lupus headache", "Cefalea lúpica"), Text(
        "Severe, persistent, and not relieved by narcotic analgesia.",
        "Intensa, persistente y sin respuesta a analgésicos opioides.",
    )),
    _descriptor(8, "CVA", Text("Stroke", "Accidente cerebrovascular"), Text(
        "New cerebrovascular accident. Not due to arteriosclerosis.",
        "Accidente cerebrovascular nuevo. No por arteriosclerosis.",
    )),
    _descriptor(8, "VASC", Text("Vasculitis", "Vasculitis"), Text(
        "Ulceration, gangrene, tender finger nodules, periungual infarct, splinter haemorrhages, "
        "or proof by biopsy or angiogram.",
        "Ulceración, gangrena, nódulos dolorosos en los dedos, infarto periungueal, hemorragias "
        "en astilla, o prueba por biopsia o angiografía.",
    )),
    _descriptor(4, "ARTH", Text("Arthritis", "Artritis"), Text(
        "At least 2 joints with pain and signs of inflammation. Give their number below.",
        "Al menos 2 articulaciones con dolor y signos de inflamación. Indique abajo cuántas.",
    )),
    _descriptor(4, "MYOS", Text("Myositis", "Miositis"), Text(
        "Proximal muscle ache or weakness with raised CK or aldolase, or changes of myositis in "
        "electromyogram or biopsy.",
        "Dolor o debilidad muscular proximal con CK o aldolasa elevadas, o cambios de miositis "
        "en el electromiograma o la biopsia.",
    )),
    _descriptor(4, "CAST", Text("Urinary casts", "Cilindros urinarios"), Text(
        "Haem-granular or red-cell casts.", "Cilindros hemáticos o granulosos con hemoglobina.",
    )),
    _descriptor(4, "HEMA", Text("Haematuria", "Hematuria"), Text(
        "More than 5 red cells per high-power field. Not due to stone, infection or other cause.",
        "Más de 5 hematíes por campo de gran aumento. No por litiasis, infección ni otra causa.",
    )),
    _descriptor(4, "PROT", Text("Proteinuria", "Proteinuria"), Text(
        "More than 0.5 g in 24 hours, new or not.", "Más de 0,5 g en 24 horas, nueva o no.",
    )),
    _descriptor(4, "PYUR", Text("Pyuria", "Piuria"), Text(
        "More than 5 white cells per high-power field. Infection excluded.",
        "Más de 5 leucocitos por campo de gran aumento. Descartada la infección.",
    )),
    _descriptor(2, "RASH", Text("Rash", "Exantema"), Text(
        "Inflammatory rash of lupus: new, recurrent or ongoing.",
        "Exantema inflamatorio lúpico: nuevo, recurrente o persistente.",
    )),
    _descriptor(2, "ALOP", Text("Alopecia", "Alopecia"), Text(
        "Abnormal loss of hair, patchy or diffuse: new, recurrent or ongoing. Not scarring.",
        "Pérdida anormal de cabello, en placas o difusa: nueva, recurrente o persistente. "
        "No cicatricial.",
    )),
    _descriptor(2, "MUCO", Text("Mucosal ulcers", "Úlceras mucosas"), Text(
        "Oral or nasal ulcers: new, recurrent or ongoing.",
        "Úlceras orales o nasales: nuevas, recurrentes o persistentes.",
    )),
    _descriptor(2, "PLEU", Text("Pleurisy", "Pleuritis"), Text(
        "Pleuritic pain with rub, effusion or thickening.",
        "Dolor pleurítico con roce, derrame o engrosamiento.",
    )),
    _descriptor(2, "PERI", Text("Pericarditis", "Pericarditis"), Text(
        "Pericardial pain with at least one of rub, effusion, or proof by ECG or ultrasound.",
        "Dolor pericárdico con al menos uno de roce, derrame, o prueba por ECG o ecocardiograma.",
    )),
    _descriptor(2, "COMP", Text("Low complement", "Complemento bajo"), Text(
        "CH50, C3 or C4 below the laboratory's lower limit.",
        "CH50, C3 o C4 por debajo del límite inferior del laboratorio.",
    )),
    _descriptor(2, "DNA", Text("Increased DNA binding", "Anti-ADN elevado"), Text(
        "Above the laboratory's upper limit.", "Por encima del límite superior del laboratorio.",
    )),
    _descriptor(1, "FEVR", Text("Fever", "Fiebre"), Text(
        "Above 38 °C. Infection excluded.", "Más de 38 °C. Descartada la infección.",
    )),
    _descriptor(1, "THRO", Text("Thrombocytopenia", "Trombocitopenia"), Text(
        "Platelets below 100 × 10⁹/L. Not due to a drug: lenalidomide lowers platelets.",
        "Plaquetas por debajo de 100 × 10⁹/L. No por fármacos: la lenalidomida las reduce.",
    )),
    _descriptor(1, "LEUK", Text("Leukopenia", "Leucopenia"), Text(
        "Leukocytes below 3.0 × 10⁹/L. Not due to a drug: lenalidomide lowers leukocytes.",
        "Leucocitos por debajo de 3,0 × 10⁹/L. No por fármacos: la lenalidomida los reduce.",
    )),
)  # fmt: skip
"""In the order of the printed index."""

ROWS = Rows("SLDESC", Text("Manifestation", "Manifestación"), DESCRIPTORS)

PRESENCE = CodeList(
    "SLPRES", (Code("0", Text("Absent", "Ausente")), Code("1", Text("Present", "Presente")))
)

PRESENT = Section(
    "sledai_descriptor",
    Text("In the last 10 days", "En los últimos 10 días"),
    domain="RS",
    rows=ROWS,
    items=(
        Choice("SLPRES", Text("Present", "Presente"), required=True, codes=PRESENCE),
        FreeText(
            "SLATTR",
            Text("Attributed to", "Atribuido a"),
            hint=Text(
                "Say what it is due to when it is found and not scored: drug, infection, other.",
                "Indique a qué se debe si se observa y no se puntúa: fármaco, infección, otro.",
            ),
        ),
    ),
)

ONCE = Section(
    "sledai",
    Text("Whole patient", "Paciente en conjunto"),
    domain="RS",
    items=(
        Number(
            "SLJOINT",
            Text("Joints with pain and inflammation", "Articulaciones con dolor e inflamación"),
            possible=Limits(D(0), D(66)),
        ),
        FreeText(
            "SLEVAL",
            Text("Assessor", "Evaluador"),
            hint=Text("Who scored the index.", "Quién puntuó el índice."),
        ),
    ),
)

_NO_TOTAL = Text(
    "No total while any of the 24 is blank.", "Sin total si falta alguna de las 24 respuestas."
)


def _derived(name: str, label: Text, method: Text, unit: Text | None = None) -> Derived:
    method = Text(f"{method.en} {_NO_TOTAL.en}", f"{method.es} {_NO_TOTAL.es}")
    return Derived(name=name, label=label, method=method, version=VERSION, unit=unit)


FORM = Form(
    "SLEDAI",
    Text("SLEDAI-2K (Gladman 2002)", "SLEDAI-2K (Gladman 2002)"),
    (PRESENT, ONCE),
    version=VERSION,
    note=Text(
        "Score what is due to lupus, reversible, and present at the visit or in the 10 days before "
        "it. Answer all 24: a blank is not “absent”.",
        "Puntúe lo debido al lupus, reversible y presente en la visita o en los 10 días previos. "
        "Responda a las 24: una casilla en blanco no es «ausente».",
    ),
    derived=(
        _derived(
            "SLTOT",
            Text("Total of SLEDAI-2K", "Total de SLEDAI-2K"),
            Text("Sum of the weights of what is present.", "Suma de los pesos de lo presente."),
            Text("0-105", "0-105"),
        ),
        _derived(
            "SLNMC",
            Text("SLEDAI-2K without skin and mucosa", "SLEDAI-2K sin piel ni mucosas"),
            Text(
                "Total without rash, alopecia and mucosal ulcers.",
                "Total sin exantema, alopecia ni úlceras mucosas.",
            ),
            Text("0-99", "0-99"),
        ),
        _derived(
            "SLCLIN",
            Text("SLEDAI-2K, clinical", "SLEDAI-2K, clínico"),
            Text("Total without complement and DNA binding.", "Total sin complemento ni anti-ADN."),
            Text("0-101", "0-101"),
        ),
        _derived(
            "SLGRADE",
            Text("Activity by SLEDAI-2K", "Actividad según SLEDAI-2K"),
            Text(
                "None 0, low 1-4, moderate 5-10, high above 10.",
                "Ninguna 0, baja 1-4, moderada 5-10, alta más de 10.",
            ),
        ),
    ),
)
