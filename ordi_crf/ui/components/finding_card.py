"""Finding cards: a chip, one sentence, and what one can do about it as quiet links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.chip import Chip
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import hairline
from ordi_crf.ui.theme import Tone

_NARROWEST, _LOWEST = 200, 72


@dataclass(frozen=True, slots=True)
class Notice:
    """What a finding card says, and the actions it offers as (code, words)."""

    oid: str
    chip: str
    tone: Tone
    sentence: str
    hint: str = ""
    actions: tuple[tuple[str, str], ...] = ()


class FindingCard(QWidget):
    """One notice. `acted` carries the finding's oid and the code of the action chosen."""

    acted = Signal(str, str)

    def __init__(
        self, notice: Notice, *, first: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._oid, self._first = notice.oid, first
        column = QVBoxLayout(self)
        top = 0 if first else theme.SPACE_3
        column.setContentsMargins(0, top, 0, theme.SPACE_2)
        column.setSpacing(theme.SPACE_1 + 2)
        column.addWidget(Chip(notice.chip, notice.tone))
        column.addWidget(Label(notice.sentence, theme.LABEL, wrap=True))
        if notice.hint:
            column.addWidget(Label(notice.hint, theme.LABEL, 400, Tone.MUTED, wrap=True))
        if notice.actions:
            column.addLayout(self._links(notice.actions))
        self.setAccessibleName(f"{notice.chip}: {notice.sentence}")

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            hairline(QPainter(self), 0, 0, self.width(), 1, theme.tokens().line)

    @Slot(str)
    def _on_picked(self, action: str) -> None:
        self.acted.emit(self._oid, action)

    def _links(self, actions: Sequence[tuple[str, str]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_4)
        for code, words in actions:
            link = Button(words, Kind.LINK, code=code)
            link.picked.connect(self._on_picked)
            row.addWidget(link)
        row.addStretch(1)
        return row


class FindingList(Card):
    """The notices of a form, one under the other; scrolls when there are many."""

    acted = Signal(str, str)

    def __init__(self, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._nothing = nothing
        self._shown: tuple[Notice, ...] | None = None
        self._scroll = _Scroll()
        self.body.addWidget(self._scroll, 1)
        self.set_notices(())

    def set_notices(self, notices: Sequence[Notice]) -> None:
        """Show other notices; nothing happens when they are the ones shown."""
        if tuple(notices) == self._shown:
            return
        self._shown = tuple(notices)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.SPACE_2, 0)
        column.setSpacing(0)
        for n, notice in enumerate(notices):
            card = FindingCard(notice, first=n == 0)
            card.acted.connect(self.acted)
            column.addWidget(card)
        if not notices:
            column.addWidget(Label(self._nothing, theme.LABEL, 400, Tone.MUTED, wrap=True))
        column.addStretch(1)
        # A link in the old content may be what asked for the new one: let it finish first.
        if (old := self._scroll.takeWidget()) is not None:
            old.hide()
            old.deleteLater()
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self._scroll.updateGeometry()


class _Scroll(QScrollArea):
    """As high as what it holds, when there is room; the keyboard stops at the links alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        content = self.widget()
        if content is None:
            return super().sizeHint()
        width = max(self.viewport().width(), _NARROWEST)
        return QSize(width, content.heightForWidth(width) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, min(self.sizeHint().height(), _LOWEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
