"""The most memory a program has had."""

from __future__ import annotations

import sys
from pathlib import Path

_PEAK = "VmHWM:"


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
