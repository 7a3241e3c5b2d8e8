"""Which parts of the canvas are seen: the two views, and close-ups of what is small on them.

Front view: the viewer's left is the patient's right; back view: it is the patient's left.
"""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from ordi_crf.ui.body_map.viewport import Window

Place: TypeAlias = tuple[int, int, int, int]
"""Row, column, rows and columns spanned."""

_HAND, _FOOT = (818, 970, 180, 250), (556, 1768, 140, 176)
"""The patient's left hand and foot from the front."""


def front() -> Window:
    """Return the front view."""
    title = QCoreApplication.translate("BodyMapWindows", "FRONT")
    return Window("front", (0, 0, 1000, 1960), title, tuple(zip(_right(), _left(), strict=True)))


def back() -> Window:
    """Return the back view."""
    title = QCoreApplication.translate("BodyMapWindows", "BACK")
    return Window("back", (1000, 0, 1000, 1960), title, tuple(zip(_left(), _right(), strict=True)))


def close_ups() -> list[tuple[Window, Place]]:
    """Return the close-ups, each with its place in a grid of four columns."""
    translate = QCoreApplication.translate
    right, left = translate("BodyMapWindows", "R"), translate("BodyMapWindows", "L")
    face, nape = (388, 14, 224, 300), (1388, 14, 224, 300)
    windows = [
        Window("face", face, translate("BodyMapWindows", "Face, ears"), ((right, left),)),
        Window("nape", nape, translate("BodyMapWindows", "Scalp, nape"), ((left, right),)),
        Window("palm_R", _mirrored(_HAND), translate("BodyMapWindows", "R palm")),
        Window("palm_L", _HAND, translate("BodyMapWindows", "L palm")),
        Window("hand_L", _behind(_mirrored(_HAND)), translate("BodyMapWindows", "L hand, back")),
        Window("hand_R", _behind(_HAND), translate("BodyMapWindows", "R hand, back")),
        Window("foot_R", _mirrored(_FOOT), translate("BodyMapWindows", "R foot")),
        Window("foot_L", _FOOT, translate("BodyMapWindows", "L foot")),
        Window("heel_L", _behind(_mirrored(_FOOT)), translate("BodyMapWindows", "L heel")),
        Window("heel_R", _behind(_FOOT), translate("BodyMapWindows", "R heel")),
    ]
    wide = [(row, column, 1, 2) for row in range(3) for column in (0, 2)]
    narrow = [(3, column, 1, 1) for column in range(4)]
    return list(zip(windows, wide + narrow, strict=True))


def _right() -> tuple[str, ...]:
    """Return the patient's right in words, and in fewer where there is less room."""
    translate = QCoreApplication.translate
    return (
        translate("BodyMapWindows", "patient's RIGHT"),
        translate("BodyMapWindows", "pt's RIGHT"),
        translate("BodyMapWindows", "RIGHT"),
        translate("BodyMapWindows", "R"),
    )


def _left() -> tuple[str, ...]:
    """Return the patient's left in words, and in fewer where there is less room."""
    translate = QCoreApplication.translate
    return (
        translate("BodyMapWindows", "patient's LEFT"),
        translate("BodyMapWindows", "pt's LEFT"),
        translate("BodyMapWindows", "LEFT"),
        translate("BodyMapWindows", "L"),
    )


def _mirrored(shown: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    x, y, width, height = shown
    return 1000 - x - width, y, width, height


def _behind(shown: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    x, y, width, height = shown
    return 1000 + x, y, width, height
