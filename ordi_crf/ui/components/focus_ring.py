"""The focus ring: 2.4 px of accent, 3 px off the control, the same for every control.

The ring is a transparent sibling laid over the control's surroundings, so that a control need not
reserve room for it. It follows the control through layout and scrolling.
"""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import rounded

WIDTH, OFFSET = 2.4, 3
_REACH = 5
"""How far the ring reaches out of its control, in whole pixels."""


def ringed(control: QWidget, radius: int = theme.RADIUS_CONTROL) -> None:
    """Have a control wear the ring while it has the keyboard."""
    control.setProperty("ring", radius)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if app.findChild(_Follower) is None:
        _Follower(app)


class FocusRing(QWidget):
    """The ring of one host; shows around one of its descendants at a time."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._radius = theme.RADIUS_CONTROL
        self._control: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, control: QWidget, radius: int) -> None:
        """Lay the ring around a control and keep it there."""
        self.leave()
        self._control, self._radius = control, radius
        above: QWidget | None = control
        while above is not None and above is not self._host:
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()
        self._place()

    def leave(self) -> None:
        """Take the ring away."""
        for widget in self._watched:
            # A page that goes away takes its controls along before the focus leaves them.
            with suppress(RuntimeError):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._control = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Move | QEvent.Type.Resize | QEvent.Type.Show | QEvent.Type.Hide:
                self._place()
            case QEvent.Type.Destroy:
                self.leave()
            case _:
                pass
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = _REACH - OFFSET - WIDTH / 2
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        radius = self._radius + OFFSET - 1
        rounded(painter, box, radius, line=theme.tokens().accent, width=WIDTH)

    def _place(self) -> None:
        if self._control is None:
            return
        self.setGeometry(_around(self._control, self._host))
        self.setVisible(self._control.isVisible())
        self.raise_()


class _Follower(QObject):
    """Moves the rings as the keyboard focus moves through the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        radius = now.property("ring") if now is not None else None
        ring = _ring_of(_host(now)) if now is not None and isinstance(radius, int) else None
        if self._ring is not None and self._ring is not ring:
            self._ring.leave()
            self._ring.destroyed.disconnect(self._on_ring_destroyed)
        if ring is not None and ring is not self._ring:
            ring.destroyed.connect(self._on_ring_destroyed)
        self._ring = ring
        if ring is not None and now is not None and isinstance(radius, int):
            ring.surround(now, radius)

    @Slot()
    def _on_ring_destroyed(self) -> None:
        self._ring = None


def _around(control: QWidget, host: QWidget) -> QRect:
    here = control.rect().adjusted(-_REACH, -_REACH, _REACH, _REACH)
    here.moveTopLeft(control.mapTo(host, here.topLeft()))
    return here


def _host(control: QWidget) -> QWidget:
    """Return the nearest ancestor with room for the ring, at most the content that scrolls."""
    host = control
    while not host.isWindow() and (above := host.parentWidget()) is not None:
        if isinstance(above.parentWidget(), QScrollArea) and host is not control:
            break
        host = above
        if host.rect().contains(_around(control, host)):
            break
    return host


def _ring_of(host: QWidget) -> FocusRing:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found = host.findChild(FocusRing, options=direct)
    return found if isinstance(found, FocusRing) else FocusRing(host)
