"""ErrorDialog: something went wrong inside the program; what is safe, and details to pass on."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ordi_crf import diagnostics
from ordi_crf.ui import facts
from ordi_crf.ui.components.button import Kind
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.theme import LABEL, Tone

_WIDTH, _HEIGHT = 640, 220


class ErrorDialog(Dialog):
    """Shows where an exception came from; its words, which may quote what was typed, stay out."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Something went wrong inside the program"))
        self.setMinimumWidth(_WIDTH)
        self.details = f"{diagnostics.told(error)}\n\n{facts.as_text(facts.of_program())}"
        self.add_words(
            self.tr(
                "Everything saved so far is safe. You can go on; if it happens again, close the "
                "study and open it anew."
            )
        )
        shown = QPlainTextEdit(self.details)
        shown.setReadOnly(True)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        shown.setAccessibleName(self.tr("Details"))
        shown.setFixedHeight(_HEIGHT)
        shown.setTabChangesFocus(True)
        self.body.addWidget(shown)
        self.add_words(
            self.tr(
                "The details name places in the program and no data of the study: you can send "
                "them to whoever maintains it."
            ),
            Tone.MUTED,
            LABEL,
        )
        copy = self.add_button(self.tr("Copy the details"), name="copy_details")
        copy.clicked.connect(self._on_copy)
        close = self.add_button(self.tr("Go on"), Kind.PRIMARY, name="close")
        close.clicked.connect(self.accept)
        close.setFocus()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
