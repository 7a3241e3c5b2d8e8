"""NavRail: the study, its places and who is at work, down the left of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.icons import paint_icon
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import hairline, rounded, write
from ordi_crf.ui.theme import Tone


class NavRail(QWidget):
    """Places by code: `place_chosen` says where to go, `switch_asked` that someone takes over."""

    place_chosen = Signal(str)
    switch_asked = Signal()

    def __init__(self, name: str, study: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.RAIL_WIDTH)
        self._entries: dict[str, _Entry] = {}
        self._study = Label(study, theme.META, 400, Tone.MUTED)
        self._actor = _Actor()
        self._actor.clicked.connect(self.switch_asked)
        self._places = QVBoxLayout()
        self._places.setSpacing(theme.SPACE_1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 18, 10, theme.SPACE_3)
        column.setSpacing(3)
        for label in (Label(name, theme.TITLE, 700), self._study):
            label.setContentsMargins(10, 0, 0, 0)
            column.addWidget(label)
        column.addSpacing(18)
        column.addLayout(self._places)
        column.addStretch(1)
        column.addWidget(self._actor)

    def set_places(self, groups: Sequence[Sequence[tuple[str, str]]]) -> None:
        """Fill the rail with places as (code, words), in groups with room between them."""
        for entry in self._entries.values():
            entry.hide()
            entry.deleteLater()
        while self._places.takeAt(0) is not None:
            pass
        self._entries = {}
        for group in filter(None, groups):
            self._places.addSpacing(theme.SPACE_2 if self._entries else 0)
            for code, words in group:
                self._add(_Entry(code, words), code)

    def _add(self, entry: _Entry, code: str) -> None:
        self._entries[code] = entry
        entry.picked.connect(self.place_chosen)
        entry.stepped.connect(self._on_stepped)
        self._places.addWidget(entry)

    def select(self, code: str) -> None:
        """Mark the place the window is at."""
        for name, entry in self._entries.items():
            entry.setChecked(name == code)

    def set_count(self, code: str, count: int) -> None:
        """Show beside a place how much waits there; 0 shows nothing."""
        self._entries[code].set_count(count)

    def set_actor(self, name: str, role: str) -> None:
        """Show who is at work and in which role."""
        self._actor.set_actor(name, role)

    def actor_top(self) -> QPoint:
        """Return where the line of who is at work begins, in the rail."""
        return self._actor.pos()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(t.surface))
        hairline(painter, self.width() - 1, 0, self.width(), self.height(), t.line)

    @Slot(str, int)
    def _on_stepped(self, code: str, step: int) -> None:
        codes = list(self._entries)
        there = codes.index(code) + step
        if 0 <= there < len(codes):
            self._entries[codes[there]].setFocus(Qt.FocusReason.TabFocusReason)


class _Row(QAbstractButton):
    """A line of the rail that lights up under the pointer."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ringed(self)

    def sizeHint(self) -> QSize:
        return QSize(theme.RAIL_WIDTH - 20, self._height)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def _ground(self, painter: QPainter, fill: str | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = theme.tokens()
        lit = fill or (t.idle_bg if self.underMouse() else None)
        if lit:
            rounded(painter, QRectF(self.rect()), theme.RADIUS_CONTROL, fill=lit)


class _Entry(_Row):
    """One place."""

    picked = Signal(str)
    stepped = Signal(str, int)

    def __init__(self, code: str, words: str) -> None:
        super().__init__(30)
        self._code, self._count = code, 0
        self.setText(words)
        self.setCheckable(True)
        self.setObjectName(code)
        self.clicked.connect(self._on_clicked)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self.stepped.emit(self._code, -1)
            case Qt.Key.Key_Down:
                self.stepped.emit(self._code, 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Leave the mark to `NavRail.select`: the window decides whether it went there."""

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        here = self.isChecked()
        self._ground(painter, t.soft if here else None)
        ink = t.accent if here else t.ink
        box = QRectF(self.rect()).adjusted(12, 0, -10, 0)
        write(painter, box, self.text(), font=theme.font(theme.BODY, 600 if here else 400), ink=ink)
        if self._count:
            face = theme.font(theme.META, 600)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            write(painter, box, str(self._count), font=face, ink=t.muted, align=align)

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self._code)


class _Actor(_Row):
    """Who is at work; a click hands over to someone else."""

    def __init__(self) -> None:
        super().__init__(48)
        self._name, self._role = "", ""
        self.setToolTip(self.tr("Someone else is at work…"))

    def set_actor(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self.setAccessibleName(f"{name}, {role}")
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        self._ground(painter, None)
        box = QRectF(self.rect()).adjusted(10, 0, -24, 0)
        top = QRectF(box.left(), 7, box.width(), 17)
        write(painter, top, self._name, font=theme.font(theme.LABEL, 600), ink=t.ink)
        foot = QRectF(box.left(), 25, box.width(), 16)
        write(painter, foot, self._role, font=theme.font(theme.META), ink=t.muted)
        lit = self.underMouse() or self.hasFocus()
        sign = QRectF(self.width() - 26, 16, 16, 16)
        paint_icon(painter, sign, "switch", Tone.ACCENT if lit else Tone.MUTED)
