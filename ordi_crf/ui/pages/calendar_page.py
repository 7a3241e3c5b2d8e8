"""Calendar: what is overdue, due and coming in the whole study; to print and to hand on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QModelIndex, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.agenda import agenda, following
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.permissions import Operation
from ordi_crf.core.standing import long_day, span
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.export.calendar import Edition, Format, write
from ordi_crf.forms.schema import Text
from ordi_crf.ui import permits, theme
from ordi_crf.ui.agenda.model import AgendaModel, Line
from ordi_crf.ui.agenda.view import AgendaView
from ordi_crf.ui.agenda.weeks_ahead import WeeksAhead
from ordi_crf.ui.calendars import calendars_of, today
from ordi_crf.ui.choosing import FileChooser, documents
from ordi_crf.ui.components.banner import Banner
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import SubjectVisit
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import folder_words, visit_words


class CalendarPage(Page):
    """The agenda at the left, the weeks ahead at the right."""

    chooser = FileChooser()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = documents()
        self._today = today(session)
        self._model = AgendaModel(session, self)
        self._agenda = AgendaView(self._model)
        self._agenda.activated.connect(self._on_activated)
        self._agenda.clicked.connect(self._on_activated)
        self.setFocusProxy(self._agenda)
        self._calm = Label("", theme.BODY, 400, Tone.MUTED, wrap=True)
        self._calm.setContentsMargins(theme.SPACE_4, theme.SPACE_3, theme.SPACE_4, 0)
        self._weeks = WeeksAhead(session)
        self._weeks.picked.connect(self.went)
        self._quiet_weeks = Label(
            self.tr("Nobody has a visit in these weeks."), theme.LABEL, 400, Tone.MUTED
        )
        self._written = Banner("", Tone.OK, action=self.tr("Open the folder"))
        self._written.asked.connect(self._on_open)
        self._failed = Banner("", Tone.BAD)
        self._empty = EmptyState(
            self.tr("Nothing to plan yet"),
            self.tr("Visits stand here by urgency, once a subject has been screened."),
        )
        self._build()
        session.changed.connect(self._on_changed)
        self._show()

    def header(self) -> Header:
        as_of = self._session.say(long_day(self._today))
        words = self.tr("as of {day}").format(day=as_of)
        whose = permits.whose(self._session, Operation.EXPORT)
        actions = (
            Action(Format.PDF, self.tr("Print (PDF)…"), not whose, whose),
            Action(Format.XLSX, self.tr("Workbook…"), not whose, whose),
            Action(Format.ICS, self.tr("For other calendars (.ics)…"), not whose, whose),
        )
        quiet = actions if self._session.file.subjects() else ()
        return Header(self.tr("Calendar"), ((study.STUDYID, None), (words, None)), quiet=quiet)

    def act(self, code: str) -> None:
        folder = self.chooser.folder(self, self._folder)
        if folder is not None:
            self._folder = folder
            self._export(Format(code))

    def arrive(self) -> None:
        if self._model.rowCount():
            super().arrive()

    def _build(self) -> None:
        left, right = Card(), Card(self.tr("The weeks ahead"))
        left.body.setContentsMargins(1, 1, 1, 8)
        left.body.addWidget(self._calm, 0, Qt.AlignmentFlag.AlignTop)
        left.body.addWidget(self._agenda, 1)
        right.body.addWidget(self._quiet_weeks)
        right.body.addWidget(scrolling(self._weeks), 1)
        self._cards = QWidget()
        row = QHBoxLayout(self._cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_3)
        row.addWidget(left, 6)
        row.addWidget(right, 5)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        page.setSpacing(theme.SPACE_2)
        for widget in (self._written, self._failed):
            widget.hide()
            page.addWidget(widget)
        page.addWidget(self._cards, 1)
        page.addWidget(self._empty, 1)

    def _show(self) -> None:
        known = calendars_of(self._session)
        self._model.show(known)
        self._weeks.show_calendars(known)
        self._quiet_weeks.setVisible(self._weeks.empty)
        self._weeks.setVisible(not self._weeks.empty)
        urgent = any(agenda(known).values())
        self._agenda.setVisible(urgent)
        self._calm.setText(self._calm_words(known))
        self._calm.setVisible(not urgent)
        busy = urgent or not self._weeks.empty
        self._cards.setVisible(busy)
        self._empty.setVisible(not busy)
        self._agenda.setCurrentIndex(self._model.first())

    def _calm_words(self, known: tuple[Calendar, ...]) -> str:
        """Return that nothing is due, and what comes next."""
        words = self.tr("Nothing is overdue, due now or coming in the next 4 weeks.")
        first = following(known)
        if first is None:
            return words
        subject, coming = first
        assert coming.opens is not None
        assert coming.closes is not None
        window = self._session.say(span(coming.opens, coming.closes, self._today))
        visit = visit_words(coming.visit, coming.repeat, self._session.language)
        after = self.tr("The next visit is {visit} of {subject}: {window}.")
        told = after.format(visit=visit, subject=subject.subjid, window=window)
        return f"{words} {told}"

    def _export(self, kind: Format) -> None:
        session = self._session
        if not session.log_event("EXPORT", f"calendar ({kind})"):
            return
        edition, folder = self._edition(), self._folder

        def work(_progress: Progress, _cancelled: Cancelled) -> object:
            return write(edition, folder, kind)

        job = Job(work, session)
        job.setObjectName("export")
        job.done.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.start()

    def _edition(self) -> Edition:
        session = self._session
        return Edition(
            calendars_of(session),
            self._today,
            datetime.now(UTC).replace(microsecond=0),
            session.file.actor.name,
            str(uuid4()),
            session.language,
            session.synthetic,
        )

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = self._model.row(index.row()) if index.isValid() else None
        if isinstance(row, Line):
            first = row.entry.first
            self.went.emit(SubjectVisit(row.entry.subject, first.visit, first.repeat))

    @Slot(object)
    def _on_written(self, file: Path) -> None:
        self._failed.hide()
        words = self.tr("{name} was written to {folder}.")
        self._written.set_sentence(words.format(name=file.name, folder=folder_words(file.parent)))
        self._written.show()
        if file.suffix == f".{Format.PDF}":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self._written.hide()
        self._failed.set_sentence(self._session.say(text))
        self._failed.show()

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @Slot(object)
    def _on_changed(self, _key: object) -> None:
        self._show()
        self.headed.emit()
