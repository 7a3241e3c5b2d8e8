"""IdentityCard: who one subject is, covered until it is asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import SubjectKey
from ordi_crf.db.vault import FIELDS, Identity
from ordi_crf.ui import permits, theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone


class IdentityCard(Card):
    """Reads and changes one entry of the list."""

    look_asked = Signal(object)
    given = Signal(object, object)
    """A SubjectKey and its Identity."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._subject: SubjectKey | None = None
        self._title = Label("", theme.TITLE, 700)
        self._covered = Button(self.tr("Show who this is"))
        self._covered.setObjectName("look")
        self._covered.clicked.connect(self._on_look)
        self._fields = {name: LineField(goes_on=True) for name in FIELDS}
        self._refusal = permits.tip(session, Operation.CHANGE_IDENTITIES)
        self._may = permits.entitled(session, Operation.CHANGE_IDENTITIES)
        self._save = Button(self.tr("Save"))
        self._save.setObjectName("save_identity")
        self._save.clicked.connect(self._on_save)
        self._save.setEnabled(self._may)
        self._save.setToolTip("" if self._may else self._refusal)
        self._note = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self.body.addWidget(self._title)
        self.body.addWidget(self._covered)
        self.body.addWidget(self._form())
        self.body.addWidget(self._note)

    def label(self, field: str) -> str:
        """Return what a field of the list is called."""
        return {
            "name": self.tr("First and last name"),
            "hospital_number": self.tr("Record number of the hospital"),
            "phone": self.tr("Telephone"),
            "birth": self.tr("Date of birth"),
            "note": self.tr("Note, such as whom to call"),
        }.get(field, field)

    def show_subject(self, subject: SubjectKey, identity: Identity | None) -> None:
        """Show a subject, covered where its identity is not known here."""
        self._subject = subject
        self._title.setText(self.tr("Subject {subject}").format(subject=subject.subjid))
        self._covered.setVisible(identity is None)
        self._content.setVisible(identity is not None)
        for name, field in self._fields.items():
            field.setText("" if identity is None else getattr(identity, name))
        self._say(
            self.tr("The look is recorded, with your name and the time.")
            if identity is None
            else ""
            if self._may
            else self._refusal
        )

    def say_saved(self) -> None:
        """Say that the list holds what was typed."""
        self._say(self.tr("Saved in the list."), Tone.OK)

    def _say(self, words: str, tone: Tone = Tone.MUTED) -> None:
        self._note.set_tone(tone)
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _form(self) -> QWidget:
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_1)
        for name, field in self._fields.items():
            label = Label(self.label(name), theme.LABEL, 600)
            label.setBuddy(field)
            field.setAccessibleName(label.text())
            field.setObjectName(f"identity_{name}")
            field.setReadOnly(not self._may)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(theme.SPACE_1)
        row = QHBoxLayout()
        row.addWidget(self._save)
        row.addStretch(1)
        column.addLayout(row)
        return self._content

    @Slot()
    def _on_look(self) -> None:
        if self._subject is not None:
            self.look_asked.emit(self._subject)

    @Slot()
    def _on_save(self) -> None:
        if self._subject is not None:
            typed = (" ".join(self._fields[name].text().split()) for name in FIELDS)
            self.given.emit(self._subject, Identity(*typed))
