"""What one form says against another: the named cross-form rules, as findings at a form.

Every rule has a stable id and a sentence that says what, where and what to do. A rule sees one
subject's chart; what is not answered yet contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from ordi_crf.core import agreement, eligibility
from ordi_crf.core.chart import Chart
from ordi_crf.core.derived import areas
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.validation import Finding
from ordi_crf.forms.bodymap import DRAWING

Rule: TypeAlias = Callable[[Chart, Record], Iterable[Finding]]


def findings(chart: Chart, key: RecordKey) -> list[Finding]:
    """Return every finding of a subject's form that another form gives rise to."""
    record = chart.records.get(key) or Record(key)
    return [found for rule in RULES.get(key.form, ()) for found in rule(chart, record)]


def _painted(chart: Chart, record: Record) -> Iterable[Finding]:
    """Return where the body map of the visit and its CLASI disagree."""
    drawn = replace(record.key, form="BM")
    examined = (chart.records.get(drawn) or Record(drawn)).values(DRAWING)["BMPERF"]
    return agreement.compare(areas(record), chart.painted(drawn), examined)


def _eligible(chart: Chart, record: Record) -> Iterable[Finding]:
    return eligibility.findings(eligibility.assess(chart), record)


RULES: Mapping[str, tuple[Rule, ...]] = {
    "CLASI": (_painted,),
    "IE": (_eligible,),
}
"""The rules of each form, in the order in which their findings are shown."""
