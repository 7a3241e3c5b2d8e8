"""The readings of one outcome, a row each: id, words, and both proportions with their intervals."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ordi_crf.core.readings import Estimate, of_everyone, shares
from ordi_crf.core.stats import Proportion
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import hairline, rounded, wrapped, write
from ordi_crf.ui.outcomes.choice import Choice
from ordi_crf.ui.outcomes.signs import paint_interval
from ordi_crf.ui.outcomes.words import share_of

_HEIGHT, _HEADINGS = 40, 34
_ID, _SHARE, _GAP = 82.0, 192.0, 16.0
_PAD = 10.0


class ReadingHeadings(QWidget):
    """What the two proportions of the readings count, above them."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._whom: tuple[Text, Text] | None = None
        self.setFixedHeight(_HEADINGS)

    def show_whom(self, whom: tuple[Text, Text]) -> None:
        """Name the denominators of the reading that is chosen."""
        self._whom = whom
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        face = theme.font(theme.META, 600)
        _, words, first, second = _columns(box)
        for column, text in (
            (words.adjusted(-_ID, 0, 0, 0), self.tr("Reading")),
            (first, self._said(0)),
            (second, self._said(1)),
        ):
            told = wrapped(text, face, column.width())
            for n, line in enumerate(told):
                y = column.bottom() - 4 - 14 * (len(told) - n)
                place = QRectF(column.left(), y, column.width(), 14)
                write(painter, place, line, font=face, ink=t.muted)
        hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)

    def _said(self, denominator: int) -> str:
        return "" if self._whom is None else self._whom[denominator].in_(self._language)


class ReadingRow(Choice):
    """One reading; chosen by click, Enter, or up and down."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._language = language
        self._estimate: Estimate | None = None
        self._first = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def estimate(self) -> Estimate | None:
        """Return the reading shown."""
        return self._estimate

    def show_estimate(self, estimate: Estimate | None, *, first: bool) -> None:
        """Show a reading, the first of its outcome in bold; None hides the row."""
        self._estimate, self._first = estimate, first
        self.setVisible(estimate is not None)
        if estimate is not None:
            words = estimate.reading.in_(self._language)
            told = "; ".join(share.in_(self._language) for share in shares(estimate))
            self.setObjectName(estimate.oid)
            self.setAccessibleName(f"{estimate.oid} {words}: {told}")
            self.setToolTip(f"{words}\n{told}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self._estimate
        if found is None:
            return
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            ground = t.soft if self.isChecked() else t.raised
            rounded(painter, box.adjusted(0, 1, 0, -1), theme.RADIUS_CONTROL, fill=ground)
        number, words, *shown = _columns(box)
        ink = t.accent if self.isChecked() else t.muted
        write(painter, number, found.oid, font=theme.font(theme.META, 600), ink=ink)
        face = theme.font(theme.LABEL, 600 if self._first else 400)
        told = wrapped(found.reading.in_(self._language), face, words.width())
        top = words.center().y() - 8 * len(told)
        for n, line in enumerate(told):
            place = QRectF(words.left(), top + 16 * n, words.width(), 16)
            write(painter, place, line, font=face, ink=t.ink)
        for column, share in zip(shown, (found.of_assessed, of_everyone(found)), strict=True):
            self._paint_share(painter, column, share, t)

    def _paint_share(
        self, painter: QPainter, column: QRectF, found: Proportion, t: theme.Tokens
    ) -> None:
        text = share_of(found).in_(self._language)
        face = theme.font(theme.LABEL, 600 if self._first else 400)
        above = QRectF(column.left(), column.top() + 6, column.width(), 16)
        write(painter, above, text, font=face, ink=t.ink if found.of else t.muted)
        bar = QRectF(column.left() + 1, column.top() + 24, column.width() - 2, 10)
        paint_interval(painter, bar, found, t)


def _columns(box: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF]:
    """Return where id, words and the two proportions stand."""
    inner = box.adjusted(_PAD, 0, -_PAD, 0)
    second = QRectF(inner.right() - _SHARE, inner.top(), _SHARE, inner.height())
    first = second.translated(-_SHARE - _GAP, 0)
    number = QRectF(inner.left(), inner.top(), _ID - 6, inner.height())
    words = QRectF(inner.left() + _ID, inner.top(), first.left() - _GAP - inner.left() - _ID,
                   inner.height())  # fmt: skip
    return number, words, first, second
