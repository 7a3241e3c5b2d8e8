"""The forms of the case report form, in its order."""

from __future__ import annotations

from ordi_crf.forms import adverse_events, bodymap, clasi, demographics, dosing, labs, visit
from ordi_crf.forms.schema import Form

FORMS: tuple[Form, ...] = (
    demographics.FORM,
    visit.FORM,
    clasi.FORM,
    bodymap.FORM,
    labs.FORM,
    dosing.FORM,
    adverse_events.FORM,
)


def form(oid: str) -> Form:
    """Return a form by its OID; KeyError when the study has no such form."""
    for known in FORMS:
        if known.oid == oid:
            return known
    raise KeyError(oid)
