"""What is known of a site from elsewhere, to hold against a file that is said to be from there."""

from __future__ import annotations

from dataclasses import dataclass, field

from ordi_crf.core.records import StudyData
from ordi_crf.core.replay import replayed


@dataclass(frozen=True, slots=True)
class Trust:
    """The site's public key, and the study of the site, as far as they are at hand."""

    key: str | None = None
    data: StudyData | None = None
    _past: dict[str, tuple[int, StudyData]] = field(default_factory=dict, repr=False, compare=False)

    def at(self, head: str) -> tuple[int, StudyData] | None:
        """Return the study as it was at an entry of its trail, and the number of that entry.

        None where the trail holds no entry of that hash. One moment is replayed once.
        """
        if self.data is None:
            return None
        if head not in self._past:
            last = next((entry.id for entry in self.data.audit if entry.hash == head), 0)
            if not last:
                return None
            told = replayed(entry for entry in self.data.audit if entry.id <= last)
            self._past[head] = last, told
        return self._past[head]
