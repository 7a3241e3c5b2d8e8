"""Request: what is to be delivered, where to, and what is left out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ordi_crf.core.deidentification.profile import FULL, Profile
from ordi_crf.core.identifiers.listed import Listed
from ordi_crf.core.identifiers.places import NOBODY, Hit
from ordi_crf.core.records import SubjectKey
from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.schema import Language, Text


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be delivered, and where to."""

    folder: Path
    workbook: bool = True
    casebooks: bool = True
    together: bool = False
    """All casebooks in one file."""
    blank: bool = False
    """The case report form blank, each form once."""
    annotated: bool = False
    """The annotated case report form, acrf.pdf."""
    csv: bool = False
    """A folder with every sheet as CSV."""
    statistics: bool = False
    """A folder with files for SAS, SPSS and Stata."""
    odm: bool = False
    """The whole study as ODM-XML; like the workbook it always holds everybody."""
    package: bool = False
    """Whether it goes into one signed package; else the files lie open."""
    subjects: Sequence[SubjectKey] | None = None
    """Whose casebooks; None means everybody's. The workbook always holds everybody."""
    language: Language = Language.EN
    profile: Profile = FULL
    """What is left out or reduced."""
    listed: Listed = NOBODY
    """Who the subjects are, looked for in free text."""
    confirmed: frozenset[Hit] = frozenset()
    """What seemed to be an identifier, and may leave all the same."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Return what is asked for, each in a word; empty where nothing is."""
        offered = [
            ("workbook", self.workbook),
            ("casebooks", self.casebooks),
            ("ODM", self.odm),
            ("CSV", self.csv),
            ("statistics", self.statistics),
            ("blank form", self.blank),
            ("annotated form", self.annotated),
        ]
        return tuple(word for word, wanted in offered if wanted)

    @property
    def name(self) -> str:
        """Return the name of the export in the audit trail."""
        said = " and ".join(self.parts)
        said = f"package of {said}" if self.package else said
        said += "" if self.profile.full else f" ({self.profile.code})"
        if not self.confirmed:
            return said
        return f"{said}; possible identifiers confirmed: {len(self.confirmed)}"


class UnconfirmedError(StudyFileError):
    """Free text seems to hold identifiers nobody has looked at; nothing was written."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        super().__init__(
            Text(
                "Nothing was exported: free text seems to hold {n} identifiers. Correct them, "
                "leave free text out, or confirm that they may leave.",
                "No se ha exportado nada: el texto libre parece contener {n} identificadores. "
                "Corríjalos, omita el texto libre o confirme que pueden salir.",
            ).format(n=len(hits))
        )
        self.hits = tuple(hits)
