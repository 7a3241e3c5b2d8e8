"""AboutDialog: what this program is and is not, its versions and checksums, and the open study."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import facts, settings, theme
from ordi_crf.ui.components.button import Kind
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_WIDTH = 640


class AboutDialog(Dialog):
    """Says what the program is, and what somebody who is asked for help needs to know."""

    def __init__(self, session: Session | None = None, parent: QWidget | None = None) -> None:
        super().__init__("ORDI CRF", parent)
        self.setMinimumWidth(_WIDTH)
        self._facts = facts.of_program()
        if session is not None:
            self._facts += facts.of_study(session)
        self.add_words(
            self.tr(
                "The case report form of ORDI-02 (NCT01408199): lenalidomide for refractory "
                "cutaneous lupus."
            )
        )
        self.add_words(
            self.tr(
                "The CLASI is its authors' instrument (University of Pennsylvania). Clinical use "
                "needs their permission, and the wording is to be confirmed against the printed "
                "form."
            )
        )
        self.add_words(
            self.tr(
                "This program supports a validated process; it is not validated by itself. The "
                "site validates it before it is used with patients."
            )
        )
        self.body.addLayout(self._grid(settings.language()))
        self.add_words(
            self.tr(
                "Licence: MIT. Qt for Python is used under the LGPL; FiraGO in the PDFs under the "
                "OFL."
            ),
            Tone.MUTED,
            theme.LABEL,
        )
        copy = self.add_button(self.tr("Copy"), name="copy_facts")
        copy.clicked.connect(self._on_copy)
        close = self.add_button(self.tr("Close"), Kind.PRIMARY, name="close")
        close.clicked.connect(self.accept)
        close.setFocus()

    def _grid(self, language: Language) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_4)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for n, (name, value) in enumerate(self._facts):
            grid.addWidget(self._name(name, language), n, 0, Qt.AlignmentFlag.AlignTop)
            said = Label(value, theme.LABEL)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            said.setToolTip(value)
            grid.addWidget(said, n, 1)
        return grid

    def _name(self, name: Text, language: Language) -> Label:
        return Label(name.in_(language), theme.LABEL, 400, Tone.MUTED)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(facts.as_text(self._facts))
