"""PasswordCard: how old passwords grow and how many former ones are refused, the study's to set."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core import passwords
from ordi_crf.core.passwords import DAYS_PROPERTY, KEPT_PROPERTY, Rules
from ordi_crf.core.permissions import Operation
from ordi_crf.db.errors import StudyFileError
from ordi_crf.ui import permits, theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.fields import ListField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_FIELD = 124
_DAYS, _KEPT = (0, 90, 180, 365), (1, 5, 10, 24)


class PasswordCard(Card):
    """Two choices, kept at once and told in the trail (21 CFR 11.300(b))."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        now = self._rules()
        self._days = self._row(
            self.tr("A password is to be changed"),
            DAYS_PROPERTY,
            [(days, self._days_words(days)) for days in sorted({*_DAYS, now.days or 0})],
        )
        self._kept = self._row(
            self.tr("Former passwords refused"),
            KEPT_PROPERTY,
            [(n, str(n)) for n in sorted({*_KEPT, now.kept})],
        )
        words = self.tr("A password that is only old is no weaker: never is the rule of NIST.")
        self._note = Label(words, theme.LABEL, 400, Tone.MUTED, wrap=True)
        self.body.addWidget(self._note)
        self._show()

    def _rules(self) -> Rules:
        return passwords.rules(self._session.file.properties())

    def _days_words(self, days: int) -> str:
        return self.tr("after %n day(s)", "", days) if days else self.tr("never")

    def _row(self, words: str, name: str, choices: Iterable[tuple[int, str]]) -> ListField:
        field = ListField()
        field.setObjectName(name)
        for value, shown in choices:
            field.addItem(shown, value)
        refusal = permits.tip(self._session, Operation.SET_PROPERTIES)
        field.setEnabled(not refusal)
        field.setToolTip(refusal)
        field.setMinimumWidth(_FIELD)
        field.setAccessibleName(words)
        label = Label(words, theme.LABEL, 600, wrap=True)
        label.setBuddy(field)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(field)
        self.body.addLayout(row)
        field.activated.connect(self._on_chosen)
        return field

    def _show(self) -> None:
        now = self._rules()
        self._days.setCurrentIndex(self._days.findData(now.days or 0))
        self._kept.setCurrentIndex(self._kept.findData(now.kept))

    @Slot()
    def _on_chosen(self) -> None:
        days, kept = int(self._days.currentData()), int(self._kept.currentData())
        if Rules(days or None, kept) == self._rules():
            return
        try:
            self._session.file.set_properties({DAYS_PROPERTY: str(days), KEPT_PROPERTY: str(kept)})
        except StudyFileError as error:
            self._note.set_tone(Tone.BAD)
            self._note.setText(self._session.say(error.message))
            self._show()
        else:
            self._session.settled.emit()
