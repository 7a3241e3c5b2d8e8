"""The painted regions of every body map, as whole numbers of cells.

% BSA can be added up again from them without the map: the painted cells of a group of the rule of
nines over all its cells, times its percentage (Wallace 1951). A region that is not listed has
nothing painted in it; whether the skin was examined is on the sheet of the figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ordi_crf import atlas
from ordi_crf.core.bodymap import LEVELS, Region
from ordi_crf.core.painted import Painted
from ordi_crf.core.records import SubjectKey
from ordi_crf.core.strokes import Layer
from ordi_crf.core.surface import Surface
from ordi_crf.export.workbook.body_surface import DOMAIN, MAP, head
from ordi_crf.export.workbook.cells import Cell, exact, number
from ordi_crf.export.workbook.items import row_codes
from ordi_crf.export.workbook.keys import STATE, row_keys, state
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, Variable, assigned, decoded, derived
from ordi_crf.export.workbook.source import Source
from ordi_crf.forms.bodymap import LAYER
from ordi_crf.forms.bodymap import LEVELS as LEVEL_TEXTS
from ordi_crf.forms.clasi import LOCATIONS
from ordi_crf.forms.schema import Code, CodeList, Text

_SIDES = CodeList(
    "BMSIDE",
    (Code("R", Text("Patient's right", "Derecha del paciente")),
     Code("L", Text("Patient's left", "Izquierda del paciente"))),
)  # fmt: skip
_VIEWS = CodeList(
    "BMVIEW",
    (Code("front", Text("Front", "Anterior")), Code("back", Text("Back", "Posterior"))),
)
_LEVEL = derived("BMLEVEL", "Highest level painted", "Nivel más alto pintado", Type.INTEGER)
_FIGURES = (
    derived("BMSHARE", "Painted share", "Parte pintada", Type.NUMBER, "% of the region"),
    derived("BMBSA", "Painted, % BSA", "Pintado, % SC", Type.NUMBER, "% BSA"),
    *(
        derived(f"BMCELL{n}", f"Cells at level {n}", f"Celdas en nivel {n}", Type.INTEGER)
        for n in LEVELS
    ),
    derived("BMCELLS", "Cells of the region", "Celdas de la región", Type.INTEGER),
    derived("BMGRPCEL", "Cells of its rule-of-nines group", "Celdas de su grupo", Type.INTEGER),
    derived("BMGRPPCT", "Share of the group in the body", "Parte del grupo", Type.NUMBER, "% BSA"),
    derived("BMBSA_EXACT", "Painted, % BSA, exact", "Pintado, % SC, exacto", Type.TEXT),
)


def regions_sheet() -> Sheet:
    """Return the sheet of painted regions, one row for each layer and region."""
    keys = row_keys(DOMAIN, DOMAIN)
    return Sheet(
        "BODYMAP",
        Text("Painted regions of the body map", "Regiones pintadas del mapa corporal"),
        (*keys, *STATE, *_region_variables(), MAP),
        len(keys),
        _region_lines,
        tuple(_level_of(layer) for layer in Layer),
    )


def _region_variables() -> tuple[Variable, ...]:
    regions = tuple(Code(region.code, region.name) for region in atlas.body_map().regions)
    coded = [
        replace(assigned(name, en, es, Type.CODE), codes=codes)
        for name, en, es, codes in (
            ("BMLAYER", "Layer", "Capa", LAYER),
            ("BMREGION", "Region", "Región", CodeList("BMREGION", regions)),
            ("BMVIEW", "View", "Vista", _VIEWS),
            ("BMSIDE", "Side of the patient", "Lado del paciente", _SIDES),
            (LOCATIONS.name, "CLASI location", "Localización CLASI", row_codes(LOCATIONS)),
        )
    ]
    return (
        *(v for variable in (*coded, _LEVEL) for v in (variable, decoded(variable))),
        assigned("BMGROUP", "Rule-of-nines group", "Grupo de la regla de los nueves"),
        *_FIGURES,
    )


def _level_of(layer: Layer) -> Variable:
    """Return what the levels of one layer mean."""
    texts = LEVEL_TEXTS[layer]
    codes = tuple(Code(str(level), text) for level, text in enumerate(texts, start=1))
    name = f"BMLEVEL.{layer.value}"
    return replace(_LEVEL, where=f"BMLAYER = {layer.value}", codes=CodeList(name, codes))


def _region_lines(source: Source) -> Iterator[Line]:
    numbers: Counter[SubjectKey] = Counter()
    for record in source.records("BM"):
        painted = source.delivery.painted.get(record.key)
        if painted is None:
            continue
        start = head(source, record)
        for layer, region in _painted_regions(painted):
            numbers[record.key.subject] += 1
            cells = _region_cells(source, painted, layer, region)
            yield (*start, numbers[record.key.subject], *state(record), *cells, painted.map.sha256)


def _painted_regions(painted: Painted) -> Iterator[tuple[Layer, Region]]:
    for layer, surface in _surfaces(painted).items():
        for region in painted.map.regions:
            if surface.regions[region.code].highest:
                yield layer, region


def _surfaces(painted: Painted) -> dict[Layer, Surface]:
    return {Layer.ACTIVE: painted.active, Layer.DAMAGE: painted.damage}


def _region_cells(
    source: Source, painted: Painted, layer: Layer, region: Region
) -> tuple[Cell, ...]:
    area, counts = _surfaces(painted)[layer].regions[region.code], painted.counts[layer]
    group, language = painted.map.group_of(region), source.language
    location = LOCATIONS.row(region.location).text.in_(language) if region.location else None
    return (
        layer.value, LAYER.text(layer).in_(language), region.code, region.name.in_(language),
        region.view, _VIEWS.text(region.view).in_(language),
        region.side, _SIDES.text(region.side).in_(language) if region.side else None,
        region.location, location,
        area.highest, LEVEL_TEXTS[layer][area.highest - 1].in_(language),
        region.group, number(area.share), number(area.bsa),
        *(counts.count(region, level) for level in LEVELS),
        region.cells, painted.map.cells_of_groups[group], number(group.percent), exact(area.bsa),
    )  # fmt: skip
