"""Idle: notices when nobody has touched keyboard, pointer or pen for a while (T17)."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)
"""What only a person does."""


class Idle(QObject):
    """Watches the whole program for as long as it lives."""

    fell_idle = Signal()

    def __init__(self, milliseconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self._limit = milliseconds
        self._touched = _now()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(milliseconds)
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def set_limit(self, milliseconds: int) -> None:
        """Allow another length of silence, from now on."""
        self._limit = milliseconds
        self.start()

    def start(self) -> None:
        """Begin to wait anew."""
        self._touched = _now()
        self._timer.start(self._limit)

    def stop(self) -> None:
        """Stop waiting, until it is begun anew."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS and self._timer.isActive():
            # A computer that slept comes back with the first touch: too late to count as one.
            if self._left() <= 0:
                self._on_timeout()
            else:
                self._touched = _now()
        return False

    def _left(self) -> int:
        """Return the milliseconds that are left; a clock set back or forward may shorten them."""
        gone = max(after - before for before, after in zip(self._touched, _now(), strict=True))
        return self._limit - int(gone * 1000)

    @Slot()
    def _on_timeout(self) -> None:
        left = self._left()
        if left > 0:
            self._timer.start(left)
        else:
            self._timer.stop()
            self.fell_idle.emit()


def _now() -> tuple[float, float]:
    """Return the time by two clocks: one stands still while the computer sleeps, one is set."""
    return time.monotonic(), time.time()
