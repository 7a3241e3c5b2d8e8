"""What CLASI, SLEDAI-2K, the body map and the laboratory of one visit say against each other."""

from __future__ import annotations

from collections.abc import Iterable

from ordi_crf.core import agreement, sledai_agreement, sledai_laboratory
from ordi_crf.core.chart import Chart
from ordi_crf.core.derived import areas
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding
from ordi_crf.forms import bodymap, clasi, sledai
from ordi_crf.forms.schema import Values


def painted(chart: Chart, record: Record) -> Iterable[Finding]:
    """Return where the body map and the CLASI of a visit disagree."""
    drawn = chart.beside(record, "BM")
    if drawn is None:
        return []
    examined = drawn.values(bodymap.DRAWING)["BMPERF"]
    return agreement.compare(areas(record), chart.painted(drawn.key), examined)


def skin(chart: Chart, record: Record) -> Iterable[Finding]:
    """Return where rash, alopecia and ulcers of SLEDAI disagree with the CLASI of the visit."""
    scored = chart.beside(record, "CLASI")
    if scored is None:
        return []
    once = scored.values(clasi.ONCE)
    return sledai_agreement.compare(_descriptors(record), areas(scored), once)


def laboratory(chart: Chart, record: Record) -> Iterable[Finding]:
    """Return where descriptors of SLEDAI disagree with the laboratory."""
    said = sledai_laboratory.at_visit(chart.records, record.key, chart.on(record.key))
    return sledai_agreement.compare_laboratory(_descriptors(record), said)


def joints(chart: Chart, record: Record) -> Iterable[Finding]:
    """Return where arthritis disagrees with the number of inflamed joints."""
    return sledai_agreement.compare_joints(_descriptors(record), record.values(sledai.ONCE))


def _descriptors(record: Record) -> dict[str, Values]:
    return {row.key: row.values for row in record.live(sledai.PRESENT.name)}
