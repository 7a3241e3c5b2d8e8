"""Inclusion 4 of the registry record: refractory cutaneous lupus, by either of two routes.

"Cutaneous lesions involving more than 18 % of the body surface by the rule of nines, or a history
of severe side effects or lack of efficacy following thalidomide; in cutaneous lupus refractory to
conventional treatment with antimalarials and topical steroids." What "refractory" governs is
ambiguous; it is read as asked of both routes. Active lesions count, compared unrounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ordi_crf.core.chart import Chart, Evidence
from ordi_crf.core.criteria import (
    Answer,
    Caution,
    Clause,
    Truth,
    all_of,
    answer,
    any_of,
    joined,
    yes,
)
from ordi_crf.core.derived import assessed
from ordi_crf.core.phrases import filled, localized
from ordi_crf.core.records import Record
from ordi_crf.core.surface import above_threshold, near_threshold, shown
from ordi_crf.core.values import number
from ordi_crf.forms.bodymap import DRAWING
from ordi_crf.forms.schema import Text

HEAVY = Decimal(80)
"""kg above which the rule of nines overestimates (Livingston and Lee, J Surg Res 2000;91:106)."""
OBESE = Decimal(30)
"""kg/m² from which on the same is true (Williams et al., J Burn Care Res 2013)."""

_NEAR = Text(
    "{n} % is too close to 18 % for one drawing (16 to 20 %): let a second rater paint it, or say "
    "why that is not needed.",
    "{n} % está demasiado cerca del 18 % para un solo dibujo (16 a 20 %): que lo pinte un segundo "
    "evaluador, o explique por qué no hace falta.",
)


def refractory(chart: Chart) -> Answer:
    """Return I4 with both routes; what is too close to 18 % is a doubt where it decides."""
    conventional = [_tried(chart, row, "PTREFR") for row in ("ANTIMAL", "TOPSTER")]
    skin = body_surface(chart)
    thalidomide = [_tried(chart, "THALIDO", item) for item in ("PTREFR", "PTSEVAE")]
    routes = _either([skin, *thalidomide])
    parts = [*conventional, routes]
    open_ = False not in [c.holds for c in conventional]
    decides = open_ and any_of(c.holds for c in thalidomide) is not True
    cautions = tuple(_near(chart)) if decides else ()
    leaves = list(dict.fromkeys([*conventional, skin, *thalidomide]))
    return answer("I4", all_of(part.holds for part in parts), parts, leaves, cautions)


def body_surface(chart: Chart) -> Clause:
    """Return whether active lesions covered more than 18 % at the last map before treatment.

    What was not wholly examined may be more than what was painted, never less.
    """
    found = _mapped(chart)
    if found is None:
        place = chart.find("BM", DRAWING.name, "", "BMPERF")
        says = Text("no body map before treatment", "sin mapa corporal antes del tratamiento")
        return Clause(None, says, (place,))
    record, total = found
    above = above_threshold(total)
    whole = record.values(DRAWING)["BMPERF"] == "Y"
    holds: Truth = True if above else False if whole else None
    says = _extent(total, above=above, whole=whole)
    key, on = record.key, chart.on(record.key)
    return Clause(holds, says, (Evidence(key, "", "", "", shown(total), says, on),))


def body_mass(chart: Chart) -> tuple[Decimal | None, Decimal | None]:
    """Return weight in kg and body mass index in kg/m², None where either is not known."""
    weight = number(chart.find("VS", "vs", "", "WEIGHT").value)
    height = number(chart.find("VS", "vs", "", "HEIGHT").value)
    if weight is None or not height:
        return weight, None
    return weight, weight / (height / 100) ** 2


def _tried(chart: Chart, row: str, item: str) -> Clause:
    """Return the clause that a treatment was used and that this is true of it."""
    used = chart.find("PT", "pt_asked", row, "PTOCCUR")
    return yes(chart.find("PT", "pt_asked", row, item) if used.value == "Y" else used)


def _mapped(chart: Chart) -> tuple[Record, Fraction] | None:
    """Return the last body map before treatment that says something, and its active %."""
    for record in chart.before_treatment("BM"):
        painted = chart.painted(record.key)
        if painted is not None and assessed(record):
            return record, painted.active_total
    return None


def _extent(total: Fraction, *, above: bool, whole: bool) -> Text:
    says = Text(
        f"Active lesions: {shown(total)} % of the body surface, {'' if above else 'not '}"
        "more than 18 %",
        f"Lesiones activas: {localized(shown(total)).es} % de SC, "
        f"{'' if above else 'no '}más del 18 %",
    )
    if above or whole:
        return says
    return joined(
        [says, Text("not all of the skin was examined", "no se exploró toda la piel")]
    )  # fmt: skip


def _either(routes: list[Clause]) -> Clause:
    """Return the clause that one of the routes holds, said by the routes that decide it."""
    holds = any_of(route.holds for route in routes)
    deciding = list(dict.fromkeys(route.says for route in routes if route.holds is holds))
    return Clause(holds, joined(deciding))


def _near(chart: Chart) -> Iterator[Caution]:
    """Yield the doubts about a figure within drawing error of 18 %."""
    found = _mapped(chart)
    if found is None or not near_threshold(found[1]):
        return
    yield Caution("IE.NEAR18", filled(_NEAR, n=localized(shown(found[1]))))
    weight, index = body_mass(chart)
    if (weight is not None and weight > HEAVY) or (index is not None and index >= OBESE):
        yield Caution(
            "IE.OBESE",
            Text(
                "Above 80 kg, or from a body mass index of 30 on, the rule of nines overestimates: "
                "judge whether more than 18 % is affected.",
                "Por encima de 80 kg, o con un índice de masa corporal desde 30, la regla de los "
                "nueves sobrestima: valore si está afectado más del 18 %.",
            ),
        )
