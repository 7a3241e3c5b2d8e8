"""Outcomes: what the study shows so far, computed from what was entered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session


class OutcomesPage(Page):
    """The summary, line by line, with the subjects that prove each figure."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from ordi_crf.core.outcomes import summary

        lines = summary(session.file.data(), session.painted_maps(), session.language)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.SPACE_2, 0)
        for line in lines:
            label = Label(line, theme.BODY, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addStretch(1)
        card = Card()
        card.body.addWidget(scrolling(content))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 20)
        row.addWidget(card)

    def header(self) -> Header:
        return Header(self.tr("Outcomes"), ((study.STUDYID, None), (self.tr("Outcomes"), None)))
