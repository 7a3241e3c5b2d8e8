"""OnceView: a section asked once, one question under the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ordi_crf.core.missing import Place
from ordi_crf.core.records import Record, blank
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.forms.schema import Item, Language, Section
from ordi_crf.ui.components.field_row import FieldRow
from ordi_crf.ui.components.marks import Mark
from ordi_crf.ui.editors import Editor, editor_for
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.trust.earlier import Earliers


class OnceView(SectionView):
    """A section asked once: one question under the other."""

    def __init__(
        self,
        section: Section,
        language: Language,
        parent: QWidget | None = None,
        *,
        titled: bool = True,
    ) -> None:
        super().__init__(section, language, parent, titled=titled)
        self._row = ""
        self._rows = {item.name: self._field(item) for item in section.items}
        nothing = blank(section)
        self._due = {i.name: section.asked(i, self._row, nothing) for i in section.items}
        """Whether an item is asked; one that is not stays away, unless it holds an answer."""
        for row in self._rows.values():
            self.body.addWidget(row)
        for name, row in self._rows.items():
            row.setHidden(not self._due[name])

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        values = {**blank(self.section), **record.values(self.section, self._row)}
        if not self.section.repeating:
            self.show_absence(record)
        for name, row in self._rows.items():
            text = typed.get((self.section.name, self._row, name))
            row.editor.set_value(values[name], text)
            asked = self.section.asked(row.item, self._row, values)
            self._due[name] = asked or values[name] is not None or text is not None
            row.set_missing(self.said_missing(record, self._row, name))
            row.set_read_only(read_only)
        self._show_due()

    def show_earlier(self, found: Earliers) -> None:
        for name, row in self._rows.items():
            row.set_earlier(found.get((self.section.name, self._row, name)))

    def set_findings(self, findings: Sequence[Finding]) -> None:
        for name, row in self._rows.items():
            row.set_findings([f for f in findings if f.row == self._row and f.item == name])

    def show_marks(self, marks: Mapping[Place, Mark]) -> None:
        for name, row in self._rows.items():
            row.set_mark(marks.get((self.section.name, self._row, name), Mark()))

    def editor(self, row: str, item: str) -> Editor | None:
        return self._rows[item].editor if row == self._row and item in self._rows else None

    def row_of(self, editor: Editor) -> str | None:
        mine = any(row.editor is editor for row in self._rows.values())
        return self._row if mine else None

    def _show_due(self) -> None:
        for name, row in self._rows.items():
            row.setVisible(self._due[name])

    def _field(self, item: Item) -> FieldRow:
        row = FieldRow(item, editor_for(item, None, self.language), self.language)
        row.editor.committed.connect(self._on_committed)
        row.history_asked.connect(self._on_history)
        row.explained.connect(self._on_explained)
        row.query_asked.connect(self._on_query)
        return row

    @Slot()
    def _on_committed(self) -> None:
        editor = self.sender()
        assert isinstance(editor, Editor)
        self.answered.emit(
            self.section.name, self._row, editor.item.name, editor.value(), editor.typed()
        )

    @Slot(str)
    def _on_history(self, item: str) -> None:
        self.history_asked.emit(self.section.name, self._row, item)

    @Slot(str)
    def _on_query(self, item: str) -> None:
        self.query_asked.emit(self.section.name, self._row, item)

    @Slot(str)
    def _on_explained(self, oid: str) -> None:
        self.explained.emit(self.section.name, self._row, oid)
