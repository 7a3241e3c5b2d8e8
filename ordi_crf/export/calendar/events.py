"""The calendar as events for other calendars (iCalendar, RFC 5545).

One event a visit, all day long, under a uid that stays the same, so that a later file moves what an
earlier one brought, and cancels what is no longer due. Nobody is named but by the subject's code,
and nothing says busy.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ordi_crf import __version__, study
from ordi_crf.core.calendar import Appointment, State
from ordi_crf.core.standing import sentence
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.export.calendar.edition import Edition
from ordi_crf.export.files import replacing
from ordi_crf.forms.schema import Text

if TYPE_CHECKING:
    from icalendar import Event

_NAME = Text("{study} visits", "Visitas de {study}")
_SYNTHETIC = Text(
    "Synthetic demonstration study: nobody real.", "Estudio sintético de demostración: nadie real."
)
_STATUS = {
    State.PLANNED: "TENTATIVE",
    State.DUE: "TENTATIVE",
    State.OVERDUE: "TENTATIVE",
    State.UNRECORDED: "TENTATIVE",
    State.MISSED: "CANCELLED",
    State.SUPERSEDED: "CANCELLED",
}
"""Whatever was held is confirmed."""


def write(edition: Edition, target: Path) -> None:
    """Write every visit that has a date; ExportError when the file cannot be written."""
    import icalendar

    book = icalendar.Calendar()
    book.add("PRODID", f"-//ORDI CRF//{__version__}//{edition.language.value.upper()}")
    book.add("VERSION", "2.0")
    book.add("METHOD", "PUBLISH")
    book.add("X-WR-CALNAME", edition.say(_NAME.format(study=_study(edition))))
    for calendar, appointment, on in _dated(edition):
        book.add_component(_event(edition, calendar, appointment, on))
    with replacing(target) as beside:
        beside.write_bytes(book.to_ical())


def _dated(edition: Edition) -> Iterator[tuple[Calendar, Appointment, date]]:
    """Yield each visit with the day on which it was held, or else is due."""
    for calendar in edition.calendars:
        for appointment in calendar.appointments:
            on = appointment.held or appointment.due
            if on is not None:
                yield calendar, appointment, on


def _event(edition: Edition, calendar: Calendar, a: Appointment, on: date) -> Event:
    from icalendar import Event

    event = Event()
    visit, code = edition.visit(a), calendar.subject.subjid
    state = edition.say(a.state.value)
    event.add("UID", uid(edition, calendar, a))
    event.add("DTSTAMP", edition.at)
    event.add("LAST-MODIFIED", edition.at)
    # Grows with every export, so that the later one counts whatever it changed.
    event.add("SEQUENCE", int(edition.at.timestamp()) // 60)
    event.add("DTSTART", on)
    event.add("DTEND", on + timedelta(days=1))
    event.add("SUMMARY", f"{_study(edition)} {code}: {visit} ({state})")
    event.add("DESCRIPTION", _description(edition, calendar, a))
    event.add("CATEGORIES", [_study(edition), state])
    event.add("STATUS", _STATUS.get(a.state, "CONFIRMED"))
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "CONFIDENTIAL")
    return event


def uid(edition: Edition, calendar: Calendar, appointment: Appointment) -> str:
    """Return what names a visit in every calendar, whenever it is exported."""
    subject = calendar.subject
    visit = f"{appointment.visit}-{appointment.repeat}"
    return f"{subject.siteid}.{subject.subjid}.{visit}@{_study(edition)}.ordi-crf".lower()


def _description(edition: Edition, calendar: Calendar, appointment: Appointment) -> str:
    lines = [edition.say(sentence(appointment, calendar))]
    if edition.synthetic:
        lines.append(edition.say(_SYNTHETIC))
    return "\n".join(lines)


def _study(edition: Edition) -> str:
    return f"{study.STUDYID}-SYNTHETIC" if edition.synthetic else study.STUDYID
