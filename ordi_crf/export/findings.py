"""The findings of a record as every file of an export lists them."""

from __future__ import annotations

from ordi_crf.core import consistency
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding, check
from ordi_crf.forms.schema import Form


def findings(delivery: Delivery, form: Form, record: Record) -> list[Finding]:
    """Return every finding on the day of the export.

    What was typed and could not be read is among them, and so is what contradicts another form.
    """
    typed = delivery.data.unaccepted.get(record.key)
    found = check(form, record, delivery.at[:10], typed)
    chart = delivery.chart(record.key.subject)
    return [*found, *consistency.findings(chart, record.key)]
