"""The demonstration study of this computer: where it lies, and how it is made the first time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.ui.jobs import Job


class Demonstration(QObject):
    """Makes the study off the main thread."""

    progressed = Signal(int, int)
    ready = Signal(object)
    """Its Path."""
    failed = Signal(object)
    """A sentence (Text)."""

    def make(self, path: Path) -> None:
        """Begin; returns at once."""

        def work(progress: Progress, _cancelled: Cancelled) -> object:
            from ordi_crf.demo.build import build

            path.parent.mkdir(parents=True, exist_ok=True)
            build(path, progress)
            return path

        job = Job(work, self)
        job.progressed.connect(self.progressed)
        job.done.connect(self.ready)
        job.failed.connect(self.failed)
        job.start()


def demo_path() -> Path:
    """Return where the demonstration study of this computer lies."""
    where = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(where)) / "ORDI-02 demonstration (synthetic).ordi"
