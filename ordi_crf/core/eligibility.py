"""Eligibility: the fifteen criteria of the registry record answered together, and what they give.

A subject is eligible only where every inclusion criterion is met and no exclusion criterion is;
what is missing makes nobody eligible. The investigator confirms each answer, never the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from ordi_crf.core import exclusion, inclusion
from ordi_crf.core.chart import Chart
from ordi_crf.core.criteria import Answer, Caution
from ordi_crf.core.filtration import filtration
from ordi_crf.core.records import Record
from ordi_crf.core.refractory import refractory
from ordi_crf.core.validation import Finding
from ordi_crf.forms.eligibility import CONFIRMED, DECISION
from ordi_crf.forms.schema import Severity, Text

CRITERIA: tuple[Callable[[Chart], Answer], ...] = (
    inclusion.age_limits,
    inclusion.histology,
    inclusion.erythema,
    refractory,
    inclusion.pregnancy_and_wish,
    exclusion.pregnancy_prevention,
    exclusion.cytopenia,
    exclusion.thrombosis,
    exclusion.antiphospholipid,
    filtration,
    exclusion.renal_disease,
    exclusion.no_consent,
    exclusion.systemic_flare,
    exclusion.interference,
    exclusion.infection,
)
"""I1 to I5 and E1 to E10, in the order of the registry record."""


class Eligibility(Enum):
    """What the criteria give together."""

    ELIGIBLE = Text("eligible", "elegible")
    NOT_ELIGIBLE = Text("not eligible", "no elegible")
    UNKNOWN = Text("cannot be determined", "no se puede determinar")


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer to every criterion."""

    answers: tuple[Answer, ...]

    @property
    def eligibility(self) -> Eligibility:
        """Return what they give: one that fails decides, else one that is not known."""
        if self.failed:
            return Eligibility.NOT_ELIGIBLE
        return Eligibility.UNKNOWN if self.unknown else Eligibility.ELIGIBLE

    @property
    def failed(self) -> tuple[str, ...]:
        """Return the codes of the criteria that keep the subject out."""
        return tuple(a.code for a in self.answers if a.favourable is False)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the codes of the criteria that cannot be determined."""
        return tuple(a.code for a in self.answers if a.favourable is None)

    def answer(self, code: str) -> Answer:
        """Return the answer to a criterion; KeyError for a code that is none."""
        for answer in self.answers:
            if answer.code == code:
                return answer
        raise KeyError(code)


def assess(chart: Chart) -> Assessment:
    """Return the answer to every criterion from what was known before treatment."""
    return Assessment(tuple(criterion(chart) for criterion in CRITERIA))


def findings(assessment: Assessment, record: Record) -> Iterator[Finding]:
    """Yield where the investigator's answers and the data disagree, and what is in doubt."""
    for answer in assessment.answers:
        confirmed = record.values(CONFIRMED, answer.code)["IEORRES"]
        if confirmed is not None and answer.verdict.confirmed not in (None, confirmed):
            yield _disagreement(answer)
        for doubt in answer.cautions:
            yield _doubt(answer, doubt)
    yield from _decision(assessment, record)


def _doubt(answer: Answer, doubt: Caution) -> Finding:
    row = answer.code if doubt.section == CONFIRMED.name else ""
    message = Text(f"{answer.code}: {doubt.says.en}", f"{answer.code}: {doubt.says.es}")
    return Finding(doubt.oid, Severity.SOFT, message, doubt.section, row, doubt.item)


def _disagreement(answer: Answer) -> Finding:
    said, why = answer.verdict.value, answer.why
    message = Text(
        f"{answer.code}: the data say {said.en} ({why.en}). Correct the answer or the data, or say "
        "why.",
        f"{answer.code}: según los datos, {said.es} ({why.es}). Corrija la respuesta o los datos "
        "o explíquelo.",
    )
    oid = f"IE.DISAGREE.{answer.code}"
    return Finding(oid, Severity.SOFT, message, CONFIRMED.name, answer.code, "IEORRES")


def _decision(assessment: Assessment, record: Record) -> Iterator[Finding]:
    decided = record.values(DECISION)["IEYN"]
    against = assessment.failed + tuple(
        a.code for a in assessment.answers if _confirmed_against(a, record)
    )
    codes = ", ".join(dict.fromkeys(against + assessment.unknown))
    if decided == "Y" and codes:
        message = Text(
            "Not eligible by the data: {codes} forbid it or cannot be determined. Complete or "
            "correct the data, or decide no.",
            "No elegible según los datos: {codes} lo impiden o no se pueden determinar. Complete o "
            "corrija los datos, o decida que no.",
        ).format(codes=codes)
        yield Finding("IE.ELIGIBLE", Severity.HARD, message, DECISION.name, "", "IEYN")
    elif decided == "N" and not codes:
        message = Text(
            "Every criterion allows participation: say why the subject is not eligible.",
            "Todos los criterios permiten participar: explique por qué no es elegible.",
        )
        yield Finding("IE.NOTELIGIBLE", Severity.SOFT, message, DECISION.name, "", "IEYN")


def _confirmed_against(answer: Answer, record: Record) -> bool:
    """Return whether the investigator's own answer keeps the subject out."""
    confirmed = record.values(CONFIRMED, answer.code)["IEORRES"]
    return confirmed is not None and (confirmed == "Y") is not answer.inclusion


def computed(assessment: Assessment, record: Record) -> dict[str, str]:
    """Return the answers that confirm what the data say, for each criterion still blank."""
    return {
        answer.code: confirmed
        for answer in assessment.answers
        if (confirmed := answer.verdict.confirmed) is not None
        and record.values(CONFIRMED, answer.code)["IEORRES"] is None
    }
