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
    vitals = weighed(records, key)
    weight = None if vitals is None else number(vitals.values(VITALS)["WEIGHT"])
    found = records.get(RecordKey(key.subject, "SCR", "DM"))
    if found is None:
        return Patient(weight=weight)
    told = found.values(DEMOGRAPHICS)
    return Patient(told["BRTHDAT"], told["SEX"], told["RACE"], weight)


def weighed(records: Mapping[RecordKey, Record], key: RecordKey) -> Record | None:
    """Return the vital signs that have the weight known at a record's visit."""
    own = records.get(replace(key, form="VS", form_repeat=1))
    if own is not None and own.values(VITALS)["WEIGHT"] is not None:
        return own
    on = held_on(records, key)
    before = [
        (day, record)
        for record in visits_of(records, key.subject, "VS")
        if record.values(VITALS)["WEIGHT"] is not None
        and (day := record.values(VITALS)["VSDAT"] or held_on(records, record.key)) is not None
        and on is not None
        and day <= on
    ]
    return max(before, key=lambda entry: entry[0])[1] if before else None


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
