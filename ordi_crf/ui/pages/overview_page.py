"""Overview: everything of one subject on one axis of time, to look at, print and hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ordi_crf import build, study
from ordi_crf.core.overview import overview
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import RecordKey
from ordi_crf.export.files import ExportError
from ordi_crf.ui import permits, theme
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.overview.chart import Chart
from ordi_crf.ui.overview.figures import Lesions, lesions
from ordi_crf.ui.overview.paper import Format, Heading, Paper, across
from ordi_crf.ui.overview.words import Words
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import Overview, Place, Subjects, SubjectVisit
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session, today
from ordi_crf.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class OverviewPage(Page):
    """The chart of one subject; body maps are drawn one by one, once the chart is on screen."""

    chooser = FileChooser()

    def __init__(self, session: Session, place: Overview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._subject = session, place.subject
        self._words = Words(session.language)
        self._told = Label("", theme.LABEL, 600, Tone.OK, wrap=True)
        self._told.hide()
        self._lesions: dict[RecordKey, Lesions] = {}
        self._overview = overview(session.records(), place.subject, session.painted)
        self._chart: Chart | None = None
        self._printer: QPrinter | None = None
        self._drawing = QTimer(self)
        self._drawing.timeout.connect(self._draw_next)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        page.setSpacing(theme.SPACE_2)
        page.addWidget(self._told)
        page.addWidget(self._content(), 1)

    def header(self) -> Header:
        whose = permits.whose(self._session, Operation.EXPORT)
        actions = (
            (
                Action("print", self.tr("Print…"), not whose, whose),
                Action("save", self.tr("Save picture…"), not whose, whose),
            )
            if self._overview is not None
            else ()
        )
        return Header(
            title=self.tr("Subject {subject}: overview").format(subject=self._subject.subjid),
            trail=(
                (self.tr("Subjects"), Subjects()),
                (self._subject.subjid, SubjectVisit(self._subject)),
                (self.tr("Overview"), None),
            ),
            quiet=actions,
        )

    def act(self, code: str) -> None:
        if code == "print":
            self._ask_printer()
        else:
            self._save()

    def arrive(self) -> None:
        if self._chart is not None:
            self._chart.setFocus()
        self._drawing.start(0)

    def paper(self) -> Paper:
        """Return the overview as a page, with every body map drawn."""
        assert self._overview is not None
        while self._undrawn():
            self._draw_next()
        return Paper(self._overview, self._words, self._lesions, self._heading())

    def _content(self) -> QWidget:
        if self._overview is None:
            return EmptyState(
                self.tr("Nothing to draw yet"),
                self.tr("The overview begins with the first visit that has a date."),
            )
        self._chart = Chart(self._overview, self._words)
        self._chart.went.connect(self._on_went)
        card = Card()
        card.body.setContentsMargins(theme.SPACE_4, theme.SPACE_3, 5, theme.SPACE_2)
        card.body.addWidget(scrolling(self._chart), 1)
        left_out = self._words.left_out(self._overview)
        if left_out:
            card.body.addWidget(Label(left_out, theme.META, 600, Tone.WARN))
        return card

    def _undrawn(self) -> list[RecordKey]:
        visits = self._overview.visits if self._overview is not None else ()
        found = [visit.body_map for visit in visits]
        return [key for key in found if key is not None and key not in self._lesions]

    def _heading(self) -> Heading:
        assert self._overview is not None
        words = self.tr("Synthetic demonstration study: invented people, no patient data.")
        title = self.tr("{study}  ·  Subject {subject}: overview")
        program = self._session.say(build.program())
        return Heading(
            title=title.format(study=study.STUDYID, subject=self._subject.subjid),
            printed=self.tr("as entered on {date}").format(date=today()),
            warning=words if self._session.synthetic else "",
            page=f"{program} · {self.tr('page {n} of {m}').format(n=1, m=1)}",
            counts=self._words.summary(self._overview),
            note=self._words.left_out(self._overview) or self._words.legend,
        )

    def _save(self) -> None:
        kind = "_SYNTHETIC" if self._session.synthetic else ""
        name = f"{study.STUDYID}{kind}_{self._subject.subjid}_overview.pdf"
        path = self.chooser.drawing(self, name)
        if path is None or not self._log(Format(path.suffix.lower()[1:])):
            return
        try:
            self.paper().write(path, Format(path.suffix.lower()[1:]))
        except ExportError as error:
            self._say(self._session.say(error.message), Tone.BAD)
            return
        self._say(self.tr("Written: {name}").format(name=path.name), Tone.OK)

    def _log(self, how: str) -> bool:
        """Write an export into the trail before it is made; a reader of a copy leaves no trace."""
        detail = f"overview {self._subject.subjid} ({how})"
        return self._session.log_event("EXPORT", detail)

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(across())
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self._on_print)
        dialog.finished.connect(dialog.deleteLater)
        # QPrintDialog hides this overload; exec() would hold the window.
        QDialog.open(dialog)

    def _say(self, sentence: str, tone: Tone) -> None:
        self._told.set_tone(tone)
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    @Slot()
    def _draw_next(self) -> None:
        """Draw the body map of one more visit."""
        waiting = self._undrawn()
        if not waiting:
            self._drawing.stop()
            return
        key = waiting[0]
        self._lesions[key] = lesions(self._session.drawing(key))
        if self._chart is not None:
            self._chart.show_lesions(key, self._lesions[key])

    @Slot()
    def _on_print(self) -> None:
        if self._printer is None or not self._log("print"):
            return
        if self.paper().print_on(self._printer):
            self._say(self.tr("Sent to the printer."), Tone.OK)
        else:
            self._say(self.tr("The printer did not take the page: see whether it is on."), Tone.BAD)

    @Slot(object)
    def _on_went(self, place: Place) -> None:
        self.went.emit(place)
