"""What can be wrong with files that are merged or compared, as sentences for the person."""

from __future__ import annotations

from collections.abc import Sequence

from ordi_crf.core.merging import Conflict
from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.schema import Text


class SourceError(StudyFileError):
    """A file cannot be read as a delivery; nothing was written."""


class BrokenSourceError(SourceError):
    """A file can be read and does not hold: its trail, or a file kept in it, was changed."""


class SettlementError(StudyFileError):
    """A line of a workbook of conflicts cannot be taken; none of them was."""


class OpenConflictsError(StudyFileError):
    """What was merged disagrees; `conflicts` are all that have to be settled first."""

    def __init__(self, name: str, left: Sequence[Conflict]) -> None:
        super().__init__(_OPEN.format(name=name, n=len(left)))
        self.conflicts = tuple(left)


_OPEN = Text(
    "{name} has {n} open conflicts and tells no one study until they are settled: write them out "
    "with --conflicts, fill them in, and merge again with --settle.",
    "{name} tiene {n} conflictos abiertos y no describe un solo estudio hasta resolverlos: "
    "escríbalos con --conflicts, rellénelos y combine de nuevo con --settle.",
)
