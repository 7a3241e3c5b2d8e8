"""Set-up: a new study and its first account on one page, in under a minute."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.permissions import Operation, Role, roles_for
from ordi_crf.forms.schema import Language
from ordi_crf.ui import settings, theme
from ordi_crf.ui.access.framed import Framed
from ordi_crf.ui.access.new_password import NewPassword
from ordi_crf.ui.choosing import FileChooser, documents
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.roles import role_choices
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import folder_words

_WIDTH, _SITE_WIDTH = 720, 90


@dataclass(frozen=True, slots=True)
class FirstAccount:
    """What a new study is made of."""

    path: Path
    siteid: str
    name: str
    login: str
    role: Role
    password: str


class SetUpPage(QWidget):
    """Asks for all of it at once; what is missing is said beside the field it is typed in."""

    given = Signal(object)
    """A FirstAccount."""
    abandoned = Signal()

    def __init__(
        self, language: Language, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chooser, self._path = chooser, free_path(documents())
        self._own_login = False
        self._name, self._login, self._site = (LineField(goes_on=True) for _ in range(3))
        self._role = SegmentedChoice(role_choices(language, roles_for(Operation.MANAGE_ACCOUNTS)))
        self._password = NewPassword(language)
        self._where = Label("", theme.BODY)
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self._problem.hide()
        for field, name in (
            (self._name, "person_name"),
            (self._login, "person_login"),
            (self._site, "site"),
            (self._role, "person_role"),
        ):
            field.setObjectName(name)
        self._name.textChanged.connect(self._on_name)
        self._login.textEdited.connect(self._on_login)
        self._login.textChanged.connect(self._on_person)
        self._build()
        self._role.set_value(Role.INVESTIGATOR.value)
        self._site.setText(study.DEFAULT_SITEID)
        self._name.setText(settings.actor().name)
        self._show_path()

    def say(self, problem: str) -> None:
        """Say why the study could not be made."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._name.setFocus()
        self._name.selectAll()

    def _build(self) -> None:
        card = Card()
        card.setFixedWidth(_WIDTH)
        body = card.body
        body.setContentsMargins(*[theme.SPACE_6] * 4)
        body.addWidget(Label(self.tr("New study"), 20, 700))
        words = self.tr(
            "You are the first account: you can enter, sign and let colleagues in. The study is "
            "encrypted; without a password or the recovery key nobody can read it."
        )
        body.addWidget(Label(words, theme.BODY, 400, Tone.MUTED, wrap=True))
        body.addSpacing(theme.SPACE_3)
        body.addLayout(self._fields())
        body.addSpacing(theme.SPACE_3)
        body.addWidget(self._password)
        body.addWidget(self._problem)
        body.addLayout(self._buttons())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Framed(card))

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_3)
        grid.setVerticalSpacing(theme.SPACE_1)
        self._site.setFixedWidth(_SITE_WIDTH)
        for row, column, words, field in (
            (0, 0, self.tr("Your name, as it is printed beside what you enter"), self._name),
            (0, 1, self.tr("Your login"), self._login),
            (3, 0, self.tr("Your role"), self._role),
            (3, 1, self.tr("Site number"), self._site),
        ):
            label = Label(words, theme.LABEL, 600)
            label.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(label, row, column)
            grid.addWidget(field, row + 1, column)
            grid.setRowMinimumHeight(row + 2, theme.SPACE_2)
        grid.addWidget(Label(self.tr("File"), theme.LABEL, 600), 6, 0)
        grid.addLayout(self._file(), 7, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return grid

    def _file(self) -> QHBoxLayout:
        choose = Button(self.tr("Choose…"))
        choose.setObjectName("choose_file")
        choose.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        row.addWidget(self._where, 1)
        row.addWidget(choose)
        return row

    def _buttons(self) -> QHBoxLayout:
        make = Button(self.tr("Create the study"), Kind.PRIMARY)
        make.setObjectName("create_study")
        make.clicked.connect(self._on_given)
        back = Button(self.tr("Back"))
        back.setObjectName("back")
        back.clicked.connect(self.abandoned)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        row.addWidget(make)
        row.addWidget(back)
        row.addStretch(1)
        return row

    def _show_path(self) -> None:
        self._where.setText(folder_words(self._path))
        self._where.setToolTip(str(self._path))

    @Slot(str)
    def _on_name(self, name: str) -> None:
        if not self._own_login:
            self._login.setText(suggested_login(name))
        self._on_person()

    @Slot(str)
    def _on_login(self, login: str) -> None:
        self._own_login = bool(login)

    @Slot()
    def _on_person(self) -> None:
        self._password.set_person(self._login.text().strip(), self._name.text())

    @Slot()
    def _on_choose(self) -> None:
        path = self._chooser.new_study(self)
        if path is not None:
            self._path = path
            self._show_path()

    @Slot()
    def _on_given(self) -> None:
        name, login = " ".join(self._name.text().split()), self._login.text().strip()
        site, role, password = self._site.text().strip(), self._role.value(), self._password.value()
        missing = (
            (name, self.tr("Type your name."), self._name),
            (login, self.tr("Type your login."), self._login),
            (role, self.tr("Choose your role."), self._role),
            (site.isalnum(), self.tr("Type the number of the site."), self._site),
        )
        self.say("")
        for there, problem, field in missing:
            if not there:
                self.say(problem)
                field.setFocus()
                return
        if password is None:
            self._password.insist()
            return
        self.given.emit(FirstAccount(self._path, site, name, login, Role(role or ""), password))


def suggested_login(name: str) -> str:
    """Return a login for a name: its first two words in plain small letters, with a full stop."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = ["".join(sign for sign in word if sign.isalnum()) for word in plain.split()]
    return ".".join(word for word in words[:2] if word)


def free_path(folder: Path) -> Path:
    """Return where a new study can go in a folder without meeting another."""
    path, count = folder / f"{study.STUDYID}.ordi", 1
    while path.exists():
        count += 1
        path = folder / f"{study.STUDYID} {count}.ordi"
    return path
