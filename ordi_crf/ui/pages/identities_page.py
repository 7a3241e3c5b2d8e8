"""IdentitiesPage: who the subjects are, from the list apart from the study; each look is recorded.

The list is closed until the password is typed, and its names stay covered until somebody asks for
them, so that nobody looks by passing through.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import astuple

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.records import SubjectKey
from ordi_crf.db import access
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.vault import Identity, VaultEntry
from ordi_crf.ui import theme
from ordi_crf.ui.access.identity_card import IdentityCard
from ordi_crf.ui.access.open_list_card import OpenListCard
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.roles import role_words
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone

_ROOM = ((90, 1), (200, 4), (140, 2), (130, 2), (110, 2), (160, 4))
_LOOKS = ((150, 1), (180, 3), (150, 2), (90, 1), (150, 3), (150, 3))
_RIGHT = 320
_COVERED = ("• • • • •", "", "", "", "")
_LIST, _TRAIL = range(2)


class IdentitiesPage(Page):
    """The list, one identity to read and change, and who looked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._subjects = session.file.subjects()
        self._open = False
        self._names: dict[SubjectKey, Identity] | None = None
        """What was asked for, None while the names are covered."""
        self._closed = OpenListCard(session)
        self._closed.opened.connect(self._on_opened)
        self._card = IdentityCard(session)
        self._card.look_asked.connect(self._on_look)
        self._card.given.connect(self._on_given)
        self._rows = Rows(self._titles(), [], self)
        self._table = Table(self._rows)
        self._table.setAccessibleName(self.tr("Identification list"))
        self._table.set_columns(_ROOM)
        self._table.clicked.connect(self._on_chosen)
        self._table.activated.connect(self._on_chosen)
        self._table.selectionModel().currentChanged.connect(self._on_chosen)
        self._looks = Rows(self._look_titles(), [], self)
        self._trail = looks = Table(self._looks)
        looks.setAccessibleName(self.tr("Who looked at the list, and who changed it"))
        looks.set_columns(_LOOKS)
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self._stack = QStackedWidget()
        for table in (self._table, looks):
            card = Card()
            card.body.setContentsMargins(1, 1, 1, 1)
            card.body.addWidget(table)
            self._stack.addWidget(card)
        self._build()
        self._say(None)
        self._show()

    def header(self) -> Header:
        title = self.tr("Identification list")
        trail = ((study.STUDYID, None), (self.tr("apart from the study, in no export"), None))
        if not self._open:
            return Header(title, trail)
        covered = self._names is None
        words = self.tr("Show the names") if covered else self.tr("Cover the names")
        show = Action("show" if covered else "cover", words, bool(self._subjects))
        looking = self._stack.currentIndex() == _TRAIL
        words = self.tr("Back to the list") if looking else self.tr("Who looked")
        return Header(title, trail, show, (Action("looks", words),))

    def act(self, code: str) -> None:
        self._say(None)
        if code == "looks":
            self._show_looks(shown=self._stack.currentIndex() != _TRAIL)
        elif code == "cover":
            self._names = None
            self._show()
        else:
            self._uncover()

    def arrive(self) -> None:
        if self._open:
            self._table.setFocus()
        else:
            self._closed.focus_first()

    def _build(self) -> None:
        right = QVBoxLayout()
        for card in (self._closed, self._card):
            card.setFixedWidth(_RIGHT)
            right.addWidget(card)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        row.addWidget(self._stack, 1)
        row.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(self._problem)
        column.addLayout(row, 1)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Subject"),
            self.tr("Name"),
            self.tr("Record number"),
            self.tr("Telephone"),
            self.tr("Born"),
            self.tr("Note"),
        )

    def _look_titles(self) -> tuple[str, ...]:
        return (
            self.tr("When (UTC)"),
            self.tr("Who"),
            self.tr("What"),
            self.tr("Subject"),
            self.tr("Old"),
            self.tr("New"),
        )

    def _show(self) -> None:
        """Show the list as it is now: closed, covered or read."""
        at = max(self._table.currentIndex().row(), 0)
        known = self._names
        self._rows.set_rows(
            [
                (s.subjid, *(_COVERED if known is None else astuple(known.get(s, Identity()))))
                for s in self._subjects
            ]
        )
        self._stack.setCurrentIndex(_LIST)
        self._closed.setVisible(not self._open)
        self._card.setVisible(self._open and bool(self._subjects))
        if self._subjects:
            self._table.selectRow(min(at, len(self._subjects) - 1))
            self._on_chosen(self._table.currentIndex())
        self.headed.emit()

    def _uncover(self) -> None:
        """Show the names, once the look is in the trail of the list."""
        try:
            with closing(access.open_vault(self._session.file)) as vault:
                self._names = vault.identities()
        except StudyFileError as error:
            self._say(error)
        self._show()

    def _show_looks(self, *, shown: bool) -> None:
        if shown:
            try:
                with closing(access.open_vault(self._session.file)) as vault:
                    self._looks.set_rows([self._line(entry) for entry in reversed(vault.trail())])
            except StudyFileError as error:
                self._say(error)
                return
        self._stack.setCurrentIndex(_TRAIL if shown else _LIST)
        (self._trail if shown else self._table).setFocus()
        self._card.setVisible(not shown and bool(self._subjects))
        self.headed.emit()

    def _line(self, entry: VaultEntry) -> tuple[str, ...]:
        """Return a look or a change; what a name was is covered as the name is."""
        covered = self._names is None
        return (
            entry.at.replace("T", " ")[:19],
            f"{entry.actor}, {role_words(entry.role, self._session.language)}",
            self._what(entry.action, entry.field),
            entry.subjid,
            *(
                _COVERED[0] if covered and value else value or ""
                for value in (entry.old, entry.new)
            ),
        )

    def _what(self, action: str, field: str) -> str:
        return {
            "looked": self.tr("looked at one"),
            "looked at all": self.tr("looked at the list"),
            "changed": self.tr("changed: {what}").format(what=self._card.label(field)),
            "restored": self.tr("restored a backup"),
        }.get(action, action)

    def _say(self, error: StudyFileError | None) -> None:
        self._problem.setText("" if error is None else self._session.say(error.message))
        self._problem.setVisible(error is not None)

    @Slot()
    def _on_opened(self) -> None:
        """Open the list, which is made where there is none yet."""
        try:
            access.open_vault(self._session.file).close()
        except StudyFileError as error:
            self._say(error)
            return
        self._say(None)
        self._open = True
        self._show()
        self._table.setFocus()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._subjects):
            subject = self._subjects[index.row()]
            known = None if self._names is None else self._names.get(subject, Identity())
            self._card.show_subject(subject, known)

    @Slot(object)
    def _on_look(self, subject: SubjectKey) -> None:
        try:
            with closing(access.open_vault(self._session.file)) as vault:
                found = vault.identity(subject)
        except StudyFileError as error:
            self._say(error)
        else:
            self._card.show_subject(subject, found or Identity())

    @Slot(object, object)
    def _on_given(self, subject: SubjectKey, identity: Identity) -> None:
        try:
            with closing(access.open_vault(self._session.file)) as vault:
                vault.change(subject, identity)
        except StudyFileError as error:
            self._say(error)
            return
        self._say(None)
        if self._names is not None:
            self._names[subject] = identity
            self._show()
        self._card.show_subject(subject, identity)
        self._card.say_saved()
