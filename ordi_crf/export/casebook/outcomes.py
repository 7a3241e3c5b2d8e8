"""The six registered outcomes of one subject, each by every reading, with what decides it.

The proportions of the study stand in the workbook; a casebook says only what its subject adds to
them, and from which visits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ordi_crf import study
from ordi_crf.core.courses import course
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.outcomes import outcomes
from ordi_crf.core.phrases import filled, joined, listed, plain
from ordi_crf.core.readings import Estimate, Judged, Outcome, Proof, State
from ordi_crf.core.records import SubjectKey
from ordi_crf.export.casebook.paper import COLUMN, LEFT, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow, print_section_title
from ordi_crf.export.casebook.type import MUTED, SMALL, Cell, Face, Ink, Run, wrap
from ordi_crf.forms.schema import Text

TITLE_WORDS = Text("Registered outcomes", "Medidas de resultado registradas")

_NOTE = Text(
    "Derived from the answers on the pages that follow. The first reading is the one reported; "
    "what is not known stays open and is never a zero.",
    "Derivado de las respuestas de las páginas siguientes. La primera lectura es la que se "
    "comunica; lo desconocido queda abierto y nunca es un cero.",
)
_READING, _OUTCOME = Text("Reading", "Lectura"), Text("Outcome", "Resultado")
_PROOF = Text("What it rests on", "En qué se basa")
_NOT_EVALUABLE = Text("not evaluable", "no evaluable")
_LAST = Text("{said}, the last of {n}", "{said}, el último de {n}")
_MORE = Text("{first}; {n} more until {last}", "{first}; {n} más hasta {last}")
_BEFORE = Text("before: {said}", "antes: {said}")
_NOTHING = Text("nothing recorded", "nada registrado")
_STRONG, _DERIVED = Ink(Face.BOLD, SMALL.size), Ink(Face.ITALIC, SMALL.size)
_FEW = 3
"""Proofs that are all named; of more the first and the last."""
_COLUMNS = (Column(56), Column(150), Column(68), Column(COLUMN - 274))


def print_outcomes(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    """Print the outcomes of a subject from the cursor on."""
    mine = [record for key, record in delivery.data.records.items() if key.subject == subject]
    print_section_title(paper, paper.say(TITLE_WORDS))
    _print_note(paper, _NOTE)
    for outcome in outcomes((course(subject, mine),)):
        _print_outcome(paper, outcome, subject)


def _print_outcome(paper: Paper, outcome: Outcome, subject: SubjectKey) -> None:
    language = paper.book.language
    rows = [_row(paper, found, found.verdicts[subject]) for found in outcome.estimates]
    header = [outcome.oid, *(paper.say(words) for words in (_READING, _OUTCOME, _PROOF))]
    title = f"{outcome.oid}  {outcome.title.in_(language)}"
    table = Table(_COLUMNS, rows, header=header, ink=SMALL, padding=3.2, after=6)
    sentence = wrap([Run(f"{study.NCT}: {outcome.registered.in_(language)}", MUTED)], COLUMN)
    paper.keep(table.height + 22 + 10 * len(sentence))
    print_section_title(paper, title)
    _print_lines(paper, sentence)
    table.print(paper)


def _row(paper: Paper, found: Estimate, judged: Judged) -> TableRow:
    ink = _STRONG if judged.state is State.MET else SMALL
    state = paper.say(judged.state.value)
    if judged.counted and not judged.assessed and judged.state is not State.UNKNOWN:
        state = f"{state} ({paper.say(_NOT_EVALUABLE)})"
    cells: list[Cell] = [
        [Run(found.oid, SMALL)],
        [Run(paper.say(found.reading), SMALL)],
        [Run(state, ink)],
        [Run(paper.say(_rests_on(judged)), _DERIVED)],
    ]
    return TableRow(cells)


def _rests_on(judged: Judged) -> Text:
    """Return the records that decide, what was before them, and why something is not known."""
    parts = []
    if judged.evidence:
        parts.append(_told(judged.evidence))
    elif judged.examined:
        last, n = _said(judged.examined[-1]), plain(len(judged.examined))
        parts.append(filled(_LAST, said=last, n=n))
    elif judged.why is None:
        parts.append(_NOTHING)
    if judged.basis:
        parts.append(filled(_BEFORE, said=_said(judged.basis[-1])))
    if judged.why is not None:
        parts.append(judged.why.value)
    return joined(parts, " · ")


def _told(evidence: Sequence[Proof]) -> Text:
    if len(evidence) <= _FEW:
        return listed(map(_said, evidence))
    first, last = evidence[0], evidence[-1]
    return filled(_MORE, first=_said(first), n=plain(len(evidence) - 1), last=_said(last))


def _said(proof: Proof) -> Text:
    key = proof.record
    place = study.event(key.visit).label if key.visit != study.LOG.code else plain("")
    repeat = plain(f" {key.visit_repeat}" if key.visit_repeat > 1 else "")
    named = joined((place, repeat, plain(f" {proof.on or '?'}: "), proof.said))
    return Text(named.en.strip(), named.es.strip())


def _print_note(paper: Paper, words: Text) -> None:
    _print_lines(paper, wrap([Run(paper.say(words), MUTED)], COLUMN))


def _print_lines(paper: Paper, lines: Iterable[tuple[Run, ...]]) -> None:
    for line in lines:
        paper.line(LEFT, paper.y - 8, line)
        paper.y -= 10
    paper.y -= 2
