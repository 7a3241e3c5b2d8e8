"""QueryStrip: a query over the page it is about, under its item; Escape leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core.query import Query
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.forms.strip import Strip
from ordi_crf.ui.review.thread import QueryThread
from ordi_crf.ui.session import Session


class QueryStrip(Strip):
    """One thread, laid over the page; Ctrl+Enter does the first of what it offers."""

    said = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("query_strip")
        self.thread_ = QueryThread(session)
        self.thread_.said.connect(self.said)
        self._leave = Button(self.tr("Back to the form (Esc)"), Kind.LINK)
        self._leave.clicked.connect(self.abandon)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._leave)
        self.body.addWidget(self.thread_)
        self.body.addLayout(row)

    def show_query(
        self, query: Query | None, where: str, value: str, anchor: QWidget | None
    ) -> None:
        """Show a query, or let one be raised."""
        self.thread_.show_query(query, where, value)
        self.open("", "", anchor)

    def event(self, event: QEvent) -> bool:
        # Ctrl+Enter sends what is written here; elsewhere it does the page's primary action.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.accept()
                return True
        return super().event(event)

    def first_field(self) -> QWidget:
        return self.thread_.field if self.thread_.offers else self._leave

    @Slot()
    def accept(self) -> None:
        self.thread_.accept()
