"""Findings: every open finding of the study in one list that leads to its item."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import forms, study
from ordi_crf.core import agreement
from ordi_crf.core.derived import areas
from ordi_crf.core.painted import Painted
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.core.validation import Finding, check, open_findings
from ordi_crf.forms.schema import Severity
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.places import FormAt
from ordi_crf.ui.session import Session, today
from ordi_crf.ui.table import Rows, Table


class FindingsPage(Page):
    """What still needs someone: to be corrected first, then to be checked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found = sorted(self._collect(), key=lambda entry: entry[1].severity is not _HARD)
        titles = (
            self.tr("Subject"),
            self.tr("Visit"),
            self.tr("Form"),
            self.tr("Kind"),
            self.tr("Finding"),
        )
        self._table = Table(Rows(titles, [self._cells(*entry) for entry in self._found]))
        self._table.set_widths((90, 170, 150, 100, 0))
        self._table.activated.connect(self._on_activated)
        self._table.clicked.connect(self._on_activated)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 20)
        if self._found:
            card = Card()
            card.body.setContentsMargins(1, 1, 1, 1)
            card.body.addWidget(self._table)
            row.addWidget(card)
        else:
            column = QVBoxLayout()
            column.addWidget(
                EmptyState(
                    self.tr("Nothing open"),
                    self.tr("What has to be corrected or checked stands here, and leads to it."),
                )
            )
            row.addLayout(column)

    def header(self) -> Header:
        count = self.tr("%n open", "", len(self._found))
        return Header(self.tr("Findings"), ((study.STUDYID, None), (count, None)))

    def _collect(self) -> list[tuple[Record, Finding]]:
        collected = []
        for record in self._session.records().values():
            typed = self._session.file.unaccepted(record.key)
            found = check(forms.form(record.key.form), record, today(), typed)
            if record.key.form == "CLASI":
                found += agreement.compare(areas(record), self._painted(record.key))
            draft = record.status is Status.DRAFT
            collected += [
                (record, finding)
                for finding in open_findings(found, record)
                if not (finding.missing and draft)
            ]
        return collected

    def _painted(self, key: RecordKey) -> Painted | None:
        other = RecordKey(key.subject, key.visit, "BM", key.visit_repeat)
        return self._session.painted(other) if other in self._session.records() else None

    def _cells(self, record: Record, finding: Finding) -> tuple[str, ...]:
        form = forms.form(record.key.form)
        say = self._session.say
        words = say(finding.message)
        if finding.item and not finding.oid.startswith("MAP."):
            section = form.section(finding.section)
            where = say(section.item(finding.item).label)
            if section.rows is not None:
                where = f"{say(section.rows.row(finding.row).text)}, {where}"
            words = f"{where}: {words}"
        hard = finding.severity is _HARD
        return (
            record.key.subject.subjid,
            say(study.event(record.key.visit).label),
            say(form.title),
            self.tr("to correct") if hard else self.tr("check"),
            words,
        )

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        record, finding = self._found[index.row()]
        self.went.emit(FormAt(record.key, finding.section, finding.row, finding.item))


_HARD = Severity.HARD
