"""Start: who is at work, and which study. The first thing seen, and gone in two clicks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ordi_crf import __version__, study
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Actor, left_at
from ordi_crf.forms.schema import Language
from ordi_crf.ui import settings, theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.roles import role_choices
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import folder_words, record_words

_WIDE = 440


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
        self._name = LineField()
        self._role = SegmentedChoice(role_choices(language))
        self._problem = Label("", theme.BODY, 600, Tone.BAD, wrap=True)
        self._busy = Label("", theme.LABEL, 400, Tone.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
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
                widget.hide()
                widget.deleteLater()
        recent = settings.recent()
        for n, path in enumerate(recent):
            self._recent.addWidget(self._recent_row(path, first=n == 0))
        if not recent:
            nothing = self.tr("No study was opened on this computer yet.")
            self._recent.addWidget(Label(nothing, theme.BODY, 400, Tone.MUTED))
        self.show_busy("")

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

    def show_busy(self, sentence: str) -> None:
        """Say what is being done, and let nothing else be begun; the empty text ends that."""
        self._busy.setText(sentence)
        self._bar.setRange(0, 0)
        for widget in (self._busy, self._bar):
            widget.setVisible(bool(sentence))
        for button in self.findChildren(Button):
            button.setEnabled(not sentence)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much of it is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def focus_first(self) -> None:
        """Give the keyboard to what is still to be said, else to the study used last."""
        if not self._name.text():
            self._name.setFocus()
        elif self._role.value() is None:
            self._role.setFocus()
        else:
            primary = self.findChild(Button, "continue")
            (primary or self._name).setFocus()

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
            button = Button(words)
            button.setObjectName(name)
            button.clicked.connect(asked)
            row.addWidget(button)
        row.addStretch(1)
        card.body.addSpacing(theme.SPACE_1)
        card.body.addLayout(row)
        card.body.addWidget(self._busy)
        card.body.addWidget(self._bar)
        return card

    def _recent_row(self, path: Path, *, first: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 6, 0, 6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(path.stem, theme.BODY, 600))
        folder = Label("", theme.META, 400, Tone.MUTED)
        elide = Qt.TextElideMode.ElideMiddle
        folder.setText(folder.fontMetrics().elidedText(folder_words(path.parent), elide, _WIDE))
        folder.setToolTip(str(path))
        words.addWidget(folder)
        if first and (place := _place(path, self._language)):
            words.addWidget(Label(place, theme.LABEL, 400, Tone.ACCENT))
        row.addLayout(words, 1)
        text = self.tr("Continue") if first else self.tr("Open")
        button = Button(text, Kind.PRIMARY if first else Kind.QUIET, code=str(path))
        button.setObjectName("continue" if first else "")
        button.setAccessibleDescription(str(path))
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


def _place(path: Path, language: Language) -> str:
    """Return the form at which a study was left, the empty text when it cannot be told."""
    try:
        key = left_at(path)
    except StudyFileError:
        return ""
    return "" if key is None else record_words(key, language)
