"""Evidence of eligibility under the printed form: what the data say, and what says so on which day.

The form above it holds what the investigator confirmed; the two are never merged.
"""

from __future__ import annotations

from ordi_crf.core.chart import Chart
from ordi_crf.core.criteria import Answer
from ordi_crf.core.eligibility import Assessment, assess
from ordi_crf.core.filtration import estimates, rate_text
from ordi_crf.export.casebook.answer import Sheet
from ordi_crf.export.casebook.paper import COLUMN
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import BODY, MUTED, SMALL, STRONG, Cell, Run
from ordi_crf.forms.schema import Text

_TITLE = Text("What the data say: {verdict}", "Lo que dicen los datos: {verdict}")
_HEADS = (
    Text("Criterion", "Criterio"),
    Text("By the data", "Según los datos"),
    Text("Evidence, with the day of its visit", "Evidencia, con el día de su visita"),
)
_RATES = Text("Filtration rate", "Filtrado glomerular")
_RENAL = "E5"
_CODE, _VERDICT = 56.0, 110.0


def evidence_table(sheet: Sheet) -> Table | None:
    """Return the fifteen answers with their evidence; None on a form to fill by hand."""
    if sheet.delivery is None:
        return None
    chart = sheet.delivery.chart(sheet.record.key.subject)
    assessment = assess(chart)
    heads = [sheet.say(words) for words in _HEADS]
    rows = [_row(sheet, chart, answer) for answer in assessment.answers]
    columns = [Column(_CODE), Column(_VERDICT), Column(COLUMN - _CODE - _VERDICT)]
    title = _titled(sheet, assessment)
    return Table(columns, rows, header=heads, ink=SMALL, padding=4.4, title=title, after=10)


def _titled(sheet: Sheet, assessment: Assessment) -> str:
    verdict = sheet.say(assessment.eligibility.value)
    return sheet.say(_TITLE).format(verdict=verdict)


def _row(sheet: Sheet, chart: Chart, answer: Answer) -> TableRow:
    told: list[Run] = []
    for n, evidence in enumerate(answer.evidence):
        start = "\n" if n else ""
        told.append(Run(f"{start}{sheet.say(evidence.says)}", SMALL))
        if evidence.on is not None:
            told.append(Run(f"  {evidence.on}", MUTED))
    if answer.code == _RENAL:
        told.append(Run(f"\n{sheet.say(_RATES)}: {_rates(chart)}", SMALL))
    ink = BODY if answer.favourable else STRONG
    verdict: Cell = [Run(sheet.say(answer.verdict.value), ink)]
    return TableRow([[Run(answer.code, STRONG)], verdict, told])


def _rates(chart: Chart) -> str:
    return ", ".join(
        f"{e.equation.value} {rate_text(e)} {e.equation.unit}" for e in estimates(chart)
    )
