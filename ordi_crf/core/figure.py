"""The vector figure of the body map: what screen and paper draw under the painting.

Paths are in the label map's coordinates: both views on one canvas, front left, back right. Draw
each part's outline twice as wide as `outline` says, then fill all parts over it: the outline of
their union without a path boolean. In front the head lies over the body (draw its jaw line inside
the body), from behind they run into each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Segment: TypeAlias = tuple[str, tuple[float, ...]]
"""M x y, L x y, C x1 y1 x2 y2 x y, or Z."""
Path: TypeAlias = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """One view of the figure."""

    view: str
    body: Path
    head: Path
    ears: tuple[Path, ...]
    scalp: Path
    """Everything above the hairline; clip it by the head."""
    irises: tuple[Path, ...]
    lines: tuple[tuple[int, Path], ...]
    """Landmarks with a weight of 1 to 3."""
    body_dividers: tuple[Path, ...]
    """Borders between regions; clip them by the body."""
    head_dividers: tuple[Path, ...]
    """Borders between regions; clip them by the head."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Both views, and line widths in units of the canvas by name."""

    width: int
    height: int
    strokes: Mapping[str, float]
    views: tuple[FigureView, ...]
