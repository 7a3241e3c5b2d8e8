"""Which page shows which place; forms with an instrument of their own are named here alone."""

from __future__ import annotations

from typing import assert_never

from ordi_crf.ui.pages.audit_page import AuditPage
from ordi_crf.ui.pages.body_map_page import BodyMapPage
from ordi_crf.ui.pages.clasi_page import ClasiPage
from ordi_crf.ui.pages.exports_page import ExportsPage
from ordi_crf.ui.pages.findings_page import FindingsPage
from ordi_crf.ui.pages.form_page import FormPage
from ordi_crf.ui.pages.outcomes_page import OutcomesPage
from ordi_crf.ui.pages.page import Page
from ordi_crf.ui.pages.sheet_page import SheetPage
from ordi_crf.ui.pages.subject_page import SubjectPage
from ordi_crf.ui.pages.subjects_page import SubjectsPage
from ordi_crf.ui.places import (
    AuditTrail,
    Exports,
    Findings,
    FormAt,
    Outcomes,
    Place,
    Subjects,
    SubjectVisit,
)
from ordi_crf.ui.session import Session

INSTRUMENTS: dict[str, type[FormPage]] = {"CLASI": ClasiPage, "BM": BodyMapPage}


def page_for(place: Place, session: Session) -> Page:
    """Return a new page for a place."""
    match place:
        case Subjects():
            return SubjectsPage(session)
        case SubjectVisit():
            return SubjectPage(session, place)
        case FormAt():
            return INSTRUMENTS.get(place.key.form, SheetPage)(session, place)
        case Findings():
            return FindingsPage(session)
        case Outcomes():
            return OutcomesPage(session)
        case Exports():
            return ExportsPage(session)
        case AuditTrail():
            return AuditPage(session)
        case _:
            assert_never(place)
