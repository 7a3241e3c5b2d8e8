"""EntriesView: a repeating section, a list one adds to and voids, never deletes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.missing import Place
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.forms.schema import Language, Section
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.field_row import FindingLine
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.marks import Mark
from ordi_crf.ui.editors import Editor
from ordi_crf.ui.forms.entry import Entry
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.trust.earlier import Earliers


class EntriesView(SectionView):
    """A repeating section: a list one adds to and voids, never deletes."""

    def __init__(self, section: Section, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(section, language, parent)
        self._entries: dict[str, Entry] = {}
        self._new: Entry | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.SPACE_3)
        self._problems = QVBoxLayout()
        self._nothing = Label(self.tr("Nothing recorded yet."), theme.BODY, 400, Tone.MUTED)
        self._add = Button(self.tr("Add a record"))
        self._add.setObjectName(f"add_{section.name}")
        self._add.clicked.connect(self.add_entry)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._problems)
        self.body.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        rows = record.sections.get(self.section.name, {})
        stored = [key for key in rows if key]
        if "" not in rows:
            self._adopt_new([key for key in stored if key not in self._entries])
        for number, key in enumerate(stored, start=1):
            if key not in self._entries:
                self._entries[key] = self._make(key, number)
            self._entries[key].show_record(record, typed, read_only=read_only)
        if "" in rows:
            self._begin_new()
        if self._new is not None and "" in rows:
            self._new.show_record(record, typed, read_only=read_only)
        self._nothing.setVisible(not rows and self._new is None)
        self._add.setEnabled(not read_only and self._new is None)
        self._add.setToolTip(self.tr("The study is open read-only.") if read_only else "")

    def show_earlier(self, found: Earliers) -> None:
        for entry in self._entries.values():
            entry.show_earlier(found)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        for entry in (*self._entries.values(), *([self._new] if self._new else ())):
            entry.set_findings(findings)
        self._show_across([f for f in findings if not f.row and not f.item])

    def show_marks(self, marks: Mapping[Place, Mark]) -> None:
        for entry in self._entries.values():
            entry.show_marks(marks)

    def editor(self, row: str, item: str) -> Editor | None:
        entry = self._entries.get(row, None if row else self._new)
        if entry is None:
            return None
        entry.open()
        return entry.editor(row, item)

    def row_of(self, editor: Editor) -> str | None:
        entries = (*self._entries.values(), *([self._new] if self._new else ()))
        rows = (entry.row_of(editor) for entry in entries)
        return next((row for row in rows if row is not None), None)

    @Slot()
    def add_entry(self) -> None:
        """Offer a blank record; it is stored with its first answer."""
        if self._new is None:
            first = self._begin_new().editor("", self.section.items[0].name)
            if first is not None:
                first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_new(self) -> Entry:
        if self._new is None:
            self._new = self._make("", len(self._entries) + 1)
            self._nothing.hide()
            self._add.setEnabled(False)
        return self._new

    def _make(self, key: str, number: int) -> Entry:
        entry = Entry(self.section, key, number, self.language)
        entry.answered.connect(self.answered)
        entry.history_asked.connect(self.history_asked)
        entry.explained.connect(self.explained)
        entry.void_asked.connect(self.void_asked)
        entry.query_asked.connect(self.query_asked)
        self._list.addWidget(entry)
        return entry

    def _adopt_new(self, unknown: Sequence[str]) -> None:
        """Let the record that was just stored keep its place, keyboard and all."""
        if self._new is not None and unknown:
            self._new.take_key(unknown[0])
            self._entries[unknown[0]] = self._new
            self._new = None

    def _show_across(self, findings: Sequence[Finding]) -> None:
        while (taken := self._problems.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
        for finding in findings:
            self._problems.addWidget(FindingLine(finding, self.language))
