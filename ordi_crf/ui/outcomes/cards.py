"""The six outcomes as cards: number, words, n of N, percentage and interval; one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ordi_crf.core.phrases import interval, percent
from ordi_crf.core.readings import Outcome
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import RIGHT, rounded, text_width, wrapped, write
from ordi_crf.ui.outcomes.choice import Choice
from ordi_crf.ui.outcomes.signs import paint_interval
from ordi_crf.ui.outcomes.words import count

_LEAST, _MOST = 88, 116
_PAD, _NUMBER = 14.0, 28.0
_LINE = 16.0


class OutcomeCard(Choice):
    """One registered outcome by its first reading; chosen by click, Enter, or up and down."""

    def __init__(self, outcome: Outcome, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(theme.RADIUS_CARD, parent)
        self.outcome = outcome
        self._language = language
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_LEAST)
        self.setMaximumHeight(_MOST)
        self.setObjectName(outcome.oid)
        self.setToolTip(outcome.registered.in_(language))
        self.setAccessibleName(f"{outcome.oid} {outcome.title.in_(language)}: {self._told()}")

    def sizeHint(self) -> QSize:
        return QSize(330, _LEAST + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        fill = t.soft if chosen else t.raised if self.underMouse() else t.surface
        box = QRectF(self.rect())
        rounded(painter, box, theme.RADIUS_CARD, fill=fill, line=t.accent if chosen else t.line)
        inner = box.adjusted(_PAD, 10, -_PAD, -10)
        self._paint_title(painter, inner, t)
        self._paint_figures(painter, inner, t)
        bar = QRectF(inner.left(), inner.bottom() - 9, inner.width(), 9)
        paint_interval(painter, bar, self.outcome.headline.of_assessed, t)

    def _paint_title(self, painter: QPainter, inner: QRectF, t: theme.Tokens) -> None:
        number = QRectF(inner.left(), inner.top(), _NUMBER, _LINE)
        face = theme.font(theme.LABEL, 700)
        write(painter, number, self.outcome.oid, font=face, ink=t.accent)
        words = inner.adjusted(_NUMBER, 0, 0, 0)
        face = theme.font(theme.LABEL, 600)
        title = self.outcome.title.in_(self._language)
        for n, line in enumerate(wrapped(title, face, words.width())):
            box = QRectF(words.left(), words.top() + n * _LINE, words.width(), _LINE)
            write(painter, box, line, font=face, ink=t.ink)

    def _paint_figures(self, painter: QPainter, inner: QRectF, t: theme.Tokens) -> None:
        found, row = self.outcome.headline.of_assessed, inner.adjusted(0, 0, 0, -12)
        row.setTop(row.bottom() - 28)
        if not found.of:
            words = percent(found).in_(self._language)
            write(painter, row, words, font=theme.font(theme.BODY, 600), ink=t.muted)
            return
        face = theme.font(theme.FIGURE, 700)
        write(painter, row, count(found), font=face, ink=t.ink)
        after = row.adjusted(text_width(count(found), face) + 12, 5, 0, 0)
        share = f"{percent(found).in_(self._language)} %"
        write(painter, after, share, font=theme.font(theme.BODY, 600), ink=t.ink)
        known = interval(found).in_(self._language)
        words = self.tr("95 % CI {interval}").format(interval=known)
        write(painter, after, words, font=theme.font(theme.LABEL), ink=t.muted, align=RIGHT)

    def _told(self) -> str:
        found = self.outcome.headline.of_assessed
        share = percent(found).in_(self._language)
        return f"{count(found)}, {share} %" if found.of else share
