"""ConflictPanel: what each file says of one place, all that was said before, and what holds."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ordi_crf.core.merging import Conflict, chosen
from ordi_crf.core.merging.wording import head_words, item_of, item_words
from ordi_crf.core.values import Unreadable
from ordi_crf.forms.schema import Language, Text
from ordi_crf.merges.conflict_book import history
from ordi_crf.merges.settling import third
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone


class ConflictPanel(QWidget):
    """One conflict to be settled: a head or a third value, with a reason."""

    settled = Signal(object)
    """A Settlement, without who and when."""
    refused = Signal(object)
    """A sentence (Text)."""

    def __init__(
        self, conflict: Conflict, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._conflict = conflict
        self.heads: list[QRadioButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        title = Label(item_words(conflict.where, language), theme.BODY, 600, wrap=True)
        column.addWidget(title)
        self._add_heads(column, language)
        self._add_third(column)
        self._add_reason(column)
        column.addWidget(Label(self.tr("All that was said of it"), theme.LABEL, 600))
        told = "\n".join(history(conflict, language))
        column.addWidget(Label(told, theme.LABEL, 400, Tone.MUTED, wrap=True))
        column.addStretch(1)

    def _add_heads(self, column: QVBoxLayout, language: Language) -> None:
        conflict = self._conflict
        for n, head in enumerate(conflict.heads):
            words = head_words(conflict.where, head, language)
            radio = QRadioButton(words)
            radio.setObjectName(f"head_{n + 1}")
            said = ", ".join(
                filter(None, (head.actor, head.at[:16].replace("T", " "), head.reason))
            )
            about = Label(said, theme.LABEL, 400, Tone.MUTED, wrap=True)
            about.setContentsMargins(24, 0, 0, 0)
            radio.setAccessibleDescription(said)
            self.heads.append(radio)
            column.addWidget(radio)
            column.addWidget(about)

    def _add_third(self, column: QVBoxLayout) -> None:
        self.third, self.value = QRadioButton(self.tr("Another value:")), LineField()
        self.third.setObjectName("third_value")
        self.value.setAccessibleName(self.tr("Another value"))
        self.value.textEdited.connect(self._on_typed)
        other = QHBoxLayout()
        other.addWidget(self.third)
        other.addWidget(self.value, 1)
        column.addLayout(other)
        free = item_of(self._conflict.where) is not None
        self.third.setVisible(free)
        self.value.setVisible(free)

    def _add_reason(self, column: QVBoxLayout) -> None:
        column.addWidget(Label(self.tr("Why does it hold?"), theme.LABEL, 600))
        self.reason = LineField()
        self.reason.setAccessibleName(self.tr("Why does it hold?"))
        self.settle = Button(self.tr("Settle"), Kind.PRIMARY)
        self.settle.setObjectName("settle")
        self.settle.clicked.connect(self._on_settle)
        last = QHBoxLayout()
        last.addWidget(self.reason, 1)
        last.addWidget(self.settle)
        column.addLayout(last)

    @Slot()
    def _on_typed(self) -> None:
        self.third.setChecked(True)

    @Slot()
    def _on_settle(self) -> None:
        reason = self.reason.text().strip()
        taken = [n for n, radio in enumerate(self.heads) if radio.isChecked()]
        if not taken and not self.third.isChecked():
            self.refused.emit(_NOTHING)
            return
        if not reason:
            self.refused.emit(_NO_REASON)
            return
        conflict = self._conflict
        try:
            value = (
                chosen(conflict.where, conflict.heads[taken[0]])
                if taken
                else third(conflict, self.value.text())
            )
        except Unreadable as error:
            self.refused.emit(error.message)
            return
        self.settled.emit(conflict.settle(value, reason, "", ""))


_NOTHING = Text("Choose what holds.", "Elija qué vale.")
_NO_REASON = Text(
    "A conflict is settled with a reason: say why it holds.",
    "Un conflicto se resuelve con un motivo: diga por qué vale.",
)
