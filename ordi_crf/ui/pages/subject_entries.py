"""The lines of a subject's page: a visit in the list, and a form of the visit beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ordi_crf.core.records import RecordKey
from ordi_crf.ui import theme
from ordi_crf.ui.components.enter import pressed_by_enter
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.painting import (
    RIGHT,
    chevron,
    hairline,
    rounded,
    text_width,
    write,
)
from ordi_crf.ui.components.state import State, paint_state, state_word
from ordi_crf.ui.pages.summaries import Said
from ordi_crf.ui.places import SubjectVisit
from ordi_crf.ui.theme import Tone

_VISIT_HEIGHT, _FORM_HEIGHT, _COMPACT_HEIGHT = 26, 64, 38
_TITLE = 272
"""Width of a form's title where what it says stands beside it."""


class _Line(QAbstractButton):
    """A line one can go to, that lights up under the pointer."""

    def __init__(self, height: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ringed(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def _ground(self, painter: QPainter) -> QRectF:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, t = QRectF(self.rect()), theme.tokens()
        fill = t.soft if self.isChecked() else t.idle_bg if self.underMouse() else None
        if fill is not None:
            rounded(painter, box, theme.RADIUS_CONTROL, fill=fill)
        return box


class VisitEntry(_Line):
    """One visit in the list: its sign, name, and when it was held or is due."""

    picked = Signal(str, int)

    def __init__(
        self,
        place: SubjectVisit,
        words: str,
        note: str,
        state: State,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_VISIT_HEIGHT, parent)
        self._place, self._note, self._state = place, note, state
        self._tone = Tone.MUTED
        self.setText(words)
        self.setCheckable(True)
        self.setObjectName(f"visit_{place.visit}")
        self.setAccessibleName(f"{words}, {state_word(state)}, {note}")
        self.setToolTip(state_word(state))
        self.clicked.connect(self._on_clicked)

    def set_tone(self, tone: Tone) -> None:
        """Show when it is due in a tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(232, _VISIT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        box = self._ground(painter)
        here = self.isChecked()
        paint_state(painter, QRectF(8, box.center().y() - 9, 18, 18), self._state, t)
        face = theme.font(theme.BODY, 600 if here else 400)
        small = theme.font(theme.META)
        room = text_width(self._note, small) + 18
        words = box.adjusted(36, 0, -room, 0)
        write(painter, words, self.text(), font=face, ink=t.accent if here else t.ink)
        note = box.adjusted(0, 0, -10, 0)
        ink = theme.ink(t, self._tone)
        write(painter, note, self._note, font=small, ink=ink, align=RIGHT)

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self._place.visit, self._place.visit_repeat)


class FoldEntry(_Line):
    """Says how many visits are folded away under it, and folds them out."""

    def __init__(
        self, words: str, entries: Sequence[VisitEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(_VISIT_HEIGHT, parent)
        self._entries = tuple(entries)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)

    def fold(self, *, open_: bool) -> None:
        """Fold the visits away, or out."""
        self.setChecked(open_)
        self._on_toggled(open_)

    def sizeHint(self) -> QSize:
        return QSize(232, _VISIT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, box, theme.RADIUS_CONTROL, fill=t.idle_bg)
        chevron(painter, QRectF(8, box.center().y() - 9, 18, 18), t.muted, down=self.isChecked())
        words = box.adjusted(36, 0, -10, 0)
        write(painter, words, self.text(), font=theme.font(theme.LABEL), ink=t.muted)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        for entry in self._entries:
            entry.setVisible(shown)


class FormEntry(_Line):
    """One form of a visit: its sign, title, what it says, its figure, and the way in."""

    picked = Signal(object)

    def __init__(
        self,
        key: RecordKey,
        title: str,
        said: Said,
        state: State,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_COMPACT_HEIGHT if compact else _FORM_HEIGHT, parent)
        self._key, self._said, self._state, self._compact = key, said, state, compact
        self.setText(title)
        self.setObjectName(f"form_{key.form}")
        told = f"{said.line} {said.figure} {said.unit}".strip()
        self.setAccessibleName(f"{title}, {state_word(state)}, {told}")
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return QSize(560, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        box = self._ground(painter)
        hairline(painter, 0, box.bottom() - 1, box.right(), box.bottom(), t.line)
        paint_state(painter, QRectF(8, box.center().y() - 11, 22, 22), self._state, t)
        figure = theme.font(theme.TITLE if self._compact else theme.FIGURE, 700)
        wide = text_width(self._said.figure, figure) + 170 if self._said.figure else 40.0
        title, line = self._places(box, wide)
        write(painter, title, self.text(), font=theme.font(theme.BODY, 600), ink=t.ink)
        write(painter, line, self._said.line, font=theme.font(theme.LABEL), ink=t.muted)
        number = box.adjusted(0, 0, -162, 0)
        write(painter, number, self._said.figure, font=figure, ink=t.ink, align=RIGHT)
        unit = box.adjusted(box.width() - 156, 3 if self._compact else 6, -34, 0)
        write(painter, unit, self._said.unit, font=theme.font(theme.META), ink=t.muted)
        arrow = box.adjusted(0, 0, -14, 0)
        write(painter, arrow, "›", font=theme.font(theme.TITLE), ink=t.muted, align=RIGHT)

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self._key)

    def _places(self, box: QRectF, wide: float) -> tuple[QRectF, QRectF]:
        """Return where the title stands, and what the form says: beside it, or under it."""
        if not self._compact:
            return box.adjusted(44, 12, -wide, -32), box.adjusted(44, 33, -wide, -11)
        title = QRectF(44, box.top(), _TITLE, box.height())
        return title, box.adjusted(44 + _TITLE + theme.SPACE_3, 0, -wide, 0)
