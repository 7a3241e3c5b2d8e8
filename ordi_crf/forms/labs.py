"""LB: laboratory results, one row for each test (CDASHIG 2.2, local processing).

Anti-dsDNA is measured by ELISA at every visit, as the registry record asks; its cut-off belongs to
the kit, so kit and reference range are recorded with the result. A result is kept as reported,
"<10" included. Limits are those of the clinical specification, section 10.1.
"""

from __future__ import annotations

from decimal import Decimal as D

from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import (
    Choice,
    Date,
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
    Values,
)


def _test(
    code: str, text: Text, unit: str, possible: tuple[str, str], expected: tuple[str, str]
) -> RowCode:
    return RowCode(
        code,
        text,
        unit=unit,
        possible=Limits(D(possible[0]), D(possible[1])),
        expected=Limits(D(expected[0]), D(expected[1])),
    )


TESTS = Rows(
    "LBTESTCD",
    Text("Test", "Prueba"),
    (
        _test("HGB", Text("Haemoglobin", "Hemoglobina"), "g/L", ("20", "250"), ("90", "170")),
        _test("WBC", Text("Leukocytes", "Leucocitos"), "10⁹/L", ("0", "200"), ("2", "20")),
        _test("NEUT", Text("Neutrophils", "Neutrófilos"), "10⁹/L", ("0", "100"), ("1", "15")),
        _test("LYM", Text("Lymphocytes", "Linfocitos"), "10⁹/L", ("0", "100"), ("0.5", "6")),
        _test("PLAT", Text("Platelets", "Plaquetas"), "10⁹/L", ("0", "2000"), ("50", "600")),
        _test("CREAT", Text("Creatinine", "Creatinina"), "µmol/L", ("10", "2000"), ("30", "200")),
        _test("ALT", Text("ALT", "ALT"), "U/L", ("0", "20000"), ("0", "120")),
        _test("AST", Text("AST", "AST"), "U/L", ("0", "20000"), ("0", "120")),
        _test("C3", Text("Complement C3", "Complemento C3"), "mg/dL", ("0", "400"), ("40", "200")),
        _test("C4", Text("Complement C4", "Complemento C4"), "mg/dL", ("0", "150"), ("4", "60")),
        _test(
            "DSDNA",
            Text("Anti-dsDNA (ELISA)", "Anti-ADNbc (ELISA)"),
            "IU/mL",
            ("0", "20000"),
            ("0", "1000"),
        ),
    ),
)


def _range_is_ordered(v: Values) -> bool:
    low, high = v["LBORNRLO"], v["LBORNRHI"]
    return low is None or high is None or D(low) < D(high)


def _significance_is_stated(v: Values) -> bool:
    """Ask for significance only where the result lies outside its own reference range."""
    result, low, high = v["LBORRES"], v["LBORNRLO"], v["LBORNRHI"]
    if result is None or v["LBCLSIG"] is not None:
        return True
    number = D(result.lstrip("<>"))
    return not ((low is not None and number < D(low)) or (high is not None and number > D(high)))


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
            hint=Text("As reported; < and > are kept.", "Tal como se informa; se conservan < y >."),
        ),
        Number("LBORNRLO", Text("Lower limit", "Límite inferior"), places=2, possible=Limits(D(0))),
        Number("LBORNRHI", Text("Upper limit", "Límite superior"), places=2, possible=Limits(D(0))),
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

FORM = Form("LB", Text("Laboratory", "Laboratorio"), (SAMPLE, RESULTS))
