"""Findings: every open finding of the study in one list that leads to its item."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf import forms, study
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding
from ordi_crf.forms.schema import Severity
from ordi_crf.ui import findings
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.forms.notices import said
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.places import FormAt
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.wording import visit_words


class FindingsPage(Page):
    """What still needs someone: to be corrected first, then to be checked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found = findings.of_study(session)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        if not self._found:
            page.addWidget(
                EmptyState(
                    self.tr("Nothing open"),
                    self.tr("What has to be corrected or checked stands here."),
                )
            )
            return
        titles = (
            self.tr("Subject"),
            self.tr("Visit"),
            self.tr("Form"),
            self.tr("Kind"),
            self.tr("Finding"),
        )
        table = Table(Rows(titles, [self._cells(*entry) for entry in self._found], self))
        table.setAccessibleName(self.tr("Open findings"))
        table.set_columns(((84, 0), (170, 0), (180, 1), (84, 0), (420, 6)))
        table.activated.connect(self._on_activated)
        table.clicked.connect(self._on_activated)
        self.setFocusProxy(table)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(table)
        page.addWidget(card)

    def header(self) -> Header:
        count = self.tr("%n open", "", len(self._found))
        return Header(self.tr("Findings"), ((study.STUDYID, None), (count, None)))

    def _cells(self, record: Record, finding: Finding) -> tuple[str, ...]:
        form, language = forms.form(record.key.form), self._session.language
        hard = finding.severity is Severity.HARD
        return (
            record.key.subject.subjid,
            visit_words(record.key.visit, record.key.visit_repeat, language),
            form.title.in_(language),
            self.tr("to correct") if hard else self.tr("check"),
            said(form, finding, language),
        )

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        record, finding = self._found[index.row()]
        self.went.emit(FormAt(record.key, finding.section, finding.row, finding.item))
