"""The protocol in its parts, in the order of registry record and clinical specification."""

from __future__ import annotations

from tools.protocol import (
    added,
    body_surface,
    clasi,
    dsdna,
    fields_at_screening,
    fields_at_visits,
    fields_throughout,
    lenalidomide,
    outcomes,
    registry,
    renal,
    schedule,
    sledai,
)
from tools.protocol.requirement import Part

PARTS: tuple[Part, ...] = (
    registry.PART,
    clasi.PART,
    sledai.PART,
    body_surface.PART,
    lenalidomide.PART,
    dsdna.PART,
    renal.PART,
    outcomes.PART,
    fields_at_screening.PART,
    fields_at_visits.PART,
    fields_throughout.PART,
    schedule.PART,
    added.PART,
)
