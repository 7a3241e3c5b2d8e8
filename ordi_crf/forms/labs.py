"""LB: laboratory results, one row for each test (CDASHIG 2.2, local processing).

Anti-dsDNA is measured by ELISA at every visit, as the registry record asks; its cut-off belongs to
the kit, so kit and reference range are recorded with the result. A result is kept as reported, in
the unit it was reported in, "<10" included. Limits are those of the clinical specification, section
10.1, in the first unit of a test; of CPK and TSH, which it names without limits, they are ours.

Factors between units: creatinine 88.42 µmol/L in 1 mg/dL (admiral, `compute_egfr`), which makes
1 mg of protein in 1 mmol of creatinine 0.008842 g/g (KDIGO 2012 prints it the other way round, mg/g
times 0.113); all others are powers of ten. An anti-dsDNA kit without the WHO standard Wo/80 reports
units of its own, U/mL, and no number leads from those to IU/mL.
"""

from __future__ import annotations

from decimal import Decimal as D

from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import (
    Choice,
    Code,
    CodeList,
    Date,
    Derived,
    Form,
    FreeText,
    LabResult,
    Limits,
    Number,
    RowCode,
    Rows,
    Rule,
    Section,
    Severity,
    Text,
    Unit,
    Values,
)

UMOL_PER_MG = D("88.42")
"""µmol/L of creatinine in 1 mg/dL."""


def _test(
    code: str,
    text: Text,
    units: tuple[Unit, ...],
    possible: tuple[str, str],
    expected: tuple[str, str] | None = None,
) -> RowCode:
    return RowCode(
        code,
        text,
        unit=units[0].text,
        units=units if len(units) > 1 else (),
        possible=Limits(D(possible[0]), D(possible[1])),
        expected=Limits(*map(D, expected)) if expected else Limits(),
    )


_GRAMS = (Unit("g/L"), Unit("g/dL", D(10)))
_COUNT = (Unit("10⁹/L"), Unit("10³/µL"), Unit("/µL", D("0.001")))
_CREATININE = (Unit("µmol/L"), Unit("mg/dL", UMOL_PER_MG))
_ENZYME = (Unit("U/L"),)
_COMPLEMENT = (Unit("mg/dL"), Unit("g/L", D(100)))
_ANTIBODY = (Unit("IU/mL"), Unit("U/mL", None))
_DAILY = (Unit("g/24 h"), Unit("mg/24 h", D("0.001")))
_RATIO = (Unit("g/g"), Unit("mg/g", D("0.001")), Unit("mg/mmol", UMOL_PER_MG / 10_000))
_FIELD = (Unit("/hpf"),)

TESTS = Rows(
    "LBTESTCD",
    Text("Test", "Prueba"),
    (
        _test("HGB", Text("Haemoglobin", "Hemoglobina"), _GRAMS, ("20", "250"), ("90", "170")),
        _test("WBC", Text("Leukocytes", "Leucocitos"), _COUNT, ("0", "200"), ("2", "20")),
        _test("NEUT", Text("Neutrophils", "Neutrófilos"), _COUNT, ("0", "100"), ("1", "15")),
        _test("LYM", Text("Lymphocytes", "Linfocitos"), _COUNT, ("0", "100"), ("0.5", "6")),
        _test("PLAT", Text("Platelets", "Plaquetas"), _COUNT, ("0", "2000"), ("50", "600")),
        _test(
            "CREAT", Text("Creatinine", "Creatinina"), _CREATININE, ("10", "2000"), ("30", "200")
        ),
        _test("ALT", Text("ALT", "ALT"), _ENZYME, ("0", "20000")),
        _test("AST", Text("AST", "AST"), _ENZYME, ("0", "20000")),
        _test("CPK", Text("CPK", "CPK"), _ENZYME, ("0", "200000"), ("0", "1000")),
        _test("TSH", Text("TSH", "TSH"), (Unit("mIU/L"),), ("0", "1000"), ("0.1", "10")),
        _test(
            "C3", Text("Complement C3", "Complemento C3"), _COMPLEMENT, ("0", "400"), ("40", "200")
        ),
        _test(
            "C4", Text("Complement C4", "Complemento C4"), _COMPLEMENT, ("0", "150"), ("4", "60")
        ),
        _test(
            "DSDNA",
            Text("Anti-dsDNA (ELISA)", "Anti-ADNbc (ELISA)"),
            _ANTIBODY,
            ("0", "20000"),
            ("0", "1000"),
        ),
        _test(
            "URBC", Text("Urine red cells", "Hematíes en orina"), _FIELD, ("0", "1000"), ("0", "50")
        ),
        _test(
            "UWBC",
            Text("Urine white cells", "Leucocitos en orina"),
            _FIELD,
            ("0", "1000"),
            ("0", "50"),
        ),
        _test(
            "PROT24", Text("Urine protein", "Proteínas en orina"), _DAILY, ("0", "40"), ("0", "3.5")
        ),
        _test(
            "UPCR",
            Text("Protein/creatinine ratio", "Cociente proteínas/creatinina"),
            _RATIO,
            ("0", "40"),
            ("0", "3.5"),
        ),
    ),
)


def _unit_codes() -> CodeList:
    """Return every unit that can be chosen for some test, once."""
    texts = dict.fromkeys(unit.text for row in TESTS.codes for unit in row.units)
    return CodeList("UNIT", tuple(Code(text, Text(text, text)) for text in texts))


UNITS = _unit_codes()

CASTS = CodeList(
    "UCASTS",
    (
        Code("NONE", Text("None", "Ninguno")),
        Code("HAEM-GRANULAR", Text("Haem-granular", "Granulosos con hemoglobina")),
        Code("RED CELL", Text("Red-cell", "Hemáticos")),
        Code("OTHER", Text("Other", "Otros")),
    ),
)


def _range_is_ordered(v: Values) -> bool:
    low, high = v["LBORNRLO"], v["LBORNRHI"]
    return low is None or high is None or D(low) < D(high)


def _significance_is_stated(v: Values) -> bool:
    """Ask for significance only where the result surely lies outside its own reference range.

    Beyond the measuring range that is known up to the limit: "<85" is below 85, "<86" may not be.
    """
    result, low, high = v["LBORRES"], v["LBORNRLO"], v["LBORNRHI"]
    if result is None or v["LBCLSIG"] is not None:
        return True
    number = D(result.lstrip("<>"))
    low_end, high_end = D(low or "-Infinity"), D(high or "Infinity")
    match result[0]:
        case "<":
            return number > low_end
        case ">":
            return number < high_end
        case _:
            return low_end <= number <= high_end


SAMPLE = Section(
    "lb_sample",
    Text("Sample", "Muestra"),
    domain="LB",
    items=(
        Date("LBDAT", Text("Date of sample", "Fecha de la muestra"), required=True),
        FreeText("LBNAM", Text("Laboratory", "Laboratorio"), limit=100),
        FreeText(
            "LBKIT",
            Text("Anti-dsDNA kit", "Kit de anti-ADNbc"),
            limit=100,
            hint=Text(
                "Compare titres of the same laboratory and kit only.",
                "Compare solo títulos del mismo laboratorio y kit.",
            ),
        ),
    ),
)

RESULTS = Section(
    "lb",
    Text("Results", "Resultados"),
    domain="LB",
    rows=TESTS,
    items=(
        LabResult(
            "LBORRES",
            Text("Result", "Resultado"),
            unit_item="LBORRESU",
            hint=Text("As reported; < and > are kept.", "Tal como se informa; se conservan < y >."),
        ),
        Choice(
            "LBORRESU",
            Text("Unit", "Unidad"),
            codes=UNITS,
            not_in_rows=tuple(row.value for row in TESTS.codes if not row.units),
        ),
        Number("LBORNRLO", Text("Lower limit", "Límite inferior"), places=3, possible=Limits(D(0))),
        Number("LBORNRHI", Text("Upper limit", "Límite superior"), places=3, possible=Limits(D(0))),
        Choice("LBCLSIG", Text("Clinically significant", "Clínicamente significativo"), codes=NY),
    ),
    rules=(
        Rule(
            "LB.RANGE",
            _range_is_ordered,
            Text(
                "The lower limit must be below the upper limit.",
                "El límite inferior debe ser menor que el superior.",
            ),
            item="LBORNRHI",
        ),
        Rule(
            "LB.CLSIG",
            _significance_is_stated,
            Text(
                "Outside its reference range: state whether it is clinically significant.",
                "Fuera de su intervalo de referencia: indique si es clínicamente significativo.",
            ),
            Severity.SOFT,
            item="LBCLSIG",
        ),
    ),
)

URINE = Section(
    "lb_urine",
    Text("Urine sediment", "Sedimento de orina"),
    domain="LB",
    items=(Choice("UCASTS", Text("Casts", "Cilindros"), codes=CASTS),),
)

_FROM = Text(
    "From the creatinine of this sample (88.42 µmol/L = 1 mg/dL), age on its date, and sex. With a "
    "partial date of birth, the youngest age that is possible.",
    "De la creatinina de esta muestra (88,42 µmol/L = 1 mg/dL), la edad en su fecha y el sexo. Con "
    "fecha de nacimiento incompleta, la edad mínima posible.",
)
_PER_SURFACE = Text("mL/min/1.73 m²", "mL/min/1,73 m²")


def _rate(name: str, label: Text, method: Text, unit: Text = _PER_SURFACE) -> Derived:
    told = Text(f"{_FROM.en} {method.en}", f"{_FROM.es} {method.es}")
    return Derived(name=name, label=label, method=told, version="1", unit=unit, places=1)


FORM = Form(
    "LB",
    Text("Laboratory", "Laboratorio"),
    (SAMPLE, RESULTS, URINE),
    derived=(
        _rate(
            "EGFRMDRD",
            Text("Filtration rate, MDRD-4 IDMS", "Filtrado glomerular, MDRD-4 IDMS"),
            Text("Levey 2007, factor 175, race.", "Levey 2007, factor 175, raza."),
        ),
        _rate(
            "EGFRCG",
            Text("Creatinine clearance, Cockcroft-Gault", "Aclaramiento, Cockcroft-Gault"),
            Text(
                "Weight of this visit, or else of the last visit before it that has one.",
                "Peso de esta visita o, si falta, de la última anterior que lo tenga.",
            ),
            Text("mL/min", "mL/min"),
        ),
        _rate(
            "EGFREPI9",
            Text("Filtration rate, CKD-EPI 2009", "Filtrado glomerular, CKD-EPI 2009"),
            Text("Levey 2009, race.", "Levey 2009, raza."),
        ),
        _rate(
            "EGFREPI21",
            Text("Filtration rate, CKD-EPI 2021", "Filtrado glomerular, CKD-EPI 2021"),
            Text("Inker 2021, without race.", "Inker 2021, sin raza."),
        ),
    ),
)
