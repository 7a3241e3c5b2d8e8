"""Whether a window can open here, and which system libraries it would need (Debian, Ubuntu).

Qt's wheels bring Qt and leave the display's libraries to the system. Without those an import fails,
or Qt ends the process when the window opens, so they are looked for first.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Mapping

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
"""What Qt needs at all, even without a screen, and the package each is in."""
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What a window on an X server needs besides."""

_NOT_LOADED = re.compile(r"(lib\S+\.so[\w.]*): cannot open shared object file")


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a window has somewhere to open: always on Windows and macOS."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def needed(environment: Mapping[str, str] = os.environ) -> Mapping[str, str]:
    """Return the libraries that a window needs here, each with its package."""
    if sys.platform != "linux":
        return {}
    platform = environment.get("QT_QPA_PLATFORM", "")
    wayland = not platform and environment.get("WAYLAND_DISPLAY")
    if wayland or (platform and not platform.startswith("xcb")):
        return QT_LIBRARIES
    return QT_LIBRARIES | X11_LIBRARIES


def missing(libraries: Mapping[str, str]) -> dict[str, str]:
    """Return the libraries that this system cannot load, each with its package."""
    return {name: package for name, package in libraries.items() if not _loads(name)}


def library_of(error: ImportError) -> str | None:
    """Return the system library an import failed for, None when it failed for another reason."""
    found = _NOT_LOADED.search(str(error))
    return found[1] if found else None


def advice(libraries: Mapping[str, str]) -> str:
    """Return what to do about libraries that are missing."""
    packages = " ".join(sorted({package for package in libraries.values() if package}))
    install = f"On Debian or Ubuntu: apt-get install {packages}\n" if packages else ""
    return (
        f"The window needs system libraries that are not installed: {', '.join(libraries)}.\n"
        f"{install}Everything else works without them: ordi-crf demo, export, verify."
    )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
