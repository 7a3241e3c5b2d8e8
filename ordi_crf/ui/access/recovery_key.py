"""RecoveryKey: the key that opens a file when every password is lost, shown once and put away."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.export.files import ExportError
from ordi_crf.ui import settings, theme
from ordi_crf.ui.access import recovery_sheet
from ordi_crf.ui.access.recovery_sheet import Sheet, key_lines, typewriter
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.check import Check
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_WIDTH = 640


class RecoveryKey(Card):
    """Shows a key, brings it on paper, and goes on once it is put away."""

    put_away = Signal()
    chooser = FileChooser()

    def __init__(self, code: str, title: str, opens: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._code, self._title, self._opens = code, title, opens
        self._printer: QPrinter | None = None
        self._insisted = False
        self.setFixedWidth(_WIDTH)
        self.body.setSpacing(theme.SPACE_3)
        self.body.addWidget(Label(title, 20, 700))
        self.body.addWidget(Label(self._sentence(), theme.BODY, 400, Tone.INK, wrap=True))
        self.body.addWidget(self._key())
        self.body.addLayout(self._ways())
        self._said = Label("", theme.LABEL, 600, Tone.MUTED, wrap=True)
        self._said.hide()
        self.body.addWidget(self._said)
        self._done = Check(self.tr("I have put it away where only those responsible find it"))
        self._done.setObjectName("put_away")
        self._go_on = Button(self.tr("Go on"), Kind.PRIMARY)
        self._go_on.setObjectName("go_on")
        self._go_on.clicked.connect(self._on_go_on)
        self.body.addSpacing(theme.SPACE_2)
        self.body.addWidget(self._done)
        self.body.addWidget(self._go_on)

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._done.setFocus()

    def may_leave(self) -> bool:
        """Return whether the key is put away, or was not although this asked for it once."""
        if self._done.isChecked() or self._insisted:
            return True
        self._insisted = True
        self._insist(self.tr("The key is not shown again. Put it away, or close again to go."))
        return False

    def _insist(self, words: str) -> None:
        self._say(words, Tone.BAD)
        self._done.setFocus()

    def _sentence(self) -> str:
        return self.tr(
            "If every password is forgotten or the file beside it is lost, this key alone opens "
            "{name}. It is shown this once and is kept nowhere in the program. Whoever has it can "
            "read everything: it belongs in the investigator's site file, not on this computer."
        ).format(name=self._opens)

    def _key(self) -> QWidget:
        card = Card()
        card.body.setContentsMargins(*[theme.SPACE_6] * 4)
        for line in key_lines(self._code):
            label = Label(line, 22)
            label.setFont(typewriter(22))
            card.body.addWidget(label)
        card.setAccessibleName(self._code)
        card.setObjectName("recovery_key")
        return card

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        for words, slot, name in (
            (self.tr("Print…"), self._ask_printer, "print_key"),
            (self.tr("Save as PDF…"), self._on_save, "save_key"),
            (self.tr("Copy"), self._on_copy, "copy_key"),
        ):
            button = Button(words)
            button.setObjectName(name)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _sheet(self) -> Sheet:
        made = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
        return Sheet(
            self._title,
            f"{study.STUDYID}  ·  {study.NCT}  ·  EudraCT {study.EUDRACT}",
            (self.tr("Opens: {name}").format(name=self._opens),
             self.tr("Made: {when}").format(when=made)),
            key_lines(self._code),
            (
                self.tr("Keep this sheet in the investigator's site file, locked away. Whoever "
                        "holds it can read the whole file without a password."),
                self.tr("To use it: choose the study on the start page, then “Forgotten "
                        "password?”. Small or capital letters and spaces make no difference; the "
                        "letters I and L are read as 1, O as 0."),
                self.tr("The last group checks the others, so a mistyped sign is noticed."),
            ),
        )  # fmt: skip

    def _say(self, words: str, tone: Tone) -> None:
        self._said.set_tone(tone)
        self._said.setText(words)
        self._said.show()

    @Slot()
    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self._on_print)
        dialog.finished.connect(dialog.deleteLater)
        # QPrintDialog hides this overload; exec() would hold the window.
        QDialog.open(dialog)

    @Slot()
    def _on_print(self) -> None:
        if self._printer is None:
            return
        if recovery_sheet.print_on(self._sheet(), self._printer):
            self._say(self.tr("Sent to the printer. Compare the sheet with the screen."), Tone.OK)
        else:
            self._say(self.tr("The printer did not take the page: see whether it is on."), Tone.BAD)

    @Slot()
    def _on_save(self) -> None:
        path = self.chooser.sheet(self, f"{Path(self._opens).stem} {self.tr('recovery key')}.pdf")
        if path is None:
            return
        try:
            recovery_sheet.save(self._sheet(), path)
        except ExportError as error:
            self._say(error.message.in_(settings.language()), Tone.BAD)
        else:
            words = self.tr("Saved as {name}: print it, then delete the file.")
            self._say(words.format(name=path.name), Tone.OK)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        words = self.tr("Copied, until you go on. Paste it into a password safe, not a letter.")
        self._say(words, Tone.OK)

    @Slot()
    def _on_go_on(self) -> None:
        if not self._done.isChecked():
            self._insist(self.tr("Put the key away first, then tick the box."))
            return
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self._code:
            clipboard.clear()
        self.put_away.emit()
