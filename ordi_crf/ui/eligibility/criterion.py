"""Criterion: one criterion: its wording, what the data say, the evidence, the confirmation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.chart import Evidence
from ordi_crf.core.criteria import Answer
from ordi_crf.core.validation import Finding
from ordi_crf.forms.schema import Language, RowCode, Section, Severity, Values
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.field_row import FindingLine
from ordi_crf.ui.components.icons import IconButton
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import hairline
from ordi_crf.ui.editors import Editor, editor_for
from ordi_crf.ui.eligibility.evidence import EvidenceLink
from ordi_crf.ui.eligibility.mark import VerdictMark
from ordi_crf.ui.eligibility.rates import RatesPanel

WORDING, CONFIRMATION = 236, 150
"""Widths of the columns at the left and at the right; the evidence has what is between."""


class Criterion(QWidget):
    """A line of the table of criteria."""

    committed = Signal(str, object)
    """The criterion's code, and the editor that was left."""
    history_asked = Signal(str, str)
    """The criterion's code and the item."""
    explained = Signal(str, str)
    """The criterion's code and the finding's oid."""
    chosen = Signal(object)
    """Evidence that somebody wants to see."""

    def __init__(
        self, row: RowCode, section: Section, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.code, self._language = row.value, language
        self._evidence: tuple[Evidence, ...] = ()
        self._found: tuple[Finding, ...] = ()
        self._wording = Label(row.text.in_(language), theme.BODY, wrap=True)
        self._mark = VerdictMark()
        self._links, self._problems = QVBoxLayout(), QVBoxLayout()
        self.rates = RatesPanel(language)
        self.rates.hide()
        self.editors = {item.name: editor_for(item, None, language) for item in section.items}
        for item in section.items:
            field = self.editors[item.name].field
            field.setAccessibleName(f"{row.text.in_(language)} {item.label.in_(language)}")
            self.editors[item.name].committed.connect(self._on_committed)
            self.editors[item.name].history_asked.connect(self._on_history)
        self._comment = Button(self.tr("Comment"), Kind.LINK)
        self._comment.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._comment.clicked.connect(self._on_comment)
        self._lay_out()

    def show_answer(self, answer: Answer) -> None:
        """Show what the data say, and what says so."""
        word = answer.verdict.value.in_(self._language)
        self._mark.show_verdict(answer.favourable, word)
        self._mark.setToolTip(answer.why.in_(self._language))
        if answer.evidence == self._evidence:
            return
        self._evidence = answer.evidence
        _clear(self._links)
        for evidence in answer.evidence:
            link = EvidenceLink(evidence, self._language)
            link.chosen.connect(self.chosen)
            self._links.addWidget(link)

    def show_values(self, values: Values, typed: dict[str, str], *, read_only: bool) -> None:
        """Show what the investigator answered."""
        for name, editor in self.editors.items():
            editor.set_value(values.get(name), typed.get(name))
            editor.set_read_only(read_only)
        told = values.get("IECOM") is not None
        comment = self.editors["IECOM"]
        comment.setVisible(told or comment.field.hasFocus())
        self._comment.setVisible(comment.isHidden() and not read_only)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong or in doubt under the line."""
        if tuple(findings) == self._found:
            return
        self._found = tuple(findings)
        _clear(self._problems)
        for finding in findings:
            line = FindingLine(finding, self._language)
            line.explained.connect(self._on_explained)
            self._problems.addWidget(line)
        hard = any(f.severity is Severity.HARD for f in findings)
        soft = Severity.SOFT if findings else None
        self.editors["IEORRES"].set_severity(Severity.HARD if hard else soft)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, 0, self.width(), 1, theme.tokens().line)

    def _lay_out(self) -> None:
        self._links.setSpacing(0)
        self._problems.setSpacing(2)
        left, middle, right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        left.setSpacing(6)
        self._wording.setFixedWidth(WORDING)
        left.addWidget(self._wording)
        left.addWidget(self._mark)
        left.addStretch(1)
        middle.addLayout(self._links)
        middle.addWidget(self.rates)
        middle.addStretch(1)
        answer = QHBoxLayout()
        answer.addWidget(self.editors["IEORRES"])
        history = IconButton("history", self.tr("History of this row"), code="IEORRES")
        history.picked.connect(self._on_row_history)
        answer.addWidget(history)
        right.addLayout(answer)
        right.addSpacing(theme.SPACE_1)
        right.addWidget(self._comment)
        right.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.SPACE_2, 0, theme.SPACE_2)
        grid.setHorizontalSpacing(theme.SPACE_4)
        grid.setVerticalSpacing(theme.SPACE_1)
        grid.addLayout(left, 0, 0, 2, 1)
        grid.addLayout(middle, 0, 1)
        grid.addLayout(right, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.editors["IECOM"], 1, 1, 1, 2)
        grid.addLayout(self._problems, 2, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, CONFIRMATION)
        grid.setRowStretch(0, 1)

    @Slot()
    def _on_committed(self) -> None:
        self.committed.emit(self.code, self.sender())

    @Slot()
    def _on_history(self) -> None:
        editor = self.sender()
        assert isinstance(editor, Editor)
        self.history_asked.emit(self.code, editor.item.name)

    @Slot(str)
    def _on_row_history(self, item: str) -> None:
        self.history_asked.emit(self.code, item)

    @Slot(str)
    def _on_explained(self, oid: str) -> None:
        self.explained.emit(self.code, oid)

    @Slot()
    def _on_comment(self) -> None:
        self.editors["IECOM"].show()
        self._comment.hide()
        self.editors["IECOM"].field.setFocus(Qt.FocusReason.OtherFocusReason)


def _clear(layout: QVBoxLayout) -> None:
    while (entry := layout.takeAt(0)) is not None:
        if (widget := entry.widget()) is not None:
            widget.hide()
            widget.deleteLater()
