"""What the pictures of the documentation show: every form where it is filled, every page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from PySide6.QtWidgets import QApplication

from ordi_crf import forms
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.ui import places
from ordi_crf.ui.app import Application
from ordi_crf.ui.outcomes.switch import Switch
from ordi_crf.ui.pages.form_page import FormPage
from ordi_crf.ui.places import FormAt, Place
from ordi_crf.ui.session import Session
from ordi_crf.ui.study_view import StudyView
from tools.reviewed import Reviewed
from tools.scene import Scene

FILLED: dict[str, tuple[str, str, str]] = {
    "SV": ("visit-header", "SYN-05", "W2"),
    "IC": ("consent", "SYN-05", "SCR"),
    "DM": ("demographics", "SYN-05", "SCR"),
    "MH": ("medical-history", "SYN-09", "SCR"),
    "LH": ("lupus-history", "SYN-11", "SCR"),
    "PT": ("prior-treatments", "SYN-14", "SCR"),
    "RP": ("reproductive-status", "SYN-05", "SCR"),
    "VS": ("vital-signs", "SYN-15", "S6M"),
    "PE": ("physical-examination", "SYN-05", "SCR"),
    "NV": ("neuropathy", "SYN-05", "W8"),
    "EMG": ("nerve-conduction", "SYN-09", "SCR"),
    "CLASI": ("clasi", "SYN-05", "W2"),
    "BM": ("body-map", "SYN-05", "D1"),
    "SLEDAI": ("sledai", "SYN-05", "D1"),
    "PGA": ("global-assessment", "SYN-13", "M3"),
    "LB": ("laboratory", "SYN-05", "D1"),
    "SE": ("serology", "SYN-05", "SCR"),
    "PG": ("pregnancy-test", "SYN-05", "W4"),
    "PH": ("photographs", "SYN-05", "D1"),
    "IE": ("eligibility", "SYN-14", "SCR"),
    "EX": ("dosing", "SYN-05", "LOG"),
    "DA": ("accountability", "SYN-05", "LOG"),
    "AE": ("adverse-events", "SYN-01", "LOG"),
    "SAE": ("serious-event", "SYN-13", "LOG"),
    "CM": ("concomitant-medication", "SYN-03", "LOG"),
    "PREG": ("pregnancy", "SYN-05", "LOG"),
    "DS": ("disposition", "SYN-12", "LOG"),
    "DV": ("deviations", "SYN-08", "LOG"),
}
"""The picture of each form: its name, and the subject and visit that fill it best."""
FOREMOST = frozenset(
    [
        "subjects",
        "visit",
        "clasi",
        "body-map",
        "laboratory",
        "sledai",
        "eligibility",
        "overview",
        "calendar",
        "outcomes",
    ]
)
"""The pictures that are also painted large and dark."""


MIDWAY = datetime(2010, 6, 15, 18, tzinfo=UTC)
"""The evening whose calendar is shown: some subjects are treated, some followed, some expected."""


def scenes(application: Application) -> Iterator[Scene]:
    """Yield every picture of the whole demonstration, which is open."""
    stage = _stage(application)
    yield from stage.pages()
    yield from stage.forms()
    yield from stage.questions()
    yield from stage.reviewed()


def midway(application: Application) -> Iterator[Scene]:
    """Yield what is shown of the demonstration as it stood when the study was under way."""
    yield _stage(application).at("calendar", places.Calendar())


def _stage(application: Application) -> Stage:
    view, session = application.window.centralWidget(), application.session
    assert isinstance(view, StudyView)
    assert session is not None
    return Stage(view, session)


class Stage:
    """The open study, and how it is brought to each of its pictures."""

    def __init__(self, view: StudyView, session: Session) -> None:
        self._view = view
        self._reviewed = Reviewed(view, session)
        self._subjects = {subject.subjid: subject for subject in session.file.subjects()}

    def pages(self) -> Iterator[Scene]:
        """Yield the pages that are no form."""
        subject = self._subjects["SYN-05"]
        yield self.at("subjects", places.Subjects())
        yield self.at("visit", places.SubjectVisit(subject, "W2"))
        yield self.at("throughout", places.SubjectVisit(subject, "LOG"))
        yield self.at("overview", places.Overview(self._subjects["SYN-02"]))
        yield self.at("findings", places.Findings())
        yield self.at("outcomes", places.Outcomes())
        yield Scene("outcomes-by-subject", lambda: self._outcomes(1))
        yield Scene("outcomes-course", lambda: self._outcomes(2))
        yield self.at("exports", places.Exports())

    def forms(self) -> Iterator[Scene]:
        """Yield every form of the study, and one CLASI that is half scored."""
        for form in forms.FORMS:
            name, subject, visit = FILLED[form.oid]
            yield self.at(name, FormAt(self._key(subject, visit, form.oid)))
        yield self.at("clasi-draft", FormAt(self._key("SYN-13", "S12M", "CLASI")))

    def questions(self) -> Iterator[Scene]:
        """Yield what is asked and shown in place: a reason, an absence, a history."""
        yield Scene("history", self._look_back)
        yield Scene("missing-strip", self._ask_missing)
        yield Scene("reason-strip", self._correct)
        # A study with a question still open cannot be closed.
        if isinstance(self._view.page, FormPage):
            self._view.page.asking.strip.abandon()

    def reviewed(self) -> Iterator[Scene]:
        """Yield what is done with what was entered, by whoever does it."""
        return self._reviewed.scenes()

    def at(self, name: str, place: Place) -> Scene:
        """Return the picture of a place."""
        return Scene(name, lambda: self._view.go(place))

    def _key(self, subject: str, visit: str, form: str) -> RecordKey:
        key: SubjectKey = self._subjects[subject]
        return RecordKey(key, visit, form)

    def _outcomes(self, view: int) -> None:
        self._view.go(places.Outcomes())
        switch = self._view.page.findChild(Switch)
        assert isinstance(switch, Switch)
        switch.choose(view)

    def _form(self, place: FormAt) -> FormPage:
        self._view.go(place)
        QApplication.processEvents()
        page = self._view.page
        assert isinstance(page, FormPage)
        return page

    def _ask_missing(self) -> None:
        key = self._key("SYN-15", "S6M", "VS")
        self._form(FormAt(key, "vs", "", "HEIGHT")).ask_missing()

    def _correct(self) -> None:
        key = self._key("SYN-05", "SCR", "VS")
        page = self._form(FormAt(key, "vs", "", "WEIGHT"))
        page.on_answered("vs", "", "WEIGHT", "62.5", "62.5")

    def _look_back(self) -> None:
        key = self._key("SYN-05", "S12M", "VS")
        self._form(FormAt(key)).show_history("vs", "", "SYSBP")
