"""Lock: covers an idle window, and gives it back with the draft and the field it left (T17)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.schema import Text
from ordi_crf.ui.access.cover import Cover
from ordi_crf.ui.access.idle import Idle
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.session import Session
from ordi_crf.ui.waiting import waiting

LOCKED, UNLOCKED = "AUTO-LOCK", "UNLOCKED"
"""How the audit trail names the two (T11)."""
MINUTES = "lock_minutes"
"""The property of a study that says after how long a window nobody touches is covered."""
DEFAULT_MINUTES, LEAST_MINUTES, MOST_MINUTES = 10, 1, 60

_QUIETLY = Qt.FocusReason.PopupFocusReason
"""A field that loses the keyboard for this reason keeps what was typed so far, unsaved."""


class Lock(QObject):
    """Guards the window of one study with accounts."""

    handing_over = Signal()
    """Somebody else goes on, or the study is closed: save what is under the hand, now."""
    close_asked = Signal()

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(session)
        self._window, self._session = window, session
        self._field: QWidget | None = None
        self._hidden: list[Dialog] = []
        self._cover: Cover | None = None
        self._idle = Idle(minutes(session) * 60_000, self)
        self._idle.fell_idle.connect(self.lock)
        session.settled.connect(self.watch)
        session.closing.connect(self._on_closing)

    @property
    def locked(self) -> bool:
        """Return whether the window is covered."""
        return self._cover is not None

    @Slot()
    def watch(self) -> None:
        """Wait as long as the study says now."""
        self._idle.set_limit(minutes(self._session) * 60_000)

    @Slot()
    def lock(self) -> None:
        """Cover the window; what was being typed stays as it is."""
        if self.locked:
            return
        actor = self._session.file.actor
        self._idle.stop()
        self._field = QApplication.focusWidget()
        self._cover = Cover(self._window)
        self._cover.given.connect(self._on_given)
        self._cover.close_asked.connect(self.close_asked)
        people = [a.login for a in self._session.file.accounts.all() if a.active]
        self._put_aside()
        self._cover.lay(actor.name, actor.login, people)
        self._show_behind(shown=False)
        self._note(LOCKED)

    def save_draft(self) -> None:
        """Save what was being typed, under the cover: the study is about to be closed."""
        if self._cover is None:
            return
        self._show_behind(shown=True)
        self._cover.raise_()
        if self._field is not None:
            self._field.setFocus(_QUIETLY)
        self.handing_over.emit()
        self._cover.take_keyboard()
        self._show_behind(shown=False)

    @Slot()
    def tell_waiting(self) -> None:
        """Say that the study could not be closed before something is answered in it."""
        self._refuse(_WAITS)

    def _note(self, event: str) -> None:
        self._session.log_event(event, self._session.file.actor.login)

    def _put_aside(self) -> None:
        """Hide what lies over the window: our dialogs come back, others are abandoned."""
        self._hidden = []
        for widget in QApplication.topLevelWidgets():
            if widget is self._window or not widget.isVisible():
                continue
            if isinstance(widget, Dialog):
                self._hidden.append(widget)
                widget.hide()
            elif isinstance(widget, QDialog):
                widget.reject()
            else:
                widget.close()

    def _show_behind(self, *, shown: bool) -> None:
        """Show or hide what is covered, so that neither eye nor screen reader finds it."""
        behind = self._window.centralWidget()
        if behind is not None:
            behind.setVisible(shown)
        for action in self._window.menuBar().actions():
            action.setEnabled(shown)

    def _uncover(self) -> None:
        """Give the window back, with the keyboard where it was."""
        cover, self._cover = self._cover, None
        field, self._field = self._field, None
        self._show_behind(shown=True)
        for dialog in self._hidden:
            dialog.open()
        self._hidden = []
        if field is not None:
            field.setFocus(_QUIETLY)
        if cover is not None:
            cover.hide()
            cover.deleteLater()
        self.watch()

    def _refuse(self, sentence: Text) -> None:
        if self._cover is not None:
            self._cover.refuse(self._session.say(sentence))

    @Slot(str, str)
    def _on_given(self, login: str, password: str) -> None:
        file = self._session.file
        try:
            with waiting():
                account = file.accounts.check(login, password)
        except StudyFileError as error:
            self._refuse(error.message)
            return
        if account.login == file.actor.login:
            self._uncover()
            self._note(UNLOCKED)
        else:
            self._hand_over(login, password)

    def _hand_over(self, login: str, password: str) -> None:
        """Let somebody else go on; what the one before typed is saved under their name first."""
        for dialog in self._hidden:
            dialog.reject()
        self._hidden = []
        self._uncover()
        self.handing_over.emit()
        with waiting():
            refusal = self._session.switch(login, password)
        if refusal is not None:
            self.lock()
            self._refuse(refusal)

    @Slot()
    def _on_closing(self) -> None:
        self._idle.stop()
        cover, self._cover = self._cover, None
        if cover is not None:
            self._show_behind(shown=True)
            cover.hide()
            cover.deleteLater()


_WAITS = Text(
    "A correction waits for its reason: unlock the window first.",
    "Una corrección espera su motivo: desbloquee antes la ventana.",
)


def minutes(session: Session) -> int:
    """Return after how many minutes of silence the window of a study is covered."""
    text = session.file.properties().get(MINUTES, "")
    wanted = int(text) if text.isdecimal() else DEFAULT_MINUTES
    return max(LEAST_MINUTES, min(wanted, MOST_MINUTES))
