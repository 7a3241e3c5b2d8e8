"""Score cards and the trend: the patient's numbers, the largest things on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.chip import Chip
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import CENTER, write
from ordi_crf.ui.theme import Tone

_SIDE, _APART = 18.0, 30
"""Room beside the line of a trend, and between two visits whose names both fit."""

Point = tuple[str, int | None]
"""A visit's label and its total, None where there is none."""


class ScoreCard(Card):
    """A label, a figure of 44 px, what it is out of, a sentence, and a chip when there is one."""

    def __init__(self, tone: Tone = Tone.ACCENT, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(theme.SPACE_4, theme.SPACE_3, theme.SPACE_4, theme.SPACE_3)
        self.body.setSpacing(theme.SPACE_1)
        self._label = Label("", theme.LABEL, 600, tone)
        self._figure = Label("", theme.SCORE, 700)
        self._of = Label("", theme.BODY, 400, Tone.MUTED)
        self._sentence = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._note = Label("", theme.META, 400, Tone.MUTED, wrap=True)
        self._chip = Chip()
        figures = QHBoxLayout()
        figures.setSpacing(theme.SPACE_2)
        figures.addWidget(self._figure)
        figures.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        self._of.setContentsMargins(0, 0, 0, 9)
        self._figure.setFixedHeight(theme.SCORE + 6)
        self.body.addWidget(self._label)
        self.body.addLayout(figures)
        for below in (self._sentence, self._note, self._chip):
            self.body.addWidget(below)
            below.hide()
        self.body.addStretch(1)

    def set_score(self, label: str, figure: str, of: str) -> None:
        """Show a figure, what it is and what it is out of."""
        self._label.setText(label)
        self._figure.setText(figure)
        self._of.setText(of)
        self.setAccessibleName(f"{label}: {figure} {of}")

    def set_sentence(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        """Say what the figure rests on, or what it lacks."""
        self._sentence.setFont(theme.font(theme.LABEL, 400 if tone is Tone.MUTED else 600))
        self._sentence.set_tone(tone)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def set_note(self, note: str) -> None:
        """Say in small type how the figure is made up."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def set_chip(self, text: str, tone: Tone = Tone.WARN) -> None:
        """Show a chip under the sentence; the empty text takes it away."""
        self._chip.set_text(text, tone)
        self._chip.setVisible(bool(text))


class TrendCard(Card):
    """Totals from visit to visit as a line, and the change from baseline as a figure."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._line = TrendLine()
        self._delta = Label("", theme.FIGURE, 700)
        self._percent = Label("", theme.LABEL, 400, Tone.MUTED)
        self._note = Label("", theme.META, 400, Tone.MUTED)
        figures = _column(self._delta, self._percent, self._note)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        row.addWidget(self._line, 1)
        row.addLayout(figures)
        self.body.addLayout(row, 1)

    def set_points(self, points: Sequence[Point]) -> None:
        """Draw the totals; a visit without one has no point."""
        self._line.set_points(points)

    def set_change(self, delta: str, percent: str, tone: Tone, note: str = "") -> None:
        """Show the change from baseline, its percentage, and a word about it."""
        self._delta.set_tone(tone)
        for label, text in ((self._delta, delta), (self._percent, percent), (self._note, note)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleDescription(f"{delta} {percent} {note}".strip())


class TrendLine(QWidget):
    """The line of a trend: one point a visit, no axis beyond the visits' names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_points(self, points: Sequence[Point]) -> None:
        """Draw other totals."""
        self._points = tuple(points)
        told = ", ".join(f"{label} {value}" for label, value in points if value is not None)
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 84)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        known = [
            (place, value) for place, (_, value) in zip(places, self._points, strict=True)
            if value is not None
        ]  # fmt: skip
        painter.setPen(QPen(theme.color(t.accent), 2.2))
        painter.drawPolyline([place for place, _ in known])
        crowded = self._step() < _APART
        told = _told([value for _, value in known]) if crowded else range(len(known))
        for n, (place, value) in enumerate(known):
            painter.setPen(QPen(theme.color(t.accent), 1))
            painter.setBrush(theme.color(t.accent))
            painter.drawEllipse(place, 3 if crowded else 4, 3 if crowded else 4)
            if n not in told:
                continue
            above = QRectF(place.x() - 20, place.y() - 21, 40, 14)
            write(painter, above, str(value), font=theme.font(theme.META, 600), ink=t.ink,
                  align=CENTER)  # fmt: skip
        every = -(-_APART // max(1, round(self._step()))) if crowded else 1
        for n, (place, (label, _)) in enumerate(zip(places, self._points, strict=True)):
            if (len(places) - 1 - n) % every:
                continue
            box = QRectF(place.x() - 24, self.height() - 15, 48, 14)
            write(painter, box, label, font=theme.font(theme.META), ink=t.muted, align=CENTER)

    def _places(self) -> list[QPointF]:
        """Return where the points lie: zero at the foot, the highest total at the top."""
        top, foot = 24.0, self.height() - 24.0
        highest = max((value for _, value in self._points if value is not None), default=0) or 1
        step = self._step()
        return [
            QPointF(_SIDE + n * step, foot - (foot - top) * (value or 0) / highest)
            for n, (_, value) in enumerate(self._points)
        ]

    def _step(self) -> float:
        return (self.width() - 2 * _SIDE) / max(1, len(self._points) - 1)


def _told(values: Sequence[int]) -> set[int]:
    """Return which totals carry their figure where there is no room for all of them."""
    if not values:
        return set()
    last, highest = len(values) - 1, values.index(max(values))
    told = [last, highest, values.index(min(values)), 0]
    return {n for at, n in enumerate(told) if all(abs(n - other) > 1 for other in told[:at])}


def _column(*labels: Label) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addSpacing(theme.SPACE_1)
    for label in labels:
        column.addWidget(label)
    column.addStretch(1)
    return column
