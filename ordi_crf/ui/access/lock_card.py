"""LockCard: after how long an untouched window is covered, a setting of the study."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core.permissions import Operation
from ordi_crf.db.errors import StudyFileError
from ordi_crf.ui import permits, theme
from ordi_crf.ui.access.lock import MINUTES, minutes
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.fields import ListField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_FIELD = 124
_CHOICES = (1, 2, 5, 10, 15, 20, 30, 60)


class LockCard(Card):
    """A choice of minutes, kept at once and told in the trail."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._field = ListField()
        self._field.setObjectName("lock_minutes")
        now = minutes(session)
        for choice in sorted({*_CHOICES, now}):
            self._field.addItem(self.tr("%n minute(s)", "", choice), choice)
        self._field.setCurrentIndex(self._field.findData(now))
        self._field.activated.connect(self._on_chosen)
        refusal = permits.tip(session, Operation.SET_PROPERTIES)
        self._field.setEnabled(not refusal)
        self._field.setToolTip(refusal)
        label = Label(self.tr("Lock an untouched window after"), theme.LABEL, 600, wrap=True)
        self._field.setMinimumWidth(_FIELD)
        label.setBuddy(self._field)
        self._field.setAccessibleName(label.text())
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(self._field)
        self.body.addLayout(row)
        words = self.tr("What is being typed then is kept; a password brings it back.")
        self._note = Label(words, theme.LABEL, 400, Tone.MUTED, wrap=True)
        self.body.addWidget(self._note)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = int(self._field.currentData())
        if chosen == minutes(self._session):
            return
        try:
            self._session.file.set_properties({MINUTES: str(chosen)})
        except StudyFileError as error:
            self._note.set_tone(Tone.BAD)
            self._note.setText(self._session.say(error.message))
            self._field.setCurrentIndex(self._field.findData(minutes(self._session)))
        else:
            self._session.settled.emit()
