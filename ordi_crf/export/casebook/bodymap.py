"""The body map's page: its drawing, what it amounts to, and the verdict on 18 % of the surface.

Body surface is shown so that its digits never cross the threshold, and the verdict is that of the
exact fraction. Active lesions and damage stand side by side in the table and are never summed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ordi_crf.core.bodymap import LEVELS
from ordi_crf.core.derived import Figure
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.painted import Painted
from ordi_crf.core.strokes import Layer
from ordi_crf.core.surface import (
    BAND,
    THRESHOLD,
    Area,
    Surface,
    above_threshold,
    near_threshold,
    shown,
)
from ordi_crf.export.casebook.answer import NOTHING, Sheet, figure
from ordi_crf.export.casebook.drawing import print_drawing
from ordi_crf.export.casebook.findings import print_findings
from ordi_crf.export.casebook.form import Title, section_blocks
from ordi_crf.export.casebook.paint import Earlier, Paint, earlier, paint, print_swatch
from ordi_crf.export.casebook.paper import COLUMN, LEFT, Paper
from ordi_crf.export.casebook.signatures import print_signatures
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import (
    GREY,
    MUTED,
    SMALL,
    STRONG,
    TINY,
    Cell,
    Face,
    Ink,
    Run,
    wrap,
)
from ordi_crf.forms.bodymap import DRAWING, FORM, STROKES
from ordi_crf.forms.bodymap import LEVELS as LEVEL_WORDS
from ordi_crf.forms.clasi import LOCATIONS
from ordi_crf.forms.schema import Text

_VERDICT_ABOVE = Text(
    "More than {threshold} % of the body surface: above the threshold of the protocol.",
    "Más del {threshold} % de la superficie corporal: por encima del umbral del protocolo.",
)
_VERDICT_NOT = Text(
    "Not more than {threshold} % of the body surface: not above the threshold of the protocol.",
    "No más del {threshold} % de la superficie corporal: no supera el umbral del protocolo.",
)
_NEAR = Text(
    "Within drawing error of the threshold ({low}-{high} %): a second rater is advised.",
    "Dentro del error de dibujo del umbral ({low}-{high} %): se aconseja un segundo evaluador.",
)
_UNKNOWN = Text(
    "Not examined: nothing is painted and no examination is recorded.",
    "Sin explorar: no hay nada pintado ni consta exploración.",
)
_BY_LOCATION = Text("By CLASI location", "Por localización CLASI")
_OUTSIDE = Text("Perineum (no location)", "Periné (sin localización)")
_ALL = Text("Whole body", "Todo el cuerpo")
_HEADERS = (
    Text("Active % of area", "Activas % del área"),
    Text("Active % BSA", "Activas % SC"),
    Text("Worst level", "Peor nivel"),
    Text("Damage % of area", "Daño % del área"),
    Text("Damage % BSA", "Daño % SC"),
    Text("Worst level", "Peor nivel"),
)
_DERIVED = Text("derived", "derivado")
_STROKES = Text(
    "Strokes that stand: {active} active, {damage} damage; taken back: {voided}. "
    "SHA-256 of map and strokes: {digest}",
    "Trazos vigentes: {active} de actividad, {damage} de daño; retirados: {voided}. "
    "SHA-256 de mapa y trazos: {digest}",
)

_BIG, _MIDDLE = Ink(Face.ITALIC, 26), Ink(Face.ITALIC, 15)
_NONE_INK = Ink(Face.REGULAR, 7.5, GREY)
_TABLE_TOTAL = Ink(Face.BOLD, 7.5)
_NUMBERS = 190.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn at a visit, and what the visit before it showed."""

    drawing: Drawing | None = None
    """None on a form to fill by hand."""
    before: Drawing | None = None
    """None at the first visit."""
    when: str = ""
    """The name and the date of the visit before."""

    def paint(self, layer: Layer) -> Paint | None:
        """Return what is painted on a layer, as polygons."""
        return None if self.drawing is None else paint(self.drawing, layer)

    def earlier(self, layer: Layer) -> Earlier | None:
        """Return the outline of what the visit before showed; None where that was nothing."""
        return None if self.before is None else earlier(self.before, layer, self.when)


def print_bodymap(paper: Paper, sheet: Sheet, drawn: Drawn, painted: Painted | None) -> None:
    """Print the body map at the cursor; without a drawing, an empty figure."""
    Title(sheet, FORM).print(paper)
    print_drawing(paper, Layer.ACTIVE, drawn.paint(Layer.ACTIVE), drawn.earlier(Layer.ACTIVE))
    paper.y -= 2
    _print_figures(paper, sheet, painted)
    damage, before = drawn.paint(Layer.DAMAGE), drawn.earlier(Layer.DAMAGE)
    if damage or before or sheet.blank:
        paper.next_page()
        print_drawing(paper, Layer.DAMAGE, damage, before)
    for block in section_blocks(sheet, DRAWING):
        block.print(paper)
    if sheet.annotated:
        for block in section_blocks(sheet, STROKES):
            block.print(paper)
    if painted is not None:
        _print_strokes(paper, sheet, painted)
    print_findings(paper, sheet, FORM)
    print_signatures(paper, sheet)


def _print_figures(paper: Paper, sheet: Sheet, painted: Painted | None) -> None:
    """Print the figures at the left and the table of locations at the right."""
    figures = sheet.delivery.derived(sheet.record) if sheet.delivery else {}
    known = painted if figures.get("BSAACT") is not None else None
    top = paper.y
    _print_locations(paper, known)
    low = paper.y
    paper.y = top - 4
    for layer, name, ink in ((Layer.ACTIVE, "BSAACT", _BIG), (Layer.DAMAGE, "BSADAM", _MIDDLE)):
        _print_figure(paper, name, figures.get(name), ink)
        if layer is Layer.ACTIVE:
            _print_verdict(paper, sheet, figures.get(name))
        _print_levels(paper, layer, known)
    _print_figure(paper, "BSALEAF", figures.get("BSALEAF"), _MIDDLE)
    paper.y = min(low, paper.y) - 8


def _print_figure(paper: Paper, name: str, value: Figure, ink: Ink) -> None:
    derived = next(d for d in FORM.derived if d.name == name)
    paper.text(LEFT, paper.y - 8, paper.say(derived.label), STRONG)
    paper.y -= 12 + 0.8 * ink.size
    if value is None:
        paper.rule(LEFT, paper.y, LEFT + 60, GREY)
    else:
        end = paper.text(LEFT, paper.y, figure(value), ink)
        unit = paper.say(derived.unit) if derived.unit is not None else ""
        paper.text(end + 4, paper.y, f"{unit} · {paper.say(_DERIVED)}", MUTED)
    paper.y -= 5


def _print_verdict(paper: Paper, sheet: Sheet, value: Figure) -> None:
    if sheet.blank:
        return
    numbers = {"threshold": str(THRESHOLD), "low": str(BAND[0]), "high": str(BAND[1])}
    if not isinstance(value, Fraction):
        said = [_UNKNOWN]
    else:
        said = [_VERDICT_ABOVE if above_threshold(value) else _VERDICT_NOT]
        said += [_NEAR] if near_threshold(value) else []
    for text in said:
        for line in wrap([Run(paper.say(text.format(**numbers)), SMALL)], _NUMBERS - 12):
            paper.line(LEFT, paper.y - 7, line)
            paper.y -= 10
    paper.y -= 3


def _print_levels(paper: Paper, layer: Layer, painted: Painted | None) -> None:
    """Print the legend of a layer, each level with its share of the body surface."""
    surface = _surface(painted, layer)
    for level, words in zip(LEVELS, LEVEL_WORDS[layer.value], strict=True):
        y = paper.y - 12
        print_swatch(paper, layer, level, LEFT, y)
        paper.text(LEFT + 25, y + 2.5, f"{level} {paper.say(words)}", TINY)
        if surface is not None:
            paper.text_to(LEFT + _NUMBERS - 12, y + 2.5, shown(surface.levels[level - 1]), SMALL)
        paper.y = y - 1.5
    paper.y -= 5


def _surface(painted: Painted | None, layer: Layer) -> Surface | None:
    if painted is None:
        return None
    return painted.active if layer is Layer.ACTIVE else painted.damage


def _print_locations(paper: Paper, painted: Painted | None) -> None:
    rows = []
    names = {code.value: code.text for code in LOCATIONS.codes}
    for key in (*names, None):
        cells: list[Cell] = [[Run(paper.say(names[key] if key else _OUTSIDE), SMALL)]]
        for layer in Layer:
            surface = _surface(painted, layer)
            cells += _area_cells(surface.locations[key]) if surface else [NOTHING] * 3
        rows.append(TableRow(cells))
    if painted is not None:
        rows.append(_whole_body(paper, painted))
    numbers = (COLUMN - _NUMBERS - 106) / 6
    table = Table(
        [Column(106), *[Column(numbers, right=True)] * 6],
        rows,
        header=[paper.say(text) for text in (_BY_LOCATION, *_HEADERS)],
        ink=SMALL,
        padding=3.2,
        x=LEFT + _NUMBERS,
    )
    table.print(paper)


def _area_cells(area: Area) -> list[Cell]:
    ink = SMALL if area.highest else _NONE_INK
    figures = (shown(area.share), shown(area.bsa), str(area.highest or "–"))
    return [[Run(words, ink)] for words in figures]


def _whole_body(paper: Paper, painted: Painted) -> TableRow:
    active, damage = (
        [Run(shown(surface.total), _TABLE_TOTAL)] for surface in (painted.active, painted.damage)
    )
    label = [Run(paper.say(_ALL), _TABLE_TOTAL)]
    return TableRow([label, NOTHING, active, NOTHING, NOTHING, damage, NOTHING])


def _print_strokes(paper: Paper, sheet: Sheet, painted: Painted) -> None:
    rows = sheet.rows(STROKES)
    standing = [row.values["BMLAYER"] for row in rows if not row.voided]
    told = paper.say(
        _STROKES.format(
            active=standing.count(Layer.ACTIVE),
            damage=standing.count(Layer.DAMAGE),
            voided=len(rows) - len(standing),
            digest=painted.digest,
        )
    )
    Table([Column(COLUMN)], [TableRow([[Run(told, SMALL)]])], title=paper.say(STROKES.title)).print(
        paper
    )
    paper.y -= 10
