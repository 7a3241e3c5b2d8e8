"""Which reductions an export is made with: each can be chosen alone, and all can be combined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ordi_crf.forms.schema import Code, CodeList, Text

OPTIONS = CodeList(
    "DEIDENT",
    (
        Code("no-text", Text("no free text, no files", "sin texto libre ni archivos")),
        Code("study-days", Text("dates as study days", "fechas como días del estudio")),
        Code("birth-year", Text("year of birth only", "solo el año de nacimiento")),
    ),
)
"""The reductions, in the order in which they are named."""
FULL_CODE = "full"
_FULL = Text("full: as entered", "completo: tal como se introdujo")


@dataclass(frozen=True, slots=True)
class Profile:
    """What an export leaves out or reduces; nothing unless it was chosen."""

    no_text: bool = False
    """Free text, reasons, comments, queries and kept files are left out."""
    study_days: bool = False
    """Dates are counted from the subject's own Day 1; kept files are left out."""
    birth_year: bool = False
    """Of the date of birth the year alone is left."""

    @classmethod
    def of(cls, codes: Iterable[str]) -> Profile:
        """Return the profile with these options; KeyError for a code that is none."""
        chosen = set(codes) - {FULL_CODE}
        for code in chosen:
            OPTIONS.text(code)
        return cls("no-text" in chosen, "study-days" in chosen, "birth-year" in chosen)

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes of what was chosen, in their order."""
        chosen = (self.no_text, self.study_days, self.birth_year)
        return tuple(code.value for code, on in zip(OPTIONS.codes, chosen, strict=True) if on)

    @property
    def full(self) -> bool:
        """Return whether the export holds everything as entered."""
        return not self.codes

    @property
    def keeps_files(self) -> bool:
        """Return whether photographs go along: they show faces, and bear dates inside."""
        return not (self.no_text or self.study_days)

    @property
    def code(self) -> str:
        """Return the profile in one word, as it stands in the export id."""
        return "+".join(self.codes) or FULL_CODE

    @property
    def words(self) -> Text:
        """Return the profile in words."""
        said = [OPTIONS.text(code) for code in self.codes]
        if not said:
            return _FULL
        return Text("; ".join(t.en for t in said), "; ".join(t.es for t in said))

    def named(self, export_id: str) -> str:
        """Return an export's id with the profile it was made with; a full one adds nothing."""
        return export_id if self.full else f"{export_id}+{self.code}"


def is_reduced(export_id: str) -> bool:
    """Return whether an export of this id was made with a profile."""
    return "+" in export_id


FULL = Profile()
