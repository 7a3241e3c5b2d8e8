"""The forms of the case report form, in its order."""

from __future__ import annotations

from ordi_crf.forms import (
    accountability,
    adverse_events,
    bodymap,
    clasi,
    conduction,
    conmeds,
    consent,
    demographics,
    deviations,
    disposition,
    dosing,
    eligibility,
    labs,
    lupus_history,
    medical_history,
    neuropathy,
    pga,
    photographs,
    physical_exam,
    pregnancy,
    pregnancy_test,
    prior_treatments,
    reproductive,
    serious_event,
    serology,
    sledai,
    visit,
    vitals,
)
from ordi_crf.forms.schema import Form

FORMS: tuple[Form, ...] = (
    visit.FORM,
    consent.FORM,
    demographics.FORM,
    medical_history.FORM,
    lupus_history.FORM,
    prior_treatments.FORM,
    reproductive.FORM,
    vitals.FORM,
    physical_exam.FORM,
    neuropathy.FORM,
    conduction.FORM,
    clasi.FORM,
    bodymap.FORM,
    sledai.FORM,
    pga.FORM,
    labs.FORM,
    serology.FORM,
    pregnancy_test.FORM,
    photographs.FORM,
    eligibility.FORM,
    dosing.FORM,
    accountability.FORM,
    adverse_events.FORM,
    serious_event.FORM,
    conmeds.FORM,
    pregnancy.FORM,
    disposition.FORM,
    deviations.FORM,
)


def form(oid: str) -> Form:
    """Return a form by its OID; KeyError when the study has no such form."""
    for known in FORMS:
        if known.oid == oid:
            return known
    raise KeyError(oid)
