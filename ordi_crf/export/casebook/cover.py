"""The cover of a casebook: whose it is, where it comes from, and the course at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ordi_crf import __version__, study
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.derived import Figure
from ordi_crf.core.records import Record, SubjectKey
from ordi_crf.core.validation import open_findings
from ordi_crf.core.visits import held_on
from ordi_crf.export.casebook.answer import NOTHING, figure, severity
from ordi_crf.export.casebook.chart import Place, Series, print_chart
from ordi_crf.export.casebook.form import STATUS_MARKS, STATUS_WORDS
from ordi_crf.export.casebook.paper import BOTTOM, COLUMN, LEFT, RIGHT, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import (
    ACCENT,
    BLACK,
    GREY,
    GROUND,
    MUTED,
    SMALL,
    Cell,
    Face,
    Ink,
    Mark,
    Run,
    wrap,
)
from ordi_crf.export.findings import findings
from ordi_crf.forms import form as form_of
from ordi_crf.forms.schema import Language, Text

CASEBOOK = Text("Casebook", "Cuaderno de recogida de datos")

_SYNTHETIC = Text(
    "SYNTHETIC DEMONSTRATION STUDY - no real patient. Not for analysis.",
    "ESTUDIO SINTÉTICO DE DEMOSTRACIÓN - ningún paciente real. No analizar.",
)
_SUBJECT = Text("Subject", "Paciente")
_SITE = Text("Site", "Centro")
_SPONSOR = Text("Sponsor", "Promotor")
_REGISTERED = Text("Registered as", "Registrado como")
_EXPORT = Text("Export", "Exportación")
_AT = Text("Made (UTC)", "Fecha (UTC)")
_BY = Text("Made by", "Hecha por")
_PROGRAM = Text("Program", "Programa")
_TRAIL = Text("Audit trail", "Registro de auditoría")
_TRAIL_VALUE = Text("{n} entries; head {head}", "{n} entradas; última {head}")
_COURSE = Text("Visits and course", "Visitas y evolución")
_VISIT, _DATE = Text("Visit", "Visita"), Text("Date", "Fecha")
_OPEN = Text("Open findings", "Hallaz. abiertos")
_SEVERITY = Text("Severity", "Gravedad")
_BSA_ACTIVE = Text("Active % BSA", "Activas % SC")
_BSA_DAMAGE = Text("Damage % BSA", "Daño % SC")
_NOT_BEGUN = Text("not begun", "sin iniciar")
_ITALICS = Text(
    "Values in italics are derived from the answers on the pages that follow.",
    "Los valores en cursiva se derivan de las respuestas de las páginas siguientes.",
)
_CLASI_CHART = Text("CLASI by visit (A activity, D damage)", "CLASI por visita (A activ., D daño)")
_BSA_CHART = Text(
    "% body surface by visit (18 % threshold dotted)",
    "% superficie corporal por visita (umbral 18 % punteado)",
)

_NAME, _STUDY = Ink(Face.BOLD, 22), Ink(Face.REGULAR, 10.5)
_BAND, _FIGURE = Ink(Face.BOLD, 9), Ink(Face.ITALIC, 7.5)
_VISIT_FORMS = tuple(dict.fromkeys(oid for visit in study.VISITS for oid in visit.forms))
"""Forms of any visit, in the order of the first visit that has them."""


@dataclass(frozen=True, slots=True)
class Attended:
    """One visit of a subject, planned or held, with what was recorded at it."""

    visit: study.Visit
    repeat: int
    records: dict[str, Record]

    def label(self, language: Language) -> str:
        """Return its name, counted where it happened more than once."""
        return visit_label(self.visit, self.repeat, language)


def visit_label(visit: study.Visit, repeat: int, language: Language) -> str:
    """Return the name of a visit, counted where it happened more than once."""
    return f"{visit.label.in_(language)}{f' {repeat}' if repeat > 1 else ''}"


def print_cover(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    """Print the cover on the page at hand."""
    _print_title(paper, subject)
    _print_origin(paper, delivery, subject)
    attended = _attended(delivery, subject)
    _print_course(paper, delivery, subject, attended)
    _print_charts(paper, delivery, attended)


def _print_title(paper: Paper, subject: SubjectKey) -> None:
    if paper.book.synthetic:
        paper.box(LEFT, paper.y - 20, COLUMN, 20, fill=GROUND, stroke=BLACK, weight=1)
        paper.text_about((LEFT + RIGHT) / 2, paper.y - 13.5, paper.say(_SYNTHETIC), _BAND)
        paper.y -= 28
    paper.text(LEFT, paper.y - 22, f"{paper.say(_SUBJECT)} {subject}", _NAME)
    paper.text_to(RIGHT, paper.y - 20, paper.say(CASEBOOK), _STUDY)
    paper.y -= 34
    for line in wrap([Run(f"{study.STUDYID}: {paper.say(study.TITLE)}", _STUDY)], COLUMN):
        paper.line(LEFT, paper.y - 10, line)
        paper.y -= 14
    paper.y -= 4
    paper.rule(LEFT, paper.y, RIGHT, ACCENT, 1)
    paper.y -= 4


def _print_origin(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    trail = _TRAIL_VALUE.format(n=len(delivery.data.audit), head=delivery.data.head[:24])
    facts = (
        (_REGISTERED, f"{study.NCT} · EudraCT {study.EUDRACT}"),
        (_EXPORT, delivery.export_id),
        (_SPONSOR, study.SPONSOR),
        (_AT, delivery.at),
        (_SITE, f"{subject.siteid} · {study.SITE}"),
        (_BY, delivery.actor),
        (_PROGRAM, f"ORDI CRF {__version__}"),
        (_TRAIL, paper.say(trail)),
    )
    cells: list[Cell] = []
    for label, value in facts:
        cells += ([Run(paper.say(label), MUTED)], [Run(value, SMALL)])
    rows = [TableRow(cells[n : n + 4]) for n in range(0, len(cells), 4)]
    columns = [Column(72), Column(190), Column(76), Column(COLUMN - 338)]
    Table(columns, rows, ink=SMALL, padding=4).print(paper)
    paper.y -= 8


def _attended(delivery: Delivery, subject: SubjectKey) -> list[Attended]:
    """Return planned visits and held ones in schedule order; unplanned ones where held."""
    held: dict[tuple[str, int], dict[str, Record]] = {
        (visit.code, 1): {} for visit in study.VISITS if visit.code != "UNS"
    }
    for key, record in sorted(delivery.data.records.items()):
        if key.subject == subject and key.visit != study.LOG.code:
            forms = held.setdefault((key.visit, key.visit_repeat), {})
            forms.setdefault(key.form, record)
    visits = [Attended(study.event(c), repeat, forms) for (c, repeat), forms in held.items()]
    return sorted(visits, key=lambda a: (a.visit.number, a.repeat))


def _print_course(
    paper: Paper, delivery: Delivery, subject: SubjectKey, attended: list[Attended]
) -> None:
    forms = _VISIT_FORMS
    header = [
        paper.say(_VISIT), paper.say(_DATE), *forms, paper.say(_OPEN), "CLASI-A", "CLASI-D",
        paper.say(_SEVERITY), paper.say(_BSA_ACTIVE), paper.say(_BSA_DAMAGE),
    ]  # fmt: skip
    fixed = [Column(38, right=True), *[Column(40, right=True)] * 2, Column(56)]
    fixed += [Column(35, right=True)] * 2
    narrow = [Column(32 if len(oid) > 2 else 24) for oid in forms]
    spare = COLUMN - 49 - sum(column.width for column in (*fixed, *narrow))
    columns = [Column(spare), Column(49), *narrow, *fixed]
    rows = [TableRow(_course_row(paper, delivery, subject, visit)) for visit in attended]
    title = paper.say(_COURSE)
    Table(columns, rows, header=header, ink=SMALL, padding=3.4, title=title).print(paper)
    _print_running_records(paper, delivery, subject)
    legend: list[Run] = []
    for status, words in STATUS_WORDS.items():
        legend.append(Run(f"{paper.say(words)}     ", MUTED, STATUS_MARKS[status]))
    legend.append(Run(f"{paper.say(_NOT_BEGUN)}     ", MUTED, Mark.NONE))
    paper.line(LEFT, paper.y - 11, tuple(legend))
    paper.text_to(RIGHT, paper.y - 11, paper.say(_ITALICS), MUTED)
    paper.y -= 20


def _print_running_records(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    """Print the state of the forms that belong to no visit, as the last line of the table."""
    runs = [Run(f"{paper.say(study.LOG.label)}:   ", SMALL)]
    for form in study.forms_at(study.LOG.code):
        record = delivery.data.record(subject, study.LOG.code, form.oid)
        mark = Mark.NONE if record is None else STATUS_MARKS[record.status]
        runs.append(Run(f"{paper.say(form.title)}     ", SMALL, mark))
    paper.line(LEFT, paper.y - 9.5, tuple(runs))
    paper.y -= 13.5
    paper.rule(LEFT, paper.y, RIGHT)


def _course_row(
    paper: Paper, delivery: Delivery, subject: SubjectKey, visit: Attended
) -> list[Cell]:
    language = paper.book.language
    ink = SMALL if visit.records else Ink(SMALL.face, SMALL.size, GREY)
    held = held_on(delivery.data.records, subject, visit.visit.code, visit.repeat)
    found = 0
    for record in visit.records.values():
        form = form_of(record.key.form)
        found += len(open_findings(findings(delivery, form, record), record))
    figures = _figures(delivery, visit)
    words = [
        figure(figures.get("CLTOTA")), figure(figures.get("CLTOTD")),
        severity(figures.get("CLSEV"), language).split(" ")[0],
        figure(figures.get("BSAACT")), figure(figures.get("BSADAM")),
    ]  # fmt: skip
    return [
        [Run(visit.label(language), ink)],
        [Run(held or " ", SMALL)],
        *(_status(visit.records.get(oid), oid in visit.visit.forms) for oid in _VISIT_FORMS),
        [Run(str(found) if visit.records else " ", SMALL)],
        *([Run(word or " ", _FIGURE)] for word in words),
    ]


def _status(record: Record | None, planned: bool) -> Cell:
    if record is not None:
        return [Run(" ", SMALL, STATUS_MARKS[record.status])]
    return [Run(" ", SMALL, Mark.NONE)] if planned else NOTHING


def _figures(delivery: Delivery, visit: Attended) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for record in visit.records.values():
        figures.update(delivery.derived(record))
    return figures


def _print_charts(paper: Paper, delivery: Delivery, attended: list[Attended]) -> None:
    held = [visit for visit in attended if visit.records]
    labels = [visit.visit.short.in_(paper.book.language) for visit in held]
    figures = [_figures(delivery, visit) for visit in held]
    series = {
        name: [_number(f.get(name)) for f in figures]
        for name in ("CLTOTA", "CLTOTD", "BSAACT", "BSADAM")
    }
    width = (COLUMN - 16) / 2
    height = min(165.0, paper.y - BOTTOM - 8)
    charts = (
        ("CLTOTA", "CLTOTD", _CLASI_CHART, 10, None),
        ("BSAACT", "BSADAM", _BSA_CHART, 20, 18),
    )
    for n, (active, damage, title, least, threshold) in enumerate(charts):
        lines = (Series(series[active]), Series(series[damage], dashed=True))
        place = Place(LEFT + n * (width + 16), paper.y, width, height)
        print_chart(paper, place, paper.say(title), labels, lines, least, threshold)
    paper.y -= height


def _number(value: Figure) -> float | None:
    return float(value) if isinstance(value, int | Fraction) else None
