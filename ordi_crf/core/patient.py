"""What of a patient goes into an equation at a visit: birth, sex, race, the weight known then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ordi_crf import study
from ordi_crf.core import visits
from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.core.values import number
from ordi_crf.forms.demographics import DEMOGRAPHICS
from ordi_crf.forms.vitals import VITALS


@dataclass(frozen=True, slots=True)
class Patient:
    """A patient as known at a visit; None where nobody recorded it."""

    birth: str | None = None
    """ISO 8601, possibly the year alone."""
    sex: str | None = None
    race: str | None = None
    weight: Decimal | None = None
    """kg"""

    @property
    def black(self) -> bool:
        """Return whether the equations of 1999 and 2009 apply their factor for race."""
        return self.race == "BLACK OR AFRICAN AMERICAN"


def patient_at(records: Mapping[RecordKey, Record], key: RecordKey) -> Patient:
    """Return the patient of a record as known at its visit.

    The weight is that of the same visit, or else of the last one before it that has one.
    """
    found = records.get(RecordKey(key.subject, "SCR", "DM"))
    if found is None:
        return Patient(weight=_weight(records, key))
    told = found.values(DEMOGRAPHICS)
    return Patient(told["BRTHDAT"], told["SEX"], told["RACE"], _weight(records, key))


def visits_of(
    records: Mapping[RecordKey, Record], subject: SubjectKey, form: str
) -> Iterator[Record]:
    """Yield a subject's records of a form, visit by visit as planned, in order of the repeats."""
    found = [
        key
        for key in records
        if key.form == form and key.subject == subject and key.visit != study.LOG.code
    ]
    for key in sorted(found, key=lambda k: (study.event(k.visit).number, k)):
        yield records[key]


def held_on(records: Mapping[RecordKey, Record], key: RecordKey) -> str | None:
    """Return the date of the visit of a record, None while it is not known."""
    return visits.held_on(records, key.subject, key.visit, key.visit_repeat)


def _weight(records: Mapping[RecordKey, Record], key: RecordKey) -> Decimal | None:
    own = records.get(replace(key, form="VS", form_repeat=1))
    if own is not None and (weight := number(own.values(VITALS)["WEIGHT"])) is not None:
        return weight
    on = held_on(records, key)
    weighed = [
        (day, weight)
        for record in visits_of(records, key.subject, "VS")
        if (weight := number(record.values(VITALS)["WEIGHT"])) is not None
        and (day := record.values(VITALS)["VSDAT"] or held_on(records, record.key)) is not None
    ]
    before = [entry for entry in weighed if on is not None and entry[0] <= on]
    return max(before, key=lambda entry: entry[0])[1] if before else None
