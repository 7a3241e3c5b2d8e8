"""The findings of a record as every file of an export lists them."""

from __future__ import annotations

from ordi_crf.core import consistency
from ordi_crf.core.delivery import Delivery, FindingPlace
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.validation import Finding, check
from ordi_crf.forms import form as form_of
from ordi_crf.forms.schema import Form


def findings(delivery: Delivery, form: Form, record: Record) -> list[Finding]:
    """Return every finding on the day of the export.

    What was typed and could not be read is among them, and so is what contradicts another form.
    """
    typed = delivery.data.unaccepted.get(record.key)
    found = check(form, record, delivery.at[:10], typed)
    chart = delivery.chart(record.key.subject)
    found += consistency.findings(chart, record.key)
    if delivery.standing is None:
        return found
    # Months of a moved calendar have other lengths: a window missed in it alone was not missed.
    known = delivery.standing.get(record.key, frozenset())
    return [finding for finding in found if place(finding) in known]


def place(finding: Finding) -> FindingPlace:
    """Return what names a finding, whatever it says."""
    return finding.oid, finding.section, finding.row, finding.item


def places(delivery: Delivery) -> dict[RecordKey, frozenset[FindingPlace]]:
    """Return the findings that stand at each form of a delivery."""
    return {
        key: frozenset(map(place, findings(delivery, form_of(key.form), record)))
        for key, record in delivery.data.records.items()
    }
