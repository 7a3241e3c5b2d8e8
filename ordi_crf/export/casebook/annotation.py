"""What the annotated case report form says beside each item: its variable, domain and codelist.

Names are read from the sheets of the workbook, so that form and data cannot drift apart. Boxes and
their colours, one for each domain of a form in this order, follow the CDISC SDTM Metadata
Submission Guidelines 2.0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from ordi_crf.export.casebook.type import BLACK, Cell, Face, Ink, Run, rgb
from ordi_crf.export.workbook import sheets
from ordi_crf.export.workbook.items import columns, variable
from ordi_crf.export.workbook.questionnaire import is_questionnaire, test_code, tests
from ordi_crf.export.workbook.sections import timing
from ordi_crf.export.workbook.sheet import unit_of
from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    Form,
    Item,
    LabResult,
    Number,
    RowCode,
    Section,
    Text,
)

SUPPRESSED = "NOT SUBMITTED"
"""Beside what is asked and stands in no sheet."""

DOMAINS = {
    "AE": Text("Adverse Events", "Acontecimientos adversos"),
    "CM": Text("Concomitant and Prior Medications", "Medicación concomitante y previa"),
    "DA": Text("Drug Accountability", "Contabilidad del fármaco"),
    "DM": Text("Demographics", "Datos demográficos"),
    "DS": Text("Disposition", "Disposición del paciente"),
    "DV": Text("Protocol Deviations", "Desviaciones del protocolo"),
    "EX": Text("Exposure", "Exposición"),
    "FA": Text("Findings About Events or Interventions", "Hallazgos sobre acontecimientos"),
    "IE": Text("Inclusion/Exclusion Criteria Not Met", "Criterios de inclusión y exclusión"),
    "LB": Text("Laboratory Test Results", "Resultados de laboratorio"),
    "MH": Text("Medical History", "Antecedentes médicos"),
    "NV": Text("Nervous System Findings", "Hallazgos del sistema nervioso"),
    "PE": Text("Physical Examination", "Exploración física"),
    "PH": Text("Photographs (sponsor's domain)", "Fotografías (dominio del promotor)"),
    "QS": Text("Questionnaires", "Cuestionarios"),
    "RP": Text("Reproductive System Findings", "Hallazgos del aparato reproductor"),
    "RS": Text("Disease Response and Clinical Classification", "Respuesta y clasificación clínica"),
    "SU": Text("Substance Use", "Consumo de sustancias"),
    "SV": Text("Subject Visits", "Visitas del paciente"),
    "VS": Text("Vital Signs", "Constantes vitales"),
}
"""Names of the domains (SDTMIG 3.4)."""

_GROUNDS = tuple(map(rgb, ("BFE3FF", "FFF7A8", "B9F0B9", "FFD3B5", "E3D2F5")))
_EDGE = rgb("566270")
_INKS = tuple(Ink(Face.BOLD, 7.5, BLACK, ground) for ground in _GROUNDS)
_TITLE_INKS = tuple(Ink(Face.BOLD, 9.5, BLACK, ground) for ground in _GROUNDS)
_NOT_INK = Ink(Face.BOLD, 7.5, _EDGE, rgb("E6EAEE"))
_NOT_RUN = Run(SUPPRESSED, _NOT_INK)
_SPACE = Run("   ", Ink(Face.REGULAR, 7.5))


def box(words: str, n: int) -> Cell:
    """Return words in a box of the n-th colour."""
    return (_NOT_RUN,) if words == SUPPRESSED else (Run(words, _INKS[n % len(_INKS)]),)


def of_form(form: Form, say: Callable[[Text], str]) -> Cell:
    """Return the domains of a form, with their names."""
    found: list[Run] = []
    for n, code in enumerate(_domains(form)):
        words = f"{code} = {say(DOMAINS[code])}"
        found += (Run(words, _TITLE_INKS[n % len(_TITLE_INKS)]), _SPACE)
    return found


def of_item(form: Form, section: Section, item: Item) -> Cell:
    """Return the variables of an item, where it has a place of its own."""
    names = [*_names(form, section, item)]
    return _boxes(form, section, names or [SUPPRESSED])


def of_row(form: Form, section: Section, code: RowCode) -> Cell:
    """Return what tells a pre-printed row apart."""
    assert section.rows is not None
    return _boxes(form, section, [f'{section.rows.name} = "{code.value}"'])


def of_cell(form: Form, section: Section, item: Item, row: str) -> Cell:
    """Return the test of one cell of a questionnaire; nothing elsewhere."""
    if section.rows is None or not _is_test(form, section, item) or row in item.not_in_rows:
        return ()
    return _boxes(form, section, [f'"{test_code(item, section.rows.row(row))}"'])


def of_score(form: Form, section: Section, name: str) -> Cell:
    """Return the variable of a derived value that has a place on its form."""
    if not is_questionnaire(form):
        return _boxes(form, section, [name])
    return _boxes(
        form, section, [f'{section.domain}STRESC where {section.domain}TESTCD = "{name}"']
    )


def _boxes(form: Form, section: Section, names: list[str]) -> Cell:
    n = _domains(form).index(section.domain)
    runs: list[Run] = []
    for name in names:
        runs += (*((_SPACE,) if runs else ()), *box(name, n))
    return runs


def _domains(form: Form) -> list[str]:
    return list(dict.fromkeys(section.domain for section in form.sections))


def _names(form: Form, section: Section, item: Item) -> Iterator[str]:
    if _is_test(form, section, item):
        result = f"{section.domain}ORRES"
        test = f"{section.domain}TESTCD"
        asked = f"{test} =" if section.rows else f'{test} = "{test_code(item, None)}"'
        yield f"{result} where {asked}"
    elif not {(form.oid, item.name), ("", item.name)} & _submitted():
        return
    else:
        yield item.name
        when = timing(form, section)
        if when.item == item.name:
            yield f"{when.stem}DTC"
    match item:
        case Choice():
            yield f"codelist {item.codes.name}"
        case LabResult() if item.unit_item:
            yield item.unit_item
        case LabResult():
            yield unit_of(variable(form, section, item)).name
        case Attachment():
            yield from (column.variable.name for column in columns(form, section, item)[1:])
        case Number() if item.unit and not _is_test(form, section, item):
            yield f'{unit_of(variable(form, section, item)).name} = "{item.unit}"'
        case _:
            return


def _is_test(form: Form, section: Section, item: Item) -> bool:
    if not is_questionnaire(form):
        return False
    return any(test.section is section and test.item is item for test in tests(form))


@cache
def _submitted() -> frozenset[tuple[str, str]]:
    """Return form and name of every variable of the sheets; a form of the strokes is not named."""
    return frozenset((v.form, v.name) for sheet in sheets() for v in sheet.variables)
