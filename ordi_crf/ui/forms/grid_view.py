"""GridView: a section with pre-printed rows, one line for each, one column for each item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.missing import Missing, Place
from ordi_crf.core.query import QueryState
from ordi_crf.core.records import Record, blank
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.forms.schema import FreeText, Item, LabResult, Language, RowCode, Section
from ordi_crf.ui import theme
from ordi_crf.ui.components.field_row import EarlierLine, FindingLine
from ordi_crf.ui.components.icons import IconButton
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.marks import Mark, Marks
from ordi_crf.ui.components.painting import hairline
from ordi_crf.ui.editors import Editor, editor_for
from ordi_crf.ui.forms.section_view import SectionView, absence_words
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.trust.earlier import Earlier, Earliers

_HEADING = 120
_LABEL = 126
"""What the wording of a row needs; its marks stand beside it when there are any."""
_APART = 6
"""Pixels between two rows, a hairline in the middle of them."""
_LINES = 3
"""Lines of the grid for each row: the row, what stands under it, its findings."""
_TURN = (QueryState.OPEN, QueryState.ANSWERED)
"""Which query of a row is marked before which."""


class GridView(SectionView):
    """A section with pre-printed rows: one line for each, one column for each item."""

    def __init__(self, section: Section, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(section, language, parent)
        assert section.rows is not None
        self._editors: dict[tuple[str, str], Editor] = {}
        self._problems: dict[str, QVBoxLayout] = {}
        self._below: dict[str, QVBoxLayout] = {}
        self._earlier: dict[str, EarlierLine] = {}
        self._shown: dict[str, tuple[Finding, ...]] = {}
        self._absences: dict[str, Label] = {}
        self._marks: dict[str, Marks] = {}
        self._asked: dict[str, str] = {}
        """The item of each row whose query is marked."""
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE_3)
        self._grid.setVerticalSpacing(_APART)
        self._grid.setContentsMargins(0, 0, 5, 0)
        self._worded = [n for n, i in enumerate(section.items, 1) if isinstance(i, FreeText)]
        """Columns of words; they and the wording of the rows share the width there is."""
        self._add_heading(section.rows.label.in_(language))
        for n, row in enumerate(section.rows.codes):
            self._add_row(1 + _LINES * n, row)
        for column in self._worded or [len(section.items)]:
            self._grid.setColumnStretch(column, 1)
        self._grid.setColumnStretch(0, 2 if self._worded else 0)
        self.body.addLayout(self._grid)

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        self.show_absence(record)
        for row, label in self._absences.items():
            words = self.absence_of(record, row)
            label.setText(words)
            label.setVisible(bool(words))
        for (row, name), editor in self._editors.items():
            values = record.values(self.section, row)
            editor.set_value(values.get(name), typed.get((self.section.name, row, name)))
            editor.set_read_only(read_only)
            asked = self.section.asked(editor.item, row, {**blank(self.section), **values})
            editor.setVisible(asked or bool(editor.value() or editor.typed()))

    def show_earlier(self, found: Earliers) -> None:
        for row, below in self._below.items():
            mine = {i: found.get((self.section.name, row, i.name)) for i in self.section.items}
            said = [(i.label.in_(self.language), e) for i, e in mine.items() if e is not None]
            if said and row not in self._earlier:
                self._earlier[row] = EarlierLine(row, self)
                self._earlier[row].history_asked.connect(self._on_row_history)
                below.insertWidget(0, self._earlier[row])
            if row in self._earlier:
                words = "; ".join(f"{label}: {e.words}" for label, e in said)
                why = "\n".join(e.why for _, e in said)
                self._earlier[row].show_earlier(Earlier(words, why) if said else None)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        for row, place in self._problems.items():
            mine = tuple(f for f in findings if f.row == row)
            if self._shown.get(row, ()) == mine:
                continue
            self._shown[row] = mine
            self._show_problems(row, place, self.lines_of(mine))
            self._mark(row, mine)

    def show_marks(self, marks: Mapping[Place, Mark]) -> None:
        """Show one mark a row: verified when all of it is, and the query that waits longest."""
        for row, shown in self._marks.items():
            mine = {p[2]: m for p, m in marks.items() if p[:2] == (self.section.name, row)}
            asked = [m.query for m in mine.values() if m.query is not None]
            filled = [n for (at, n), e in self._editors.items() if at == row and e.value()]
            verified = bool(filled) and all(mine.get(n, Mark()).verified for n in filled)
            shown.set_mark(Mark(verified, min(asked, default=None, key=_TURN.index)))
            self._asked[row] = next((n for n, m in mine.items() if m.query is not None), "")

    def editor(self, row: str, item: str) -> Editor | None:
        return self._editors.get((row, item))

    def row_of(self, editor: Editor) -> str | None:
        return next((row for (row, _), e in self._editors.items() if e is editor), None)

    def editor_of(self, item: Item, row: RowCode) -> Editor:
        """Return a new editor of an item in a row."""
        return editor_for(item, row if isinstance(item, LabResult) else None, self.language)

    def name_of(self, words: str) -> Label:
        """Return the label of a row."""
        label = Label(words, theme.BODY, wrap=bool(self._worded))
        label.setMinimumWidth(_LABEL)
        return label

    def heading_width(self, item: Item) -> int:
        """Return how wide the heading of a column may be before it wraps."""
        return _HEADING

    def cell_of(self, editor: Editor, row: RowCode) -> QWidget:
        """Return what stands in the cell of an editor: the editor alone."""
        return editor

    def absence_of(self, record: Record, row: str) -> str:
        """Return why answers of a row are missing, each reason once with what it is about."""
        values = {**blank(self.section), **record.values(self.section, row)}
        said: dict[Missing, list[str]] = {}
        asked = [i for i in self.section.items if self.section.asked(i, row, values)]
        for item in asked:
            missing = self.said_missing(record, row, item.name)
            if missing is not None:
                said.setdefault(missing, []).append(item.label.in_(self.language))
        whole = record.flavours.get((self.section.name, row, ""))
        return "; ".join(
            absence_words(missing, self.language)
            if missing == whole
            else f"{', '.join(items)}: {absence_words(missing, self.language)}"
            for missing, items in said.items()
        )

    def below(self, item: Item) -> bool:
        """Return whether an item stands under its row: one that is seldom asked."""
        return False

    def lines_of(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """Return the findings of a row that are told in words under it: all of them."""
        return findings

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, line = QPainter(self), theme.tokens().line
        assert self.section.rows is not None
        box = self._grid.geometry()
        for n in range(len(self.section.rows.codes)):
            name = self._grid.itemAtPosition(1 + _LINES * n, 0)
            if name is not None:
                y = name.geometry().top() - _APART // 2
                hairline(painter, box.left(), y, box.right() + 1, y + 1, line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not (step and self._go(step)):
            super().keyPressEvent(event)

    def _go(self, step: int) -> bool:
        """Give the keyboard to the same item in another row, up or down, where it is asked."""
        at = next((k for k, e in self._editors.items() if e.field.hasFocus()), None)
        if at is None:
            return False
        column = [k for k in self._editors if k[1] == at[1] and self._editors[k].isVisible()]
        n = column.index(at) + step
        if 0 <= n < len(column):
            self._editors[column[n]].field.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _add_heading(self, words: str) -> None:
        heading = Label(words, theme.LABEL, 600, Tone.MUTED)
        heading.setContentsMargins(0, 0, 0, 2)
        self._grid.addWidget(heading, 0, 0, Qt.AlignmentFlag.AlignBottom)
        for n, item in enumerate(self.section.items, start=1):
            if self.below(item):
                continue
            label = Label(item.label.in_(self.language), theme.LABEL, 600, Tone.MUTED, wrap=True)
            label.setMaximumWidth(self.heading_width(item))
            label.setContentsMargins(0, 0, 0, 2)
            if item.hint is not None:
                label.setToolTip(item.hint.in_(self.language))
            self._grid.addWidget(label, 0, n, Qt.AlignmentFlag.AlignBottom)

    def _add_row(self, line: int, row: RowCode) -> None:
        words = row.text.in_(self.language)
        marks = Marks(row.value)
        marks.query_asked.connect(self._on_query)
        self._marks[row.value] = marks
        asked = QHBoxLayout()
        asked.setSpacing(0)
        asked.addWidget(self.name_of(words), 1)
        asked.addWidget(marks)
        # Where the wording has a width of its own, a mark in another row leaves it at the left.
        asked.addStretch(0)
        self._grid.addLayout(asked, line, 0)
        for n, item in enumerate(self.section.items, start=1):
            editor = self.editor_of(item, row)
            editor.field.setAccessibleName(f"{words}, {item.label.in_(self.language)}")
            editor.setProperty("row", row.value)
            editor.committed.connect(self._on_committed)
            editor.history_asked.connect(self._on_history)
            if item.asked_when is not None:
                keep_its_place(editor)
            self._editors[row.value, item.name] = editor
            self._put(self.cell_of(editor, row), line, n, below=self.below(item))
        history = IconButton("history", self.tr("History of this row"), code=row.value)
        history.picked.connect(self._on_row_history)
        self._grid.addWidget(history, line, len(self.section.items) + 1)
        absence = self._absences[row.value] = Label("", theme.LABEL, 600, Tone.MUTED, wrap=True)
        absence.hide()
        problems = QVBoxLayout()
        problems.addWidget(absence)
        problems.setSpacing(2)
        self._problems[row.value] = problems
        self._below[row.value] = below = QVBoxLayout()
        below.setSpacing(2)
        below.addLayout(problems)
        self._grid.addLayout(below, line + 2, 1, 1, len(self.section.items) + 1)

    def _put(self, cell: QWidget, line: int, column: int, *, below: bool) -> None:
        if below:
            self._grid.addWidget(cell, line + 1, 1, 1, len(self.section.items))
        else:
            self._grid.addWidget(cell, line, column)

    def _show_problems(self, row: str, place: QVBoxLayout, found: Sequence[Finding]) -> None:
        while (taken := place.takeAt(1)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for finding in found:
            line = FindingLine(finding, self.language)
            line.setProperty("row", row)
            line.explained.connect(self._on_explained)
            place.addWidget(line)

    def _mark(self, row: str, found: Sequence[Finding]) -> None:
        """Mark each field of a row by the worst finding it has."""
        for (at, name), editor in self._editors.items():
            if at == row:
                worst = [f.severity for f in found if f.item == name]
                hard = next((s for s in worst if s.name == "HARD"), None)
                editor.set_severity(hard or (worst[0] if worst else None))

    @Slot()
    def _on_committed(self) -> None:
        editor = self.sender()
        assert isinstance(editor, Editor)
        row = str(editor.property("row"))
        self.answered.emit(self.section.name, row, editor.item.name, editor.value(), editor.typed())

    @Slot()
    def _on_history(self) -> None:
        editor = self.sender()
        assert isinstance(editor, Editor)
        self.history_asked.emit(self.section.name, str(editor.property("row")), editor.item.name)

    @Slot(str)
    def _on_row_history(self, row: str) -> None:
        self.history_asked.emit(self.section.name, row, self.section.items[0].name)

    @Slot(str)
    def _on_query(self, row: str) -> None:
        self.query_asked.emit(self.section.name, row, self._asked.get(row, ""))

    @Slot(str)
    def _on_explained(self, oid: str) -> None:
        line = self.sender()
        assert isinstance(line, FindingLine)
        self.explained.emit(self.section.name, str(line.property("row")), oid)


def keep_its_place(editor: Editor) -> None:
    """Let the columns stand still while an item comes and goes with its answer."""
    policy = editor.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    editor.setSizePolicy(policy)
