"""Audit trail: who changed what, when and why, newest first; filtered by any word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ordi_crf import forms, study
from ordi_crf.core import values
from ordi_crf.core.records import AuditEntry
from ordi_crf.db.audit import verify
from ordi_crf.forms.schema import Item, Language
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import LABEL, SPACE_3, Tone


class AuditPage(Page):
    """The trail as a list, and its verification."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._data = session.file.data()
        self._cells = [_cells(e, session.language) for e in reversed(self._data.audit)]
        titles = (
            self.tr("When (UTC)"),
            self.tr("Who"),
            self.tr("Subject"),
            self.tr("Where"),
            self.tr("Item"),
            self.tr("Old"),
            self.tr("New"),
            self.tr("Why"),
        )
        self._rows = Rows(titles, self._cells)
        self._table = Table(self._rows)
        self._table.set_widths((150, 190, 80, 200, 190, 90, 150, 0))
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Filter by person, subject, item, value…"))
        self._search.setAccessibleName(self.tr("Filter the audit trail"))
        self._search.setFixedSize(320, 32)
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_filter)
        self._verdict = Label("", LABEL, 600)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(self._search)
        row.addWidget(self._verdict, 1)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(SPACE_3)
        column.addLayout(row)
        column.addWidget(card, 1)

    def header(self) -> Header:
        count = self.tr("%n entries", "", len(self._data.audit))
        return Header(
            self.tr("Audit trail"),
            ((study.STUDYID, None), (count, None)),
            Action("verify", self.tr("Verify")),
        )

    def act(self, code: str) -> None:
        problems = verify(self._data)
        if problems:
            self._verdict.set_tone(Tone.BAD)
            self._verdict.setText(self._session.say(problems[0]))
            return
        self._verdict.set_tone(Tone.OK)
        self._verdict.setText(
            self.tr("The chain of {n} entries holds and tells every table. Head {hash}…").format(
                n=len(self._data.audit), hash=self._data.head[:16]
            )
        )

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        words = text.casefold().split()
        self._rows.set_rows(
            [row for row in self._cells if _matches(row, words)] if words else self._cells
        )


def _cells(entry: AuditEntry, language: Language) -> tuple[str, ...]:
    where, item, definition = _names(entry, language)
    old, new = (
        value if definition is None else values.display(definition, value, language)
        for value in (entry.old, entry.new)
    )
    return (
        entry.at.replace("T", " ")[:19],
        f"{entry.actor}, {entry.role}",
        entry.subjid,
        where,
        item,
        old or "",
        new or "",
        entry.reason or "",
    )


def _names(entry: AuditEntry, language: Language) -> tuple[str, str, Item | None]:
    """Return visit and form, row and item in words, and the item's definition where it has one."""
    if not entry.form:
        return entry.section, entry.item, None
    form = forms.form(entry.form)
    visit = study.event(entry.visit).label.in_(language)
    where = f"{visit} › {form.title.in_(language)}"
    section = next((s for s in form.sections if s.name == entry.section), None)
    item = (
        None if section is None else next((i for i in section.items if i.name == entry.item), None)
    )
    words = entry.item if item is None else item.label.in_(language)
    if section is not None and section.rows is not None and entry.row:
        words = f"{section.rows.row(entry.row).text.in_(language)}, {words}"
    elif entry.row:
        words = f"{entry.row}: {words}"
    return where, words, item


def _matches(row: Sequence[str], words: Sequence[str]) -> bool:
    text = " ".join(row).casefold()
    return all(word in text for word in words)
