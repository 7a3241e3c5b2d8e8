"""Something that is done in the demonstration study, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Task:
    """Something that is done, when and by what call."""

    at: datetime
    number: int
    """Orders what happens at the same time: of the patient, or after everybody's."""
    run: Callable[[], None]
