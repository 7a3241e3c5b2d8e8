"""Double entry: which forms are entered twice, which of them wait, and where the two differ."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import forms, study
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.core.second import (
    DOUBLE,
    Progress,
    SecondEntry,
    can_be_entered_twice,
    chosen_forms,
    differences,
)
from ordi_crf.ui import permits, theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.check import Check
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.places import DifferencesAt, DoubleEntry, SecondAt
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import visit_words

_LEFT = 352


class DoubleEntryPage(Page):
    """The chosen forms on the left; beside them what is complete, and its second entry."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen = set(chosen_forms(session.file.properties().get(DOUBLE)))
        self._second = session.file.second.all()
        self._keys = [key for key in session.records() if self._counts(key)]
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(theme.SPACE_3)
        row.addWidget(self._choice())
        row.addWidget(self._list(), 1)

    def header(self) -> Header:
        waiting = sum(self._waits(key) for key in self._keys)
        count = self.tr("%n to be entered or decided", "", waiting)
        return Header(self.tr("Double entry"), ((study.STUDYID, None), (count, None)))

    def _choice(self) -> Card:
        card = Card(self.tr("Entered twice"))
        card.setFixedWidth(_LEFT)
        note = self.tr(
            "Another person enters these forms once more, without seeing the first entry."
        )
        card.body.addWidget(Label(note, theme.LABEL, 400, Tone.MUTED, wrap=True))
        column = QVBoxLayout()
        column.setSpacing(2)
        free = permits.may(self._session, Operation.SET_PROPERTIES)
        for form in filter(can_be_entered_twice, forms.FORMS):
            box = Check(self._session.say(form.title))
            box.setObjectName(f"twice_{form.oid}")
            box.setChecked(form.oid in self._chosen)
            box.setEnabled(free)
            box.setProperty("form", form.oid)
            box.clicked.connect(self._on_chosen)
            column.addWidget(box)
        column.addStretch(1)
        content = QWidget()
        content.setLayout(column)
        card.body.addWidget(scrolling(content), 1)
        return card

    def _list(self) -> QWidget:
        if not self._keys:
            return EmptyState(
                self.tr("Nothing to enter twice"),
                self.tr("Complete forms of the chosen kinds stand here, with their second entry."),
            )
        titles = (self.tr("Subject"), self.tr("Visit"), self.tr("Form"), self.tr("Second entry"))
        table = Table(Rows(titles, [self._cells(key) for key in self._keys], self))
        table.setAccessibleName(self.tr("Forms entered twice"))
        table.set_columns(((90, 0), (160, 1), (180, 1), (260, 3)))
        table.activated.connect(self._on_activated)
        table.clicked.connect(self._on_activated)
        self.setFocusProxy(table)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(table)
        return card

    def _counts(self, key: RecordKey) -> bool:
        """Return whether a form belongs on the list: entered twice, or waiting for it."""
        status = self._session.records()[key].status
        waits = key.form in self._chosen and status in (Status.COMPLETE, Status.VERIFIED)
        return waits or key in self._second

    def _open(self, key: RecordKey) -> int:
        """Return how many differences nobody has decided yet."""
        entry = self._second[key]
        return len(differences(forms.form(key.form), self._session.records()[key], entry))

    def _waits(self, key: RecordKey) -> bool:
        entry = self._second.get(key)
        return entry is None or entry.progress is Progress.OPEN or self._open(key) > 0

    def _cells(self, key: RecordKey) -> tuple[str, ...]:
        return (
            key.subject.subjid,
            visit_words(key.visit, key.visit_repeat, self._session.language),
            self._session.say(forms.form(key.form).title),
            self._state(key, self._second.get(key)),
        )

    def _state(self, key: RecordKey, entry: SecondEntry | None) -> str:
        if entry is None:
            return self.tr("to be entered by somebody else")
        if entry.progress is Progress.OPEN:
            return self.tr("being entered by {who}").format(who=entry.actor)
        found = self._open(key)
        if found:
            return self.tr("%n difference(s) to be decided", "", found)
        decided = len(entry.adjudications)
        return self.tr("agrees; %n decided", "", decided) if decided else self.tr("agrees")

    @Slot(bool)
    def _on_chosen(self, on: bool) -> None:
        form = str(self.sender().property("form"))
        chosen = self._chosen | {form} if on else self._chosen - {form}
        listed = " ".join(oid for oid in (f.oid for f in forms.FORMS) if oid in chosen)
        self._session.do(None, lambda: self._session.file.set_properties({DOUBLE: listed}))
        self.went.emit(DoubleEntry())

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        key = self._keys[index.row()]
        entry = self._second.get(key)
        if entry is not None and entry.progress is Progress.DONE:
            self.went.emit(DifferencesAt(key))
        elif permits.may(self._session, Operation.ENTER_AGAIN, key.form):
            self.went.emit(SecondAt(key))
