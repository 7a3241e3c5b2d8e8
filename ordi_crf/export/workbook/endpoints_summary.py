"""The six registered outcomes of the study: each reading by both denominators.

Percentages with the exact 95 % interval of Clopper and Pearson (Biometrika 1934;26:404-13); out of
nobody they are blank, and the words say "not estimable".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ordi_crf.core.readings import Estimate, shares
from ordi_crf.core.stats import Proportion
from ordi_crf.export.workbook.cells import Cell, number, yes
from ordi_crf.export.workbook.endpoints import HEADLINE, NUMBER, READING, readings, tests
from ordi_crf.export.workbook.keys import SUBJECT
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, Variable, decoded, derived
from ordi_crf.export.workbook.source import Whole
from ordi_crf.forms.schema import Text

_INTERVAL = Text(
    "Exact 95 % interval of Clopper and Pearson (Biometrika 1934;26:404-13); blank out of nobody.",
    "Intervalo exacto del 95 % de Clopper y Pearson (Biometrika 1934;26:404-13); en blanco si no "
    "hay nadie.",
)


def endpoints_summary_sheet() -> Sheet:
    """Return the sheet of outcomes of the study."""
    keys = (SUBJECT[0], NUMBER, READING)
    variables = (
        *keys, decoded(NUMBER), decoded(READING), HEADLINE,
        *_denominator(1, "first", "primer"), *_denominator(2, "second", "segundo"),
        derived("EPNMISS", "Subjects not known or not evaluable",
                "Pacientes sin dato o no evaluables", Type.INTEGER),
        derived("EPMISS", "Who, and why", "Quiénes y por qué", Type.TEXT),
    )  # fmt: skip
    title = Text("Registered outcomes of the study", "Medidas de resultado del estudio")
    told = next(variable for variable in variables if variable.name == "EPN1")
    return Sheet("ENDPOINTS_SUMMARY", title, variables, len(keys), whole=_lines, tests=tests(told))


def _denominator(n: int, en: str, es: str) -> Iterator[Variable]:
    """Yield the columns of a denominator."""
    yield derived(f"EPDEN{n}", f"Whom the {en} denominator counts",
                  f"A quién cuenta el {es} denominador", Type.TEXT)  # fmt: skip
    yield derived(f"EPN{n}", f"Met, {en} denominator", f"Cumplida, {es} denominador", Type.INTEGER)
    yield derived(f"EPOF{n}", f"Subjects, {en} denominator", f"Pacientes, {es} denominador",
                  Type.INTEGER)  # fmt: skip
    percent = derived(f"EPPCT{n}", f"Percentage, {en} denominator",
                      f"Porcentaje, {es} denominador", Type.NUMBER, "%", _INTERVAL)  # fmt: skip
    yield percent
    for name, end_en, end_es in (("LO", "lower", "inferior"), ("HI", "upper", "superior")):
        label = Text(f"95 % interval, {end_en} end, {en} denominator",
                     f"Intervalo del 95 %, extremo {end_es}, {es} denominador")  # fmt: skip
        yield replace(percent, name=f"EP{name}{n}", label=label)
    yield derived(f"EPTOLD{n}", f"In words, {en} denominator", f"En palabras, {es} denominador",
                  Type.TEXT)  # fmt: skip


def _lines(whole: Whole) -> Iterator[Line]:
    language = whole.language
    for outcome, found in readings(whole):
        told, whom = shares(found), outcome.whom(found)
        known = bool(found.of_assessed.of or found.of_all.n)
        yield (
            whole.studyid, outcome.oid, found.oid,
            outcome.title.in_(language), found.reading.in_(language),
            yes(found.oid == outcome.headline.oid),
            whom[0].in_(language), *_figures(found.of_assessed, known),
            told[0].in_(language),
            whom[1].in_(language), *_figures(found.of_all, known),
            told[1].in_(language),
            len(found.missing), _missing(found, whole),
        )  # fmt: skip


def _figures(found: Proportion, known: bool) -> tuple[Cell, ...]:
    """Return n, N, percentage and both ends of its interval."""
    percent, interval = found.percent, found.interval
    if not known or percent is None or interval is None:
        return found.n, found.of, None, None, None
    low, high = interval
    return found.n, found.of, number(percent), number(low), number(high)


def _missing(found: Estimate, whole: Whole) -> str | None:
    told = (f"{m.subject}: {m.why.value.in_(whole.language)}" for m in found.missing)
    return "; ".join(told) or None
