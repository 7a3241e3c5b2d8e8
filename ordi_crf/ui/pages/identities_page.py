"""IdentitiesPage: who the subjects are, from the list apart from the study; each look is recorded.

Names are covered until somebody asks for them, so that nobody looks by passing through.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import astuple

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import SubjectKey
from ordi_crf.db import vault as vaults
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.vault import Identity, Vault
from ordi_crf.ui import permits, theme
from ordi_crf.ui.access.identity_card import IdentityCard
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.roles import role_words
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone

_ROOM = ((90, 1), (200, 4), (140, 2), (130, 2), (110, 2), (160, 4))
_LOOKS = ((150, 1), (180, 3), (130, 2), (90, 1), (150, 3), (150, 3))
_RIGHT = 320
_COVERED = "• • • • •"


class IdentitiesPage(Page):
    """The list, one identity to read and change, and who looked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._subjects = session.file.subjects()
        self._names: dict[SubjectKey, Identity] | None = None
        """What was asked for, None while the names are covered."""
        self._rows, self._table = self._listed()
        self._looks = Rows(self._look_titles(), [], self)
        looks = Table(self._looks)
        looks.setAccessibleName(self.tr("Who looked at the list, and who changed it"))
        looks.set_columns(_LOOKS)
        self._card = IdentityCard(session)
        self._card.setFixedWidth(_RIGHT)
        self._card.look_asked.connect(self._on_look)
        self._card.given.connect(self._on_given)
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self._problem.hide()
        self._stack = QStackedWidget()
        for widget in (self._empty(), self._framed(self._table), self._framed(looks)):
            self._stack.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        row.addWidget(self._stack, 1)
        right = QVBoxLayout()
        right.addWidget(self._card)
        right.addStretch(1)
        row.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(self._problem)
        column.addLayout(row, 1)
        self._show()

    def header(self) -> Header:
        trail = ((study.STUDYID, None), (self.tr("apart from the study, in no export"), None))
        if not self._usable():
            return Header(self.tr("Identification list"), trail)
        shown = self._names is not None
        show = Action("hide", self.tr("Cover the names")) if shown else Action(
            "show", self.tr("Show the names")
        )  # fmt: skip
        looking = self._stack.currentIndex() == 2
        words = self.tr("Back to the list") if looking else self.tr("Who looked")
        return Header(self.tr("Identification list"), trail, show, (Action("looks", words),))

    def act(self, code: str) -> None:
        if code == "looks":
            self._show_looks(shown=self._stack.currentIndex() != 2)
        elif code == "hide":
            self._names = None
            self._show()
        else:
            self._on_show()

    def arrive(self) -> None:
        if self._usable():
            self._table.setFocus()

    def _usable(self) -> bool:
        return bool(self._key()) and bool(self._subjects) and self._there()

    def _there(self) -> bool:
        return vaults.beside(self._session.file.path).exists()

    def _key(self) -> bytes:
        return self._session.file.accounts.vault_key()

    def _vault(self) -> Vault:
        return Vault.open(
            vaults.beside(self._session.file.path), self._key(), self._session.file.actor
        )

    def _listed(self) -> tuple[Rows, Table]:
        titles = (
            self.tr("Subject"),
            self.tr("Name"),
            self.tr("Record number"),
            self.tr("Telephone"),
            self.tr("Born"),
            self.tr("Note"),
        )
        rows = Rows(titles, [], self)
        table = Table(rows)
        table.setAccessibleName(self.tr("Identification list"))
        table.set_columns(_ROOM)
        table.clicked.connect(self._on_chosen)
        table.activated.connect(self._on_chosen)
        table.selectionModel().currentChanged.connect(self._on_chosen)
        return rows, table

    def _look_titles(self) -> tuple[str, ...]:
        return (
            self.tr("When (UTC)"),
            self.tr("Who"),
            self.tr("What"),
            self.tr("Subject"),
            self.tr("Old"),
            self.tr("New"),
        )

    def _framed(self, table: Table) -> Card:
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(table)
        return card

    def _empty(self) -> EmptyState:
        """Return what is said where there is nothing to show, with the way on."""
        if not self._key():
            return EmptyState(
                self.tr("Not open to your password yet"),
                self.tr(
                    "Your role may see this list, but your password was given by somebody who may "
                    "not. Ask an investigator to give you a new password."
                ),
            )
        if self._there() or not self._may_change():
            title = self.tr("No subject yet") if self._there() else self.tr("Not begun yet")
            words = self.tr("Here stands who the subjects are, for those who treat them.")
            return EmptyState(title, words)
        empty = EmptyState(
            self.tr("Not begun yet"),
            self.tr(
                "Here stands who the subjects are. The list lies in a file of its own, encrypted "
                "apart from the study: no export and no sponsor can reach it, and every look at "
                "it is recorded."
            ),
            self.tr("Begin the list"),
        )
        empty.asked.connect(self._on_begin)
        return empty

    def _may_change(self) -> bool:
        return permits.entitled(self._session, Operation.CHANGE_IDENTITIES)

    def _show(self) -> None:
        names = self._names
        at = max(self._table.currentIndex().row(), 0)
        covered = (_COVERED, *[""] * 4)
        self._rows.set_rows(
            [
                (s.subjid, *(covered if names is None else astuple(names.get(s, Identity()))))
                for s in self._subjects
            ]
        )
        self._stack.setCurrentIndex(1 if self._usable() else 0)
        self._card.setVisible(self._usable())
        if self._usable():
            self._table.selectRow(min(at, len(self._subjects) - 1))
            self._on_chosen(self._table.currentIndex())
        self.headed.emit()

    def _show_looks(self, *, shown: bool) -> None:
        if shown:
            try:
                with closing(self._vault()) as vault:
                    trail = vault.trail()
            except StudyFileError as error:
                self._say(error)
                return
            language = self._session.language
            self._looks.set_rows(
                [
                    (
                        entry.at.replace("T", " ")[:19],
                        f"{entry.actor}, {role_words(entry.role, language)}",
                        self._what(entry.action, entry.field),
                        entry.subjid,
                        entry.old or "",
                        entry.new or "",
                    )
                    for entry in reversed(trail)
                ]
            )
        self._stack.setCurrentIndex(2 if shown else 1)
        self.headed.emit()

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
    def _on_begin(self) -> None:
        file = self._session.file
        try:
            Vault.create(vaults.beside(file.path), self._key(), file.actor).close()
        except StudyFileError as error:
            self._say(error)
        else:
            self._show()

    @Slot()
    def _on_show(self) -> None:
        """Uncover the names, once the look is in the trail."""
        self._say(None)
        try:
            with closing(self._vault()) as vault:
                self._names = vault.identities()
        except StudyFileError as error:
            self._say(error)
        self._show()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._subjects):
            subject = self._subjects[index.row()]
            known = None if self._names is None else self._names.get(subject, Identity())
            self._card.show_subject(subject, known)

    @Slot(object)
    def _on_look(self, subject: SubjectKey) -> None:
        try:
            with closing(self._vault()) as vault:
                found = vault.identity(subject)
        except StudyFileError as error:
            self._say(error)
        else:
            self._card.show_subject(subject, found or Identity())

    @Slot(object, object)
    def _on_given(self, subject: SubjectKey, identity: Identity) -> None:
        try:
            with closing(self._vault()) as vault:
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
