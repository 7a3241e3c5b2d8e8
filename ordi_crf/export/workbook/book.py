"""The sponsor workbook: everything a sponsor needs, in one file that explains itself.

Tidy sheets generated from the definitions, wide sheets for readers, findings, codebook, codelists
and the audit trail, after the conventions of CDISC (names, keys, study day) and of Broman and Woo,
The American Statistician 2018;72:2-10 (one rectangle, one thing in a cell, ISO dates, blank is
blank). The same data give the same file, byte for byte.
"""

from __future__ import annotations

from pathlib import Path

from ordi_crf import forms
from ordi_crf.core.delivery import Cancelled, CancelledError, Delivery, Progress
from ordi_crf.export.files import replacing
from ordi_crf.export.workbook.audit import audit_sheet
from ordi_crf.export.workbook.body_regions import regions_sheet
from ordi_crf.export.workbook.body_surface import body_map_sheets
from ordi_crf.export.workbook.codebook import codebook_sheet, codelists_sheet
from ordi_crf.export.workbook.eligibility import eligibility_sheet
from ordi_crf.export.workbook.endpoints import endpoints_sheet
from ordi_crf.export.workbook.endpoints_summary import endpoints_summary_sheet
from ordi_crf.export.workbook.findings import findings_sheet
from ordi_crf.export.workbook.missing import missing_sheet
from ordi_crf.export.workbook.questionnaire import is_questionnaire, questionnaire_sheet
from ordi_crf.export.workbook.review import queries_sheet, verification_sheet
from ordi_crf.export.workbook.sections import section_sheets
from ordi_crf.export.workbook.sheet import Content, Sheet, filled
from ordi_crf.export.workbook.signatures import signatures_sheet
from ordi_crf.export.workbook.subjects import subjects_sheet
from ordi_crf.export.workbook.visits import visits_sheet
from ordi_crf.forms.schema import Form


def sheets() -> list[Sheet]:
    """Return the sheets of the workbook in their order, the README left out."""
    data = [subjects_sheet()]
    for form in forms.FORMS:
        data += _form_sheets(form)
    data += [regions_sheet(), visits_sheet(), eligibility_sheet()]
    data += [endpoints_summary_sheet(), endpoints_sheet(), missing_sheet(), findings_sheet()]
    data += [queries_sheet(), verification_sheet()]
    data.append(signatures_sheet())
    described = [*data, audit_sheet()]
    return [*data, codebook_sheet(described), codelists_sheet(described), described[-1]]


def contents_of(delivery: Delivery, cancelled: Cancelled = lambda: False) -> list[Content]:
    """Return the sheets with their rows; CancelledError when it was cancelled."""
    planned = sheets()
    contents = {sheet.name: Content(sheet, []) for sheet in planned}
    for sheet, lines in filled(planned, delivery):
        if cancelled():
            raise CancelledError
        contents[sheet.name].lines.extend(map(tuple, lines))
    return [*contents.values()]


def write(
    delivery: Delivery,
    path: Path,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> None:
    """Write the workbook; ExportError when it cannot be, CancelledError when it was cancelled."""
    from ordi_crf.export.workbook.spreadsheet import write_file

    with replacing(path) as beside:
        write_file(beside, delivery, sheets(), progress, cancelled)


def _form_sheets(form: Form) -> list[Sheet]:
    if form.oid == "BM":
        return body_map_sheets(form)
    return [questionnaire_sheet(form)] if is_questionnaire(form) else section_sheets(form)
