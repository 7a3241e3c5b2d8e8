"""Corrections of a form: what each corrected item said before, until when, and why it changed.

The old value stays readable beside the new one (21 CFR 11.10(e); EMA guideline on computerised
systems 2023, 6.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ordi_crf.core.missing import Place
from ordi_crf.core.records import AuditEntry


@dataclass(frozen=True, slots=True)
class Correction:
    """The last correction of an item: the value before, None for blank, and who, when and why."""

    old: str | None
    until: str
    """The moment of the correction, UTC, ISO 8601."""
    actor: str
    reason: str


def corrections(entries: Iterable[AuditEntry]) -> Mapping[Place, Correction]:
    """Return the last correction of each item of one form; `entries` are its audit trail."""
    found: dict[Place, Correction] = {}
    for entry in entries:
        if entry.action == "update" and entry.reason and entry.item not in ("STATUS", "VOIDED"):
            place = (entry.section, entry.row, entry.item)
            found[place] = Correction(entry.old, entry.at, entry.actor, entry.reason)
    return found
