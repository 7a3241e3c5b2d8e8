"""DescriptorView: the 24 descriptors in two columns, each answered by one key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ordi_crf.core.records import Record
from ordi_crf.core.sledai_laboratory import Suggestion
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.forms.schema import Choice, Language, Section, Severity
from ordi_crf.forms.sledai import DESCRIPTORS
from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.editors import Editor, editor_for
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.sledai.about import AboutCard
from ordi_crf.ui.sledai.presence import PresenceEditor
from ordi_crf.ui.theme import Tone

_PRESENT, _ATTRIBUTED = "SLPRES", "SLATTR"
_HEAVY = 4
"""Descriptors of this weight and above stand in the first column."""
_BETWEEN, _WEIGHT, _WIDEST = 36, 14, 440
ROWS = [descriptor.value for descriptor in DESCRIPTORS]
COLUMNS = (
    [d.value for d in DESCRIPTORS if d.weight >= _HEAVY],
    [d.value for d in DESCRIPTORS if d.weight < _HEAVY],
)


class DescriptorView(SectionView):
    """Weight, manifestation, and whether it is there; below, what the laboratory says of it."""

    finished = Signal()
    """The last descriptor was answered by a key."""

    def __init__(self, section: Section, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(section, language, parent)
        self._present: dict[str, PresenceEditor] = {}
        self._names: dict[str, Label] = {}
        self._said: dict[str, Label] = {}
        self._suggestions: Mapping[str, Suggestion] = {}
        self._found: tuple[Finding, ...] = ()
        self._at = ROWS[0]
        self._attributed = {row: self._attribution(row) for row in ROWS}
        self.about = AboutCard(self._attributed, language)
        columns = QHBoxLayout()
        columns.setSpacing(_BETWEEN)
        for rows in COLUMNS:
            columns.addWidget(self._column(rows), 100)
        columns.addStretch(1)
        self.body.addLayout(columns)
        self._show_about(self._at)

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        for row in ROWS:
            values = record.values(self.section, row)
            for editor in (self._present[row], self._attributed[row]):
                name = editor.item.name
                editor.set_value(values.get(name), typed.get((self.section.name, row, name)))
                editor.set_read_only(read_only)
            missing = record.missing(self.section.name, row, _PRESENT)
            words = "" if missing is None else missing.text.in_(self.language)
            self._present[row].setToolTip(words)

    def set_suggestions(self, suggestions: Sequence[Suggestion], *, propose: bool) -> None:
        """Show what the laboratory says; `propose` outlines it as an answer to be accepted."""
        self._suggestions = {said.descriptor: said for said in suggestions}
        for row, label in self._said.items():
            said = self._suggestions.get(row)
            label.setText("" if said is None else said.said.in_(self.language))
            label.set_tone(Tone.ACCENT if said is not None and said.present else Tone.MUTED)
            label.setVisible(said is not None)
            proposed = None if said is None or not propose else str(int(said.present))
            self._present[row].set_suggestion(proposed)
            self._describe(row)
        self._show_about(self._at)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        self._found = tuple(findings)
        for row, name in self._names.items():
            worst = {f.severity for f in self._found if f.row == row}
            hard = Severity.HARD in worst
            name.set_tone(Tone.BAD if hard else Tone.WARN if worst else Tone.INK)
            self._describe(row)

    def editor(self, row: str, item: str) -> Editor | None:
        return self._present.get(row) if item == _PRESENT else self._attributed.get(row)

    def row_of(self, editor: Editor) -> str | None:
        mine = (*self._present.items(), *self._attributed.items())
        return next((row for row, known in mine if known is editor), None)

    def bring(self, row: str) -> None:
        """Show what a descriptor means, and the field for what it is attributed to."""
        if row in self._present:
            self._show_about(row)

    def focus_first_blank(self) -> None:
        """Give the keyboard to the first descriptor nobody answered, else to the first."""
        blank = (row for row in ROWS if self._present[row].value() is None)
        self._go_to(next(blank, ROWS[0]))

    def _column(self, rows: Sequence[str]) -> QWidget:
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        grid = QGridLayout(column)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE_2)
        grid.setVerticalSpacing(theme.SPACE_1)
        for n, row in enumerate(rows):
            self._add(grid, 2 * n, row)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2 * len(rows), 1)
        return column

    def _add(self, grid: QGridLayout, line: int, row: str) -> None:
        descriptor = DESCRIPTORS[ROWS.index(row)]
        weight = Label(str(descriptor.weight), theme.LABEL, 600, Tone.MUTED)
        weight.setFixedWidth(_WEIGHT)
        name = self._names[row] = Label(descriptor.text.in_(self.language), theme.BODY)
        name.setToolTip(descriptor.definition.in_(self.language))
        editor = self._present[row] = self._presence(row)
        said = self._said[row] = Label("", theme.META, 400, Tone.MUTED, wrap=True)
        grid.addWidget(weight, line, 0)
        grid.addWidget(name, line, 1)
        grid.addWidget(editor, line, 2)
        grid.addWidget(said, line + 1, 1, 1, 2, Qt.AlignmentFlag.AlignTop)

    def _presence(self, row: str) -> PresenceEditor:
        item = self.section.item(_PRESENT)
        assert isinstance(item, Choice)
        editor = PresenceEditor(item, self.language)
        words = DESCRIPTORS[ROWS.index(row)].text.in_(self.language)
        editor.field.setAccessibleName(words)
        editor.answered_by_key.connect(self._on_keyed)
        editor.moved.connect(self._on_moved)
        editor.focused.connect(self._on_focused)
        editor.attribution_asked.connect(self._on_attribution_asked)
        self._listen(editor)
        return editor

    def _attribution(self, row: str) -> Editor:
        item = self.section.item(_ATTRIBUTED)
        editor = editor_for(item, None, self.language)
        words = DESCRIPTORS[ROWS.index(row)].text.in_(self.language)
        editor.field.setAccessibleName(f"{words}, {item.label.in_(self.language)}")
        if item.hint is not None:
            editor.field.setToolTip(item.hint.in_(self.language))
        self._listen(editor)
        return editor

    def _listen(self, editor: Editor) -> None:
        editor.committed.connect(self._on_committed)
        editor.history_asked.connect(self._on_history)

    def _describe(self, row: str) -> None:
        """Say definition, suggestion and findings to who cannot see them."""
        said = [DESCRIPTORS[ROWS.index(row)].definition.in_(self.language)]
        if row in self._suggestions:
            said.append(self.about.words(self._suggestions[row]))
        said += [f.message.in_(self.language) for f in self._found if f.row == row]
        self._present[row].describe(" ".join(said))

    def _show_about(self, row: str) -> None:
        self._at = row
        self.about.show_descriptor(row, self._suggestions.get(row))

    def _go_to(self, row: str) -> None:
        self._present[row].field.setFocus(Qt.FocusReason.TabFocusReason)

    def _sender_row(self) -> str:
        editor = self.sender()
        assert isinstance(editor, Editor)
        row = self.row_of(editor)
        assert row is not None
        return row

    @Slot()
    def _on_keyed(self) -> None:
        """Go on with the next descriptor; after the last one, with what follows the index."""
        n = ROWS.index(self._sender_row()) + 1
        if n < len(ROWS):
            self._go_to(ROWS[n])
        else:
            self.finished.emit()

    @Slot(int, int)
    def _on_moved(self, columns: int, rows: int) -> None:
        at = self._sender_row()
        side = next(n for n, column in enumerate(COLUMNS) if at in column)
        n = COLUMNS[side].index(at) + rows
        column = COLUMNS[min(max(side + columns, 0), len(COLUMNS) - 1)]
        if n >= 0:
            self._go_to(column[min(n, len(column) - 1)])

    @Slot()
    def _on_focused(self) -> None:
        self._show_about(self._sender_row())

    @Slot()
    def _on_attribution_asked(self) -> None:
        row = self._sender_row()
        self._show_about(row)
        self._attributed[row].field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_committed(self) -> None:
        editor, row = self.sender(), self._sender_row()
        assert isinstance(editor, Editor)
        self.answered.emit(self.section.name, row, editor.item.name, editor.value(), editor.typed())

    @Slot()
    def _on_history(self) -> None:
        editor, row = self.sender(), self._sender_row()
        assert isinstance(editor, Editor)
        self.history_asked.emit(self.section.name, row, editor.item.name)
