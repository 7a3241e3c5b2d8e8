"""DamageCard: a study that cannot be read any more, and the ways to go on, best first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ordi_crf.db.backup import Backup
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.theme import Tone

_WIDTH, _LISTED = 680, 170


class DamageCard(Card):
    """Nothing is done to the damaged file before somebody chose one of the ways."""

    restore_asked = Signal()
    rescue_asked = Signal()
    left = Signal()
    opened = Signal(object)
    """The Path of what was rescued."""

    def __init__(self, path: Path, cause: str, language: Language) -> None:
        super().__init__()
        self._path, self._language = path, language
        self._rescued = path
        self.setFixedWidth(_WIDTH)
        self.body.setContentsMargins(*[theme.SPACE_6] * 4)
        title = self.tr("{name} cannot be read").format(name=path.name)
        self._title = Label(title, 20, 700)
        self._words = Label("", theme.BODY, 400, Tone.INK, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setRange(0, 0)
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self._problem.hide()
        content = QWidget()
        self._lost = QVBoxLayout(content)
        self._lost.setContentsMargins(0, 0, 0, 0)
        self._list = scrolling(content)
        self._list.setFixedHeight(_LISTED)
        self._list.hide()
        self._cause = Label(cause, theme.META, 400, Tone.MUTED, wrap=True)
        for widget in (
            self._title, self._words, self._bar, self._list, self._cause, self._problem,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.body.addSpacing(theme.SPACE_2)
        self.body.addLayout(self._ways())

    def show_busy(self) -> None:
        """Show that something is being done, and let nothing else be begun."""
        self._words.setText(self.tr("The file is left untouched. Looking for what can be done…"))
        self._bar.show()
        self._problem.hide()
        for button in (self._restore, self._rescue, self._leave):
            button.setEnabled(False)

    def show_found(self, good: Backup | None, spoiled: int) -> None:
        """Offer the newest good backup, and to read what can be read."""
        self._end()
        self._words.setText(self._found(good, spoiled))
        self._restore.setVisible(good is not None)
        (self._restore if good is not None else self._rescue).setFocus()

    def show_rescued(self, path: Path, lost: Sequence[Text]) -> None:
        """Say what was read, and exactly what was lost."""
        self._end()
        self._rescued = path
        self._title.setText(self.tr("What could be read is in {name}").format(name=path.name))
        words = self.tr("The damaged file stays as it is: keep it for the data manager.")
        nothing = self.tr("Everything could be read: nothing was lost.")
        self._words.setText(f"{words} {'' if lost else nothing}".strip())
        for text in lost:
            self._lost.addWidget(
                Label(text.in_(self._language), theme.LABEL, 400, Tone.INK, wrap=True)
            )
        self._lost.addStretch(1)
        self._list.setVisible(bool(lost))
        for button in (self._restore, self._rescue):
            button.hide()
        self._open.show()
        self._open.setFocus()

    def refuse(self, words: str) -> None:
        """Say why something could not be done."""
        self._end()
        self._problem.setText(words)
        self._problem.show()

    def _end(self) -> None:
        self._bar.hide()
        for button in (self._restore, self._rescue, self._leave):
            button.setEnabled(True)

    def _found(self, good: Backup | None, spoiled: int) -> str:
        if good is None:
            return self.tr(
                "The file was left untouched. There is no good backup in “{folder}”: bring one "
                "from elsewhere, or read what can still be read into a new file; exactly what is "
                "missing is then listed."
            ).format(folder=f"{self._path.stem} backups")
        when = f"{good.at.astimezone():%Y-%m-%d %H:%M}"
        words = self.tr(
            "The file was left untouched. The newest good backup is of {when}. Restoring puts it "
            "in place, proved equal row by row; the damaged file is kept among the backups. What "
            "was entered after it has to be entered again: read what can be read to see it."
        ).format(when=when)
        if spoiled:
            more = self.tr("%n newer backup(s) do not hold what they should.", "", spoiled)
            words = f"{words} {more}"
        return words

    def _ways(self) -> QHBoxLayout:
        self._restore = Button(self.tr("Restore this backup"), Kind.PRIMARY)
        self._rescue = Button(self.tr("Read what can be read"))
        self._open = Button(self.tr("Open it"), Kind.PRIMARY)
        self._leave = Button(self.tr("Leave it"))
        self._open.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        for button, slot, name in (
            (self._restore, self.restore_asked, "restore_newest"),
            (self._open, self._on_open, "open_rescued"),
            (self._rescue, self.rescue_asked, "rescue"),
            (self._leave, self.left, "leave_damaged"),
        ):
            button.setObjectName(name)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        return row

    @Slot()
    def _on_open(self) -> None:
        self.opened.emit(self._rescued)
