"""One registered outcome in full: its sentence, its readings, who is not known, and the proofs."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.phrases import joined, plain
from ordi_crf.core.readings import Estimate, Outcome, Why
from ordi_crf.core.records import SubjectKey
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.outcomes.proofs import ProofList
from ordi_crf.ui.outcomes.readings import ReadingHeadings, ReadingRow
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_READINGS = 4
"""The most that an outcome has."""
_MOST = 6
"""Subjects named in the line of those not known; the list beneath names all of them."""


class OutcomeDetail(Card):
    """Shows one outcome; the reading that is chosen is the one that the list proves."""

    went = Signal(object)
    """A place that a proof leads to."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._outcome: Outcome | None = None
        self.body.setSpacing(theme.SPACE_1)
        self._title = Label("", theme.TITLE, 700)
        self._sentence = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._headings = ReadingHeadings(session.language)
        self._rows = [ReadingRow(session.language) for _ in range(_READINGS)]
        self._missing = Label("", theme.LABEL, 400, Tone.WARN, wrap=True)
        self._proofs = ProofList(session)
        self._proofs.went.connect(self.went)
        for label in (self._title, self._sentence):
            self.body.addWidget(label)
        readings = QVBoxLayout()
        readings.setSpacing(0)
        readings.addWidget(self._headings)
        for row in self._rows:
            row.toggled.connect(self._on_reading)
            readings.addWidget(row)
        self.body.addLayout(readings)
        self.body.addSpacing(theme.SPACE_1)
        self.body.addWidget(self._missing)
        self.body.addWidget(self._proofs, 1)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show an outcome by its first reading."""
        say = self._session.say
        self._title.setText(f"{outcome.oid}  {say(outcome.title)}")
        sentence = self.tr("{registry}: {sentence}")
        self._sentence.setText(
            # A sign stays with its number where the line breaks.
            sentence.format(registry=study.NCT, sentence=say(outcome.registered)).replace(
                "≥ ", "≥\N{NO-BREAK SPACE}"
            )
        )
        self._outcome = outcome
        for n, row in enumerate(self._rows):
            found = outcome.estimates[n] if n < len(outcome.estimates) else None
            row.show_estimate(found, first=n == 0)
        self._rows[0].setChecked(True)
        self._show(outcome.headline)

    def choose(self, subject: SubjectKey) -> None:
        """Move the list to a subject."""
        self._proofs.choose(subject)

    @Slot(bool)
    def _on_reading(self, chosen: bool) -> None:
        row = self.sender()
        if chosen and isinstance(row, ReadingRow) and row.estimate is not None:
            self._show(row.estimate)

    def _show(self, found: Estimate) -> None:
        if self._outcome is not None:
            self._headings.show_whom(self._outcome.whom(found))
        self._proofs.show_estimate(found)
        words = self._missing_words(found) if found.missing else ""
        if not any(judged.why is not Why.UNTREATED for judged in found.verdicts.values()):
            words = self.tr("No subject has been treated yet: there is nothing to estimate.")
        self._missing.setText(words)
        self._missing.setVisible(bool(words))

    def _missing_words(self, found: Estimate) -> str:
        """Return who is missing, by reason."""
        by_reason: dict[Why, list[str]] = {}
        for missing in found.missing:
            by_reason.setdefault(missing.why, []).append(str(missing.subject))
        told = [
            self._session.say(joined((why.value, plain(f" ({_named(names)})"))))
            for why, names in by_reason.items()
        ]
        n = len(found.missing)
        words = self.tr("%n not known or not evaluable: {who}", "", n)
        return words.format(who="; ".join(told))


def _named(names: list[str]) -> str:
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" +{more}" if more > 0 else "")
