"""Which parts of the canvas are seen: the two views, and close-ups of what is small on them.

Front view: the viewer's left is the patient's right; back view: it is the patient's left.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ordi_crf.ui.body_map.viewport import Window


def front() -> Window:
    """Return the front view."""
    tr = QCoreApplication.translate
    return Window(
        "front",
        (0, 0, 1000, 1960),
        tr("BodyMapWindows", "FRONT"),
        tr("BodyMapWindows", "patient's RIGHT"),
        tr("BodyMapWindows", "patient's LEFT"),
    )


def back() -> Window:
    """Return the back view."""
    tr = QCoreApplication.translate
    return Window(
        "back",
        (1000, 0, 1000, 1960),
        tr("BodyMapWindows", "BACK"),
        tr("BodyMapWindows", "patient's LEFT"),
        tr("BodyMapWindows", "patient's RIGHT"),
    )


def close_ups() -> list[tuple[Window, int, int, int, int]]:
    """Return the close-ups with row, column, and the rows and columns they span in a grid."""
    tr = QCoreApplication.translate
    right, left = tr("BodyMapWindows", "R"), tr("BodyMapWindows", "L")
    hand, foot = (818, 970, 180, 250), (556, 1768, 140, 176)
    return [
        (Window("face", (388, 14, 224, 300), tr("BodyMapWindows", "Face, ears"), right, left),
         0, 0, 1, 2),
        (Window("nape", (1388, 14, 224, 300), tr("BodyMapWindows", "Scalp, nape"), left, right),
         0, 2, 1, 2),
        (Window("palm_R", _mirrored(hand), tr("BodyMapWindows", "R palm")), 1, 0, 1, 2),
        (Window("palm_L", hand, tr("BodyMapWindows", "L palm")), 1, 2, 1, 2),
        (Window("hand_L", _behind(_mirrored(hand)), tr("BodyMapWindows", "L hand, back")),
         2, 0, 1, 2),
        (Window("hand_R", _behind(hand), tr("BodyMapWindows", "R hand, back")), 2, 2, 1, 2),
        (Window("foot_R", _mirrored(foot), tr("BodyMapWindows", "R foot")), 3, 0, 1, 1),
        (Window("foot_L", foot, tr("BodyMapWindows", "L foot")), 3, 1, 1, 1),
        (Window("heel_L", _behind(_mirrored(foot)), tr("BodyMapWindows", "L heel")), 3, 2, 1, 1),
        (Window("heel_R", _behind(foot), tr("BodyMapWindows", "R heel")), 3, 3, 1, 1),
    ]  # fmt: skip


def _mirrored(shown: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    x, y, width, height = shown
    return 1000 - x - width, y, width, height


def _behind(shown: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    x, y, width, height = shown
    return 1000 + x, y, width, height
