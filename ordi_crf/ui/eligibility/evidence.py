"""EvidenceLink: one line of evidence, which leads to the item that says it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ordi_crf import forms
from ordi_crf.core.chart import Evidence
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.enter import pressed_by_enter
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.painting import RIGHT, text_width, write
from ordi_crf.ui.wording import visit_words

_HEIGHT = 20


class EvidenceLink(QAbstractButton):
    """What an item says, in one line, and the day of its visit where there is room."""

    chosen = Signal(object)
    """The Evidence."""

    def __init__(
        self, evidence: Evidence, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self.setText(evidence.says.in_(language))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        key = evidence.key
        form = forms.form(key.form).title.in_(language)
        visit = visit_words(key.visit, key.visit_repeat, language)
        self.setToolTip(f"{self.text()}\n{form}, {visit}")
        self.setAccessibleName(f"{self.text()}. {form}, {visit}")
        self.clicked.connect(self._on_clicked)
        ringed(self)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        known = self._evidence.value is not None
        face = theme.font(theme.LABEL, 400 if known else 600)
        face.setUnderline(self.underMouse())
        on, small = self._evidence.on or "", theme.font(theme.META)
        room = box.width() - text_width(on, small) - theme.SPACE_3
        if text_width(self.text(), face) <= room:
            write(painter, box, on, font=small, ink=t.muted, align=RIGHT)
        # What gives way is the question: the answer at the end is what one reads for.
        question, mark, answer = self.text().rpartition(": ")
        left = box.width() - text_width(mark + answer, face)
        shown = QFontMetricsF(face).elidedText(question, Qt.TextElideMode.ElideRight, left)
        ink = t.accent if known else t.warn
        write(painter, box, f"{shown}{mark}{answer}", font=face, ink=ink)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._evidence)
