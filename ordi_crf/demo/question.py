"""A query of a person in the demonstration study: what was asked, and all that followed."""

from __future__ import annotations

from dataclasses import dataclass

from ordi_crf.core.missing import Place
from ordi_crf.core.query import Act
from ordi_crf.db.study_file import Actor
from ordi_crf.demo.corrections import Correction
from ordi_crf.demo.site import MONITOR

WHOLE: Place = ("", "", "")
"""Asked about the whole form."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a query, days after it was raised."""

    after: int
    act: Act
    actor: Actor
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A query; its first answer comes with a correction where an answer was mistaken at first."""

    subjid: str
    visit: str
    form: str
    place: Place
    visited: int
    """The monitor's visit at which it was raised, counted from 0."""
    text: str
    said: tuple[Said, ...] = ()
    wrong: str = ""
    """What had been entered; what is right is in the table of subjects."""
    reason: str = ""
    """Why it is corrected."""
    by: Actor = MONITOR

    @property
    def correction(self) -> Correction | None:
        """Return the correction that the first answer is about, None where nothing was wrong."""
        if not self.wrong:
            return None
        by = self.said[0].actor
        place = self.subjid, self.visit, self.form, self.place
        return Correction(*place, self.wrong, self.reason, by, None)


def answered(after: int, actor: Actor, text: str) -> Said:
    """Return an answer of the site."""
    return Said(after, Act.ANSWERED, actor, text)


def closed(after: int, text: str = "Accepted.", actor: Actor = MONITOR) -> Said:
    """Return what closes a query."""
    return Said(after, Act.CLOSED, actor, text)


def again(after: int, text: str, actor: Actor = MONITOR) -> Said:
    """Return what asks once more."""
    return Said(after, Act.REOPENED, actor, text)
