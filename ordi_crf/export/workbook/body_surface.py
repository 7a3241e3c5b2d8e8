"""The body map in the workbook: the figures of each visit, and the strokes as recorded.

The strokes are the record, and whoever replays them gets the figures back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from ordi_crf.core.bodymap import LEVELS
from ordi_crf.core.records import Record, SubjectKey
from ordi_crf.core.strokes import Layer
from ordi_crf.core.surface import above_threshold, near_threshold
from ordi_crf.export.workbook.cells import Cell, number, parts, yes
from ordi_crf.export.workbook.keys import STATE, row_keys, state
from ordi_crf.export.workbook.sections import Table
from ordi_crf.export.workbook.sheet import (
    Line,
    Origin,
    Sheet,
    Type,
    Variable,
    assigned,
    decoded,
    derived,
)
from ordi_crf.export.workbook.source import Source, visit_of
from ordi_crf.forms.bodymap import DRAWING, LAYER, STROKES
from ordi_crf.forms.bodymap import LEVELS as LEVEL_TEXTS
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import Form, Text

DOMAIN = DRAWING.domain
MAP = assigned("BMMAPSHA", "SHA-256 of the map", "SHA-256 del mapa")
_ABOVE = Variable(
    name="BSAGT18",
    label=Text("Active lesions on more than 18 % BSA", "Lesiones activas en más del 18 % de SC"),
    origin=Origin.DERIVED,
    codes=NY,
    method=Text(
        "Strictly more than 18; read from the exact fraction.",
        "Estrictamente más de 18; según la fracción exacta.",
    ),
)
_NEAR = Variable(
    name="BSANEAR",
    label=Text("Within drawing error of 18 %", "Dentro del error de dibujo del 18 %"),
    origin=Origin.DERIVED,
    codes=NY,
    method=Text(
        "From 16 to 20: a second rater is advised; the verdict stays.",
        "De 16 a 20: se aconseja otro evaluador; el veredicto no cambia.",
    ),
)


def body_map_sheets(form: Form) -> list[Sheet]:
    """Return the sheets of the body map form: figures and strokes."""
    return [_figures(form), _strokes()]


def _figures(form: Form) -> Sheet:
    plain = Table(form, DRAWING, (DRAWING,), form.derived).sheet()

    def rows(source: Source) -> Iterator[Line]:
        for record, line in zip(source.records(form.oid), plain.rows(source), strict=True):
            yield (*line, *_verdict(source, record))

    return replace(
        plain,
        name=f"{DOMAIN}_BODYMAP",
        title=form.title,
        variables=(*plain.variables, *_verdict_variables()),
        rows=rows,
    )


def _verdict_variables() -> tuple[Variable, ...]:
    return (
        _ABOVE,
        _NEAR,
        *(_level(f"BSAACT{n}", Layer.ACTIVE, n) for n in LEVELS),
        *(_level(f"BSADAM{n}", Layer.DAMAGE, n) for n in LEVELS),
        derived("BMSTROKS", "Strokes that stand", "Trazos vigentes", Type.INTEGER),
        MAP,
    )


def _level(name: str, layer: Layer, n: int) -> Variable:
    text, what = LEVEL_TEXTS[layer][n - 1], LAYER.text(layer)
    en, es = f"{what.en}, level {n}: {text.en}", f"{what.es}, nivel {n}: {text.es}"
    return derived(name, en, es, Type.NUMBER, "% BSA")


def _verdict(source: Source, record: Record) -> tuple[Cell, ...]:
    """Return the cells of the verdict; blank where the skin was not examined."""
    painted, active = source.delivery.painted.get(record.key), source.derived(record)["BSAACT"]
    if painted is None or not isinstance(active, Fraction):
        return (None,) * len(_verdict_variables())
    return (
        yes(above_threshold(active)), yes(near_threshold(active)),
        *map(number, painted.active.levels), *map(number, painted.damage.levels),
        painted.strokes, painted.map.sha256,
    )  # fmt: skip


def _strokes() -> Sheet:
    """Return the strokes as recorded, those taken back included; long ones in several rows."""
    keys = row_keys(DOMAIN, DOMAIN)
    layer, stroke = STROKES.item("BMLAYER"), STROKES.item("BMOP")
    coded = Variable(
        name=layer.name, label=layer.label, type=Type.CODE, origin=Origin.COLLECTED, codes=LAYER
    )
    variables = (
        *keys, *STATE,
        assigned(f"{DOMAIN}SPID", "Number of the stroke", "Número del trazo"),
        coded, decoded(coded),
        Variable(
            name="BMVOID", label=Text("Taken back", "Deshecho"), origin=Origin.COLLECTED, codes=NY
        ),
        assigned("BMPART", "Part of the stroke's text", "Parte del texto", Type.INTEGER),
        assigned("BMPARTS", "Parts of the stroke's text", "Partes del texto", Type.INTEGER),
        Variable(name=stroke.name, label=stroke.label, origin=Origin.COLLECTED),
        MAP,
    )  # fmt: skip
    return Sheet("BMSTROKE", STROKES.title, variables, len(keys), _stroke_lines)


def _stroke_lines(source: Source) -> Iterator[Line]:
    numbers: Counter[SubjectKey] = Counter()
    for record in source.records("BM"):
        start = head(source, record)
        for row in record.sections.get(STROKES.name, {}).values():
            numbers[record.key.subject] += 1
            layer = row.values["BMLAYER"]
            pieces = parts(row.values["BMOP"])
            for n, piece in enumerate(pieces, start=1):
                yield (
                    *start, numbers[record.key.subject], *state(record), row.key, layer,
                    LAYER.text(layer).in_(source.language) if layer else None,
                    yes(row.voided), n, len(pieces), piece, _sha(source, record),
                )  # fmt: skip


def head(source: Source, record: Record) -> tuple[Cell, ...]:
    """Return the keys of a row of this record, without its sequence number."""
    date = source.held(visit_of(record.key))
    return (
        *source.place(visit_of(record.key)), date, source.day(record.key.subject, date),
    )  # fmt: skip


def _sha(source: Source, record: Record) -> Cell:
    painted = source.delivery.painted.get(record.key)
    return None if painted is None else painted.map.sha256
