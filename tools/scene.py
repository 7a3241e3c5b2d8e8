"""One picture of the documentation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: its name, and what brings it on the screen."""

    name: str
    show: Callable[[], object]
