"""What every file of a calendar is made from: the calendars as of a day, and who asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ordi_crf import study
from ordi_crf.core.calendar import Appointment
from ordi_crf.core.records import Record, SubjectKey
from ordi_crf.core.subject_calendar import Calendar, calendars
from ordi_crf.forms.schema import Language, Text


@dataclass(frozen=True, slots=True)
class Edition:
    """The calendars of a study as of a day."""

    calendars: tuple[Calendar, ...]
    today: date
    """The day against which they are held."""
    at: datetime
    """When they were asked for, UTC."""
    actor: str
    export_id: str
    language: Language = Language.EN
    synthetic: bool = False

    @property
    def stem(self) -> str:
        """Return the start of a file name; its second keeps an export from replacing another."""
        kind = "_SYNTHETIC" if self.synthetic else ""
        return f"{study.STUDYID}{kind}_{self.at:%Y%m%dT%H%M%SZ}_calendar"

    def say(self, text: Text) -> str:
        """Return wording in the language of the export."""
        return text.in_(self.language)

    def visit(self, appointment: Appointment) -> str:
        """Return the name of a visit; one that can be held more than once carries its number."""
        words = self.say(study.event(appointment.visit).label)
        several = appointment.visit == study.UNSCHEDULED or appointment.repeat > 1
        return f"{words} {appointment.repeat}" if several else words


def edition(
    records: Iterable[Record],
    subjects: Iterable[SubjectKey],
    *,
    today: date,
    at: datetime,
    actor: str,
    export_id: str,
    language: Language,
    synthetic: bool,
) -> Edition:
    """Return the calendars of these subjects as of a day."""
    found = calendars(records, subjects, today)
    return Edition(found, today, at, actor, export_id, language, synthetic)
