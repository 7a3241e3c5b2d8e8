"""What one form says against another: which named rules are asked of which form.

Every rule has a stable id and a sentence that says what, where and what to do. A rule sees one
subject's chart; what is not answered yet contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from ordi_crf.core import eligibility
from ordi_crf.core.across import activity, capsules, dosing, events, laboratory, visits
from ordi_crf.core.chart import Chart
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.validation import Finding

Rule: TypeAlias = Callable[[Chart, Record], Iterable[Finding]]


def findings(chart: Chart, key: RecordKey) -> list[Finding]:
    """Return every finding of a subject's form that another form gives rise to."""
    record = chart.records.get(key) or Record(key)
    return [found for rule in RULES.get(key.form, ()) for found in rule(chart, record)]


def _eligible(chart: Chart, record: Record) -> Iterable[Finding]:
    return eligibility.findings(eligibility.assess(chart), record)


RULES: Mapping[str, tuple[Rule, ...]] = {
    "SV": (visits.consent, visits.order, visits.window),
    "RP": (events.childbearing,),
    "VS": (visits.weight,),
    "CLASI": (activity.painted,),
    "SLEDAI": (activity.skin, activity.laboratory, activity.joints),
    "LB": (
        laboratory.neutrophils,
        laboratory.transaminases,
        laboratory.sample_date,
        laboratory.kit,
        laboratory.ranges,
        laboratory.filtration,
        laboratory.due,
    ),
    "SE": (laboratory.serology_date,),
    "PG": (events.pregnancy,),
    "IE": (_eligible,),
    "EX": (dosing.counts, dosing.pregnant, dosing.for_event, dosing.eligible),
    "DA": (capsules.dispensed, capsules.supply, capsules.compliance),
    "AE": (events.reported, events.acted),
    "SAE": (events.listed,),
    "DS": (events.last_dose, events.death),
}
"""The rules of each form, in the order in which their findings are shown."""
