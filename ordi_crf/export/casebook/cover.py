"""The cover of a casebook: whose it is, where it comes from, and the course at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ordi_crf import build, study
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.derived import Figure
from ordi_crf.core.periods import SCREENING
from ordi_crf.core.records import SubjectKey
from ordi_crf.core.treatment import treatment
from ordi_crf.export.casebook.chart import Place, Series, print_chart
from ordi_crf.export.casebook.course import Attended, attended, print_course
from ordi_crf.export.casebook.paper import BOTTOM, COLUMN, LEFT, RIGHT, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import (
    ACCENT,
    BLACK,
    GROUND,
    MUTED,
    SMALL,
    Cell,
    Face,
    Ink,
    Run,
    wrap,
)
from ordi_crf.forms.codelists import SEX
from ordi_crf.forms.demographics import DEMOGRAPHICS
from ordi_crf.forms.demographics import FORM as DEMOGRAPHICS_FORM
from ordi_crf.forms.dosing import EXPOSURE
from ordi_crf.forms.schema import Text

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
_PERSON = Text("{sex}, {age} years at screening", "{sex}, {age} años en la selección")
_FIRST_DOSE = Text("first dose {on}", "primera dosis {on}")
_LAST_DOSE = Text("last dose {on}", "última dosis {on}")
_CLASI_CHART = Text("CLASI by visit (A activity, D damage)", "CLASI por visita (A activ., D daño)")
_BSA_CHART = Text(
    "% body surface by visit (18 % threshold dotted)",
    "% superficie corporal por visita (umbral 18 % punteado)",
)

_NAME, _STUDY = Ink(Face.BOLD, 22), Ink(Face.REGULAR, 10.5)
_BAND = Ink(Face.BOLD, 9)
_LEAST_HEIGHT = 100.0
"""Of a chart that can still be read."""


def print_cover(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    """Print the cover on the page at hand."""
    _print_title(paper, delivery, subject)
    _print_origin(paper, delivery, subject)
    visits = attended(delivery, subject)
    if visits:
        print_course(paper, delivery, subject, visits)
        _print_charts(paper, visits)


def _print_title(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
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
    paper.text(LEFT, paper.y - 10, " · ".join(_person(delivery, subject)), _STUDY)
    paper.y -= 18
    paper.rule(LEFT, paper.y, RIGHT, ACCENT, 1)
    paper.y -= 4


def _person(delivery: Delivery, subject: SubjectKey) -> Iterator[str]:
    """Yield who the subject is, and from when to when she or he was treated, as far as known."""
    language, chart = delivery.language, delivery.chart(subject)
    for record in chart.of(DEMOGRAPHICS_FORM.oid, SCREENING)[:1]:
        sex, age = record.values(DEMOGRAPHICS)["SEX"], delivery.derived(record)["AGE"]
        if sex is not None and age is not None:
            words = SEX.text(sex).in_(language)
            yield _PERSON.in_(language).format(sex=words, age=age)
    taken = treatment(row.values for row in chart.log("EX", EXPOSURE.name))
    for said, on in ((_FIRST_DOSE, taken.first), (_LAST_DOSE, taken.last)):
        if on is not None:
            yield said.in_(language).format(on=on)


def _print_origin(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    trail = _TRAIL_VALUE.format(n=len(delivery.data.audit), head=delivery.data.head[:24])
    facts = (
        (_REGISTERED, f"{study.NCT} · EudraCT {study.EUDRACT}"),
        (_EXPORT, delivery.export_id),
        (_SPONSOR, study.SPONSOR),
        (_AT, delivery.at),
        (_SITE, f"{subject.siteid} · {study.SITE}"),
        (_BY, delivery.actor),
        (_PROGRAM, paper.say(build.program())),
        (_TRAIL, paper.say(trail)),
    )
    cells: list[Cell] = []
    for label, value in facts:
        cells += ([Run(paper.say(label), MUTED)], [Run(value, SMALL)])
    rows = [TableRow(cells[n : n + 4]) for n in range(0, len(cells), 4)]
    columns = [Column(72), Column(190), Column(76), Column(COLUMN - 338)]
    Table(columns, rows, ink=SMALL, padding=4).print(paper)
    paper.y -= 8


def _print_charts(paper: Paper, visits: Sequence[Attended]) -> None:
    """Print both courses side by side, on the next page where there is no room for them."""
    shown = [visit for visit in visits if visit.of("CLASI") or visit.of("BM")]
    if not shown:
        return
    labels = [visit.visit.short.in_(paper.book.language) for visit in shown]
    width = (COLUMN - 16) / 2
    paper.keep(_LEAST_HEIGHT)
    height = min(165.0, paper.y - BOTTOM - 8)
    charts = (
        ("CLTOTA", "CLTOTD", _CLASI_CHART, 10, None),
        ("BSAACT", "BSADAM", _BSA_CHART, 20, 18),
    )
    for n, (active, damage, title, least, threshold) in enumerate(charts):
        above, below = ([_number(v.figures.get(f)) for v in shown] for f in (active, damage))
        lines = (Series(above), Series(below, dashed=True))
        place = Place(LEFT + n * (width + 16), paper.y, width, height)
        print_chart(paper, place, paper.say(title), labels, lines, least, threshold)
    paper.y -= height


def _number(value: Figure) -> float | None:
    return float(value) if isinstance(value, int | Fraction) else None
