"""Start: which study, and who is at work on it. The first thing seen, and gone in a password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import __version__, study
from ordi_crf.db import access, key_file
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Actor
from ordi_crf.forms.schema import Language
from ordi_crf.ui import settings, theme
from ordi_crf.ui.access.log_in_card import LogInCard
from ordi_crf.ui.access.recover_card import RecoverCard
from ordi_crf.ui.access.who_card import WhoCard
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.pages.recent_studies import RecentStudies
from ordi_crf.ui.theme import Tone

_WIDTH = 680
_PAGE = 512
"""Bytes of the smallest page of a database."""


class StartPage(QWidget):
    """Asks for a login where the study has accounts, else for a name and a role."""

    opened = Signal(object)
    """A Path to open."""
    login_given = Signal(object, str, str)
    """A Path, a login and its password."""
    recovery_given = Signal(object, str, str, str)
    """A Path, a recovery key, a login and its new password."""
    open_asked = Signal()
    new_asked = Signal()
    demo_asked = Signal()
    about_asked = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = WhoCard(language)
        self._log_in, self._recover = LogInCard(), RecoverCard(language)
        self._log_in.given.connect(self.login_given)
        self._log_in.forgotten.connect(self._on_forgotten)
        self._recover.given.connect(self.recovery_given)
        self._recover.abandoned.connect(self._on_abandoned)
        self._problem = Label("", theme.BODY, 600, Tone.BAD, wrap=True)
        self._studies = RecentStudies(language)
        self._studies.chosen.connect(self.opened)
        self._studies.open_asked.connect(self.open_asked)
        self._studies.new_asked.connect(self.new_asked)
        self._studies.demo_asked.connect(self.demo_asked)
        self._build(language)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent studies, and ask what the last of them needs."""
        self._say("")
        self._who.refresh()
        recent = settings.recent()
        if recent and guarded(recent[0]):
            self.ask_login(recent[0])
        else:
            self._show_card(self._who if recent else None)
            self._studies.refresh()

    def ask_login(self, path: Path) -> None:
        """Ask who opens a study that has accounts."""
        self._say("")
        self._log_in.ask(path)
        self._show_card(self._log_in)
        self._studies.refresh(path)
        self._log_in.focus_first()

    def refuse(self, problem: str) -> None:
        """Say why a password or a recovery key opened nothing, and let it be typed again."""
        if self._recover.isHidden():
            self._log_in.refuse(problem)
        else:
            self._recover.say(problem)

    def actor(self) -> Actor | None:
        """Return who is at work, None (and say so) while name or role is missing."""
        actor = self._who.actor()
        if actor is not None:
            self._say("")
            settings.set_actor(actor)
            return actor
        self._show_card(self._who)
        self._studies.refresh()
        self._say(
            self.tr("Type your name and choose your role first: both go into the audit trail.")
        )
        self._who.focus_first()
        return None

    def say(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        """Show why a study could not be opened, or what came of something else."""
        self._say(sentence, tone)

    def show_busy(self, sentence: str) -> None:
        """Say what is being done, and let nothing else be begun; the empty text ends that."""
        for card in (self._who, self._log_in, self._recover):
            card.setEnabled(not sentence)
        self._studies.show_busy(sentence)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much of it is done."""
        self._studies.show_progress(done, total)

    def focus_first(self) -> None:
        """Give the keyboard to what is still to be said, else to the study used last."""
        if not self._log_in.isHidden():
            self._log_in.focus_first()
        elif self._who.isHidden() or not self._who.focus_first():
            self._studies.focus_first()

    def _say(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        self._problem.set_tone(tone)
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _show_card(self, card: Card | None) -> None:
        for other in (self._who, self._log_in, self._recover):
            other.setVisible(other is card)

    def _build(self, language: Language) -> None:
        row = QHBoxLayout(self)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_4)
        column.addStretch(2)
        column.addWidget(_heading(language))
        for part in (self._who, self._log_in, self._recover, self._studies):
            part.setFixedWidth(_WIDTH)
            column.addWidget(part)
        column.insertWidget(column.indexOf(self._studies), self._problem)
        column.addWidget(self._footer())
        column.addStretch(3)
        row.addLayout(column)
        row.addStretch(1)

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

    @Slot(object)
    def _on_forgotten(self, path: Path) -> None:
        try:
            known = access.logins(path)
        except StudyFileError:
            # The file of keys is lost or damaged: that is what the recovery key is for.
            known = ()
        remembered = settings.logins(path)
        self._recover.ask(path, remembered[0] if remembered else "", known)
        self._show_card(self._recover)
        self._recover.focus_first()

    @Slot()
    def _on_abandoned(self) -> None:
        self._show_card(self._log_in)
        self._log_in.focus_first()


def guarded(path: Path) -> bool:
    """Return whether a study asks for a login; what is wrong with a file is said on opening it."""
    try:
        # Without keys beside it, what is no whole number of pages was never a study.
        keyed = key_file.beside(path).exists()
        return access.guarded(path) and (keyed or not path.stat().st_size % _PAGE)
    except StudyFileError:
        return False


def _heading(language: Language) -> QWidget:
    heading = QWidget()
    column = QVBoxLayout(heading)
    column.setContentsMargins(theme.SPACE_1, 0, 0, theme.SPACE_2)
    column.setSpacing(theme.SPACE_1)
    column.addWidget(Label("ORDI CRF", 30, 700))
    column.addWidget(
        Label(f"{study.STUDYID}  ·  {study.NCT}  ·  EudraCT {study.EUDRACT}", theme.BODY, 600)
    )
    title = Label(study.TITLE.in_(language), theme.BODY, 400, Tone.MUTED, wrap=True)
    title.setFixedWidth(640)
    column.addWidget(title)
    return heading
