"""ReportCard: a verification under way, and what it came to: a verdict, facts and sentences."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ordi_crf.forms.schema import Text
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.verify.report import Report

_SHOWN = 200
"""Problems that are listed; more than a person reads."""
_FACT = 150


class ReportCard(Card):
    """Follows one verification at a time."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._job: Job | None = None
        self._title = Label(self.tr("Result"), theme.LABEL, 600)
        self._words = Label("", theme.BODY, 400, Tone.MUTED, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Progress of the verification"))
        self._stop = Button(self.tr("Cancel"))
        self._stop.setObjectName("cancel_verify")
        self._stop.clicked.connect(self._on_stop)
        content = QWidget()
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(0, 0, theme.SPACE_2, 0)
        self._lines.setSpacing(theme.SPACE_1)
        for widget in (self._title, self._words, self._bar):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._stop)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(scrolling(content), 1)
        self._say(self.tr("What holds and what does not is listed here."), Tone.MUTED)
        self._show_running(running=False)

    @property
    def running(self) -> bool:
        """Return whether a verification is under way."""
        return not self._bar.isHidden()

    def follow(self, job: Job) -> None:
        """Show how a job goes on."""
        self._job = job
        job.progressed.connect(self._on_progressed)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._bar.setRange(0, 0)
        self._clear()
        self._say(self.tr("Verifying…"), Tone.MUTED)
        self._show_running(running=True)

    def _clear(self) -> None:
        while (taken := self._lines.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _say(self, words: str, tone: Tone) -> None:
        self._words.set_tone(tone)
        self._words.setFont(theme.font(theme.BODY, 400 if tone is Tone.MUTED else 600))
        self._words.setText(words)

    def _show_running(self, *, running: bool) -> None:
        self._stop.setVisible(running)
        self._stop.setEnabled(True)
        self._bar.setVisible(running)

    def _end(self, words: str, tone: Tone) -> None:
        self._show_running(running=False)
        self._say(words, tone)

    def _show(self, report: Report) -> None:
        say = self._session.say
        problems = [say(problem.said) for problem in report.problems[:_SHOWN]]
        more = len(report.problems) - len(problems)
        if more > 0:
            problems.append(self.tr("and %n more", "", more))
        self._add(problems, Tone.BAD)
        self._add((say(text) for text in report.notes), Tone.WARN)
        self._add((say(text) for text in report.holds), Tone.INK)
        self._lines.addSpacing(theme.SPACE_3)
        for name, value in report.facts:
            self._lines.addWidget(_Fact(say(name), value))
        self._lines.addStretch(1)

    def _add(self, sentences: Iterable[str], tone: Tone) -> None:
        for sentence in sentences:
            label = Label(sentence, theme.BODY, 400, tone, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(label)

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot(object)
    def _on_done(self, report: Report) -> None:
        kind = self._session.say(report.kind)
        if report.sound:
            words = self.tr("{kind} {name}: nothing was changed.")
            self._end(words.format(kind=kind, name=report.name), Tone.OK)
        else:
            words = self.tr("{kind} {name}: %n thing(s) do not hold.", "", len(report.problems))
            self._end(words.format(kind=kind, name=report.name), Tone.BAD)
        self._show(report)

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self._end(self._session.say(text), Tone.BAD)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled."), Tone.MUTED)

    @Slot()
    def _on_stop(self) -> None:
        if self._job is not None:
            self._stop.setEnabled(False)
            self._say(self.tr("Stopping…"), Tone.MUTED)
            self._job.cancel()


class _Fact(QWidget):
    """What a file says of itself: a name and what it is."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        title = Label(name, theme.LABEL, 400, Tone.MUTED)
        title.setFixedWidth(_FACT)
        words = Label(value, theme.LABEL, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
