"""Answers that were wrong at first and were put right later, with the reason given."""

from __future__ import annotations

from dataclasses import dataclass

from ordi_crf.db.study_file import Actor
from ordi_crf.demo.site import COORDINATOR, INVESTIGATOR, NURSE


@dataclass(frozen=True, slots=True)
class Correction:
    """What was entered at first; what is right is in the table of subjects."""

    subjid: str
    visit: str
    form: str
    place: tuple[str, str, str]
    """Section, row and item."""
    wrong: str
    reason: str
    actor: Actor
    after: int | None
    """Days after the visit; None where it follows from a query or from a second entry."""


CORRECTIONS: tuple[Correction, ...] = (
    Correction(
        "SYN-02", "W4", "LB", ("lb", "CREAT", "LBORRES"), "166",
        "Transcription error: digits of another report (synthetic).", COORDINATOR, 6,
    ),
    Correction(
        "SYN-04", "SCR", "DM", ("dm", "", "BRTHDAT"), "1957-03",
        "Checked against the hospital record (synthetic).", NURSE, 9,
    ),
    Correction(
        "SYN-05", "W8", "VS", ("vs", "", "PULSE"), "77",
        "As in the chart; found when the site was audited (synthetic).", NURSE, 380,
    ),
    Correction(
        "SYN-06", "W2", "CLASI", ("clasi_area", "04", "CLERY"), "1",
        "Scored in the wrong row; source photograph reviewed (synthetic).", INVESTIGATOR, 7,
    ),
    Correction(
        "SYN-10", "M3", "SV", ("sv", "", "VISDAT"), "2010-04-16",
        "Day as in the appointment book (synthetic).", NURSE, 13,
    ),
    Correction(
        "SYN-12", "D1", "CLASI", ("clasi_area", "12", "CLERY"), "1",
        "The worst lesion counts, not the typical one (synthetic).", INVESTIGATOR, 7,
    ),
)  # fmt: skip

AFTER_LOCK = Correction(
    "SYN-04", "S3M", "VS", ("vs", "", "PULSE"), "76",
    "As in the out-patient chart (synthetic).", COORDINATOR, None,
)  # fmt: skip
"""What was put right in a form of a subject who had been locked."""

TYPED_ONCE = Correction(
    "SYN-10", "EOT", "EMG", ("emg", "", "SNAPR"), "41.0",
    "The report says 14.0 µV; digits exchanged at first (synthetic).", INVESTIGATOR, None,
)  # fmt: skip
"""What the second entry of a form brought to light."""
