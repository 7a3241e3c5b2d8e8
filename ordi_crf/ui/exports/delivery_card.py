"""DeliveryCard: an export under way, with the way to stop it, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ordi_crf.forms.schema import Text
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.jobs import Running
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone


class DeliveryCard(Card):
    """Follows one export at a time."""

    ended = Signal()
    folder_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._job: Running | None = None
        self._title = Label(self.tr("Result"), theme.LABEL, 600)
        self._words = Label("", theme.BODY, 400, Tone.MUTED, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._stop = Button(self.tr("Cancel"))
        self._stop.setObjectName("cancel_export")
        self._stop.clicked.connect(self._on_stop)
        self._open = Button(self.tr("Open the folder"))
        self._open.setObjectName("open_folder")
        self._open.clicked.connect(self.folder_asked)
        content = QWidget()
        self._files = QVBoxLayout(content)
        self._files.setContentsMargins(0, 0, 0, 0)
        self._files.setSpacing(theme.SPACE_1)
        for widget in (self._title, self._words, self._bar):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._stop)
        row.addWidget(self._open)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(scrolling(content), 1)
        self._say(self.tr("The files are listed here once they are written."), Tone.MUTED)
        self._show_running(running=False)
        self._open.hide()

    @property
    def running(self) -> bool:
        """Return whether an export is under way."""
        return not self._bar.isHidden()

    def follow(self, job: Running) -> None:
        """Show how an export goes on, which may be under way."""
        self._job = job
        job.begun.connect(self._on_begun)
        job.progressed.connect(self._on_progressed)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        if job.running:
            self._on_begun()

    def show_outcome(self, outcome: list[Path] | Text) -> None:
        """Show what came of an export that ended while its page was away."""
        if isinstance(outcome, Text):
            self._on_failed(outcome)
        else:
            self._on_done(outcome)

    def say_looking(self) -> None:
        """Say that free text is looked through before anything is written; it can be stopped."""
        self._stop.setFocus()
        self._say(self.tr("Looking for names and numbers in free text…"), Tone.MUTED)

    def say_waiting(self, words: str) -> None:
        """Say that nothing is written yet, and why."""
        self._show_running(running=False)
        self._say(words, Tone.MUTED)

    @Slot()
    def _on_begun(self) -> None:
        self._bar.setRange(0, 0)
        while (taken := self._files.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
        self._open.hide()
        self._say(self.tr("Writing…"), Tone.MUTED)
        self._show_running(running=True)

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
        self.ended.emit()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._say(self.tr("Writing… {done} %").format(done=100 * done // max(1, total)), Tone.MUTED)

    @Slot(object)
    def _on_done(self, files: list[Path]) -> None:
        held = self._stop.hasFocus()
        self._end(self.tr("%n file(s) written.", "", len(files)), Tone.OK)
        for path in files:
            label = Label(path.name, theme.BODY)
            label.setToolTip(str(path))
            self._files.addWidget(label)
        self._files.addStretch(1)
        self._open.show()
        if held:
            self._open.setFocus()

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self._end(self._session.say(text), Tone.BAD)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled. Files that were finished before stay."), Tone.MUTED)

    @Slot()
    def _on_stop(self) -> None:
        if self._job is not None:
            self._stop.setEnabled(False)
            self._say(self.tr("Stopping…"), Tone.MUTED)
            self._job.cancel()
