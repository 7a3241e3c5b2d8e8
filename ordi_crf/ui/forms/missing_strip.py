"""MissingStrip: asks why something is missing: one of six answers by a key, and a comment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core.missing import FLAVOURS, LIMIT, Missing
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.forms.strip import Strip
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.theme import Tone


class MissingStrip(Strip):
    """Why, of what, and a comment; a key from 1 to 6 says why, Enter keeps it."""

    said = Signal(object, str)
    """What is said (Missing), and the code of what it is said of."""
    widest = 880

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("missing_strip")
        self._reason_needed = False
        self._why = SegmentedChoice(
            [
                (c.value, f"{n} {c.text.in_(language)}", c.text.in_(language))
                for n, c in enumerate(FLAVOURS.codes, start=1)
            ]
        )
        self._why.setObjectName("missing_why")
        self._why.setAccessibleName(self.tr("Why it is missing"))
        self._why.keyed.connect(self._on_keyed)
        self._why.passed.connect(self._on_keyed)
        self._scope: SegmentedChoice | None = None
        self._scopes = QHBoxLayout()
        self._line = LineField(goes_on=False)
        self._line.setObjectName("missing_comment")
        self._line.setMaxLength(LIMIT)
        self._line.setAccessibleName(self.tr("Comment"))
        save = Button(self.tr("Save"), Kind.PRIMARY)
        save.setObjectName("missing_save")
        save.clicked.connect(self.accept)
        leave = Button(self.tr("Cancel"))
        leave.clicked.connect(self.abandon)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        for widget in (self._line, save, leave):
            row.addWidget(widget)
        self.body.addWidget(self._why)
        self.body.addLayout(self._scopes)
        self.body.addLayout(row)

    def ask(
        self,
        question: str,
        scopes: Sequence[tuple[str, str]],
        anchor: QWidget | None = None,
        *,
        reason_needed: bool = False,
    ) -> None:
        """Ask why something is missing; `scopes` are what it may be said of, as code and words."""
        self._reason_needed = reason_needed
        self._line.clear()
        self._line.setPlaceholderText(
            self.tr("Reason, for the audit trail") if reason_needed else self.tr("Comment")
        )
        self._why.set_value(None)
        self._offer(scopes)
        note = self.tr("Blank is kept blank; this says why. An answer takes it back.")
        self.open(question, note, anchor)

    def first_field(self) -> QWidget:
        return self._why

    @Slot()
    def accept(self) -> None:
        flavour, comment = self._why.value(), " ".join(self._line.text().split())
        if flavour is None:
            self.say(self.tr("Choose why it is missing: a key from 1 to 6."))
            self._why.setFocus()
        elif self._reason_needed and not comment:
            self.say(self.tr("This form is complete: give the reason for the audit trail."))
            self._line.setFocus()
        else:
            scope = self._scope.value() if self._scope is not None else None
            self.hide()
            self.said.emit(Missing(flavour, comment), scope or self._only)

    def _offer(self, scopes: Sequence[tuple[str, str]]) -> None:
        """Offer what it may be said of; one alone needs no choice."""
        while (taken := self._scopes.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._only, self._scope = scopes[0][0], None
        self._scopes.addWidget(Label(self.tr("Of"), theme.LABEL, 400, Tone.MUTED))
        if len(scopes) == 1:
            self._scopes.addWidget(Label(scopes[0][1], theme.LABEL, 600), 1)
        else:
            self._scope = SegmentedChoice([(code, words, words) for code, words in scopes])
            self._scope.set_value(self._only)
            self._scope.setAccessibleName(self.tr("What is missing"))
            self._scopes.addWidget(self._scope)
            self._scopes.addStretch(1)
            self.setTabOrder(self._why, self._scope)
            self.setTabOrder(self._scope, self._line)

    @Slot()
    def _on_keyed(self) -> None:
        self._line.setFocus()
