"""Which page shows which place; forms with an instrument of their own are named here alone.

A page is imported when it is first gone to, so that the window opens early.
"""

from __future__ import annotations

from typing import assert_never

from ordi_crf.ui.pages.page import Page
from ordi_crf.ui.places import (
    AsItWas,
    AuditTrail,
    Backups,
    Calendar,
    Closing,
    DifferencesAt,
    DoubleEntry,
    Exports,
    Findings,
    FormAt,
    Identities,
    Imports,
    Outcomes,
    Overview,
    People,
    Place,
    Queries,
    SecondAt,
    SourceData,
    Subjects,
    SubjectVisit,
    Verify,
)
from ordi_crf.ui.session import Session


def page_for(place: Place, session: Session) -> Page:
    """Return a new page for a place."""
    match place:
        case Subjects():
            from ordi_crf.ui.pages.subjects_page import SubjectsPage

            return SubjectsPage(session)
        case SubjectVisit():
            from ordi_crf.ui.pages.subject_page import SubjectPage

            return SubjectPage(session, place)
        case Overview():
            from ordi_crf.ui.pages.overview_page import OverviewPage

            return OverviewPage(session, place)
        case FormAt():
            return _form_page(place, session)
        case Calendar():
            from ordi_crf.ui.pages.calendar_page import CalendarPage

            return CalendarPage(session)
        case Findings():
            from ordi_crf.ui.pages.findings_page import FindingsPage

            return FindingsPage(session)
        case Queries():
            from ordi_crf.ui.pages.queries_page import QueriesPage

            return QueriesPage(session)
        case SourceData():
            from ordi_crf.ui.pages.source_page import SourcePage

            return SourcePage(session)
        case AsItWas():
            from ordi_crf.ui.pages.as_it_was_page import AsItWasPage

            return AsItWasPage(session, place)
        case Outcomes():
            from ordi_crf.ui.pages.outcomes_page import OutcomesPage

            return OutcomesPage(session)
        case Exports():
            from ordi_crf.ui.pages.exports_page import ExportsPage

            return ExportsPage(session)
        case Verify():
            from ordi_crf.ui.pages.verify_page import VerifyPage

            return VerifyPage(session)
        case Imports():
            from ordi_crf.ui.pages.import_page import ImportPage

            return ImportPage(session)
        case AuditTrail():
            from ordi_crf.ui.pages.audit_page import AuditPage

            return AuditPage(session)
        case Closing():
            from ordi_crf.ui.pages.closing_page import ClosingPage

            return ClosingPage(session)
        case DoubleEntry():
            from ordi_crf.ui.pages.double_entry_page import DoubleEntryPage

            return DoubleEntryPage(session)
        case SecondAt():
            from ordi_crf.ui.pages.second_page import SecondPage

            return SecondPage(session, place)
        case DifferencesAt():
            from ordi_crf.ui.pages.differences_page import DifferencesPage

            return DifferencesPage(session, place)
        case Backups():
            from ordi_crf.ui.pages.backups_page import BackupsPage

            return BackupsPage(session)
        case People():
            from ordi_crf.ui.pages.people_page import PeoplePage

            return PeoplePage(session)
        case Identities():
            from ordi_crf.ui.pages.identities_page import IdentitiesPage

            return IdentitiesPage(session)
        case _:
            assert_never(place)


def _form_page(place: FormAt, session: Session) -> Page:
    match place.key.form:
        case "CLASI":
            from ordi_crf.ui.pages.clasi_page import ClasiPage

            return ClasiPage(session, place)
        case "BM":
            from ordi_crf.ui.pages.body_map_page import BodyMapPage

            return BodyMapPage(session, place)
        case "IE":
            from ordi_crf.ui.pages.eligibility_page import EligibilityPage

            return EligibilityPage(session, place)
        case "LB":
            from ordi_crf.ui.pages.lab_page import LabPage

            return LabPage(session, place)
        case "SLEDAI":
            from ordi_crf.ui.pages.sledai_page import SledaiPage

            return SledaiPage(session, place)
        case _:
            from ordi_crf.ui.pages.sheet_page import SheetPage

            return SheetPage(session, place)
