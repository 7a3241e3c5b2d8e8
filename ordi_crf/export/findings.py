"""The findings of a record as every file of an export lists them."""

from __future__ import annotations

from dataclasses import replace

from ordi_crf.core.agreement import compare
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.derived import areas
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding, check
from ordi_crf.forms.bodymap import DRAWING
from ordi_crf.forms.schema import Form


def findings(delivery: Delivery, form: Form, record: Record) -> list[Finding]:
    """Return every finding on the day of the export.

    What was typed and could not be read is among them, and so is what contradicts the body map.
    """
    typed = delivery.data.unaccepted.get(record.key)
    found = check(form, record, delivery.at[:10], typed)
    if form.oid == "CLASI":
        key = replace(record.key, form="BM")
        drawn = delivery.data.records.get(key) or Record(key)
        examined = drawn.values(DRAWING)["BMPERF"]
        found += compare(areas(record), delivery.painted.get(key), examined)
    return found
