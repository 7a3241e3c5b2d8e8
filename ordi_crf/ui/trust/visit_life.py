"""VisitLife: how far a visit is signed and locked, and doing that for all of it at once."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core.life import Scope, lock_obstacles
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import Status
from ordi_crf.ui import life, permits, theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.state import State, StatusIcon, state_word
from ordi_crf.ui.forms.reason import ReasonStrip
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.trust.sign_dialog import SignDialog

_DONE = (Status.SIGNED, Status.LOCKED)


class VisitLife(QWidget):
    """A line over the forms of a visit; away while nothing of it was completed."""

    changed = Signal()

    def __init__(self, session: Session, scope: Scope, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._scope, self._page = session, scope, page
        mine = {k: status for k, status in life.statuses(session).items() if k in scope}
        broken = sum(mine[k] not in _DONE for k in life.ever_signed(session) if k in mine)
        done = sum(status in _DONE for status in mine.values())
        around = session.file.life.locked(scope)
        state = State.LOCKED if around else State.SIGNED if done and not broken else State.BROKEN
        self._strip = ReasonStrip(page)
        self._strip.given.connect(self._on_unlock)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_3)
        words = self.tr("{done} of %n begun form(s) are signed", "", len(mine)).format(done=done)
        if broken:
            counted = self.tr("%n broken signature(s)", "", broken)
            words = f"{words}; {counted}"
        if around:
            words = f"{words}; {state_word(State.LOCKED)}"
        if done or broken or around:
            row.addWidget(StatusIcon(state, 18))
            row.addWidget(Label(words, theme.LABEL, 400, Tone.MUTED))
        self._add_links(row, around)
        row.addStretch(1)
        if row.count() == 1:
            self.hide()

    def _add_links(self, row: QHBoxLayout, around: Scope | None) -> None:
        session, scope = self._session, self._scope
        mine = [k for k in session.records() if k in scope]
        if life.ready(session, scope) and permits.may(session, Operation.SIGN):
            self._link(row, "sign_visit", self.tr("Sign this visit…")).clicked.connect(
                self._on_sign
            )
        free = not lock_obstacles(life.statuses(session), scope)
        if mine and free and around is None and permits.may(session, Operation.LOCK):
            self._link(row, "lock_visit", self.tr("Lock this visit")).clicked.connect(self._on_lock)
        if around == scope and permits.may(session, Operation.UNLOCK):
            link = self._link(row, "unlock_visit", self.tr("Unlock this visit…"))
            link.clicked.connect(self._on_ask)

    def _link(self, row: QHBoxLayout, name: str, words: str) -> Button:
        link = Button(words, Kind.LINK)
        link.setObjectName(name)
        row.addWidget(link)
        return link

    @Slot()
    def _on_sign(self) -> None:
        dialog = SignDialog(self._session, self._scope, self._page.window())
        dialog.accepted.connect(self.changed)
        dialog.open()

    @Slot()
    def _on_lock(self) -> None:
        if life.lock(self._session, self._scope):
            self.changed.emit()

    @Slot()
    def _on_ask(self) -> None:
        note = self.tr("It takes new forms again; the forms in it stay locked one by one.")
        self._strip.ask(self.tr("Why is this visit unlocked?"), note, self)

    @Slot(str)
    def _on_unlock(self, reason: str) -> None:
        self._strip.hide()
        if life.unlock(self._session, self._scope, reason):
            self.changed.emit()
