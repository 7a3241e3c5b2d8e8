"""TermsCard: how a delivery leaves: packed, reduced, in which language, and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core.deidentification.profile import OPTIONS, Profile
from ordi_crf.deliver import Request
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.check import Check
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import folder_words

_WIDTH, _INDENT = 320, 28


class TermsCard(Card):
    """The choices that hold for every file of a delivery, and the button that begins it."""

    folder_asked = Signal()

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How it leaves"), parent)
        self.setFixedWidth(_WIDTH)
        self.body.setSpacing(theme.SPACE_1)
        self.package = Check(self.tr("In one signed package (.zip)"))
        self.body.addSpacing(theme.SPACE_3)
        self.body.addWidget(self.package)
        packed = self.tr("With a signed list of every file, and the key to check it by.")
        hint = Label(packed, theme.LABEL, 400, Tone.MUTED, wrap=True)
        hint.setContentsMargins(_INDENT, 0, 0, 0)
        self.body.addWidget(hint)
        self._heading(self.tr("What to leave out or reduce"))
        self.reduced = {
            code.value: Check(_capital(session.say(code.text))) for code in OPTIONS.codes
        }
        for name, box in self.reduced.items():
            box.setObjectName(name)
            self.body.addWidget(box)
        self._heading(self.tr("Language of the wordings"))
        self.language = SegmentedChoice(
            [(Language.EN.value, "English", ""), (Language.ES.value, "Español", "")]
        )
        self.language.set_value(session.language.value)
        self.language.setAccessibleName(self.tr("Language of the wordings"))
        self.body.addWidget(self.language)
        self._heading(self.tr("Folder"))
        self._where = Label("", theme.BODY)
        choose = Button(self.tr("Choose…"))
        choose.clicked.connect(self.folder_asked)
        row = QHBoxLayout()
        row.addWidget(self._where, 1)
        row.addWidget(choose)
        self.body.addLayout(row)
        self.body.addSpacing(theme.SPACE_6)
        self.start = Button(self.tr("Export"), Kind.PRIMARY)
        self.start.setObjectName("export")
        self.body.addWidget(self.start)
        self.body.addStretch(1)
        self.set_folder(folder)

    def set_folder(self, folder: Path) -> None:
        """Choose where the files go."""
        self.folder = folder
        self._where.setText(folder_words(folder))
        self._where.setToolTip(str(folder))

    def request(self) -> Request:
        """Return a request on these terms."""
        return Request(
            self.folder,
            language=Language(self.language.value() or Language.EN.value),
            profile=Profile.of(code for code, box in self.reduced.items() if box.isChecked()),
            package=self.package.isChecked(),
        )

    def show_request(self, request: Request) -> None:
        """Show the terms of a request."""
        self.set_folder(request.folder)
        self.language.set_value(request.language.value)
        self.package.setChecked(request.package)
        for code, box in self.reduced.items():
            box.setChecked(code in request.profile.codes)

    def _heading(self, words: str) -> None:
        self.body.addSpacing(theme.SPACE_4)
        self.body.addWidget(Label(words, theme.LABEL, 600))


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
