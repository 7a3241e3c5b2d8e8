"""What a testable statement is: its lasting id, what holds, where it is asked, what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Quality(StrEnum):
    """What data are to be (ALCOA+; EMA/INS/GCP/112288/2023, section 4.5)."""

    ATTRIBUTABLE = "Attributable"
    LEGIBLE = "Legible"
    CONTEMPORANEOUS = "Contemporaneous"
    ORIGINAL = "Original"
    ACCURATE = "Accurate"
    COMPLETE = "Complete"
    CONSISTENT = "Consistent"
    ENDURING = "Enduring"
    AVAILABLE = "Available"
    TRACEABLE = "Traceable"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that holds of the program, and that tests prove."""

    id: str
    says: str
    source: str
    qualities: tuple[Quality, ...] = ()
    awaited: bool = False
    """Whether its tests are still to be written; the check fails once there is one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Statements of one matter, in their order."""

    title: str
    statements: tuple[Statement, ...]
