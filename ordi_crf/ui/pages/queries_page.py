"""Queries: whose turn it is, the thread of each, and the way out and back for a sponsor."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QModelIndex, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import forms, study
from ordi_crf.core import place_words
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.permissions import Operation
from ordi_crf.core.query import Act, Query, QueryState
from ordi_crf.core.records import RecordKey
from ordi_crf.db.connection import utc_now
from ordi_crf.export.queries import Format, edition, write
from ordi_crf.forms.schema import Text
from ordi_crf.imports import answers
from ordi_crf.imports.errors import UnreadableFileError
from ordi_crf.ui import calendars, theme
from ordi_crf.ui.choosing import FileChooser, documents
from ordi_crf.ui.components.banner import Banner
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.search_field import SearchField
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.permits import may
from ordi_crf.ui.places import FormAt
from ordi_crf.ui.review import turn
from ordi_crf.ui.review.import_dialog import ImportDialog
from ordi_crf.ui.review.thread import STATES, QueryThread
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone

_ALL = "ALL"
_COLUMNS = ((46, 0), (72, 0), (84, 2), (100, 3), (110, 3), (80, 0), (150, 9), (56, 0))
_ASIDE = 340


class QueriesPage(Page):
    """A list of queries, the one at hand beside it, and what can be done about it."""

    chooser = FileChooser()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: list[tuple[RecordKey, Query]] = []
        self._shown: list[tuple[RecordKey, Query]] = []
        self._folder = documents()
        self._written = Banner("", Tone.OK, action=self.tr("Open the folder"))
        self._written.asked.connect(self._on_open)
        self._failed = Banner("", Tone.BAD)
        self._states = SegmentedChoice(
            [
                (QueryState.OPEN.value, self.tr("To answer"), ""),
                (QueryState.ANSWERED.value, self.tr("Answered, to close"), ""),
                (QueryState.CLOSED.value, self.tr("Closed"), ""),
                (_ALL, self.tr("All"), ""),
            ]
        )
        self._states.setObjectName("query_states")
        self._states.setAccessibleName(self.tr("Which queries"))
        self._states.set_value(turn.mine(session).value)
        self._states.chosen.connect(self._show)
        self._search = SearchField(self.tr("Filter by subject, form, item, words"))
        self._search.textChanged.connect(self._show)
        self._rows = Rows(self._titles(), [], self)
        self._table = Table(self._rows)
        self._table.setAccessibleName(self.tr("Queries"))
        self._table.set_columns(_COLUMNS)
        self._table.activated.connect(self._on_activated)
        self._table.doubleClicked.connect(self._on_activated)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self.setFocusProxy(self._table)
        self._thread = QueryThread(session)
        self._thread.said.connect(self._on_said)
        self._go = Button(self.tr("Go to the item"))
        self._go.setObjectName("go_to_item")
        self._go.clicked.connect(self._on_go)
        self._nothing = EmptyState(
            self.tr("No query here"),
            self.tr(
                "A query is raised at its item (Ctrl+K), and by the checks of a completed form."
            ),
        )
        self._build()
        session.changed.connect(self._on_changed)
        session.reviewed.connect(self._on_changed)
        self._reload()

    def header(self) -> Header:
        count = self.tr("%n open", "", sum(not q.closed for _, q in self._found))
        actions = []
        if may(self._session, Operation.EXPORT):
            waits = any(q.state is QueryState.OPEN for _, q in self._found)
            tip = "" if waits else self.tr("No query waits for an answer.")
            actions.append(Action("xlsx", self.tr("Send as a workbook"), waits, tip))
            actions.append(Action("pdf", self.tr("Print forms (PDF)"), waits, tip))
        if may(self._session, Operation.IMPORT):
            actions.append(Action("read", self.tr("Read answers…")))
        trail = ((study.STUDYID, None), (count, None))
        return Header(self.tr("Queries"), trail, quiet=tuple(actions))

    def act(self, code: str) -> None:
        if code == "read":
            self._read_answers()
        else:
            self._export(Format(code))

    def set_folder(self, folder: Path) -> None:
        """Choose where the files go."""
        self._folder = folder

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("No."), self.tr("Subject"), self.tr("Visit"), self.tr("Form"),
            self.tr("Item"), self.tr("State"), self.tr("Question"), self.tr("Days"),
        )  # fmt: skip

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(theme.SPACE_3)
        bar.addWidget(self._states)
        bar.addWidget(self._search)
        bar.addStretch(1)
        left, self._aside = Card(), Card(self.tr("The query"))
        left.body.setContentsMargins(1, 1, 1, 1)
        left.body.addWidget(self._table, 1)
        left.body.addWidget(self._nothing, 1)
        self._aside.setFixedWidth(_ASIDE)
        self._aside.body.addWidget(self._thread)
        self._aside.body.addWidget(self._go)
        self._aside.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        row.addWidget(left, 1)
        row.addWidget(self._aside)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        page.setSpacing(theme.SPACE_2)
        for widget in (self._written, self._failed):
            widget.hide()
            page.addWidget(widget)
        page.addLayout(bar)
        page.addLayout(row, 1)

    def _reload(self) -> None:
        self._found = turn.of_study(self._session)
        self._show()
        self.headed.emit()

    @Slot()
    def _show(self) -> None:
        """Show the queries of the state and the words that are looked for."""
        state, words = self._states.value(), self._search.text().casefold().split()
        before = self._at_hand()
        lines = [(entry, self._cells(*entry)) for entry in self._found]
        kept = [
            (entry, cells)
            for entry, cells in lines
            if state in (_ALL, entry[1].state.value)
            and all(word in " ".join(cells).casefold() for word in words)
        ]
        self._shown = [entry for entry, _ in kept]
        self._rows.set_rows([cells for _, cells in kept])
        self._nothing.setVisible(not kept)
        self._table.setVisible(bool(kept))
        numbers = [query.number for _, query in self._shown]
        at = numbers.index(before.number) if before and before.number in numbers else 0
        if kept:
            self._table.selectRow(at)
        self._show_thread()

    def _cells(self, key: RecordKey, query: Query) -> tuple[str, ...]:
        language = self._session.language
        since = date.fromisoformat(query.messages[0].at[:10])
        return (
            str(query.number),
            key.subject.subjid,
            place_words.visit(key, language),
            forms.form(key.form).title.in_(language),
            place_words.where(key.form, query.place, language),
            STATES[query.state].in_(language),
            " ".join(query.question.text.split()),
            "" if query.closed else str((self._today() - since).days),
        )

    def _today(self) -> date:
        """Return the day up to which a query waits: of the demonstration, that of its last word."""
        said = (q.messages[-1].at[:10] for _, q in self._found)
        return max(calendars.today(self._session), *map(date.fromisoformat, said))

    def _at_hand(self) -> Query | None:
        row = self._table.currentIndex().row()
        return self._shown[row][1] if 0 <= row < len(self._shown) else None

    def _show_thread(self) -> None:
        row = self._table.currentIndex().row()
        known = 0 <= row < len(self._shown)
        self._aside.setVisible(known)
        if known:
            key, query = self._shown[row]
            language = self._session.language
            where = place_words.where(key.form, query.place, language)
            value = place_words.value(self._session.record(key), query.place, language)
            self._thread.show_query(query, where, value)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_thread()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        key, query = self._shown[index.row()]
        self.went.emit(FormAt(key, *query.place))

    @Slot()
    def _on_go(self) -> None:
        self._on_activated(self._table.currentIndex())

    @Slot(str, str)
    def _on_said(self, act: str, text: str) -> None:
        key, query = self._shown[self._table.currentIndex().row()]
        queries, number = self._session.file.queries, query.number
        writes = {
            Act.ANSWERED: queries.answer,
            Act.CLOSED: queries.close,
            Act.REOPENED: queries.reopen,
        }
        write_ = writes[Act(act)]
        self._thread.forget()
        self._session.do(key, lambda: write_(number, text))

    @Slot(object)
    def _on_changed(self, _key: object) -> None:
        self._reload()

    def _read_answers(self) -> None:
        path = self.chooser.answers(self)
        if path is None:
            return
        try:
            found = answers.read(path)
        except UnreadableFileError as error:
            self._on_failed(error.message)
            return
        self._failed.hide()
        dialog = ImportDialog(self._session, found, self)
        dialog.open()

    def _export(self, kind: Format) -> None:
        session, folder = self._session, self._folder
        if not session.log_event("EXPORT", f"queries ({kind})"):
            return
        file, language, actor = session.file, session.language, session.file.actor.name
        at: datetime = utc_now()

        def work(_progress: Progress, _cancelled: Cancelled) -> object:
            made = edition(
                file.data(), at=at, actor=actor, export_id=str(uuid4()), language=language
            )
            return write(made, folder, kind)

        job = Job(work, session)
        job.setObjectName("export")
        job.done.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.start()

    @Slot(object)
    def _on_written(self, file: Path) -> None:
        self._failed.hide()
        words = self.tr("{name} is in {folder}.")
        self._written.set_sentence(words.format(name=file.name, folder=str(file.parent)))
        self._written.show()

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self._written.hide()
        self._failed.set_sentence(self._session.say(text))
        self._failed.show()

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
