"""Marks: beside an item, that it was verified against its source, and that a query waits at it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ordi_crf.core.query import QueryState
from ordi_crf.ui.components.icons import Icon, IconButton
from ordi_crf.ui.theme import Tone

_HEIGHT = 24
"""As high as the icon buttons they stand beside."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is shown beside an item; `query` is the state of the one that needs somebody first."""

    verified: bool = False
    query: QueryState | None = None


class Marks(QWidget):
    """A tick and a flag, each there only when it says something; the flag opens its query."""

    query_asked = Signal(str)
    """The code it was made with."""

    def __init__(self, code: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tick = Icon("verified", Tone.OK, self.tr("Verified against the source"))
        self._open = IconButton(
            "query", self.tr("A query waits for its answer"), code=code, tone=Tone.BAD
        )
        self._answered = IconButton(
            "query", self.tr("A query is answered"), code=code, tone=Tone.ACCENT
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for flag in (self._open, self._answered):
            flag.picked.connect(self.query_asked)
            row.addWidget(flag)
        row.addWidget(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(_HEIGHT)
        self.set_mark(Mark())

    def set_mark(self, mark: Mark) -> None:
        """Show other marks."""
        self._tick.setVisible(mark.verified)
        self._open.setVisible(mark.query is QueryState.OPEN)
        self._answered.setVisible(mark.query is QueryState.ANSWERED)
        self.setVisible(mark != Mark())
