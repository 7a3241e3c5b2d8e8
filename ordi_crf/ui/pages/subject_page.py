"""Subject: the visits of one subject down the left, the forms of the chosen visit beside them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core import progress
from ordi_crf.core.calendar import State as Stands
from ordi_crf.core.life import Scope
from ordi_crf.core.missing import Missing, Place
from ordi_crf.core.permissions import Operation
from ordi_crf.core.progress import VisitState
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.core.standing import sentence
from ordi_crf.core.validation import open_findings
from ordi_crf.core.visits import repeats
from ordi_crf.forms.schema import Form
from ordi_crf.ui import findings, life, permits, theme
from ordi_crf.ui.calendars import calendar_of
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.state import Legend, State
from ordi_crf.ui.forms import absence
from ordi_crf.ui.forms.missing_strip import MissingStrip
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.pages.subject_entries import FormEntry
from ordi_crf.ui.pages.summaries import Said, Summaries
from ordi_crf.ui.pages.visit_list import VisitList
from ordi_crf.ui.places import FormAt, Overview, Subjects, SubjectVisit
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.trust.visit_life import VisitLife
from ordi_crf.ui.wording import visit_words

_LEFT = 372
_COMPLETE = "complete"
_ROOMY = 8
"""So many forms stand each on two lines; more stand on one."""


class SubjectPage(Page):
    """One subject. Visits on the left; the forms of one visit, in the order they are filled."""

    def __init__(
        self, session: Session, place: SubjectVisit, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._summaries = Summaries(session)
        self._signed = life.ever_signed(session)
        self._subject = place.subject
        self._calendar = calendar_of(session, place.subject)
        self._place = place if place.visit else self._due()
        self._visits = VisitList(session, self._calendar, self._place)
        self._visits.picked.connect(self._on_visit)
        self._list = scrolling(self._visits)
        self._forms = _column()
        left = Card(self.tr("Visits"))
        left.setFixedWidth(_LEFT)
        left.body.setContentsMargins(theme.SPACE_3, theme.SPACE_3, theme.SPACE_2, theme.SPACE_3)
        left.body.setSpacing(theme.SPACE_1)
        left.body.addWidget(self._list, 1)
        legend = Legend((State.SIGNED, State.COMPLETE, State.DRAFT, State.DUE))
        left.body.addWidget(legend)
        right = Card()
        words = visit_words(self._place.visit, self._place.visit_repeat, session.language)
        right.body.addWidget(Label(words, theme.TITLE, 700))
        dated = QHBoxLayout()
        dated.addWidget(Label(self._dated(), theme.LABEL, 400, Tone.MUTED), 1)
        dated.addWidget(self._missing())
        right.body.addLayout(dated)
        scope = Scope(self._subject, self._place.visit, self._place.visit_repeat)
        self._life = VisitLife(session, scope, self)
        self._life.changed.connect(self._on_changed)
        right.body.addWidget(self._life)
        right.body.addSpacing(theme.SPACE_1)
        right.body.addWidget(_scrolling(self._forms), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(theme.SPACE_3)
        row.addWidget(left)
        row.addWidget(right, 1)
        self._show()

    def header(self) -> Header:
        words = visit_words(self._place.visit, self._place.visit_repeat, self._session.language)
        tip = permits.tip(self._session, Operation.ANSWER)
        add = Action("unscheduled", self.tr("Add unscheduled visit"), not tip, tip)
        overview = Action("overview", self.tr("Overview"))
        return Header(
            title=self.tr("Subject {subject}").format(subject=self._subject.subjid),
            trail=(
                (self.tr("Subjects"), Subjects()),
                (self._subject.subjid, SubjectVisit(self._subject)),
                (words, None),
            ),
            primary=self._primary(),
            quiet=(overview, add),
        )

    def act(self, code: str) -> None:
        if code == "unscheduled":
            begun = repeats(self._session.records(), self._subject, "UNS")
            self.went.emit(SubjectVisit(self._subject, "UNS", max(begun, default=0) + 1))
        elif code == "overview":
            self.went.emit(Overview(self._subject))
        elif code == "visit":
            following = self._next_visit()
            self.went.emit(SubjectVisit(self._subject, following or self._place.visit))
        else:
            self.went.emit(FormAt(self._key(code)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._visits.chosen is not None:
            self._list.ensureWidgetVisible(self._visits.chosen)

    def _missing(self) -> Button:
        """Return what says of all that is blank at the visit why it is, in one action."""
        self._strip = MissingStrip(self._session.language, self)
        self._strip.said.connect(self._on_missing)
        link = Button(self.tr("Mark what is blank as missing…"), Kind.LINK)
        link.setObjectName("visit_missing")
        link.clicked.connect(self._on_ask_missing)
        if not self._blank():
            link.hide()
        self._link = link
        return link

    def _blank(self) -> list[tuple[RecordKey, Place]]:
        """Return what is blank at the visit in forms that may be answered."""
        blank = absence.of_visit(self._session, self._key(""))
        say = Operation.SAY_MISSING
        return [(k, place) for k, place in blank if permits.may(self._session, say, k.form)]

    def _primary(self) -> Action | None:
        """Return the first form that is not complete, after the last the next visit."""
        for form in study.forms_at(self._place.visit):
            state = self._state(self._key(form.oid))
            if state in (State.PLANNED, State.DRAFT) and not self._left_out(form):
                words = self.tr("Begin: {form}") if state is State.PLANNED else ""
                words = words or self.tr("Go on: {form}")
                free = permits.may(self._session, Operation.ANSWER, form.oid)
                words = words if free else self.tr("Open: {form}")
                return Action(form.oid, words.format(form=self._session.say(form.title)))
        following = self._next_visit()
        if following is None:
            return None
        visit = self._session.say(study.event(following).label)
        return Action("visit", self.tr("Next visit: {visit}").format(visit=visit))

    def _left_out(self, form: Form) -> bool:
        """Return whether a form need not be filled here, and nobody began to."""
        begun = self._key(form.oid) in self._session.records()
        return not begun and form.oid in study.event(self._place.visit).optional

    def _next_visit(self) -> str | None:
        """Return the visit after this one that is not superseded, None beside the schedule."""
        planned = [
            visit.code
            for visit in study.VISITS
            if visit.planned and self._calendar.stands(visit.code) is not Stands.SUPERSEDED
        ]
        at = planned.index(self._place.visit) + 1 if self._place.visit in planned else len(planned)
        return planned[at] if at < len(planned) else None

    def _key(self, form: str) -> RecordKey:
        return RecordKey(self._subject, self._place.visit, form, self._place.visit_repeat)

    def _state(self, key: RecordKey) -> State:
        return life.form_state(self._session, key, self._signed)

    def _due(self) -> SubjectVisit:
        """Return the visit due now, else the first in draft, the last begun, the first of all."""
        now = self._calendar.now()
        if now is not None:
            return SubjectVisit(self._subject, now.visit, now.repeat)
        records = self._session.records()
        mine = {key: record for key, record in records.items() if key.subject == self._subject}
        states = {
            visit.code: progress.visit_state(mine, self._subject, visit.code)
            for visit in study.VISITS
            if visit.planned
        }
        drafts = [code for code, state in states.items() if state is VisitState.DRAFT]
        begun = [code for code, state in states.items() if state is not VisitState.PLANNED]
        code = (drafts or begun[-1:] or [study.VISITS[0].code])[0]
        return SubjectVisit(self._subject, code)

    def _show(self) -> None:
        for form in study.forms_at(self._place.visit):
            self._add_form(form)
        self._forms.addStretch(1)

    def _dated(self) -> str:
        """Return when the visit was held, or when it is due, and how it stands."""
        if self._place.visit == study.LOG.code:
            return self.tr("Running records, not tied to a visit")
        found = self._calendar.at(self._place.visit, self._place.visit_repeat)
        if found is None:
            return self.tr("No date yet")
        return self._session.say(sentence(found, self._calendar))

    def _add_form(self, form: Form) -> None:
        key = self._key(form.oid)
        record = self._session.records().get(key)
        blank = self.tr("Optional") if self._left_out(form) else self.tr("Not begun")
        tells = Said(blank) if record is None else self._summaries.said(record)
        crowded = len(study.forms_at(self._place.visit)) > _ROOMY
        title = self._session.say(form.title)
        entry = FormEntry(key, title, tells, self._state(key), compact=crowded)
        entry.picked.connect(self._on_form)
        self._forms.addWidget(entry)
        if self.focusProxy() is None:
            self.setFocusProxy(entry)

    @Slot()
    def _on_ask_missing(self) -> None:
        scopes = (
            ("blank", self.tr("What is blank at this visit")),
            (_COMPLETE, self.tr("and complete its forms")),
        )
        question = self.tr("Why is there no answer in the forms of this visit?")
        self._strip.ask(question, scopes, self._link)

    @Slot(object, str)
    def _on_missing(self, missing: object, scope: str) -> None:
        assert isinstance(missing, Missing)
        blank = self._blank()
        if not self._session.say_missing(blank, missing):
            return
        for key in dict.fromkeys(key for key, _ in blank) if scope == _COMPLETE else ():
            record = self._session.record(key)
            if not open_findings(findings.of_form(self._session, key), record):
                self._session.set_status(key, Status.COMPLETE)
        header = self._key("SV")
        # Whether the visit took place is still to be answered.
        asked = self._session.record(header).status is Status.DRAFT
        self.went.emit(FormAt(header) if asked and self._has("SV") else self._place)

    def _has(self, form: str) -> bool:
        return form in study.event(self._place.visit).forms

    @Slot()
    def _on_changed(self) -> None:
        """Show the visit anew: signed, locked or unlocked."""
        self.went.emit(self._place)

    @Slot(str, int)
    def _on_visit(self, visit: str, repeat: int) -> None:
        self.went.emit(SubjectVisit(self._subject, visit, repeat))

    @Slot(object)
    def _on_form(self, key: RecordKey) -> None:
        self.went.emit(FormAt(key))


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(5, 4, 8, 4)
    column.setSpacing(1)
    return column


def _scrolling(column: QVBoxLayout) -> QScrollArea:
    content = QWidget()
    content.setLayout(column)
    return scrolling(content)
