"""What an invented patient brings to the study: history, earlier treatments, medication.

A record of several facts is a line of words parted by bars, as a nurse would jot it down: blank
where nothing is known, dates as much as is remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DISEASE = ("MHTERM", "MHSTDAT", "MHENDAT", "MHCOM")
PRIOR = ("PTCLAS", "CMTRT", "CMDOSE", "CMDOSU", "CMSTDAT", "CMENDAT", "PTRESP", "PTREASND")
MEDICATION = (
    "CMTRT", "CMCLAS", "CMINDC", "CMDOSE", "CMDOSU", "CMDOSFRQ", "CMROUTE", "CMSTDAT", "CMENDAT"
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """One patient's background."""

    height: int
    """cm."""
    weight: int
    """Tenths of a kg at screening."""
    smoking: str = "NEVER"
    """Status and pack-years."""
    lupus: str
    """Subtype, year and month of diagnosis, date of biopsy, direct immunofluorescence."""
    systemic: str = ""
    """Date of diagnosis and criteria of the ACR; blank without systemic lupus."""
    thalidomide: str = ""
    """Lack of efficacy, severe adverse effect (Y or N) and details; blank when never used."""
    potential: str
    """Method of contraception and since when, or why the patient cannot become pregnant."""
    neuropathy: str = ""
    """Since when and what, of a neuropathy that was there before the study."""
    positive: str = "ANA"
    """Antibodies found at screening."""
    diseases: tuple[str, ...] = ()
    prior: tuple[str, ...]
    medication: tuple[str, ...]

    @property
    def fertile(self) -> bool:
        """Return whether the patient can become pregnant."""
        return self.potential.split()[0] not in _CANNOT


_CANNOT = ("AGE50-AMENORRHOEA", "OVARIAN-FAILURE", "SURGERY")


def facts(line: str, names: tuple[str, ...]) -> dict[str, str]:
    """Return a line's facts by name, without the blank ones."""
    parts = line.split("|")
    return {name: part for name, part in zip(names, parts, strict=False) if part}


def period(values: Mapping[str, str], end: str, ongoing: str) -> dict[str, str]:
    """Return the facts of a period with whether it goes on."""
    return {**values, ongoing: "N" if end in values else "Y"}
