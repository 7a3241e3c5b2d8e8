"""The CLASI on one page, laid out as its printed form (Albrecht et al. 2005).

Thirteen locations by four columns, activity left and damage right; the grades are always visible,
the chosen one is filled, framed and repeated at the edge of its column. A 0 that was chosen is
grey; where nothing was chosen a ruled line stands. Wording comes from the definition.
"""

from __future__ import annotations

from functools import partial

from ordi_crf.core.clasi import (
    ACTIVITY_CELLS,
    ACTIVITY_ONCE,
    DURATION,
    FACTOR,
)
from ordi_crf.core.records import Row
from ordi_crf.export.casebook.annotation import of_cell, of_item, of_row
from ordi_crf.export.casebook.answer import Sheet, answer, below
from ordi_crf.export.casebook.clasi_totals import print_totals
from ordi_crf.export.casebook.findings import print_findings
from ordi_crf.export.casebook.form import Title
from ordi_crf.export.casebook.paper import COLUMN, LEFT, RIGHT, Paper
from ordi_crf.export.casebook.signatures import print_signatures
from ordi_crf.export.casebook.type import (
    BLACK,
    DAMAGE,
    ERYTHEMA,
    GREY,
    GROUND,
    HAIRLINE,
    HEAD,
    RAMP_INK,
    RGB,
    SMALL,
    STRONG,
    Face,
    Ink,
    Run,
    measure,
    wrap,
)
from ordi_crf.forms.clasi import AREAS, FORM, LOCATIONS, ONCE
from ordi_crf.forms.schema import Choice, CodeList, Item, Text

CREDIT = Text(
    "CLASI: J Albrecht, VP Werth et al., J Invest Dermatol 2005;125:889-94. Copyright of its "
    "authors (University of Pennsylvania); clinical use needs their permission.",
    "CLASI: J Albrecht, VP Werth et al., J Invest Dermatol 2005;125:889-94. Derechos de sus "
    "autores (University of Pennsylvania); el uso clínico requiere su permiso.",
)

_ACTIVITY, _DAMAGE = Text("ACTIVITY", "ACTIVIDAD"), Text("DAMAGE", "DAÑO")
_LABEL = 118.0
_GRID = (COLUMN - _LABEL) / 4
_CELL, _CELL_HEIGHT, _ROW = 18.5, 12.5, 17.0
_HALF = COLUMN / 2
_GUTTER = 10.0
_OPTION = 14.0
_ANNOTATION = 12.0
"""Height of a line of annotations."""
_DIGIT, _CHOSEN = Ink(Face.REGULAR, 8, GREY), Ink(Face.BOLD, 8.5)
_SCORE = Ink(Face.BOLD, 10)
_LABEL_INK = Ink(Face.REGULAR, 8.5)
_LEGEND, _ASIDE = Ink(Face.REGULAR, 6.5, GREY), Ink(Face.ITALIC, 6.2, GREY)
_BAND = Ink(Face.BOLD, 8)


def print_clasi(paper: Paper, sheet: Sheet) -> None:
    """Print the CLASI at the cursor."""
    Title(sheet, FORM).print(paper)
    _print_column_heads(paper, sheet)
    for code in LOCATIONS.codes:
        _print_location(paper, sheet, code.value, paper.say(code.text))
    paper.y -= 8
    if sheet.annotated:
        # The lines of its variables make the instrument longer than a page.
        paper.next_page()
    _print_once(paper, sheet)
    print_totals(paper, sheet)
    print_findings(paper, sheet, FORM)
    print_signatures(paper, sheet)


def _column_x(n: int) -> float:
    return LEFT + _LABEL + n * _GRID


def _print_column_heads(paper: Paper, sheet: Sheet) -> None:
    top = paper.y
    for n, band in ((0, _ACTIVITY), (2, _DAMAGE)):
        paper.box(_column_x(n), top - 14, 2 * _GRID - 6, 14, fill=GROUND, stroke=None)
        paper.text(_column_x(n) + 4, top - 10.5, paper.say(band), _BAND)
    lowest = top
    paper.text(LEFT, top - 25, paper.say(LOCATIONS.label), HEAD)
    for n, item in enumerate(AREAS.items):
        y = top - 25
        words = [Run(paper.say(item.label), HEAD)]
        words += (
            Run(f"\n{code.value} {paper.say(code.text)}", _LEGEND) for code in _codes(item).codes
        )
        words += below(sheet, partial(of_item, section=AREAS, item=item))
        for line in wrap(words, _GRID - 8):
            y -= 2.5 if line and line[0].ink.ground is not None else 0
            paper.line(_column_x(n), y, line)
            y -= 8.5
        lowest = min(lowest, y + 8.5)
    paper.y = lowest - 5
    paper.rule(LEFT, paper.y, RIGHT, BLACK, 0.8)


def _codes(item: Item) -> CodeList:
    assert isinstance(item, Choice)
    return item.codes


def _ramp(name: str) -> tuple[RGB, ...]:
    active = name in (*ACTIVITY_CELLS, *ACTIVITY_ONCE)
    return ERYTHEMA if active else DAMAGE


def _print_location(paper: Paper, sheet: Sheet, row: str, label: str) -> None:
    y = paper.y - _ROW
    _print_annotations(paper, sheet, row, y)
    paper.text(LEFT, y + 5, label, SMALL if measure(label, STRONG) > _LABEL - 6 else _LABEL_INK)
    values = sheet.record.values(AREAS, row)
    for n, item in enumerate(AREAS.items):
        x = _column_x(n)
        if row in item.not_in_rows:
            words = paper.say(item.hint) if item.hint else "–"
            for k, line in enumerate(wrap([Run(words, _ASIDE)], _GRID - 8)):
                paper.line(x, y + 9.5 - 7 * k, line)
        else:
            _print_grades(paper, x, y + 2.2, item, values[item.name])
    paper.y = y - (_ANNOTATION if sheet.annotated else 0)
    paper.rule(LEFT, paper.y, RIGHT)


def _print_annotations(paper: Paper, sheet: Sheet, row: str, y: float) -> None:
    """Print under a row what it is called, and the test of each of its cells."""
    if sheet.annotated:
        paper.line(LEFT + 2, y - 7, tuple(of_row(FORM, AREAS, LOCATIONS.row(row))))
        for n, item in enumerate(AREAS.items):
            paper.line(_column_x(n) + 2, y - 7, tuple(of_cell(FORM, AREAS, item, row)))


def _print_grades(paper: Paper, x: float, y: float, item: Item, value: str | None) -> None:
    """Print the grades of a cell side by side, and what was chosen at the right of them."""
    codes = _codes(item).codes
    for n, code in enumerate(codes):
        _print_grade(paper, x + n * _CELL, y, code.value, item.name, code.value == value)
    for n, code in enumerate(codes):
        if code.value == value:
            _print_grade(paper, x + n * _CELL, y, code.value, item.name, chosen=True)
    right = x + _GRID - 13
    if value is None:
        paper.rule(right - 8, y + 1.5, right, GREY, 0.6)
    else:
        paper.text_to(right, y + 2.6, value, _SCORE)


def _print_grade(paper: Paper, x: float, y: float, code: str, name: str, chosen: bool) -> None:
    label = f"×{FACTOR[code]}" if code in FACTOR else code
    # The scalp's grades run to 6: what is above the ramp takes its darkest step.
    level = FACTOR[code] if code in FACTOR else int(code)
    level = min(level, 2 if name == "CLSSCR" and level else 3)
    middle, base = x + _CELL / 2, y + 3.4
    if chosen:
        ink = Ink(_CHOSEN.face, _CHOSEN.size, RAMP_INK[level])
        paper.box(x, y, _CELL, _CELL_HEIGHT, fill=_ramp(name)[level], stroke=BLACK, weight=1.4)
        paper.text_about(middle, base, label, ink)
    else:
        paper.box(x, y, _CELL, _CELL_HEIGHT, stroke=HAIRLINE)
        paper.text_about(middle, base, label, _DIGIT)


def _print_once(paper: Paper, sheet: Sheet) -> None:
    top = paper.y
    active = [item for item in ONCE.items if item.name in ACTIVITY_ONCE]
    rest = [item for item in ONCE.items if item.name not in ACTIVITY_ONCE]
    ends = []
    for x, items in ((LEFT, active), (LEFT + _HALF + _GUTTER / 2, rest)):
        paper.y = top
        for item in items:
            _print_item(paper, sheet, item, x)
        ends.append(paper.y)
    paper.y = min(ends) - 4


def _print_item(paper: Paper, sheet: Sheet, item: Item, x: float) -> None:
    paper.text(x, paper.y - 8, paper.say(item.label), STRONG)
    paper.y -= 11
    for line in wrap([Run(paper.say(item.hint), _LEGEND)], _HALF - 12) if item.hint else ():
        paper.line(x, paper.y - 6, line)
        paper.y -= 8
    annotation = of_item(FORM, ONCE, item) if sheet.annotated else ()
    for line in wrap(annotation, _HALF - 12) if annotation else ():
        paper.line(x + 2, paper.y - 8, line)
        paper.y -= _ANNOTATION
    value = sheet.record.values(ONCE)[item.name]
    if not isinstance(item, Choice):
        _print_words(paper, sheet, item, x)
        return
    for code in item.codes.codes:
        y = paper.y - _OPTION
        chosen = code.value == value
        _print_grade(paper, x, y, code.value, item.name, chosen)
        paper.text(x + _CELL + 5, y + 3.4, paper.say(code.text), _CHOSEN if chosen else SMALL)
        paper.y = y
    if value is None and item.name != DURATION:
        paper.rule(x + _HALF - 22, paper.y + 2, x + _HALF - 12, GREY, 0.6)
    paper.y -= 6


def _print_words(paper: Paper, sheet: Sheet, item: Item, x: float) -> None:
    cell = answer(sheet, ONCE, Row("", sheet.record.values(ONCE)), item)
    for line in wrap(cell, _HALF - 12) if cell else [()]:
        paper.line(x, paper.y - 9, line)
        paper.y -= 12
    paper.rule(x, paper.y, x + _HALF - 12, GREY if not cell else HAIRLINE)
    paper.y -= 6
