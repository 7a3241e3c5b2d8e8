"""CompactOnce: a few questions of a section in one line, above an instrument of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.forms.schema import FreeText, Language, Section
from ordi_crf.ui import theme
from ordi_crf.ui.components.field_row import EarlierLine, FindingLine
from ordi_crf.ui.components.icons import IconButton
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.editors import Editor, editor_for
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.trust.earlier import Earliers

_WORDS = 120


class CompactOnce(SectionView):
    """Label and editor side by side; findings follow in the same line."""

    def __init__(
        self,
        section: Section,
        language: Language,
        items: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(section, language, parent, titled=False)
        self.body.setContentsMargins(theme.SPACE_4, 7, theme.SPACE_3, 7)
        self._editors: dict[str, Editor] = {}
        self._histories: dict[str, IconButton] = {}
        self._earlier: dict[str, EarlierLine] = {}
        self._line = QHBoxLayout()
        self._line.setSpacing(theme.SPACE_2)
        for name in items:
            self._add(name)
        self._problems = QHBoxLayout()
        self._line.addLayout(self._problems)
        self._line.addStretch(1)
        self.body.addLayout(self._line)

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        values = record.values(self.section)
        for name, editor in self._editors.items():
            editor.set_value(values.get(name), typed.get((self.section.name, "", name)))
            editor.set_read_only(read_only)

    def show_earlier(self, found: Earliers) -> None:
        for name, history in self._histories.items():
            mine = found.get((self.section.name, "", name))
            if mine is not None and name not in self._earlier:
                self._earlier[name] = EarlierLine(name, self)
                self._earlier[name].history_asked.connect(self._on_history)
                self._line.insertWidget(self._line.indexOf(history) + 1, self._earlier[name])
            if name in self._earlier:
                self._earlier[name].show_earlier(mine)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        while (taken := self._problems.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for finding in findings:
            line = FindingLine(finding, self.language, narrow=True)
            line.explained.connect(self._on_explained)
            self._problems.addWidget(line, 0, Qt.AlignmentFlag.AlignVCenter)

    def editor(self, row: str, item: str) -> Editor | None:
        return None if row else self._editors.get(item)

    def editors(self) -> Iterable[Editor]:
        """Return the editors in their order."""
        return self._editors.values()

    def row_of(self, editor: Editor) -> str | None:
        return "" if editor in self._editors.values() else None

    def _add(self, name: str) -> None:
        item = self.section.item(name)
        label = Label(item.label.in_(self.language), theme.LABEL, 600)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        editor = editor_for(item, None, self.language)
        editor.field.setAccessibleName(label.text())
        if isinstance(item, FreeText):
            editor.setMinimumWidth(_WORDS)
        if item.hint is not None:
            label.setToolTip(item.hint.in_(self.language))
            editor.field.setToolTip(item.hint.in_(self.language))
        editor.committed.connect(self._on_committed)
        history = IconButton("history", self.tr("History of this item"), code=name)
        history.picked.connect(self._on_history)
        self._editors[name] = editor
        self._line.addWidget(label)
        self._line.addWidget(editor, 9 * isinstance(item, FreeText))
        self._line.addWidget(history)
        self._histories[name] = history
        self._line.addSpacing(theme.SPACE_2)

    @Slot()
    def _on_committed(self) -> None:
        editor = self.sender()
        assert isinstance(editor, Editor)
        self.answered.emit(self.section.name, "", editor.item.name, editor.value(), editor.typed())

    @Slot(str)
    def _on_history(self, item: str) -> None:
        self.history_asked.emit(self.section.name, "", item)

    @Slot(str)
    def _on_explained(self, oid: str) -> None:
        self.explained.emit(self.section.name, "", oid)
