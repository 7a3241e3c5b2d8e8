"""What a started program tells: when its window was painted, its memory, and what it imported."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

LATE = ("sqlite_utils", "filelock", "openpyxl", "reportlab", "PIL", "pymupdf_fonts", "click")
"""Libraries that a first window does without."""
_PEAK = "VmHWM:"


def tell_painted(window: QWidget) -> None:
    """Wait for a shown window to be painted; print the moment, peak MB and late libraries."""
    handle = window.windowHandle()
    while not handle.isExposed():
        QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    at = time.monotonic()
    print(at, peak_memory(), *(name for name in LATE if name in sys.modules))


def peak_memory() -> float:
    """Return the most memory this program has had resident, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(_PEAK))
    # Elsewhere the figure is at least that of the program that started this one.
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)
