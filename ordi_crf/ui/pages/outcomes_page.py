"""Outcomes: what the study shows so far, computed from what was entered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import hairline
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_NAMES, _SHORT = 340, 64
"""Width of the names; up to so many letters are a figure, more are what proves it."""


class OutcomesPage(Page):
    """The summary, measure by measure, with the visits that prove each figure."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from ordi_crf.core.summary import summary

        page = QVBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        if not session.records():
            page.addWidget(
                EmptyState(
                    self.tr("Nothing to summarise yet"),
                    self.tr("Response, flare and side effects stand here once visits are filled."),
                )
            )
            return
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.SPACE_4, theme.SPACE_1, theme.SPACE_4, theme.SPACE_1)
        column.setSpacing(0)
        for line in summary(session.file.data(), session.painted_maps(), session.language):
            # The page already says, above everything, that the study is synthetic.
            if not line.isupper() and not line.split(":")[0].isupper():
                column.addWidget(_Measure(line))
        column.addStretch(1)
        card = Card()
        card.body.setContentsMargins(1, theme.SPACE_2, 1, theme.SPACE_2)
        card.body.addWidget(scrolling(content))
        page.addWidget(card)

    def header(self) -> Header:
        title = self.tr("Outcomes")
        source = self.tr("computed from what is entered now")
        return Header(title, ((study.STUDYID, None), (source, None)))


class _Measure(QWidget):
    """One measure: its name at the left, its figure first and what proves it after."""

    def __init__(self, line: str) -> None:
        super().__init__()
        name, _, rest = line.partition(": ")
        figure, end, proof = rest.partition("): ")
        words = [*(figure + end[:1]).split("; "), *([proof] if proof else [])]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(theme.SPACE_4)
        label = Label(name, theme.BODY, 400, Tone.MUTED, wrap=True)
        label.setFixedWidth(_NAMES)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        values = QVBoxLayout()
        values.setSpacing(3)
        for said in words:
            short = len(said) <= _SHORT
            tone = Tone.INK if short else Tone.MUTED
            value = Label(said, theme.BODY, 600 if short else 400, tone, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            values.addWidget(value)
        row.addLayout(values, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        bottom = self.height()
        hairline(QPainter(self), 0, bottom - 1, self.width(), bottom, theme.tokens().line)
