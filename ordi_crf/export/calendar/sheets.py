"""The calendar as a workbook: what is to be done, every visit with its window, every subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook

from ordi_crf import __version__, study
from ordi_crf.core.agenda import agenda
from ordi_crf.core.calendar import Appointment
from ordi_crf.core.standing import phrase
from ordi_crf.export.calendar.edition import Edition
from ordi_crf.export.files import replacing
from ordi_crf.export.plain_book import Cell, add_facts, add_table, new_book
from ordi_crf.forms.schema import Text

_SITE, _SUBJECT = Text("Site", "Centro"), Text("Subject", "Paciente")
_CODE, _VISIT = Text("Visit code", "Código de visita"), Text("Visit", "Visita")
_STATE, _STANDS = Text("State", "Estado"), Text("In words", "En palabras")
_DUE, _HELD = Text("Due", "Prevista"), Text("Held", "Realizada")
_OPENS, _CLOSES = Text("Window opens", "Ventana desde"), Text("Window closes", "Ventana hasta")
_GROUP, _REPEAT = Text("To do", "Por hacer"), Text("Number", "Número")
_SHIFT = Text("Days from due", "Días desde la prevista")
_OUTSIDE = Text("Days outside window", "Días fuera de ventana")
_DAY_1, _LAST = Text("Day 1", "Día 1"), Text("Last dose", "Última dosis")
_ENDED = Text("Study ended", "Fin del estudio")
_AGENDA, _VISITS = Text("Agenda", "Agenda"), Text("Visits", "Visitas")
_SUBJECTS, _ABOUT = Text("Subjects", "Pacientes"), Text("About", "Acerca de")
_AS_OF, _MADE = Text("As of", "A fecha de"), Text("Made (UTC)", "Fecha (UTC)")
_BY, _EXPORT = Text("Made by", "Hecha por"), Text("Export", "Exportación")
_PROGRAM, _STUDY = Text("Program", "Programa"), Text("Study", "Estudio")
_SYNTHETIC = Text(
    "SYNTHETIC demonstration study: nobody real.",
    "Estudio SINTÉTICO de demostración: nadie real.",
)


def write(edition: Edition, target: Path) -> None:
    """Write the workbook; ExportError when the file cannot be written."""
    book = new_book(edition.at)
    window = (_DUE, _OPENS, _CLOSES)
    place = (_SITE, _SUBJECT, _CODE, _VISIT, _REPEAT)
    _sheet(book, edition, _AGENDA, (_GROUP, *place, *window, _STANDS), _agenda(edition))
    columns = (*place, _STATE, _STANDS, *window, _HELD, _SHIFT, _OUTSIDE)
    _sheet(book, edition, _VISITS, columns, _visits(edition))
    subjects = (_SITE, _SUBJECT, _DAY_1, _LAST, _ENDED)
    _sheet(book, edition, _SUBJECTS, subjects, _subjects(edition))
    _about(book, edition)
    with replacing(target) as beside:
        book.save(beside)


def _agenda(edition: Edition) -> Iterator[Sequence[Cell]]:
    for group, entries in agenda(edition.calendars).items():
        for entry in entries:
            for a in entry.appointments:
                words = edition.say(phrase(a, edition.today))
                place = _place(edition, entry.subject.siteid, entry.subject.subjid, a)
                yield edition.say(group.value), *place, *_window(a), words


def _visits(edition: Edition) -> Iterator[Sequence[Cell]]:
    for calendar in edition.calendars:
        for a in calendar.appointments:
            place = _place(edition, calendar.subject.siteid, calendar.subject.subjid, a)
            words = edition.say(phrase(a, edition.today))
            outside = a.outside(a.held) if a.held and a.opens else None
            state = edition.say(a.state.value)
            yield *place, state, words, *_window(a), a.held, a.shift, outside


def _subjects(edition: Edition) -> Iterator[Sequence[Cell]]:
    for c in edition.calendars:
        yield c.subject.siteid, c.subject.subjid, c.day_1, c.withdrawn, c.ended


def _place(edition: Edition, siteid: str, subjid: str, a: Appointment) -> Sequence[Cell]:
    return siteid, subjid, a.visit, edition.visit(a), a.repeat


def _window(a: Appointment) -> Sequence[Cell]:
    return a.due, a.opens, a.closes


def _about(book: Workbook, edition: Edition) -> None:
    """Write what the calendar is, of which day, and who asked for it."""
    facts = [
        (_STUDY, f"{study.STUDYID} ({study.NCT})"),
        (_AS_OF, edition.today.isoformat()),
        (_MADE, f"{edition.at:%Y-%m-%d %H:%M:%S}"),
        (_BY, edition.actor),
        (_EXPORT, edition.export_id),
        (_PROGRAM, f"ORDI CRF {__version__}"),
    ]
    if edition.synthetic:
        facts.append((_SYNTHETIC, ""))
    add_facts(book, edition.say(_ABOUT), [(edition.say(words), value) for words, value in facts])


def _sheet(
    book: Workbook,
    edition: Edition,
    name: Text,
    columns: Sequence[Text],
    rows: Iterable[Sequence[Cell]],
) -> None:
    kind = "SYNTHETIC  " if edition.synthetic else ""
    footer = f"{kind}{study.STUDYID}  {edition.say(name)}  {edition.today.isoformat()}"
    add_table(book, edition.say(name), [edition.say(c) for c in columns], rows, footer)
