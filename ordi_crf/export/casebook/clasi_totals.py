"""The totals of a CLASI on paper: two boxes, never added, each with the rule it follows."""

from __future__ import annotations

from ordi_crf.core.clasi import SEVERITY, Score, Side, severity
from ordi_crf.core.derived import clasi_score
from ordi_crf.export.casebook.annotation import of_score
from ordi_crf.export.casebook.answer import Sheet
from ordi_crf.export.casebook.paper import COLUMN, LEFT, Paper
from ordi_crf.export.casebook.type import BLACK, GREY, MUTED, STRONG, Face, Ink
from ordi_crf.forms.clasi import FORM, ONCE
from ordi_crf.forms.schema import Derived, Text

_NO_TOTAL = Text("no total: {n} of {items} missing", "sin total: faltan {n} de {items}")
_SO_FAR = Text("{n} points so far", "{n} puntos hasta ahora")
_OF = Text("of {maximum}", "de {maximum}")
_DERIVED = Text("derived · {version}", "derivado · {version}")
_PARTS = Text(
    "dyspigmentation {pigment} × {factor} + scarring {scars} + scalp {scalp}",
    "discromía {pigment} × {factor} + cicatriz {scars} + cuero cabelludo {scalp}",
)

_GUTTER = 10.0
_TOTAL, _REMARK = Ink(Face.ITALIC, 26), Ink(Face.ITALIC, 7.5, GREY)


def print_totals(paper: Paper, sheet: Sheet) -> None:
    """Print both totals at the cursor, or what they lack."""
    paper.keep(62)
    score = None if sheet.blank else clasi_score(sheet.record)
    derived = {value.name: value for value in FORM.derived}
    activity, damage = derived["CLTOTA"], derived["CLTOTD"]
    _print_total(paper, LEFT, activity, score.activity if score else None, _severity(paper, score))
    x = LEFT + (COLUMN + _GUTTER) / 2
    _print_total(paper, x, damage, score.damage if score else None, _parts(paper, score))
    if sheet.annotated:
        for left, value in ((LEFT, activity), (x, damage)):
            paper.line(left + 10, paper.y - 52, tuple(of_score(FORM, ONCE, value.name)))
    paper.y -= 64


def _print_total(paper: Paper, x: float, value: Derived, side: Side | None, remark: str) -> None:
    """Print a total, or what it lacks; a total is shown as one only when nothing is missing."""
    y, width = paper.y - 58, (COLUMN - _GUTTER) / 2
    paper.box(x, y, width, 58, stroke=BLACK, weight=0.8)
    paper.text(x + 8, y + 45, paper.say(value.label), STRONG)
    version = paper.say(_DERIVED.format(version=value.version))
    paper.text_to(x + width - 8, y + 45, version, MUTED)
    if side is None:
        paper.rule(x + 8, y + 18, x + 60, GREY, 0.6)
    elif side.total is not None:
        end = paper.text(x + 8, y + 18, str(side.total), _TOTAL)
        paper.text(end + 6, y + 18, paper.say(_OF.format(maximum=side.maximum)), MUTED)
    else:
        told = _NO_TOTAL.format(n=side.missing, items=side.items)
        paper.text(x + 8, y + 26, paper.say(told), STRONG)
        paper.text(x + 8, y + 15, paper.say(_SO_FAR.format(n=side.so_far)), _REMARK)
    paper.text(x + 8, y + 6, remark, _REMARK)


def _severity(paper: Paper, score: Score | None) -> str:
    if score is None or score.activity.total is None:
        return ""
    value = next(v for v in FORM.derived if v.name == "CLSEV")
    words = paper.say(SEVERITY.text(severity(score.activity.total)))
    return f"{paper.say(value.label)}: {words} ({value.version})"


def _parts(paper: Paper, score: Score | None) -> str:
    if score is None or score.damage.total is None:
        return ""
    return paper.say(
        _PARTS.format(
            pigment=score.dyspigmentation,
            factor=score.factor or 1,
            scars=score.scarring,
            scalp=score.scalp_scarring or 0,
        )
    )
