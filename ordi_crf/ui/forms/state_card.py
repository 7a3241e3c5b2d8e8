"""StateCard: where a form stands, in a sign and words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf import forms
from ordi_crf.core.records import Record, Status
from ordi_crf.core.validation import Finding
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.state import State, StatusIcon, state_word
from ordi_crf.ui.theme import Tone

_STATES = {
    Status.COMPLETE: State.COMPLETE,
    Status.VERIFIED: State.VERIFIED,
    Status.SIGNED: State.SIGNED,
    Status.LOCKED: State.LOCKED,
}


class StateCard(Card):
    """The form's state, what it still needs, and the way to say why something is missing."""

    missing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._sign = StatusIcon(State.PLANNED, 22)
        self._words = Label("", theme.BODY, 600)
        self._more = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._version = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._version.setObjectName("form_version")
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._more)
        self.body.addWidget(self._version)
        self._absent = Button(self.tr("Why is it missing…"), Kind.LINK)
        self._absent.setObjectName("ask_missing")
        # The field that is asked about keeps the keyboard.
        self._absent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._absent.clicked.connect(self.missing_asked)
        self._keys = Label("Ctrl+M", theme.META, 400, Tone.MUTED)
        line = QHBoxLayout()
        line.setContentsMargins(0, theme.SPACE_1, 0, 0)
        line.setSpacing(theme.SPACE_2)
        line.addWidget(self._absent)
        line.addWidget(self._keys)
        line.addStretch(1)
        self.body.addLayout(line)

    def show_state(
        self, record: Record, found: Sequence[Finding], *, read_only: bool, again: bool = False
    ) -> None:
        """Show the state of a record with these findings; `again` once it was ever signed."""
        begun = any(record.sections.values())
        state = _STATES.get(record.status, State.DRAFT if begun else State.PLANNED)
        self._sign.set_state(state)
        self._words.setText(state_word(state).capitalize())
        for widget in (self._absent, self._keys):
            widget.setVisible(not read_only and record.status is not Status.LOCKED)
        self._show_version(record)
        missing = sum(finding.missing for finding in found)
        if record.status is Status.LOCKED:
            self._more.setText(self.tr("Nothing changes before it is unlocked with a reason."))
        elif read_only:
            self._more.setText(self.tr("Open for reading only."))
        elif record.status is Status.SIGNED:
            self._more.setText(self.tr("A correction needs a reason and breaks the signature."))
        elif record.status.completed and again:
            self._more.setText(self.tr("Corrected since it was signed: to be signed again."))
        elif record.status.completed:
            self._more.setText(self.tr("A change is a correction and asks for a reason."))
        elif missing:
            self._more.setText(self.tr("%n answer(s) still needed.", "", missing))
        elif not begun:
            self._more.setText(self.tr("Nothing is entered yet."))
        else:
            self._more.setText(self.tr("All needed answers are there."))

    def _show_version(self, record: Record) -> None:
        """Say in which version the form was begun, where that is not the one of today."""
        now = forms.form(record.key.form).version
        words = self.tr("Begun in version {begun} of this form; version {now} is in use now.")
        self._version.setText(words.format(begun=record.version, now=now))
        self._version.setVisible(any(record.sections.values()) and record.version != now)
