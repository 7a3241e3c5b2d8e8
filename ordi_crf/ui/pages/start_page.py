"""Start: who is at work, and which study. The first thing seen, and gone in two clicks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ordi_crf import __version__, study
from ordi_crf.db.study_file import Actor
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import settings, theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.theme import Tone

ROLES = (
    ("Investigator", Text("Investigator", "Investigador/a")),
    ("Nurse", Text("Nurse", "Enfermería")),
    ("Coordinator", Text("Coordinator", "Coordinación")),
    ("Data manager", Text("Data manager", "Gestión de datos")),
    ("Monitor", Text("Monitor", "Monitor/a")),
)
"""Roles as they go into the audit trail; permissions come with accounts."""


class StartPage(QWidget):
    """Asks for name and role once per start, then opens, continues or creates a study."""

    opened = Signal(object)
    """A Path to open."""
    open_asked = Signal()
    new_asked = Signal()
    demo_asked = Signal()
    about_asked = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._name = QLineEdit()
        self._role = SegmentedChoice([(code, text.in_(language), "") for code, text in ROLES])
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self._recent = QVBoxLayout()
        row = QHBoxLayout(self)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_4)
        column.addStretch(2)
        for part in (self._heading(), self._actor_card(), self._studies_card(), self._footer()):
            column.addWidget(part)
        column.addStretch(3)
        row.addLayout(column)
        row.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent studies and the last name as they are now."""
        last = settings.actor()
        self._name.setText(last.name)
        self._role.set_value(last.role or None)
        self._say("")
        while (taken := self._recent.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
        for n, path in enumerate(settings.recent()):
            self._recent.addWidget(self._recent_row(path, first=n == 0))

    def actor(self) -> Actor | None:
        """Return who is at work, None (and say so) while name or role is missing."""
        name, role = " ".join(self._name.text().split()), self._role.value()
        if name and role:
            self._say("")
            settings.set_actor(Actor(name, role))
            return Actor(name, role)
        self._say(
            self.tr("Type your name and choose your role first: both go into the audit trail.")
        )
        (self._role if name else self._name).setFocus()
        return None

    def say(self, sentence: str) -> None:
        """Show why a study could not be opened."""
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _heading(self) -> QWidget:
        heading = QWidget()
        column = QVBoxLayout(heading)
        column.setContentsMargins(theme.SPACE_1, 0, 0, theme.SPACE_2)
        column.setSpacing(theme.SPACE_1)
        column.addWidget(Label("ORDI CRF", 30, 700))
        column.addWidget(
            Label(f"{study.STUDYID}  ·  {study.NCT}  ·  EudraCT {study.EUDRACT}", theme.BODY, 600)
        )
        title = Label(study.TITLE.in_(self._language), theme.BODY, 400, Tone.MUTED, wrap=True)
        title.setFixedWidth(640)
        column.addWidget(title)
        return heading

    def _actor_card(self) -> Card:
        card = Card(self.tr("Who is at work?"))
        self._name.setPlaceholderText(self.tr("First and last name"))
        self._name.setAccessibleName(self.tr("Your name"))
        self._name.setObjectName("actor_name")
        self._name.setMinimumHeight(theme.CONTROL_HEIGHT + 4)
        self._name.setFixedWidth(300)
        self._role.setAccessibleName(self.tr("Your role"))
        self._role.setObjectName("actor_role")
        card.body.addWidget(self._name)
        card.body.addWidget(self._role)
        card.body.addWidget(
            Label(
                self.tr("Asked once per start. Both are written beside every change."),
                theme.LABEL,
                400,
                Tone.MUTED,
            )
        )
        card.body.addWidget(self._problem)
        return card

    def _studies_card(self) -> Card:
        card = Card(self.tr("Studies"))
        card.setFixedWidth(680)
        self._recent.setSpacing(0)
        card.body.addLayout(self._recent)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        for words, asked, name in (
            (self.tr("New study…"), self.new_asked, "new_study"),
            (self.tr("Open…"), self.open_asked, "open_study"),
            (self.tr("Demonstration study"), self.demo_asked, "open_demo"),
        ):
            button = Button(words, Kind.QUIET)
            button.setObjectName(name)
            button.clicked.connect(asked)
            row.addWidget(button)
        row.addStretch(1)
        card.body.addSpacing(theme.SPACE_1)
        card.body.addLayout(row)
        return card

    def _recent_row(self, path: Path, *, first: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 6, 0, 6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(path.stem, theme.BODY, 600))
        folder = Label("", theme.META, 400, Tone.MUTED)
        folder.setText(
            folder.fontMetrics().elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, 440)
        )
        words.addWidget(folder)
        row.addLayout(words, 1)
        text = self.tr("Continue") if first else self.tr("Open")
        button = Button(text, Kind.PRIMARY if first else Kind.QUIET, code=str(path))
        button.setObjectName("continue" if first else "")
        button.picked.connect(self._on_recent)
        row.addWidget(button)
        return line

    def _footer(self) -> QWidget:
        footer = QWidget()
        row = QHBoxLayout(footer)
        row.setContentsMargins(theme.SPACE_1, 0, 0, 0)
        note = Label(
            self.tr(
                "Version {version}. The CLASI is its authors' instrument; clinical use needs "
                "their permission."
            ).format(version=__version__),
            theme.META,
            400,
            Tone.MUTED,
        )
        about = Button(self.tr("About"), Kind.LINK)
        about.clicked.connect(self.about_asked)
        row.addWidget(note)
        row.addWidget(about)
        row.addStretch(1)
        return footer

    @Slot(str)
    def _on_recent(self, path: str) -> None:
        self.opened.emit(Path(path))
