"""EntriesView: a repeating section, a list one adds to, sorts and voids, never deletes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.missing import Place
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.forms.schema import Attachment, Language, Section
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.field_row import FindingLine
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.marks import Mark
from ordi_crf.ui.components.painting import text_width, wrapped
from ordi_crf.ui.editors import Editor
from ordi_crf.ui.forms.columns import columns_of, framed, shares
from ordi_crf.ui.forms.entry import Entry
from ordi_crf.ui.forms.fold import LEFT, PICTURE, RIGHT, Heading
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.trust.earlier import Earliers

_WIDEST = 640
"""What a column may ask for; a narrative is read in its record."""


class EntriesView(SectionView):
    """A repeating section: a list one adds to, sorts and voids, never deletes.

    Sorting moves the lines on the screen alone; what is stored keeps its order and its numbers.
    """

    def __init__(self, section: Section, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(section, language, parent)
        self._entries: dict[str, Entry] = {}
        self._new: Entry | None = None
        self._columns = columns_of(section)
        self._sorted: tuple[int, bool] | None = None
        self._heading = Heading([c.item.label.in_(language) for c in self._columns])
        self._heading.setObjectName(f"sort_{section.name}")
        self._heading.chosen.connect(self.sort)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        table = QVBoxLayout()
        table.setSpacing(0)
        table.addWidget(self._heading)
        table.addLayout(self._list)
        self._problems = QVBoxLayout()
        self._nothing = Label(self.tr("Nothing recorded yet."), theme.BODY, 400, Tone.MUTED)
        self._add = Button(self.tr("Add a record"))
        self._add.setObjectName(f"add_{section.name}")
        self._add.clicked.connect(self.add_entry)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._problems)
        self.body.addLayout(table)
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.SPACE_2, 0, 0)
        row.addWidget(self._add)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        self.show_absence(record)
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
        self._heading.setVisible(bool(stored))
        self._add.setEnabled(not read_only and self._new is None)
        self._add.setToolTip(self.tr("The study is open read-only.") if read_only else "")
        self._share_width()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @Slot(int)
    def sort(self, column: int) -> None:
        """Sort by a column, the second time downwards; the third brings the order of entry back."""
        following = {(column, False): (column, True), (column, True): None}
        self._sorted = (
            following.get(self._sorted, (column, False)) if self._sorted else (column, False)
        )
        self._heading.set_sorted(self._sorted)
        self._arrange()

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
        entry = Entry(self.section, key, number, self._columns, self.language)
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

    def _arrange(self) -> None:
        """Put the lines in the order asked for, and the keyboard's way through them with it."""
        for place, entry in enumerate(self._in_order()):
            self._list.insertWidget(place, entry)
        stops = [stop for entry in self._in_order() for stop in _stops(entry)]
        for before, after in pairwise((self._heading, *stops, self._add)):
            QWidget.setTabOrder(before, after)

    def _in_order(self) -> list[Entry]:
        entries = sorted(self._entries.values(), key=lambda entry: entry.number)
        if self._sorted is None:
            return entries
        column, down = self._columns[self._sorted[0]], self._sorted[1]
        told = [entry for entry in entries if not entry.key(column)[0]]
        told.sort(key=lambda entry: entry.key(column), reverse=down)
        return told + [entry for entry in entries if entry not in told]

    def _share_width(self) -> None:
        """Give every column what it asks for, as far as there is room."""
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right() - LEFT - RIGHT
        natural = [self._natural(n) for n in range(len(self._columns))]
        shared = shares(natural, room, [framed(self.section, c.item) for c in self._columns])
        self._heading.set_widths(shared)
        for entry in self._entries.values():
            entry.fold.set_widths(shared)

    def _natural(self, n: int) -> int:
        """Return the width at which nothing in a column is cut, at most what it may ask for."""
        if isinstance(self._columns[n].item, Attachment):
            return PICTURE.width()
        face, bold = theme.font(theme.BODY, 600 if n == 0 else 400), theme.font(theme.LABEL, 600)
        words = self._columns[n].item.label.in_(self.language)
        lines = wrapped(words, bold, 0) if " " in words else [words]
        asked = [text_width(line, bold) + 14 for line in lines]
        cells = (entry.cells for entry in self._entries.values())
        asked += [text_width(cell[n], face) + 2 for cell in cells if cell]
        return min(_WIDEST, int(max(asked)) + 1)

    def _show_across(self, findings: Sequence[Finding]) -> None:
        while (taken := self._problems.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
        for finding in findings:
            self._problems.addWidget(FindingLine(finding, self.language))


def _stops(entry: Entry) -> list[QWidget]:
    """Return what Tab reaches in a record, in the order in which it does."""
    stops, at = [], entry.nextInFocusChain()
    while at is not None and at is not entry:
        if entry.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(at)
        at = at.nextInFocusChain()
    return stops
