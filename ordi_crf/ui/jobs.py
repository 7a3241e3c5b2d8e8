"""Work off the main thread: a plain function with progress and cancel, reported by signals."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from ordi_crf.core.delivery import Cancelled, CancelledError, Progress
from ordi_crf.core.lab_mapping import MappingError
from ordi_crf.db.errors import StudyFileError
from ordi_crf.diagnostics import Trace
from ordi_crf.export.files import ExportError
from ordi_crf.forms.schema import Text
from ordi_crf.imports.errors import UnreadableFileError
from ordi_crf.verify.report import UnreadableError

Work: TypeAlias = Callable[[Progress, Cancelled], object]

_TOLD = (StudyFileError, ExportError, UnreadableFileError, UnreadableError, MappingError)
"""What tells its own sentence."""
_FAILED = Text(
    "Something went wrong inside the program; nothing was written. The details are in the log.",
    "Se ha producido un error interno; no se ha escrito nada. Los detalles están en el registro.",
)


class Running(QObject):
    """What a card can follow: something under way that can be stopped, and what came of it."""

    begun = Signal()
    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    """A sentence (Text)."""
    cancelled = Signal()

    @property
    def running(self) -> bool:
        """Return whether the work was begun and has not ended."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        raise NotImplementedError


class Job(Running):
    """One piece of work. Signals arrive in the thread of whoever started it."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._task = _Task(work, self._stop.is_set)
        self._task.setAutoDelete(False)
        told = self._task.told
        told.progressed.connect(self.progressed)
        told.done.connect(self.done)
        told.failed.connect(self.failed)
        told.cancelled.connect(self.cancelled)

    @property
    def running(self) -> bool:
        """Return whether the work was begun and has not ended."""
        return self._task.begun.is_set() and not self._task.ended.is_set()

    @property
    def stopped(self) -> bool:
        """Return whether somebody asked it to stop."""
        return self._stop.is_set()

    def start(self) -> None:
        """Begin; returns at once."""
        self._task.begun.set()
        QThreadPool.globalInstance().start(self._task)

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def finish(self) -> None:
        """Stop the work and wait until it has: before what it works on is closed."""
        self.cancel()
        if self.running:
            self._task.ended.wait()


class _Told(QObject):
    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()


class _Task(QRunnable):
    def __init__(self, work: Work, stopped: Cancelled) -> None:
        super().__init__()
        self._work, self._stopped = work, stopped
        self.begun, self.ended = threading.Event(), threading.Event()
        self.told = _Told()

    def run(self) -> None:
        try:
            self.told.done.emit(self._work(self.told.progressed.emit, self._stopped))
        except CancelledError:
            self.told.cancelled.emit()
        except _TOLD as error:
            self.told.failed.emit(error.message)
        except Exception as error:
            # The worker's end: a bug must be logged and said, never lost with the thread.
            logging.getLogger(__name__).error("A job failed: %s", Trace(error))
            self.told.failed.emit(_FAILED)
        finally:
            self.ended.set()
