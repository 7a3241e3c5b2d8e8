"""CLASI: Cutaneous Lupus Erythematosus Disease Area and Severity Index.

The instrument of Albrecht et al., J Invest Dermatol 2005;125:889-94: thirteen locations in the
order of the printed form, each graded for its most severely affected lesion, and five items asked
once. The CLASI is its authors' instrument (University of Pennsylvania); clinical use needs their
permission, and the wording is to be confirmed against the printed form before clinical use.

The stored code of a grade is the score itself. `CLnn` + ERY, SCL, DYS or SCR is the test code of a
cell (QSTESTCD): CL01ERY is erythema of the scalp.
"""

from __future__ import annotations

from ordi_crf.forms.schema import (
    Choice,
    Code,
    CodeList,
    Derived,
    Form,
    FreeText,
    RowCode,
    Rows,
    Section,
    Text,
)

LOCATIONS = Rows(
    "CLLOC",
    Text("Anatomical location", "Localización anatómica"),
    (
        RowCode("01", Text("Scalp", "Cuero cabelludo")),
        RowCode("02", Text("Ears", "Orejas")),
        RowCode("03", Text("Nose (incl. malar area)", "Nariz (incl. área malar)")),
        RowCode("04", Text("Rest of the face", "Resto de la cara")),
        RowCode("05", Text("V-area neck (frontal)", "Escote (área en V, frontal)")),
        RowCode("06", Text("Post. neck &/or shoulders", "Nuca y/u hombros")),
        RowCode("07", Text("Chest", "Tórax")),
        RowCode("08", Text("Abdomen", "Abdomen")),
        RowCode("09", Text("Back, buttocks", "Espalda, nalgas")),
        RowCode("10", Text("Arms", "Brazos")),
        RowCode("11", Text("Hands", "Manos")),
        RowCode("12", Text("Legs", "Piernas")),
        RowCode("13", Text("Feet", "Pies")),
    ),
)
SCALP = "01"


def _grades(name: str, *wordings: Text) -> CodeList:
    """Return the codelist of a grade counted from 0, absent."""
    words = (Text("Absent", "Ausente"), *wordings)
    return CodeList(name, tuple(Code(str(grade), text) for grade, text in enumerate(words)))


ERYTHEMA = _grades(
    "CLERY",
    Text("Pink; faint erythema", "Rosado; eritema leve"),
    Text("Red", "Rojo"),
    Text(
        "Dark red; purple/violaceous/crusted/haemorrhagic",
        "Rojo oscuro; púrpura/violáceo/costroso/hemorrágico",
    ),
)
SCALE = _grades(
    "CLSCL",
    Text("Scale", "Descamación"),
    Text("Verrucous/hypertrophic", "Verrugoso/hipertrófico"),
)
DYSPIGMENTATION = _grades("CLDYS", Text("Dyspigmentation", "Discromía"))
SCARRING = _grades(
    "CLSCR",
    Text("Scarring", "Cicatrización"),
    Text(
        "Severely atrophic scarring or panniculitis",
        "Cicatrización atrófica grave o paniculitis",
    ),
)

AREAS = Section(
    "clasi_area",
    Text("By location", "Por localización"),
    domain="QS",
    rows=LOCATIONS,
    items=(
        Choice("CLERY", Text("Erythema", "Eritema"), required=True, codes=ERYTHEMA),
        Choice(
            "CLSCL",
            Text("Scale/hypertrophy", "Descamación/hipertrofia"),
            required=True,
            codes=SCALE,
        ),
        Choice("CLDYS", Text("Dyspigmentation", "Discromía"), required=True, codes=DYSPIGMENTATION),
        Choice(
            "CLSCR",
            Text("Scarring/atrophy/panniculitis", "Cicatriz/atrofia/paniculitis"),
            required=True,
            codes=SCARRING,
            not_in_rows=(SCALP,),
            hint=Text(
                "The scalp is scored below, by quadrants.",
                "El cuero cabelludo se puntúa abajo, por cuadrantes.",
            ),
        ),
    ),
)

ONCE = Section(
    "clasi",
    Text("Whole patient", "Paciente en conjunto"),
    domain="QS",
    items=(
        Choice(
            "CLMUC",
            Text("Mucous membrane lesions", "Lesiones de las mucosas"),
            required=True,
            hint=Text(
                "Examine if the patient confirms involvement.",
                "Explórelas si el paciente refiere afectación.",
            ),
            codes=_grades("CLMUC", Text("Lesion or ulceration", "Lesión o ulceración")),
        ),
        Choice(
            "CLHAIR",
            Text("Recent hair loss (30 days)", "Caída reciente del cabello (30 días)"),
            required=True,
            hint=Text("As reported by the patient.", "Según refiere el paciente."),
            codes=CodeList("CLHAIR", (Code("0", Text("No", "No")), Code("1", Text("Yes", "Sí")))),
        ),
        Choice(
            "CLALOP",
            Text(
                "Alopecia, clinically not obviously scarred",
                "Alopecia sin cicatriz clínica evidente",
            ),
            required=True,
            codes=_grades(
                "CLALOP",
                Text("Diffuse; non-inflammatory", "Difusa; no inflamatoria"),
                Text("Focal or patchy in one quadrant", "Focal o en placas en un cuadrante"),
                Text(
                    "Focal or patchy in more than one quadrant",
                    "Focal o en placas en más de un cuadrante",
                ),
            ),
        ),
        Choice(
            "CLSSCR",
            Text("Scarring of the scalp", "Cicatrización del cuero cabelludo"),
            required=True,
            hint=Text(
                "Judged clinically. It replaces the scarring cell of the scalp.",
                "Juicio clínico. Sustituye la casilla de cicatriz del cuero cabelludo.",
            ),
            codes=CodeList(
                "CLSSCR",
                (
                    Code("0", Text("Absent", "Ausente")),
                    Code("3", Text("In one quadrant", "En un cuadrante")),
                    Code("4", Text("Two quadrants", "Dos cuadrantes")),
                    Code("5", Text("Three quadrants", "Tres cuadrantes")),
                    Code("6", Text("Affects the whole skull", "Todo el cráneo")),
                ),
            ),
        ),
        Choice(
            "CLDYDUR",
            Text("Dyspigmentation usually lasts", "La discromía suele durar"),
            hint=Text(
                "After active lesions have resolved, as reported by the patient. "
                "Not needed while no dyspigmentation is scored.",
                "Tras resolverse las lesiones activas, según el paciente. "
                "No hace falta si no se puntúa discromía.",
            ),
            codes=CodeList(
                "CLDYDUR",
                (
                    Code("LT12", Text("< 12 months: score remains", "< 12 meses: se mantiene")),
                    Code("GE12", Text("≥ 12 months: doubled", "≥ 12 meses: se duplica")),
                ),
            ),
        ),
        FreeText(
            "QSEVAL",
            Text("Assessor", "Evaluador"),
            hint=Text("Who examined the skin.", "Quién exploró la piel."),
        ),
    ),
)

FORM = Form(
    "CLASI",
    Text("CLASI (Albrecht 2005)", "CLASI (Albrecht 2005)"),
    (AREAS, ONCE),
    note=Text(
        "In each location, score the most severely affected cutaneous lupus lesion. "
        "The CLASI is its authors' instrument; clinical use needs their permission.",
        "En cada localización, puntúe la lesión de lupus cutáneo más gravemente afectada. "
        "El CLASI pertenece a sus autores; su uso clínico requiere su permiso.",
    ),
    derived=(
        Derived(
            name="CLTOTA",
            label=Text("CLASI activity, total", "CLASI actividad, total"),
            unit=Text("0-70", "0-70"),
            version="Albrecht 2005",
            method=Text(
                "Sum of erythema (13) and scale/hypertrophy (13), mucous membrane lesions, recent "
                "hair loss and alopecia. No total while any of the 29 items is blank.",
                "Suma de eritema (13) y descamación/hipertrofia (13), lesiones de mucosas, caída "
                "reciente del cabello y alopecia. Sin total si falta alguno de los 29 ítems.",
            ),
        ),
        Derived(
            name="CLTOTD",
            label=Text("CLASI damage, total", "CLASI daño, total"),
            unit=Text("0-56", "0-56"),
            version="Albrecht 2005",
            method=Text(
                "Sum of dyspigmentation (13), doubled when it usually lasts at least 12 months, "
                "scarring (12, without the scalp) and scarring of the scalp. No total while any "
                "item is blank; the duration is needed only when dyspigmentation is scored.",
                "Suma de discromía (13), duplicada si suele durar al menos 12 meses, cicatriz (12, "
                "sin el cuero cabelludo) y cicatrización del cuero cabelludo. Sin total si falta "
                "algún ítem; la duración solo hace falta si se puntúa discromía.",
            ),
        ),
        Derived(
            name="CLSEV",
            label=Text("Severity by activity", "Gravedad según actividad"),
            version="Klein 2011",
            method=Text(
                "Mild 0-9, moderate 10-20, severe 21-70 (Klein 2011). Damage has no bands.",
                "Leve 0-9, moderada 10-20, grave 21-70 (Klein 2011). El daño no tiene bandas.",
            ),
        ),
    ),
)
