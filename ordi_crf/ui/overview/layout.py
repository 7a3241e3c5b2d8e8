"""Where the parts of the sheet stand: names at the left, tracks on one axis, events below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF

from ordi_crf.core.overview import Overview

NAMES = 164
"""Width of the names and of the figures of the visit at hand."""
SCALE = 36
"""Width of the figures of a track's scale."""
RIGHT = 54
"""Room at the right for what a threshold is."""
MAPS, CAPTION, LEADERS, NAMED, FLAGS = 80.0, 15.0, 22.0, 13.0, 18.0
"""Heights of the small body maps, of their names, of the lines to their days, of the names of other
visits, and of the flags of Day 1 and the last dose."""
LANE, AXIS, GAP, EMPTY = 18.0, 36.0, 9.0, 20.0


class Track(Enum):
    """What is drawn, from top to foot: its share of the height, and the least it needs."""

    SKIN = (3.0, 72.0)
    SURFACE = (2.0, 48.0)
    SLEDAI = (2.0, 46.0)
    TITRES = (2.1, 50.0)
    DOSE = (1.2, 36.0)

    @property
    def share(self) -> float:
        """Return the part of the height that is left which this track gets."""
        return float(self.value[0])

    @property
    def least(self) -> float:
        """Return the least height."""
        return float(self.value[1])


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes of one sheet; tracks are as wide as the axis."""

    left: float
    right: float
    maps: float
    """Where the row of body maps begins."""
    days: float
    """Where the days of visits are marked, above their names."""
    flags: float
    """Where Day 1 and the last dose are named, above the tracks."""
    tracks: Mapping[Track, QRectF]
    events: QRectF
    axis: float
    height: float

    @property
    def top(self) -> float:
        """Return where the first track begins."""
        return min(box.top() for box in self.tracks.values())


def recorded(overview: Overview) -> Mapping[Track, bool]:
    """Return of which tracks there is anything to draw."""
    return {
        Track.SKIN: bool(overview.activity.points or overview.damage.points),
        Track.SURFACE: bool(overview.surface.points),
        Track.SLEDAI: bool(overview.sledai.points),
        Track.TITRES: bool(overview.titres.points),
        Track.DOSE: bool(overview.doses),
    }


def layout(overview: Overview, width: float, height: float, lanes: int) -> Layout:
    """Return the layout in a width, at least as high as it must be, at most as high as it may."""
    maps = MAPS + CAPTION + LEADERS if any(v.body_map for v in overview.visits) else EMPTY
    days = maps
    full = recorded(overview)
    events = max(EMPTY, lanes * LANE) if overview.events else EMPTY
    flags = days + NAMED
    fixed = flags + FLAGS + events + AXIS + GAP * (len(Track) + 1)
    fixed += sum(0.0 if full[track] else EMPTY for track in Track)
    shares = sum(track.share for track in Track if full[track])
    left_over = max(0.0, height - fixed - sum(t.least for t in Track if full[t]))
    y = flags + FLAGS
    tracks = {}
    for track in Track:
        tall = track.least + left_over * track.share / shares if full[track] else EMPTY
        tracks[track] = QRectF(NAMES + SCALE, y, width - NAMES - SCALE - RIGHT, tall)
        y += tall + GAP
    box = QRectF(NAMES + SCALE, y, width - NAMES - SCALE - RIGHT, events)
    axis = box.bottom() + GAP
    return Layout(box.left(), box.right(), 0.0, days, flags, tracks, box, axis, axis + AXIS)
