"""Sign and lock: how far each subject is signed and locked, and the study as a whole."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.life import ON, SDV, Scope, lock_obstacles
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import SubjectKey
from ordi_crf.forms.schema import Text
from ordi_crf.ui import life, permits, theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.check import Check
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.state import State, StatusIcon, state_word
from ordi_crf.ui.forms.reason import ReasonStrip
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.places import Closing, SubjectVisit
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.trust.sign_dialog import SignDialog

_LEFT = 340
_COUNTED = (
    State.DRAFT,
    State.COMPLETE,
    State.VERIFIED,
    State.SIGNED,
    State.BROKEN,
    State.LOCKED,
)


class ClosingPage(Page):
    """Subjects as lines of counts; what is chosen among them, or the study, is signed or locked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._signed = life.ever_signed(session)
        self._subjects = session.file.subjects()
        self._over = False
        self._scope = Scope()
        self._strip = ReasonStrip(self)
        self._strip.given.connect(self._on_reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(theme.SPACE_3)
        row.addWidget(self._study())
        row.addWidget(self._list(), 1)

    def header(self) -> Header:
        return Header(self.tr("Sign and lock"), ((study.STUDYID, None),))

    def _counts(self, subject: SubjectKey | None) -> Counter[State]:
        return Counter(
            life.form_state(self._session, key, self._signed)
            for key in self._session.records()
            if subject in (None, key.subject)
        )

    def _study(self) -> Card:
        card = Card(self.tr("The study"))
        card.setFixedWidth(_LEFT)
        found = self._counts(None)
        for state in _COUNTED:
            line = QHBoxLayout()
            line.setSpacing(theme.SPACE_2)
            line.addWidget(StatusIcon(state, 18))
            line.addWidget(Label(state_word(state), theme.BODY), 1)
            line.addWidget(Label(str(found[state]), theme.BODY, 600))
            card.body.addLayout(line)
        card.body.addSpacing(theme.SPACE_3)
        self._sdv = Check(self.tr("Sources are verified before signing"))
        self._sdv.setChecked(self._session.file.properties().get(SDV) == ON)
        self._sdv.setEnabled(permits.may(self._session, Operation.SET_PROPERTIES))
        self._sdv.clicked.connect(self._on_sdv)
        card.body.addWidget(self._sdv)
        card.body.addSpacing(theme.SPACE_3)
        for text in self._obstacles():
            words = self._session.say(text)
            card.body.addWidget(Label(words, theme.LABEL, 400, Tone.MUTED, wrap=True))
        card.body.addWidget(self._actions(Scope(), "study"))
        card.body.addStretch(1)
        return card

    def _obstacles(self) -> tuple[Text, ...]:
        threads = self._session.file.queries.all().values()
        asked = sum(not query.closed for several in threads for query in several)
        return lock_obstacles(life.statuses(self._session), Scope(), open_queries=asked)

    def _list(self) -> Card:
        titles = (
            self.tr("Subject"),
            self.tr("Draft"),
            self.tr("Complete"),
            self.tr("Verified"),
            self.tr("Signed"),
            self.tr("Broken"),
            self.tr("Locked"),
        )
        table = Table(Rows(titles, [self._cells(subject) for subject in self._subjects], self))
        table.setAccessibleName(self.tr("Subjects"))
        table.set_columns(((110, 1), *((80, 1) for _ in _COUNTED)))
        table.activated.connect(self._on_activated)
        table.selectionModel().currentRowChanged.connect(self._on_current)
        self.setFocusProxy(table)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, theme.SPACE_3)
        card.body.addWidget(table, 1)
        self._bar = QVBoxLayout()
        self._bar.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, 0)
        card.body.addLayout(self._bar)
        if self._subjects:
            table.setCurrentIndex(table.model().index(0, 0))
        return card

    def _cells(self, subject: SubjectKey) -> tuple[str, ...]:
        found = self._counts(subject)
        return (subject.subjid, *(str(found[state] or "") for state in _COUNTED))

    def _actions(self, scope: Scope, name: str) -> QWidget:
        """Return the buttons that a scope and the role of who is at work allow."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        session, around = self._session, self._session.file.life.locked(scope)
        mine = [status for key, status in life.statuses(session).items() if key in scope]
        offered = []
        if life.ready(session, scope) and permits.may(session, Operation.SIGN):
            offered.append(("sign", self.tr("Sign…"), self._on_sign))
        free = not lock_obstacles(life.statuses(session), scope) or name == "study"
        if mine and free and around is None and permits.may(session, Operation.LOCK):
            offered.append(("lock", self.tr("Lock"), self._on_lock))
        if around == scope and permits.may(session, Operation.UNLOCK):
            offered.append(("unlock", self.tr("Unlock…"), self._on_unlock))
        for code, words, slot in offered:
            button = Button(words)
            button.setObjectName(f"{code}_{name}")
            button.setProperty("scope", scope)
            button.clicked.connect(slot)
            row.addWidget(button)
        if around is not None:
            row.addWidget(StatusIcon(State.LOCKED, 18))
            row.addWidget(Label(state_word(State.LOCKED), theme.LABEL, 400, Tone.MUTED))
        row.addStretch(1)
        return holder

    def _of_sender(self) -> Scope:
        scope = self.sender().property("scope")
        assert isinstance(scope, Scope)
        return scope

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        while (taken := self._bar.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._bar.addWidget(self._actions(Scope(self._subjects[index.row()]), "subject"))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.went.emit(SubjectVisit(self._subjects[index.row()]))

    @Slot(bool)
    def _on_sdv(self, on: bool) -> None:
        wanted = {SDV: ON if on else "off"}
        self._session.do(None, lambda: self._session.file.set_properties(wanted))
        self.went.emit(Closing())

    @Slot()
    def _on_sign(self) -> None:
        dialog = SignDialog(self._session, self._of_sender(), self.window())
        dialog.accepted.connect(self._on_done)
        dialog.open()

    @Slot()
    def _on_lock(self) -> None:
        self._scope, button = self._of_sender(), self.sender()
        if self._scope != Scope() or not self._obstacles():
            if life.lock(self._session, self._scope):
                self._on_done()
            return
        self._over = True
        found = " ".join(self._session.say(text) for text in self._obstacles())
        question = self.tr("Why is the study locked all the same?")
        self._strip.ask(question, found, button if isinstance(button, QWidget) else None)

    @Slot()
    def _on_unlock(self) -> None:
        self._scope, self._over, button = self._of_sender(), False, self.sender()
        note = self.tr("It takes new forms again; the forms in it stay locked one by one.")
        anchor = button if isinstance(button, QWidget) else None
        self._strip.ask(self.tr("Why is this unlocked?"), note, anchor)

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        act = life.lock if self._over else life.unlock
        if act(self._session, self._scope, reason):
            self._strip.hide()
            self._on_done()

    @Slot()
    def _on_done(self) -> None:
        self.went.emit(Closing())
