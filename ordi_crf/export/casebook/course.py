"""The course of one subject as a table: a line for each visit, its state and its key figures.

A line counts the forms of its visit and names those that are not complete, so that no form needs a
column of its own. Visits that were not begun stand together under the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ordi_crf import study
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.derived import Figure
from ordi_crf.core.dsdna import TEST
from ordi_crf.core.lasting import Dose, doses_of
from ordi_crf.core.phrases import decimal
from ordi_crf.core.progress import VisitState, visit_state
from ordi_crf.core.records import Record, RecordKey, Row, Status, SubjectKey
from ordi_crf.core.validation import open_findings
from ordi_crf.core.visits import held_on
from ordi_crf.export.casebook.answer import Sheet, answer, figure
from ordi_crf.export.casebook.form import STATUS_MARKS, STATUS_WORDS
from ordi_crf.export.casebook.paper import COLUMN, LEFT, RIGHT, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import MUTED, SMALL, Cell, Face, Ink, Mark, Run, wrap
from ordi_crf.export.findings import findings
from ordi_crf.forms import form as form_of
from ordi_crf.forms.labs import RESULTS
from ordi_crf.forms.schema import Language, Text
from ordi_crf.forms.visit import HEADER

_TITLE = Text("Visits and course", "Visitas y evolución")
_HEADS = (
    Text("Visit", "Visita"),
    Text("Date", "Fecha"),
    Text("Forms", "Formularios"),
    Text("Open findings", "Hallaz. abiertos"),
    Text("CLASI-A", "CLASI-A"),
    Text("CLASI-D", "CLASI-D"),
    Text("Active % BSA", "Activas % SC"),
    Text("Damage % BSA", "Daño % SC"),
    Text("SLEDAI", "SLEDAI"),
    Text("Anti-dsDNA", "Anti-ADNbc"),
    Text("mg/day", "mg/día"),
)
_NUMBERS = (37, 37, 37, 34, 38, 36, 38, 28)
_NOT_HELD = Text("not held", "no realizada")
_NOT_BEGUN = Text("not begun", "sin iniciar")
_WAITING = Text("Visits not begun: {visits}.", "Visitas sin iniciar: {visits}.")
_FORMS = Text(
    "Forms: complete of those due or begun, then those that are not complete.",
    "Formularios: completos de los debidos o iniciados; después, los no completos.",
)
_ITALICS = Text(
    "Values in italics are derived from the answers on the pages that follow.",
    "Los valores en cursiva se derivan de las respuestas de las páginas siguientes.",
)
_DERIVED = Ink(Face.ITALIC, SMALL.size)
_STATES = {
    VisitState.PLANNED: Mark.NONE,
    VisitState.DRAFT: Mark.DRAFT,
    VisitState.COMPLETE: Mark.COMPLETE,
    VisitState.SIGNED: Mark.SIGNED,
    VisitState.LOCKED: Mark.LOCKED,
}


@dataclass(frozen=True, slots=True)
class Attended:
    """One visit of a subject that was begun, with what was recorded at it."""

    visit: study.Visit
    repeat: int
    held: str | None
    state: VisitState
    records: tuple[Record, ...]
    figures: Mapping[str, Figure]

    @property
    def missed(self) -> bool:
        """Return whether it is recorded as not held."""
        return any(r.values(HEADER)["SVOCCUR"] == "N" for r in self.records if r.key.form == "SV")

    @property
    def waiting(self) -> list[str]:
        """Return the forms that are due and were not begun, in the order of the visit."""
        begun = {record.key.form for record in self.records}
        due = () if self.missed else self.visit.forms
        return [oid for oid in due if oid not in begun and oid not in self.visit.optional]

    def of(self, form: str) -> Record | None:
        """Return the first record of a form, None where it was not begun."""
        return next((record for record in self.records if record.key.form == form), None)


def visit_label(visit: study.Visit, repeat: int, language: Language) -> str:
    """Return the name of a visit, counted where it happened more than once."""
    return f"{visit.label.in_(language)}{f' {repeat}' if repeat > 1 else ''}"


def attended(delivery: Delivery, subject: SubjectKey) -> list[Attended]:
    """Return the visits of a subject that were begun, in the order of the schedule."""
    records = delivery.chart(subject).records
    begun: dict[tuple[str, int], list[Record]] = {}
    for key in sorted(records, key=_place):
        if key.visit != study.LOG.code:
            begun.setdefault((key.visit, key.visit_repeat), []).append(records[key])
    found = []
    for (code, repeat), mine in begun.items():
        figures: dict[str, Figure] = {}
        for record in mine:
            figures.update(delivery.derived(record))
        held = held_on(records, subject, code, repeat)
        state = visit_state(records, subject, code, repeat)
        found.append(Attended(study.event(code), repeat, held, state, tuple(mine), figures))
    return sorted(found, key=lambda visit: (visit.visit.number, visit.repeat))


def _place(key: RecordKey) -> tuple[int, int, int]:
    """Return where a record stands among its visit's forms; one not planned there comes last."""
    planned = study.event(key.visit).forms
    n = planned.index(key.form) if key.form in planned else len(planned)
    return key.visit_repeat, n, key.form_repeat


def print_course(
    paper: Paper, delivery: Delivery, subject: SubjectKey, visits: Sequence[Attended]
) -> None:
    """Print the table of visits at the cursor, what was not begun, and what the marks mean."""
    doses = doses_of(delivery.chart(subject).records.values())
    numbers = [Column(width, right=True) for width in _NUMBERS]
    forms = COLUMN - 156 - sum(_NUMBERS)
    Table(
        [Column(106), Column(50), Column(forms), *numbers],
        [TableRow(_cells(delivery, visit, doses)) for visit in visits],
        header=[paper.say(words) for words in _HEADS],
        ink=SMALL,
        padding=3.4,
        title=paper.say(_TITLE),
    ).print(paper)
    _print_running_records(paper, delivery, subject)
    _print_waiting(paper, {visit.visit.code for visit in visits})
    _print_legend(paper)


def _cells(delivery: Delivery, visit: Attended, doses: Sequence[Dose]) -> list[Cell]:
    found, language = visit.figures, delivery.language
    count = sum(_open(delivery, record) for record in visit.records)
    scores = ("CLTOTA", "CLTOTD", "BSAACT", "BSADAM", "SLTOT")
    held = visit.held or (_NOT_HELD.in_(language) if visit.missed else "")
    return [
        [Run(visit_label(visit.visit, visit.repeat, language), SMALL, _STATES[visit.state])],
        [Run(held or " ", SMALL)],
        _forms(visit),
        [Run(str(count), SMALL)],
        *([Run(figure(found.get(name)) or " ", _DERIVED)] for name in scores),
        _titre(delivery, visit),
        [Run(_rate(doses, visit.held, language), _DERIVED)],
    ]


def _open(delivery: Delivery, record: Record) -> int:
    form = form_of(record.key.form)
    return len(open_findings(findings(delivery, form, record), record))


def _forms(visit: Attended) -> Cell:
    drafts = [r.key.form for r in visit.records if r.status is Status.DRAFT]
    complete = len(visit.records) - len(drafts)
    runs = [Run(f"{complete}/{len(visit.records) + len(visit.waiting)}   ", SMALL)]
    runs += (Run(f"{oid}  ", SMALL, Mark.DRAFT) for oid in drafts)
    runs += (Run(f"{oid}  ", SMALL, Mark.NONE) for oid in visit.waiting)
    return runs


def _titre(delivery: Delivery, visit: Attended) -> Cell:
    """Return anti-dsDNA as reported; in its standard unit the unit is not repeated."""
    record = visit.of("LB")
    values = record.values(RESULTS, TEST) if record is not None else {}
    if record is None or values["LBORRES"] is None:
        return (Run(" ", SMALL),)
    assert RESULTS.rows is not None
    if values["LBORRESU"] in (None, RESULTS.rows.row(TEST).unit):
        return (Run(values["LBORRES"], SMALL),)
    sheet = Sheet(record, delivery.language, delivery)
    return answer(sheet, RESULTS, Row(TEST, values), RESULTS.item("LBORRES"))


def _rate(doses: Sequence[Dose], held: str | None, language: Language) -> str:
    """Return the mg a day taken on the day of a visit."""
    on = date.fromisoformat(held) if held else None
    rates = [dose.rate for dose in doses if on is not None and dose.covers(on)]
    known = [rate for rate in rates if rate is not None]
    if not rates or len(known) < len(rates):
        return " "
    total = sum(known, Fraction(0))
    places = next((n for n in range(2) if (total * 10**n).denominator == 1), 2)
    return decimal(total, places).in_(language)


def _print_running_records(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    """Print the state of the forms that belong to no visit, as the last line of the table."""
    runs = [Run(f"{paper.say(study.LOG.label)}:   ", SMALL)]
    for form in study.forms_at(study.LOG.code):
        record = delivery.data.record(subject, study.LOG.code, form.oid)
        if record is not None or form.oid not in study.LOG.optional:
            mark = Mark.NONE if record is None else STATUS_MARKS[record.status]
            words = paper.say(form.title).replace(" ", "\N{NO-BREAK SPACE}")
            runs.append(Run(f"{words}     ", SMALL, mark))
    paper.y -= 2
    for line in wrap(runs, COLUMN):
        paper.line(LEFT, paper.y - 9, line)
        paper.y -= 11
    paper.y -= 3
    paper.rule(LEFT, paper.y, RIGHT)


def _print_waiting(paper: Paper, begun: set[str]) -> None:
    """Print the planned visits nothing is recorded of."""
    waiting = [visit for visit in study.VISITS if visit.planned and visit.code not in begun]
    if waiting:
        names = ", ".join(paper.say(visit.label) for visit in waiting)
        for line in wrap([Run(paper.say(_WAITING).format(visits=names), MUTED)], COLUMN):
            paper.line(LEFT, paper.y - 11, line)
            paper.y -= 10
        paper.y -= 3


def _print_legend(paper: Paper) -> None:
    """Print what marks and italics mean, in as many lines as the language needs."""
    legend: list[Run] = []
    for status, words in STATUS_WORDS.items():
        legend.append(Run(f"{paper.say(words)}     ", MUTED, STATUS_MARKS[status]))
    legend.append(Run(f"{paper.say(_NOT_BEGUN)}     ", MUTED, Mark.NONE))
    notes = ([Run(paper.say(words), MUTED)] for words in (_FORMS, _ITALICS))
    paper.y -= 1
    for line in (*wrap(legend, COLUMN), *(line for note in notes for line in wrap(note, COLUMN))):
        paper.line(LEFT, paper.y - 10, line)
        paper.y -= 10
    paper.y -= 6
