"""What a requirement of the protocol is: its lasting id, what is asked, and what does it.

References are words with blanks between them. An item is `FORM.section.ITEM`, of one pre-printed
row `FORM.section.ITEM[ROW]`; without ITEM every item is meant, without ROW every row. A check, a
derived value (`FORM.NAME`), a reading of an outcome and a visit go by their ids, and anything else
of the program by its dotted name below `ordi_crf`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing the protocol asks for, or that we added to it."""

    id: str
    says: str
    items: str = ""
    checks: str = ""
    derived: str = ""
    readings: str = ""
    visits: str = ""
    code: str = ""
    kept_out: str = ""
    """Why nothing in the program does it."""

    @property
    def implemented(self) -> bool:
        """Return whether anything in the program does it."""
        return any(
            (self.items, self.checks, self.derived, self.readings, self.visits, self.code)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the protocol: where it stands, and what it asks for in its order."""

    title: str
    source: str
    requirements: tuple[Requirement, ...]
    tested: bool = True
    """Whether every requirement needs a test that cites its id."""
