"""RecentStudies: the studies opened last on this computer, and what else can be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import left_at
from ordi_crf.forms.schema import Language
from ordi_crf.ui import settings, theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import folder_words, record_words

_WIDE = 440


class RecentStudies(Card):
    """Says which study is wanted; while something is being made nothing else can be begun."""

    chosen = Signal(object)
    """A Path."""
    open_asked = Signal()
    new_asked = Signal()
    demo_asked = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language = language
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._busy = Label("", theme.LABEL, 400, Tone.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._new = Button(self.tr("New study…"))
        self.body.addWidget(Label(self.tr("Studies"), theme.LABEL, 600))
        self.body.addLayout(self._recent)
        self.body.addSpacing(theme.SPACE_1)
        self.body.addLayout(self._ways())
        self.body.addWidget(self._busy)
        self.body.addWidget(self._bar)

    def refresh(self, asked: Path | None = None) -> None:
        """Show the recent studies as they are now; the one that is asked for has its own card."""
        while (taken := self._recent.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        recent = [path for path in settings.recent() if path != asked]
        for n, path in enumerate(recent):
            self._recent.addWidget(self._row(path, first=n == 0 and asked is None))
        if not recent and asked is None:
            nothing = self.tr("No study was opened on this computer yet.")
            self._recent.addWidget(Label(nothing, theme.BODY, 400, Tone.MUTED))
        self.show_busy("")

    def show_busy(self, sentence: str) -> None:
        """Say what is being done, and let nothing else be begun; the empty text ends that."""
        self._busy.setText(sentence)
        self._bar.setRange(0, 0)
        for widget in (self._busy, self._bar):
            widget.setVisible(bool(sentence))
        for button in self.findChildren(Button):
            button.setEnabled(not sentence)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much of it is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def focus_first(self) -> None:
        """Give the keyboard to the study used last, else to making one."""
        (self.findChild(Button, "continue") or self._new).setFocus()

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        opening, demo = Button(self.tr("Open…")), Button(self.tr("Demonstration study"))
        for button, asked, name in (
            (self._new, self.new_asked, "new_study"),
            (opening, self.open_asked, "open_study"),
            (demo, self.demo_asked, "open_demo"),
        ):
            button.setObjectName(name)
            button.clicked.connect(asked)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _row(self, path: Path, *, first: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 6, 0, 6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(path.stem, theme.BODY, 600))
        folder = Label("", theme.META, 400, Tone.MUTED)
        elide = Qt.TextElideMode.ElideMiddle
        folder.setText(folder.fontMetrics().elidedText(folder_words(path.parent), elide, _WIDE))
        folder.setToolTip(str(path))
        words.addWidget(folder)
        if first and (place := _place(path, self._language)):
            words.addWidget(Label(place, theme.LABEL, 400, Tone.ACCENT))
        row.addLayout(words, 1)
        text = self.tr("Continue") if first else self.tr("Open")
        button = Button(text, Kind.PRIMARY if first else Kind.QUIET, code=str(path))
        button.setObjectName("continue" if first else "")
        button.setAccessibleDescription(str(path))
        button.picked.connect(self._on_chosen)
        row.addWidget(button)
        return line

    @Slot(str)
    def _on_chosen(self, path: str) -> None:
        self.chosen.emit(Path(path))


def _place(path: Path, language: Language) -> str:
    """Return the form at which a study was left, the empty text when it cannot be told."""
    try:
        key = left_at(path)
    except StudyFileError:
        return ""
    return "" if key is None else record_words(key, language)
