"""Any form on paper, from its definition: sections, derived values, findings with explanations.

A form this module has never heard of is printed all the same. Label left, answer right; rows that
are pre-printed or repeat become a table, or cards where a table would be too narrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import assert_never

from ordi_crf.core.records import Row, Status, blank
from ordi_crf.export.casebook.answer import NOTHING, Sheet, answer, figure
from ordi_crf.export.casebook.findings import print_findings
from ordi_crf.export.casebook.paper import COLUMN, LEFT, RIGHT, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import (
    BODY,
    DERIVED,
    HEAD,
    MUTED,
    STRONG,
    TITLE,
    Cell,
    Mark,
    Run,
    measure,
    wrap,
)
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Derived,
    Form,
    FreeText,
    Item,
    LabResult,
    Number,
    Section,
    Stroke,
    Text,
)

STATUS_WORDS = {
    Status.DRAFT: Text("Draft", "Borrador"),
    Status.COMPLETE: Text("Complete", "Completo"),
}
STATUS_MARKS = {Status.DRAFT: Mark.DRAFT, Status.COMPLETE: Mark.COMPLETE}

_MOST_COLUMNS = 7
"""A section with more items is printed as cards."""
_LABEL = 176.0
_ROW_LABEL = 120.0
_CARD_LABEL = 112.0
_BLANK_ROWS = 3
"""Rows a blank form offers where rows repeat."""
_NO_ROWS = Text("No rows were entered.", "No se introdujeron filas.")
_VOIDED = Text("voided", "anulada")
_DERIVED_TITLE = Text("Derived values", "Valores derivados")
_DERIVED_WORD = Text("derived", "derivado")


def print_form(paper: Paper, sheet: Sheet, form: Form) -> None:
    """Print a form from its definition, at the cursor."""
    print_form_title(paper, sheet, form)
    for section in form.sections:
        print_section(paper, sheet, section)
    if form.derived and sheet.delivery is not None:
        print_derived(paper, sheet, form.derived)
    print_findings(paper, sheet, form)


def print_form_title(paper: Paper, sheet: Sheet, form: Form) -> None:
    """Print the title of a form with its status, and its note."""
    paper.text(LEFT, paper.y - 14, paper.say(form.title), TITLE)
    if not sheet.blank:
        status = sheet.record.status
        run = Run(paper.say(STATUS_WORDS[status]), STRONG, STATUS_MARKS[status])
        paper.line_to(RIGHT, paper.y - 13, (run,))
    paper.y -= 24
    if form.note is not None:
        for line in wrap([Run(paper.say(form.note), MUTED)], COLUMN):
            paper.line(LEFT, paper.y - 6, line)
            paper.y -= 10
        paper.y -= 2


def print_section(paper: Paper, sheet: Sheet, section: Section) -> None:
    """Print a section in the way its rows ask for."""
    if section.rows is not None:
        rows = [
            Row(code.value, sheet.record.values(section, code.value)) for code in section.rows.codes
        ]
        labels = [paper.say(code.text) for code in section.rows.codes]
        _print_table(paper, sheet, section, paper.say(section.rows.label), rows, labels)
    elif section.repeating:
        _print_repeating(paper, sheet, section)
    else:
        _print_once(paper, sheet, section)
    paper.y -= 10


def print_derived(paper: Paper, sheet: Sheet, derived: Sequence[Derived]) -> None:
    """Print derived values: in italics, called derived, with the version of their rule."""
    if sheet.delivery is None:
        return
    figures = sheet.delivery.derived(sheet.record)
    rows = []
    for value in derived:
        words = figure(figures.get(value.name))
        told = f"{paper.say(_DERIVED_WORD)} · {value.version}"
        unit = f" {paper.say(value.unit)}" if value.unit is not None else ""
        cell = [Run(words, DERIVED), Run(unit, MUTED)] if words else []
        rows.append(TableRow([[Run(paper.say(value.label), BODY)], cell, [Run(told, MUTED)]]))
    columns = [Column(_LABEL), Column(170), Column(COLUMN - _LABEL - 170)]
    Table(columns, rows, title=paper.say(_DERIVED_TITLE)).print(paper)
    paper.y -= 10


def _print_once(paper: Paper, sheet: Sheet, section: Section) -> None:
    row = Row("", sheet.record.values(section))
    rows = [
        TableRow([_label(paper, sheet, item), answer(sheet, section, row, item)])
        for item in section.items
    ]
    columns = [Column(_LABEL), Column(COLUMN - _LABEL)]
    padding = 9.0 if sheet.blank else 7.0
    Table(columns, rows, title=paper.say(section.title), padding=padding).print(paper)


def _label(paper: Paper, sheet: Sheet, item: Item) -> Cell:
    words = Run(paper.say(item.label), BODY)
    if not sheet.blank or item.hint is None:
        return (words,)
    return (words, Run(f"\n{paper.say(item.hint)}", MUTED))


def _print_repeating(paper: Paper, sheet: Sheet, section: Section) -> None:
    rows = sheet.rows(section)
    if sheet.blank:
        rows = [Row(str(n + 1), blank(section)) for n in range(_BLANK_ROWS)]
    if not rows:
        note = [TableRow([[Run(paper.say(_NO_ROWS), MUTED)]])]
        Table([Column(COLUMN)], note, title=paper.say(section.title)).print(paper)
    elif len(section.items) <= _MOST_COLUMNS and not sheet.blank:
        _print_table(paper, sheet, section, "#", rows, [_number(paper, row) for row in rows])
    else:
        _print_cards(paper, sheet, section, rows)


def _number(paper: Paper, row: Row) -> str:
    return f"{row.key} {paper.say(_VOIDED)}" if row.voided else row.key


def _print_table(
    paper: Paper, sheet: Sheet, section: Section, corner: str, rows: list[Row], labels: list[str]
) -> None:
    cells = [[answer(sheet, section, row, item) for item in section.items] for row in rows]
    header = [corner, *(paper.say(item.label) for item in section.items)]
    columns = _columns(header, labels, cells)
    Table(
        columns,
        [
            TableRow([[Run(label, BODY)], *row_cells], row.voided)
            for row, label, row_cells in zip(rows, labels, cells, strict=True)
        ],
        header=header,
        padding=9.0 if sheet.blank else 6.0,
        title=paper.say(section.title),
    ).print(paper)


def _columns(header: list[str], labels: list[str], cells: list[list[Cell]]) -> list[Column]:
    """Return columns that share the page by what they hold, the first as wide as it needs."""
    first = min(_ROW_LABEL, max(measure(words, BODY) for words in [*labels, header[0]]) + 12)
    wanted = [
        min(150.0, max([_longest_word(title), *(sum(r.width for r in row[n]) for row in cells)]))
        for n, title in enumerate(header[1:])
    ]
    floors = [max(44.0, _longest_word(title) + 10) for title in header[1:]]
    spare = COLUMN - first - sum(floors)
    shares = [spare * share / sum(wanted) for share in wanted]
    return [Column(first), *(Column(f + s) for f, s in zip(floors, shares, strict=True))]


def _longest_word(title: str) -> float:
    return max(measure(word, HEAD) for word in title.split())


def _print_cards(paper: Paper, sheet: Sheet, section: Section, rows: list[Row]) -> None:
    """Print each row as label and answer, two to a line; long texts have a line to themselves."""
    for row in rows:
        title = f"{paper.say(section.title)} · {_number(paper, row)}"
        tables = []
        for wide, items in groupby(section.items, _wide):
            tables.append(_pairs(paper, sheet, section, row, [*items], title, 1 if wide else 2))
            title = ""
        paper.keep(sum(table.height for table in tables))
        for table in tables:
            table.print(paper)
        paper.y -= 8


def _wide(item: Item) -> bool:
    match item:
        case FreeText() | Stroke():
            return True
        case Number() | LabResult() | Choice() | Date():
            return False
        case _:
            assert_never(item)


def _pairs(
    paper: Paper,
    sheet: Sheet,
    section: Section,
    row: Row,
    items: list[Item],
    title: str,
    per_line: int,
) -> Table:
    cells: list[Cell] = []
    for item in items:
        cells += (_label(paper, sheet, item), answer(sheet, section, row, item))
    cells += [NOTHING] * (-len(cells) % (2 * per_line))
    lines = [cells[n : n + 2 * per_line] for n in range(0, len(cells), 2 * per_line)]
    columns = [Column(_CARD_LABEL), Column(COLUMN / per_line - _CARD_LABEL)] * per_line
    return Table(columns, [TableRow(line, row.voided) for line in lines], title=title)
