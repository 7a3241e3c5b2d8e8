"""Subject: the visits of one subject down the left, the forms of the chosen visit beside them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ordi_crf import study
from ordi_crf.core import progress
from ordi_crf.core.clasi import SEVERITY, severity
from ordi_crf.core.derived import clasi_score
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.core.surface import above_threshold, shown
from ordi_crf.forms.schema import Form
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import LEFT, RIGHT, hairline, rounded, write
from ordi_crf.ui.components.state import State, paint_state, state_word
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import FormAt, Subjects, SubjectVisit
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone


class VisitEntry(QAbstractButton):
    """One visit in the list: its sign, name and date."""

    picked = Signal(str, int)

    def __init__(
        self,
        place: SubjectVisit,
        words: str,
        date: str,
        state: State,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._place, self._date, self._state = place, date, state
        self.setText(words)
        self.setCheckable(True)
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{words}, {state_word(state)}, {date}")
        self.setToolTip(state_word(state))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ringed(self)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return QSize(232, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked():
            rounded(painter, box, theme.RADIUS_CONTROL, fill=t.soft)
        paint_state(painter, QRectF(8, 7, 20, 20), self._state, t)
        ink = t.accent if self.isChecked() else t.ink
        weight = 600 if self.isChecked() else 400
        words = box.adjusted(38, 0, -82, 0)
        write(painter, words, self.text(), font=theme.font(theme.BODY, weight), ink=ink, align=LEFT)
        date = box.adjusted(0, 0, -10, 0)
        write(painter, date, self._date, font=theme.font(theme.META), ink=t.muted, align=RIGHT)

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self._place.visit, self._place.visit_repeat)


class FormEntry(QAbstractButton):
    """One form of a visit: its sign, title, what it says, and the way in."""

    picked = Signal(object)

    def __init__(
        self, key: RecordKey, title: str, summary: str, state: State, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key, self._summary, self._state = key, summary, state
        self.setText(title)
        self.setObjectName(f"form_{key.form}")
        self.setFixedHeight(60)
        self.setAccessibleName(f"{title}, {state_word(state)}, {summary}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ringed(self)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return QSize(560, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, box, theme.RADIUS_CONTROL, fill=t.raised)
        hairline(painter, 0, box.bottom() - 1, box.right(), box.bottom(), t.line)
        paint_state(painter, QRectF(8, 19, 22, 22), self._state, t)
        title, summary = box.adjusted(44, 10, -160, -30), box.adjusted(44, 31, -160, -10)
        write(painter, title, self.text(), font=theme.font(theme.BODY, 600), ink=t.ink)
        write(painter, summary, self._summary, font=theme.font(theme.LABEL), ink=t.muted)
        right = box.adjusted(0, 0, -12, 0)
        words = state_word(self._state) + "   ›"
        write(painter, right, words, font=theme.font(theme.LABEL), ink=t.muted, align=RIGHT)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self._key)


class SubjectPage(Page):
    """One subject. Visits on the left; the forms of one visit, in the order they are filled."""

    def __init__(
        self, session: Session, place: SubjectVisit, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._subject = place.subject
        self._place = place if place.visit else SubjectVisit(place.subject, self._due())
        self._visits = _column()
        self._forms = _column()
        left = _scrolling(self._visits)
        left.setFixedWidth(318)
        card = Card(self.tr("Visits"))
        card.body.addWidget(left)
        card.setFixedWidth(350)
        self._right = Card()
        self._title = Label("", theme.TITLE, 700)
        self._note = Label("", theme.LABEL, 400, Tone.MUTED)
        self._right.body.addWidget(self._title)
        self._right.body.addWidget(self._note)
        self._right.body.addSpacing(theme.SPACE_1)
        self._right.body.addWidget(_scrolling(self._forms), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 20)
        row.setSpacing(theme.SPACE_3)
        row.addWidget(card)
        row.addWidget(self._right, 1)
        self._show()

    def header(self) -> Header:
        return Header(
            title=self.tr("Subject {subject}").format(subject=self._subject.subjid),
            trail=((self.tr("Subjects"), Subjects()), (self._subject.subjid, None)),
            quiet=(
                ()
                if self._session.read_only
                else (Action("unscheduled", self.tr("Add unscheduled visit")),)
            ),
        )

    def act(self, code: str) -> None:
        repeats = progress.repeats(self._session.records(), self._subject, "UNS")
        self.went.emit(SubjectVisit(self._subject, "UNS", max(repeats, default=0) + 1))

    def _due(self) -> str:
        """Return the first visit that is not complete, the last one when all are."""
        statuses = {key: record.status for key, record in self._session.records().items()}
        states = [
            (visit.code, progress.visit_state(statuses, self._subject, visit.code))
            for visit in study.VISITS
            if visit.code != "UNS"
        ]
        begun = [code for code, state in states if state is not progress.VisitState.PLANNED]
        open_ = [code for code, state in states if state is progress.VisitState.DRAFT]
        return open_[0] if open_ else (begun[-1] if begun else "SCR")

    def _show(self) -> None:
        records = self._session.records()
        for visit in study.EVENTS:
            shown_repeats = progress.repeats(records, self._subject, visit.code)
            if visit.code == self._place.visit:
                shown_repeats = sorted({*shown_repeats, self._place.visit_repeat})
            if not shown_repeats and visit.code != "UNS":
                shown_repeats = [1]
            for repeat in shown_repeats:
                self._add_visit(visit, repeat)
        self._visits.addStretch(1)
        visit = study.event(self._place.visit)
        date = progress.held_on(records, self._subject, self._place.visit, self._place.visit_repeat)
        self._title.setText(self._visit_words(visit, self._place.visit_repeat))
        self._note.setText(self._planned(visit) if date is None else date)
        for form in study.forms_at(self._place.visit):
            self._add_form(form)
        self._forms.addStretch(1)

    def _visit_words(self, visit: study.Visit, repeat: int) -> str:
        words = self._session.say(visit.label)
        return f"{words} {repeat}" if visit.code == "UNS" else words

    def _planned(self, visit: study.Visit) -> str:
        if visit.code == study.LOG.code:
            return self.tr("Running records: not tied to a visit.")
        if visit.day is None:
            return self.tr("Not dated yet.")
        if visit.from_withdrawal:
            return self.tr("Planned on day {day} after withdrawal.").format(day=visit.day)
        return self.tr("Planned on day {day}.").format(day=visit.day)

    def _add_visit(self, visit: study.Visit, repeat: int) -> None:
        records = self._session.records()
        statuses = {k: r.status for k, r in records.items() if k.subject == self._subject}
        state = progress.visit_state(statuses, self._subject, visit.code, repeat)
        date = progress.held_on(records, self._subject, visit.code, repeat) or ""
        place = SubjectVisit(self._subject, visit.code, repeat)
        entry = VisitEntry(place, self._visit_words(visit, repeat), date, State(state.value))
        entry.setChecked(place == self._place)
        entry.picked.connect(self._on_visit)
        self._visits.addWidget(entry)

    def _add_form(self, form: Form) -> None:
        key = RecordKey(self._subject, self._place.visit, form.oid, self._place.visit_repeat)
        record = self._session.records().get(key)
        state = (
            State.PLANNED
            if record is None
            else State.COMPLETE
            if record.status is Status.COMPLETE
            else State.DRAFT
        )
        entry = FormEntry(key, self._session.say(form.title), self._summary(form, record), state)
        entry.picked.connect(self._on_form)
        self._forms.addWidget(entry)

    def _summary(self, form: Form, record: Record | None) -> str:
        """Return what a form says, in one line."""
        if record is None:
            return self.tr("Not begun.")
        match form.oid:
            case "CLASI":
                return self._clasi_summary(record)
            case "BM":
                painted = self._session.painted(record.key)
                total = painted.active.total
                above = above_threshold(total)
                verdict = self.tr("above 18 %") if above else self.tr("not above 18 %")
                return self.tr("Active {bsa} % BSA, {verdict}; {n} strokes").format(
                    bsa=shown(total), verdict=verdict, n=painted.strokes
                )
            case _:
                return self._count_summary(form, record)

    def _clasi_summary(self, record: Record) -> str:
        score = clasi_score(record)
        total, damage = score.activity.total, score.damage.total
        if total is None:
            return self.tr("{n} of {m} activity items missing: no total yet").format(
                n=score.activity.missing, m=score.activity.items
            )
        band = self._session.say(SEVERITY.text(severity(total)))
        return self.tr("Activity {a} ({band}), damage {d}").format(
            a=total, band=band, d="-" if damage is None else damage
        )

    def _count_summary(self, form: Form, record: Record) -> str:
        if any(section.repeating for section in form.sections):
            rows = sum(1 for section in form.sections for _ in record.live(section.name))
            return self.tr("%n record(s)", "", rows)
        answered = sum(
            value is not None
            for section in form.sections
            for row in record.live(section.name)
            for value in row.values.values()
        )
        return self.tr("%n answer(s)", "", answered)

    @Slot(str, int)
    def _on_visit(self, visit: str, repeat: int) -> None:
        self.went.emit(SubjectVisit(self._subject, visit, repeat))

    @Slot(object)
    def _on_form(self, key: RecordKey) -> None:
        self.went.emit(FormAt(key))


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(4, 4, 8, 4)
    column.setSpacing(2)
    return column


def _scrolling(column: QVBoxLayout) -> QScrollArea:
    content = QWidget()
    content.setLayout(column)
    return scrolling(content)
