"""GridView: a section with pre-printed rows, one line for each, one column for each item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.missing import Place
from ordi_crf.core.query import QueryState
from ordi_crf.core.records import Record, blank
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.forms.schema import FreeText, LabResult, Language, RowCode, Section
from ordi_crf.ui import theme
from ordi_crf.ui.components.field_row import EarlierLine, FindingLine
from ordi_crf.ui.components.icons import IconButton
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.marks import Mark, Marks
from ordi_crf.ui.editors import Editor, editor_for
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.trust.earlier import Earlier, Earliers

_HEADING = 120
_LABEL = 126
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
        self._marks: dict[str, Marks] = {}
        self._asked: dict[str, str] = {}
        """The item of each row whose query is marked."""
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE_3)
        self._grid.setVerticalSpacing(theme.SPACE_1)
        self._worded = [n for n, i in enumerate(section.items, 1) if isinstance(i, FreeText)]
        """Columns of words; they and the wording of the rows share the width there is."""
        self._add_heading(section.rows.label.in_(language))
        for n, row in enumerate(section.rows.codes):
            self._add_row(1 + 2 * n, row)
        for column in self._worded or [len(section.items) + 2]:
            self._grid.setColumnStretch(column, 1)
        self._grid.setColumnStretch(0, 2 if self._worded else 0)
        self.body.addLayout(self._grid)

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
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
            self._show_problems(row, place, mine)

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

    def _add_heading(self, words: str) -> None:
        heading = Label(words, theme.LABEL, 600, Tone.MUTED)
        self._grid.addWidget(heading, 0, 0, Qt.AlignmentFlag.AlignBottom)
        for n, item in enumerate(self.section.items, start=1):
            label = Label(item.label.in_(self.language), theme.LABEL, 600, Tone.MUTED, wrap=True)
            label.setMaximumWidth(_HEADING)
            if item.hint is not None:
                label.setToolTip(item.hint.in_(self.language))
            self._grid.addWidget(label, 0, n, Qt.AlignmentFlag.AlignBottom)

    def _add_row(self, line: int, row: RowCode) -> None:
        words = row.text.in_(self.language)
        label = Label(words, theme.BODY, wrap=bool(self._worded))
        label.setMinimumWidth(_LABEL)
        marks = Marks(row.value)
        marks.query_asked.connect(self._on_query)
        self._marks[row.value] = marks
        asked = QHBoxLayout()
        asked.setSpacing(0)
        asked.addWidget(label, 1)
        asked.addWidget(marks)
        self._grid.addLayout(asked, line, 0)
        for n, item in enumerate(self.section.items, start=1):
            unit = row if isinstance(item, LabResult) else None
            editor = editor_for(item, unit, self.language)
            editor.field.setAccessibleName(f"{words}, {item.label.in_(self.language)}")
            editor.setProperty("row", row.value)
            editor.committed.connect(self._on_committed)
            editor.history_asked.connect(self._on_history)
            if item.asked_when is not None:
                _keep_its_place(editor)
            self._editors[row.value, item.name] = editor
            self._grid.addWidget(editor, line, n)
        history = IconButton("history", self.tr("History of this row"), code=row.value)
        history.picked.connect(self._on_row_history)
        self._grid.addWidget(history, line, len(self.section.items) + 1)
        problems = QVBoxLayout()
        problems.setSpacing(2)
        self._problems[row.value] = problems
        self._below[row.value] = below = QVBoxLayout()
        below.setSpacing(2)
        below.addLayout(problems)
        self._grid.addLayout(below, line + 1, 1, 1, len(self.section.items) + 2)

    def _show_problems(self, row: str, place: QVBoxLayout, found: Sequence[Finding]) -> None:
        while (taken := place.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for finding in found:
            line = FindingLine(finding, self.language)
            line.setProperty("row", row)
            line.explained.connect(self._on_explained)
            place.addWidget(line)
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


def _keep_its_place(editor: Editor) -> None:
    """Let the columns stand still while an item comes and goes with its answer."""
    policy = editor.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    editor.setSizePolicy(policy)
