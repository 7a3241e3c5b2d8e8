"""What keys stand for on the body map, and where the arrow keys go from region to region."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt

from ordi_crf import atlas
from ordi_crf.core.bodymap import Region
from ordi_crf.ui.body_map.brush import Tool
from ordi_crf.ui.body_map.viewport import Window

ARROWS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
LEVEL_KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3}
TOOL_KEYS = {Qt.Key.Key_B: Tool.BRUSH, Qt.Key.Key_E: Tool.ERASER, Qt.Key.Key_F: Tool.FILL}

_DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


@cache
def centre(region: Region) -> tuple[int, int]:
    """Return the cell in the middle of a region."""
    body_map = atlas.body_map()
    across = down = cells = 0
    for first, end in body_map.rows_of(region):
        row, length = first // body_map.width, end - first
        across += (2 * (first % body_map.width) + length) * length // 2
        down += row * length
        cells += length
    return across // cells, down // cells


def first_region(window: Window) -> Region:
    """Return the region nearest to a window's middle, the trunk for a whole view."""
    middle = window.rect.center()
    x, y = int(middle.x()), int(middle.y())
    if window.rect.width() >= window.columns.width():
        y = 600
    here = [region for region in atlas.body_map().regions if region.view == window.view]
    return min(here, key=lambda r: abs(centre(r)[0] - x) + abs(centre(r)[1] - y))


def neighbour(region: Region, direction: str) -> Region:
    """Return the nearest region of the same view in a direction, itself when there is none."""
    dx, dy = _DIRECTIONS[direction]
    x0, y0 = centre(region)
    found: list[tuple[int, int, Region]] = []
    for other in atlas.body_map().regions:
        x, y = centre(other)
        ahead = (x - x0) * dx + (y - y0) * dy
        aside = abs((x - x0) * dy) + abs((y - y0) * dx)
        if other.view == region.view and ahead > 0 and aside <= 3 * ahead:
            found.append((ahead + 2 * aside, other.label, other))
    return min(found)[2] if found else region
