"""The audit trail of one subject as an appendix: every change, oldest first.

A stroke is printed as what it is, with the length and SHA-256 of its text: the text itself is in
the study file and in the workbook.
"""

from __future__ import annotations

from contextlib import suppress

from ordi_crf import forms
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.records import AuditEntry, SubjectKey
from ordi_crf.core.signature_words import signed
from ordi_crf.export.casebook.answer import stroke
from ordi_crf.export.casebook.paper import COLUMN, LEFT, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import GREY, MUTED, TINY, TITLE, Cell, Face, Ink, Run, wrap
from ordi_crf.forms.schema import Stroke, Text

TITLE_WORDS = Text("Audit trail of the subject", "Registro de auditoría del paciente")

_SAYS = Text(
    "{n} of the {all} entries of the study file concern this subject. Times are UTC. Each entry's "
    "hash covers the one before; the last one of the file is {head}. Strokes are shortened: the "
    "digest is that of their full text, which the study file and the workbook hold.",
    "{n} de las {all} entradas del archivo de estudio se refieren a este paciente. Horas en UTC. "
    "El hash de cada entrada cubre la anterior; el de la última del archivo es {head}. Los trazos "
    "se abrevian: el resumen es el de su texto completo, que está en el archivo y en el libro.",
)
_HEADERS = (
    Text("Entry", "Entrada"),
    Text("Time (UTC)", "Hora (UTC)"),
    Text("Who (role)", "Quién (función)"),
    Text("Where", "Dónde"),
    Text("Item", "Ítem"),
    Text("Before → after; reason", "Antes → después; motivo"),
)
_STROKES = {
    (form.oid, section.name, item.name)
    for form in forms.FORMS
    for section in form.sections
    for item in section.items
    if isinstance(item, Stroke)
}
_BLANK = Text("(blank)", "(en blanco)")
_REASON = Text("Reason: ", "Motivo: ")
_ENTRY, _TIME, _GAP = 62.0, 84.0, 10.0
_MOST = (134.0, 92.0, 62.0)
"""The widest that who, where and what may be: what was changed has the rest."""
_MUTED = Ink(Face.REGULAR, TINY.size, GREY)


def print_audit(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    """Print the entries that concern a subject, at the cursor."""
    ids = subject.siteid, subject.subjid
    entries = [entry for entry in delivery.data.audit if (entry.siteid, entry.subjid) == ids]
    paper.text(LEFT, paper.y - 14, paper.say(TITLE_WORDS), TITLE)
    paper.y -= 24
    said = _SAYS.format(n=len(entries), all=len(delivery.data.audit), head=delivery.data.head)
    for line in wrap([Run(paper.say(said), MUTED)], COLUMN):
        paper.line(LEFT, paper.y - 6, line)
        paper.y -= 10
    paper.y -= 6
    header = [paper.say(text) for text in _HEADERS]
    rows = [TableRow(_cells(paper, entry)) for entry in entries]
    Table(_columns(rows), rows, header=header, ink=TINY, padding=2.6).print(paper)


def _columns(rows: list[TableRow]) -> list[Column]:
    """Return columns in which who, where and what are as wide as they need, within reason."""
    taken = [
        min(most, max((sum(run.width for run in row.cells[n]) for row in rows), default=60) + _GAP)
        for n, most in enumerate(_MOST, start=2)
    ]
    rest = COLUMN - _ENTRY - _TIME - sum(taken)
    return [Column(width) for width in (_ENTRY, _TIME, *taken, rest)]


def _cells(paper: Paper, entry: AuditEntry) -> list[Cell]:
    return [
        [Run(f"{entry.id} ", TINY), Run(entry.hash[:8], _MUTED)],
        [Run(entry.at.replace("T", " ").removesuffix("Z"), TINY)],
        [Run(f"{entry.actor} ", TINY), Run(f"({entry.role})", _MUTED)],
        [Run(_place(paper, entry), TINY)],
        [Run(entry.item, TINY)],
        [*_change(paper, entry), *_reason(paper, entry)],
    ]


def _place(paper: Paper, entry: AuditEntry) -> str:
    if not entry.form:
        return entry.section
    visit = f"{entry.visit} {entry.visit_repeat}" if entry.visit_repeat > 1 else entry.visit
    form = f"{entry.form} {entry.form_repeat}" if entry.form_repeat > 1 else entry.form
    return f"{visit} {form} {entry.section} {entry.row}"


def _change(paper: Paper, entry: AuditEntry) -> Cell:
    blank = Run(paper.say(_BLANK), _MUTED)
    old, new = (
        blank if value is None else Run(_shown(paper, entry, value), TINY)
        for value in (entry.old, entry.new)
    )
    return [new] if entry.old is None and entry.new is not None else [old, Run(" → ", TINY), new]


def _reason(paper: Paper, entry: AuditEntry) -> Cell:
    if not entry.reason:
        return ()
    return (Run("\n" + paper.say(_REASON), _MUTED), Run(entry.reason, TINY))


def _shown(paper: Paper, entry: AuditEntry, value: str) -> str:
    if (entry.form, entry.section, entry.item) in _STROKES:
        return stroke(value, paper.book.language)
    if entry.action != "sign":
        return value
    with suppress(KeyError, TypeError, ValueError):
        return paper.say(signed(value))
    return value
