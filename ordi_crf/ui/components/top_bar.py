"""TopBar: where one is, when it was saved, and the page's one primary action."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import hairline
from ordi_crf.ui.theme import Tone


class TopBar(QWidget):
    """A trail whose parts lead back, the title, "saved", quiet actions and the primary one."""

    trail_chosen = Signal(int)
    primary_chosen = Signal()
    quiet_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.TOP_BAR_HEIGHT)
        self._title = Label("", theme.TITLE, 700)
        self._saved = Label("", theme.META, 400, Tone.MUTED)
        self._primary = Button("", Kind.PRIMARY)
        self._primary.setObjectName("primary")
        self._primary.clicked.connect(self.primary_chosen)
        self._primary.hide()
        self._trail = _row(0)
        self._quiet = _row(theme.SPACE_2)
        where = QVBoxLayout()
        where.setSpacing(1)
        where.addStretch(1)
        where.addLayout(self._trail)
        where.addWidget(self._title)
        where.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_6, 0, 20, 1)
        row.setSpacing(theme.SPACE_4)
        row.addLayout(where, 1)
        row.addWidget(self._saved)
        row.addLayout(self._quiet)
        row.addWidget(self._primary)

    def set_trail(self, parts: Sequence[str], leading: Collection[int] | None = None) -> None:
        """Show the way here; the parts at `leading`, else all but the last, lead back."""
        _clear(self._trail)
        leading = range(len(parts) - 1) if leading is None else leading
        for n, part in enumerate(parts):
            if n:
                self._trail.addWidget(Label("  ›  ", theme.META, 400, Tone.MUTED))
            self._trail.addWidget(
                self._step(n, part) if n in leading else Label(part, theme.META, 400, Tone.MUTED)
            )
        self._trail.addStretch(1)

    def set_title(self, title: str) -> None:
        """Show the page's title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_saved(self, text: str) -> None:
        """Say when the last answer was saved."""
        self._saved.setText(text)

    def set_primary(self, text: str, *, enabled: bool = True, tip: str = "") -> None:
        """Offer the page's primary action; the empty text takes it away."""
        self._primary.setText(text)
        self._primary.setEnabled(enabled)
        self._primary.setToolTip(tip)
        self._primary.setVisible(bool(text))
        self._primary.updateGeometry()

    def focus_primary(self) -> None:
        """Give the primary action the keyboard, where there is one."""
        if not self._primary.isHidden() and self._primary.isEnabled():
            self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_quiet(
        self, actions: Sequence[tuple[str, str]], refused: Mapping[str, str] | None = None
    ) -> None:
        """Offer quiet actions as (code, words); `refused` says by code why one cannot be used."""
        at_hand = self.window().focusWidget()
        pressed = at_hand is not None and self._quiet.indexOf(at_hand) >= 0
        _clear(self._quiet)
        if pressed:
            self.focus_primary()
        for code, words in actions:
            button = Button(words, code=code)
            button.setObjectName(code)
            if refused and code in refused:
                button.setEnabled(False)
                button.setToolTip(refused[code])
            button.picked.connect(self.quiet_chosen)
            self._quiet.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(t.surface))
        hairline(painter, 0, self.height() - 1, self.width(), self.height(), t.line)

    @Slot(str)
    def _on_step(self, position: str) -> None:
        self.trail_chosen.emit(int(position))

    def _step(self, position: int, words: str) -> Button:
        step = Button(words, Kind.TRAIL, code=str(position))
        step.picked.connect(self._on_step)
        return step


def _row(spacing: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return row


def _clear(row: QHBoxLayout) -> None:
    while (item := row.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
