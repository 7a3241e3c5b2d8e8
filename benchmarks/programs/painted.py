"""What a started program tells: when its window was painted, its memory, and what it imported."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from benchmarks.programs.peak import peak_memory

LATE = ("sqlite_utils", "filelock", "openpyxl", "reportlab", "PIL", "pymupdf_fonts", "click")
"""Libraries that a first window does without."""


def tell_painted(window: QWidget) -> None:
    """Wait for a shown window to be painted; print the moment, peak MB and late libraries."""
    handle = window.windowHandle()
    while not handle.isExposed():
        QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    at = time.monotonic()
    print(at, peak_memory(), *(name for name in LATE if name in sys.modules))
