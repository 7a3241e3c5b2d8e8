"""What every column of the workbook is, and every code in it: a function of the same sheets.

As in Define-XML, a column that holds several tests (QSORRES, LBORRES) has one line for itself and
one for each test, told apart by WHERE.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ordi_crf import forms
from ordi_crf.export.workbook.cells import Cell, yes
from ordi_crf.export.workbook.sheet import Line, Origin, Sheet, Type, Variable, assigned
from ordi_crf.forms.schema import CodeList, Limits, RowCode, Text

_SDTM = {
    "STUDYID", "SITEID", "USUBJID", "SUBJID", "VISITNUM", "VISIT", "DTC", "DY", "STDTC", "STDY",
    "SEQ", "SPID", "TESTCD", "TEST", "CAT", "SCAT", "ORRES", "ORRESU", "STRESC", "STRESN", "STRESU",
    "DRVFL",
    "EVAL", "NAM", "RFSTDTC", "RFENDTC", "AGE", "AGEU", "SEX", "EXDOSU",
}  # fmt: skip
_CDASH = {
    "BRTHDAT", "SEX", "RACE", "ETHNIC", "VISDAT", "SVOCCUR", "LBDAT", "LBNAM", "LBTESTCD",
    "LBORRES", "LBORRESU", "LBORNRLO", "LBORNRHI", "LBCLSIG", "EXDOSE", "EXDOSFRQ", "EXSTDAT",
    "EXENDAT", "EXADJ", "AETERM", "AESTDAT", "AEENDAT", "AEONGO", "AETOXGR", "AEREL", "AEACN",
    "AEOUT", "AESER", "AESDTH", "AESLIFE", "AESHOSP", "AESDISAB", "AESCONG", "AESMIE",
}  # fmt: skip
"""Variables of the trial's forms that CDASHIG 2.2 names; `_SDTM` are those of SDTMIG."""


_COLUMNS = (
    ("SHEET", "Sheet", "Hoja"),
    ("VARIABLE", "Variable", "Variable"),
    ("WHERE", "Only where", "Solo donde"),
    ("LABEL_EN", "Label, English", "Etiqueta, inglés"),
    ("LABEL_ES", "Label, Spanish", "Etiqueta, español"),
    ("FORM", "Form", "Formulario"),
    ("SECTION", "Section and table", "Sección y tabla"),
    ("DOMAIN", "Domain", "Dominio"),
    ("TYPE", "Type", "Tipo"),
    ("ORIGIN", "Origin", "Origen"),
    ("UNIT", "Unit or range of a score", "Unidad o intervalo de una puntuación"),
    ("POSSIBLE", "Possible values", "Valores posibles"),
    ("EXPECTED", "Expected values", "Valores esperados"),
    ("CODELIST", "Codelist", "Lista de códigos"),
    ("REQUIRED", "Required", "Obligatorio"),
    ("ASKED_WHEN", "Asked when", "Se pregunta si"),
    ("METHOD_EN", "Method, English", "Método, inglés"),
    ("METHOD_ES", "Method, Spanish", "Método, español"),
    ("RULE", "Version of the rule", "Versión de la regla"),
    ("STANDARD", "Standard of the name", "Norma del nombre"),
    ("HINT_EN", "Hint on the form, English", "Ayuda del formulario, inglés"),
    ("HINT_ES", "Hint on the form, Spanish", "Ayuda del formulario, español"),
)


def codebook_sheet(sheets: Iterable[Sheet]) -> Sheet:
    """Return the sheet that explains each variable of these sheets."""
    described = tuple(sheets)
    title = Text("Codebook", "Libro de códigos")
    variables = tuple(assigned(*column) for column in _COLUMNS)
    return Sheet("CODEBOOK", title, variables, 3, whole=lambda _whole: _lines(described))


def codelists_sheet(sheets: Iterable[Sheet]) -> Sheet:
    """Return the sheet of every codelist that these sheets use."""
    lists = codelists(sheets)
    variables = (
        assigned("LIST", "Codelist", "Lista"),
        assigned("CODE", "Code", "Código"),
        assigned("EN", "English", "Inglés"),
        assigned("ES", "Spanish", "Español"),
        assigned("UNIT", "Unit of the test", "Unidad de la prueba"),
        assigned("ORDER", "Order", "Orden", Type.INTEGER),
    )
    title = Text("Codelists", "Listas de códigos")
    return Sheet("CODELISTS", title, variables, 2, whole=lambda _whole: _code_lines(lists))


def codelists(sheets: Iterable[Sheet]) -> tuple[CodeList, ...]:
    """Return the codelists of these sheets by name; ValueError when a name has two contents."""
    found: dict[str, CodeList] = {}
    for sheet in sheets:
        for variable in (*sheet.variables, *sheet.tests):
            codes = variable.codes
            if codes is not None and found.setdefault(codes.name, codes).codes != codes.codes:
                raise ValueError(f"There are two codelists {codes.name}.")
    return tuple(found[name] for name in sorted(found))


def _lines(sheets: Iterable[Sheet]) -> Iterator[Line]:
    for sheet in sheets:
        for variable in (*sheet.variables, *sheet.tests):
            yield _line(sheet, variable)


def _line(sheet: Sheet, v: Variable) -> tuple[Cell, ...]:
    method, hint = v.method, v.hint
    return (
        sheet.name, v.name, v.where, v.label.en, v.label.es, v.form, v.section, v.domain,
        v.type.value, v.origin.value, v.unit, _limits(v.possible), _limits(v.expected),
        v.codes.name if v.codes else None,
        yes(v.required) if v.form and v.origin is Origin.COLLECTED else None, v.asked_when,
        method.en if method else None, method.es if method else None, v.version, _standard(v),
        hint.en if hint else None, hint.es if hint else None,
    )  # fmt: skip


def _code_lines(lists: Iterable[CodeList]) -> Iterator[Line]:
    for codes in lists:
        for order, code in enumerate(codes.codes, start=1):
            unit = code.unit if isinstance(code, RowCode) else None
            yield codes.name, code.value, code.text.en, code.text.es, unit, order


def _limits(limits: Limits | None) -> str:
    return "" if limits is None else str(limits)


def _standard(v: Variable) -> str:
    """Return whose name a variable has."""
    if v.name in _CDASH:
        return "CDASHIG 2.2"
    if v.name in _SDTM or (v.name[:2] in _domains() and v.name[2:] in _SDTM):
        return "SDTM"
    return "Sponsor-defined"


def _domains() -> set[str]:
    return {section.domain for form in forms.FORMS for section in form.sections}
