"""SignatureLine: who signed a form, when and with which meaning; or what broke the signature."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core.records import Record, Status
from ordi_crf.core.signature_words import sentence
from ordi_crf.core.signing import Standing
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.state import State, StatusIcon
from ordi_crf.ui.theme import Tone


class SignatureLine(QWidget):
    """The last signature of a form, or nothing where it has none and is not locked."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("signature")
        self._sign = StatusIcon(State.SIGNED, 18)
        self._words = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_1, 0, theme.SPACE_1, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def show_signatures(self, given: Sequence[Standing], record: Record) -> None:
        """Show the last of a form's signatures and what it is worth."""
        self.setVisible(bool(given))
        if not given:
            return
        last = given[-1]
        locked = record.status is Status.LOCKED
        held = State.LOCKED if locked else State.SIGNED
        self._sign.set_state(held if last.intact else State.BROKEN)
        self._words.set_tone(Tone.MUTED if last.intact else Tone.BAD)
        words = sentence(last).in_(self._language)
        self._words.setText(words)
        self._words.setToolTip("\n".join(sentence(one).in_(self._language) for one in given))
        self.setAccessibleName(words)
