"""The calendar on paper: the agenda first, then the visits of each subject.

A blank date is a ruled line, to be filled by hand.
"""

from __future__ import annotations

from pathlib import Path

from ordi_crf import study
from ordi_crf.core.agenda import Entry, Group, agenda
from ordi_crf.core.calendar import Appointment, State
from ordi_crf.core.standing import long_day, phrase, span
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.export.calendar.edition import Edition
from ordi_crf.export.casebook.paper import LEFT, Book, Heading, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import BODY, MUTED, SMALL, STRONG, TITLE, Cell, Run
from ordi_crf.export.files import replacing
from ordi_crf.forms.schema import Text

_CALENDAR = Text("Visit calendar", "Calendario de visitas")
_AS_OF = Text("As of {day}", "A fecha de {day}")
_SUBJECT, _VISIT = Text("Subject", "Paciente"), Text("Visit", "Visita")
_DUE, _WINDOW = Text("Due", "Prevista"), Text("Window", "Ventana")
_STANDS, _HELD = Text("State", "Estado"), Text("Held", "Realizada")
_DAY_1 = Text("Day 1 {day}", "Día 1 {day}")
_LAST = Text("last dose {day}", "última dosis {day}")
_ENDED = Text("study ended {day}", "fin del estudio {day}")
_BEFORE = Text("no dose yet", "sin dosis todavía")
_NOTHING = Text(
    "Nothing is overdue, due, or due within 4 weeks.",
    "Nada está atrasado, pendiente ni previsto en 4 semanas.",
)
_EXPORT, _BY = Text("Export", "Exportación"), Text("made by", "hecho por")

_AGENDA_COLUMNS = (Column(70), Column(150), Column(75), Column(120), Column(96))
_GAP_COLUMNS = (Column(70), Column(441))
_VISIT_COLUMNS = (Column(165), Column(75), Column(120), Column(75), Column(76))


def write(edition: Edition, target: Path) -> None:
    """Write the calendar to print; ExportError when the file cannot be written."""
    with replacing(target) as beside:
        paper = Paper(beside, _book(edition), lambda: False)
        paper.begin(Heading(edition.say(_CALENDAR)))
        _print_title(paper, edition)
        _print_agenda(paper, edition)
        known = [c for c in edition.calendars if any(_printed(a) for a in c.appointments)]
        if known:
            paper.begin(Heading(edition.say(_CALENDAR)))
        for calendar in known:
            _print_subject(paper, edition, calendar)
        paper.finish()


def _book(edition: Edition) -> Book:
    title = f"{study.STUDYID} - {edition.say(_CALENDAR)}"
    made = f"{edition.at:%Y-%m-%d %H:%M} UTC"
    origin = f"{edition.say(_EXPORT)} {edition.export_id} · {made}"
    day = edition.say(_as_of(edition))
    owner = f"{study.STUDYID} · {day}"
    return Book(
        title, study.SPONSOR, owner, origin, edition.language, edition.synthetic, edition.at
    )


def _print_title(paper: Paper, edition: Edition) -> None:
    paper.text(LEFT, paper.y - 18, edition.say(_CALENDAR), TITLE)
    made = f"{edition.say(_as_of(edition))} · {edition.say(_BY)} {edition.actor}"
    paper.text(LEFT, paper.y - 34, made, MUTED)
    paper.y -= 48


def _as_of(edition: Edition) -> Text:
    day = long_day(edition.today)
    return Text(_AS_OF.en.format(day=day.en), _AS_OF.es.format(day=day.es))


def _print_agenda(paper: Paper, edition: Edition) -> None:
    found = agenda(edition.calendars)
    if not any(found.values()):
        paper.text(LEFT, paper.y - 12, edition.say(_NOTHING), BODY)
        paper.y -= 20
    paper.bookmark(edition.say(_CALENDAR), 0)
    header = [edition.say(words) for words in (_SUBJECT, _VISIT, _DUE, _WINDOW, _STANDS)]
    for group, entries in found.items():
        if entries:
            gaps = group is Group.UNRECORDED
            Table(
                _GAP_COLUMNS if gaps else _AGENDA_COLUMNS,
                [_gaps(edition, e) if gaps else _line(edition, e) for e in entries],
                header=header[:2] if gaps else header,
                ink=SMALL,
                padding=5,
                title=edition.say(group.value),
                after=10,
            ).print(paper)


def _line(edition: Edition, entry: Entry) -> TableRow:
    subject, a = [Run(entry.subject.subjid, SMALL)], entry.first
    return TableRow([subject, *_cells(edition, a), _stands(edition, a)])


def _gaps(edition: Edition, entry: Entry) -> TableRow:
    """Return the gaps of one subject's record on one line."""
    names = ", ".join(edition.visit(a) for a in entry.appointments)
    return TableRow([[Run(entry.subject.subjid, SMALL)], [Run(names, SMALL)]])


def _print_subject(paper: Paper, edition: Edition, calendar: Calendar) -> None:
    """Print the visits of a subject that are or will be held, under what they count from."""
    shown = [a for a in calendar.appointments if _printed(a)]
    rows = [TableRow([*_cells(edition, a), _held(a), _stands(edition, a)]) for a in shown]
    header = [edition.say(words) for words in (_VISIT, _DUE, _WINDOW, _HELD, _STANDS)]
    table = Table(_VISIT_COLUMNS, rows, header=header, ink=SMALL, padding=4, after=14)
    paper.keep(table.height + 34)
    paper.y -= 4
    paper.bookmark(calendar.subject.subjid, 0)
    end = paper.text(LEFT, paper.y - 12, calendar.subject.subjid, STRONG)
    paper.text(end + 10, paper.y - 12, _counted_from(edition, calendar), MUTED)
    paper.y -= 20
    table.print(paper)


def _printed(a: Appointment) -> bool:
    """Return whether a visit is printed: not what is superseded, nor what has no date yet."""
    waits = a.state is State.PLANNED and a.due is None
    return a.state is not State.SUPERSEDED and not waits


def _counted_from(edition: Edition, calendar: Calendar) -> str:
    known = ((_DAY_1, calendar.day_1), (_LAST, calendar.withdrawn), (_ENDED, calendar.ended))
    parts = [edition.say(t.format(day=on.isoformat())) for t, on in known if on is not None]
    return " · ".join(parts) or edition.say(_BEFORE)


def _cells(edition: Edition, a: Appointment) -> list[Cell]:
    window = ""
    if a.opens is not None and a.closes is not None:
        window = edition.say(span(a.opens, a.closes, edition.today))
    due = "" if a.due is None else a.due.isoformat()
    texts = (edition.visit(a), due or " ", window or " ")
    return [[Run(text, SMALL)] for text in texts]


def _held(a: Appointment) -> Cell:
    waits = a.held is None and a.state is not State.MISSED
    return [] if waits else [Run("" if a.held is None else a.held.isoformat(), SMALL)]


def _stands(edition: Edition, a: Appointment) -> Cell:
    if a.state in (State.PLANNED, State.DUE):
        return [Run(edition.say(a.state.value), SMALL)]
    return [Run(edition.say(phrase(a, edition.today)), SMALL)]
