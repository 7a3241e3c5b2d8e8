"""A line of a running record: when it is first known, and what is learnt of it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the log, or the answers of a section that is asked once; days after Day 1."""

    form: str
    section: str
    day: int
    values: Mapping[str, str]
    later: tuple[tuple[int, Mapping[str, str]], ...] = ()
    once: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why soft findings stand at the row once everything is known of it, by id of the finding."""

    def known(self, day: int) -> dict[str, str]:
        """Return what is known of it on a day, blank texts left out."""
        found = dict(self.values)
        for learnt, values in self.later:
            if learnt <= day:
                found |= values
        return {name: value for name, value in found.items() if value}
