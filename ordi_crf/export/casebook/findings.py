"""Findings under a printed form: what still needs someone, and what was kept with which reason."""

from __future__ import annotations

from ordi_crf.core.validation import Finding, open_findings
from ordi_crf.export.casebook.answer import NOTHING, Sheet
from ordi_crf.export.casebook.paper import COLUMN, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import MUTED, SMALL, Cell, Face, Ink, Run
from ordi_crf.export.findings import findings
from ordi_crf.forms.schema import Form, Severity, Text

_TITLE = Text("Findings", "Hallazgos")
_HARD = Text("To correct", "Por corregir")
_SOFT = Text("To explain", "Por explicar")
_MISSING = Text("Still to be answered ({n})", "Falta responder ({n})")
_KEPT = Text("Explained", "Explicado")
_WORD = Ink(Face.BOLD, SMALL.size)


def findings_table(sheet: Sheet, form: Form) -> Table | None:
    """Return the findings of a filled form; None where there are none."""
    if sheet.delivery is None:
        return None
    found = findings(sheet.delivery, form, sheet.record)
    still_open = open_findings(found, sheet.record)
    rows = _missing(sheet, form, [f for f in still_open if f.missing])
    for finding in found:
        if finding in still_open and not finding.missing:
            word = _HARD if finding.severity is Severity.HARD else _SOFT
            rows.append(_row(sheet, word, _place(sheet, form, finding), finding.message))
        elif finding not in still_open:
            reason = sheet.record.explanations[finding.place]
            row = _row(sheet, _KEPT, _place(sheet, form, finding), finding.message, reason)
            rows.append(row)
    columns = [Column(92), Column(150), Column(COLUMN - 242)]
    title = sheet.say(_TITLE)
    return Table(columns, rows, ink=SMALL, padding=4.4, title=title, after=10) if rows else None


def print_findings(paper: Paper, sheet: Sheet, form: Form) -> None:
    """Print the findings of a filled form; nothing where there are none."""
    table = findings_table(sheet, form)
    if table is not None:
        table.print(paper)


def _row(sheet: Sheet, word: Text, place: str, message: Text, reason: str = "") -> TableRow:
    told: Cell = [Run(sheet.say(message), SMALL)]
    if reason:
        told = [Run(f"{sheet.say(message)}\n", MUTED), Run(reason, SMALL)]
    return TableRow([[Run(sheet.say(word), _WORD)], [Run(place, SMALL)], told])


def _missing(sheet: Sheet, form: Form, found: list[Finding]) -> list[TableRow]:
    """Return one row that names every answer that is due, grouped by item."""
    places: dict[str, list[str]] = {}
    for finding in found:
        section = form.section(finding.section)
        item = sheet.say(section.item(finding.item).label)
        places.setdefault(item, [])
        if finding.row:
            places[item].append(_row_name(sheet, form, finding))
    if not places:
        return []
    listed = "; ".join(
        f"{item}: {', '.join(rows)}" if rows else item for item, rows in places.items()
    )
    title = sheet.say(_MISSING.format(n=len(found)))
    return [TableRow([[Run(title, _WORD)], NOTHING, [Run(listed, SMALL)]])]


def _place(sheet: Sheet, form: Form, finding: Finding) -> str:
    if not finding.section:
        return sheet.say(form.title)
    section = form.section(finding.section)
    names = [_row_name(sheet, form, finding)] if finding.row else []
    item = sheet.say(section.item(finding.item).label if finding.item else section.title)
    return " · ".join([*names, item])


def _row_name(sheet: Sheet, form: Form, finding: Finding) -> str:
    rows = form.section(finding.section).rows
    return sheet.say(rows.row(finding.row).text) if rows is not None else f"#{finding.row}"
