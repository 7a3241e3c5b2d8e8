"""Eligibility by the data: one row for each subject and criterion, with what says so.

The investigator's own answers are the sheet of form IE; here they stand beside, and are not merged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ordi_crf.core.chart import Chart, Evidence
from ordi_crf.core.criteria import Answer, Verdict
from ordi_crf.core.eligibility import Eligibility, assess
from ordi_crf.core.filtration import estimates, rate_text
from ordi_crf.export.workbook.cells import Cell, yes
from ordi_crf.export.workbook.items import row_codes
from ordi_crf.export.workbook.keys import SUBJECT
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, Variable, decoded, derived
from ordi_crf.export.workbook.source import Source
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.eligibility import CONFIRMED, CRITERIA
from ordi_crf.forms.schema import Code, CodeList, Language, Text

RENAL = "E5"
"""The criterion that rests on filtration rates, which no single item states."""


def _coded(name: str, en: str, es: str, codes: CodeList) -> Variable:
    return replace(derived(name, en, es, Type.CODE), codes=codes)


_CRITERION = _coded("IETESTCD", "Criterion", "Criterio", row_codes(CRITERIA))
_VERDICT = _coded(
    "ELSTATE", "Criterion by the data", "Criterio según los datos",
    CodeList("ELSTATE", tuple(Code(v.name, v.value) for v in Verdict)),
)  # fmt: skip
_WHOLE = _coded(
    "ELSUBJ", "Subject by all criteria", "Paciente según todos los criterios",
    CodeList("ELSUBJ", tuple(Code(e.name, e.value) for e in Eligibility)),
)  # fmt: skip


def eligibility_sheet() -> Sheet:
    """Return the sheet of criteria as the data answer them."""
    confirmed = _coded(
        "IEORRES", "Criterion met, confirmed", "Criterio cumplido, confirmado", NY
    )  # fmt: skip
    variables = (
        *SUBJECT, _CRITERION, decoded(_CRITERION), _VERDICT, decoded(_VERDICT),
        _coded("ELFAVOR", "It lets the subject take part", "Permite participar", NY),
        confirmed,
        derived("ELWHY", "What decides", "Qué decide", Type.TEXT),
        derived("ELEVID", "Evidence, with the day of its visit",
                "Evidencia, con el día de su visita", Type.TEXT),
        derived("ELDOUBT", "What is in doubt", "Qué es dudoso", Type.TEXT),
        _WHOLE, decoded(_WHOLE),
    )  # fmt: skip
    title = Text("Eligibility by the data", "Elegibilidad según los datos")
    return Sheet("ELIGIBILITY", title, variables, len(SUBJECT) + 1, _lines)


def _lines(source: Source) -> Iterator[Line]:
    language = source.language
    for subject in source.data.subjects:
        chart = source.delivery.chart(subject)
        assessment = assess(chart)
        whole = assessment.eligibility
        for answer in assessment.answers:
            yield (
                *source.subject(subject), *_cells(chart, answer, language),
                whole.name, whole.value.in_(language),
            )  # fmt: skip


def _cells(chart: Chart, answer: Answer, language: Language) -> tuple[Cell, ...]:
    evidence = [_said(e, language) for e in answer.evidence]
    if answer.code == RENAL:
        evidence += [
            f"{e.equation.value} {rate_text(e)} {e.equation.unit}" for e in estimates(chart)
        ]
    return (
        answer.code, CRITERIA.row(answer.code).text.in_(language),
        answer.verdict.name, answer.verdict.value.in_(language),
        yes(answer.favourable), _confirmed(chart, answer.code),
        answer.why.in_(language), "; ".join(evidence) or None,
        " ".join(doubt.says.in_(language) for doubt in answer.cautions) or None,
    )  # fmt: skip


def _said(evidence: Evidence, language: Language) -> str:
    says = evidence.says.in_(language)
    return f"{says} [{evidence.on}]" if evidence.on else says


def _confirmed(chart: Chart, code: str) -> str | None:
    """Return what the investigator answered, the last time the form was filled."""
    records = chart.before_treatment("IE")
    return records[0].values(CONFIRMED, code)["IEORRES"] if records else None
