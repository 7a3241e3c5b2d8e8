"""SheetPage: one form of one visit, from its definition alone; it knows no form by name.

Sections stand down the middle, findings beside their items and down the right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.derived import Figure, derive
from ordi_crf.core.missing import Place
from ordi_crf.core.patient import held_on
from ordi_crf.core.periods import SCREENING
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding
from ordi_crf.forms.schema import Section
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.finding_card import FindingList, Notice
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.marks import Mark
from ordi_crf.ui.editors import Editor
from ordi_crf.ui.forms.figures_card import FiguresCard
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.forms.state_card import StateCard
from ordi_crf.ui.forms.views import view_for
from ordi_crf.ui.pages.form_page import FormPage
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.theme import Tone

RIGHT_WIDTH = 276
_WIDEST = 1120
"""Question, answer and history stand together however wide the window is."""


class SheetPage(FormPage):
    """Sections down the middle, state and findings down the right."""

    _figures: FiguresCard | None = None

    def build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 12, 12, 20)
        column.setSpacing(theme.SPACE_3)
        self.introduce(column)
        for section in self.form.sections:
            column.addWidget(self.add_view(self.view_of(section)))
        column.addStretch(1)
        self._area = scrolling(content)
        self._last: Place = (self.form.sections[0].name, "", "")
        self._state = StateCard()
        self._state.missing_asked.connect(self.ask_missing)
        self._findings = FindingList(self.tr("Findings"), self.tr("Nothing to check."))
        self._findings.acted.connect(self.on_finding)
        right = QVBoxLayout()
        right.setContentsMargins(0, 12, 0, 20)
        right.setSpacing(theme.SPACE_3)
        for widget in (self._state, self.signature, self._findings):
            widget.setFixedWidth(RIGHT_WIDTH)
        right.addWidget(self._state)
        right.addWidget(self.signature)
        self.accompany(right)
        right.addWidget(self._findings)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 20, 0)
        row.setSpacing(theme.SPACE_2)
        self._area.setMaximumWidth(_WIDEST)
        # The sections take all the room up to their widest; what is left beyond stays free.
        row.addWidget(self._area, 1000)
        row.addLayout(right)
        row.addStretch(1)

    def introduce(self, column: QVBoxLayout) -> None:
        """Put what stands above the sections: the note of the form."""
        if self.form.note is not None:
            note = self.session.say(self.form.note)
            column.addWidget(Label(note, theme.LABEL, 400, Tone.MUTED, wrap=True))

    def accompany(self, column: QVBoxLayout) -> None:
        """Put what stands between state and findings: the derived figures of the form."""
        if self.form.derived:
            self._figures = FiguresCard(self.form, self.session.language)
            self._figures.setFixedWidth(RIGHT_WIDTH)
            column.addWidget(self._figures)

    def view_of(self, section: Section) -> SectionView:
        """Return the view a section is shown by."""
        return view_for(section, self.session.language)

    def show_record(self, record: Record) -> None:
        typed = self.answering.typed()
        for view in self.views.values():
            view.show_record(record, typed, read_only=self.read_only)
        if self._figures is not None:
            self._figures.show_figures(self.figures(record))

    def figures(self, record: Record) -> Mapping[str, Figure]:
        """Return what is derived from a record."""
        screening = replace(self.key, visit=SCREENING, visit_repeat=1)
        return derive(record, screened=held_on(self.session.records(), screening))

    def show_findings(self, found: Sequence[Finding]) -> None:
        for name, view in self.views.items():
            view.set_findings([f for f in found if f.section == name])

    def show_marks(self, marks: Mapping[Place, Mark]) -> None:
        for view in self.views.values():
            view.show_marks(marks)

    def show_notices(self, shown: Sequence[Notice]) -> None:
        self._findings.set_notices(shown)

    def show_state(self, record: Record, found: Sequence[Finding]) -> None:
        again = self.session.file.signing.signed(self.key)
        self._state.show_state(record, found, read_only=self.read_only, again=again)

    def reveal(self, section: str, row: str, item: str) -> None:
        anchor = self.anchor(section, row, item)
        if anchor is not None:
            self._area.ensureWidgetVisible(anchor, 0, 90)

    def reveal_top(self) -> None:
        """Show the form from its top."""
        self._area.verticalScrollBar().setValue(0)

    def anchor(self, section: str, row: str, item: str) -> QWidget | None:
        view = self.views.get(section)
        editor = view.editor(row, item) if view is not None else None
        return None if editor is None else editor.field

    def place_of(self, widget: QWidget | None) -> Place:
        while widget is not None and not isinstance(widget, Editor):
            widget = widget.parentWidget()
        for name, view in self.views.items():
            row = view.row_of(widget) if widget is not None else None
            if widget is not None and row is not None:
                self._last = (name, row, widget.item.name)
        return self._last

    def add_view(self, view: SectionView) -> SectionView:
        """Adopt the view of a section."""
        self.views[view.section.name] = view
        view.answered.connect(self.on_answered)
        view.history_asked.connect(self.show_history)
        view.explained.connect(self.explain)
        view.void_asked.connect(self.void)
        view.query_asked.connect(self.open_query)
        return view

    def arrive(self) -> None:
        first = self.form.sections[0]
        add = self.findChild(Button, f"add_{first.name}")
        if self.place.item:
            self.focus_item(self.place.section, self.place.row, self.place.item)
        elif add is not None:
            add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            row = first.rows.codes[0].value if first.rows else ""
            self.focus_item(first.name, row, first.items[0].name)
