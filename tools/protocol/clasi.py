"""Section 1: the CLASI of Albrecht 2005 as it is scored in this study."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

_LOCATIONS = (
    _R("CL-01", "Scalp; its scarring is scored once, below", "CLASI.clasi_area[01]"),
    _R("CL-02", "Ears", "CLASI.clasi_area[02]"),
    _R("CL-03", "Nose, with the malar area", "CLASI.clasi_area[03]"),
    _R("CL-04", "Rest of the face", "CLASI.clasi_area[04]"),
    _R("CL-05", "V-area of the neck, in front", "CLASI.clasi_area[05]"),
    _R("CL-06", "Back of the neck and shoulders", "CLASI.clasi_area[06]"),
    _R("CL-07", "Chest", "CLASI.clasi_area[07]"),
    _R("CL-08", "Abdomen", "CLASI.clasi_area[08]"),
    _R("CL-09", "Back and buttocks", "CLASI.clasi_area[09]"),
    _R("CL-10", "Arms", "CLASI.clasi_area[10]"),
    _R("CL-11", "Hands", "CLASI.clasi_area[11]"),
    _R("CL-12", "Legs", "CLASI.clasi_area[12]"),
    _R("CL-13", "Feet", "CLASI.clasi_area[13]"),
)

_ITEMS = (
    _R("CL-ERY", "Erythema 0 to 3 in each location", "CLASI.clasi_area.CLERY"),
    _R("CL-SCL", "Scale or hypertrophy 0 to 2 in each location", "CLASI.clasi_area.CLSCL"),
    _R("CL-DYS", "Dyspigmentation 0 or 1 in each location", "CLASI.clasi_area.CLDYS"),
    _R(
        "CL-SCR", "Scarring, atrophy or panniculitis 0 to 2 in twelve locations",
        "CLASI.clasi_area.CLSCR",
    ),
    _R("CL-MUC", "Lesions of mucous membranes 0 or 1", "CLASI.clasi.CLMUC"),
    _R("CL-HAIR", "Hair loss in the last 30 days 0 or 1", "CLASI.clasi.CLHAIR"),
    _R("CL-ALOP", "Alopecia without obvious scars 0 to 3", "CLASI.clasi.CLALOP"),
    _R(
        "CL-SSCR", "Scarring of the scalp by quadrants: 0, 3, 4, 5 or 6, never 1 or 2",
        "CLASI.clasi.CLSSCR", "CLSSCR.CODE",
    ),
    _R(
        "CL-DUR",
        "How long dyspigmentation usually lasts: one answer a visit, 12 months or more doubles "
        "the sum of dyspigmentation and nothing else; not needed where that sum is 0",
        "CLASI.clasi.CLDYDUR", code="core.clasi.FACTOR core.clasi.score",
    ),
    _R(
        "CL-WORST", "One score a location, for its most severely affected lesion",
        "CLASI.clasi_area", "MAP.ERYTHEMA", code="core.agreement.compare",
    ),
)  # fmt: skip

_TOTALS = (
    _R("CL-70", "Activity has a maximum of 70", derived="CLASI.CLTOTA",
       code="core.clasi.ACTIVITY_MAXIMUM core.clasi.score"),
    _R("CL-56", "Damage has a maximum of 56; the scalp cell is not scored twice",
       derived="CLASI.CLTOTD", code="core.clasi.DAMAGE_MAXIMUM core.clasi.score"),
    _R("CL-SEV", "Severity by activity: mild 0-9, moderate 10-20, severe 21-70",
       derived="CLASI.CLSEV", code="core.clasi.severity"),
    _R("CL-CHANGE",
       "Change from baseline in points and per cent; 4 points, 20 %, 50 %; undefined from 0",
       code="core.clasi.change core.clasi.Change"),
    _R("CL-GRADE2", "“Grade II erythema” is erythema of 2 or more in at least one location",
       "CLASI.clasi_area.CLERY", code="core.inclusion.erythema"),
    _R("CL-VERS", "The instrument is named, with its version, wherever it is scored",
       "CLASI.clasi.QSEVAL", code="forms.clasi.FORM"),
    _R("CL-RCLASI", "The revised CLASI (RCLASI) is not scored",
       kept_out="Another instrument with other items; its totals are not interchangeable."),
)  # fmt: skip

_DISCREPANCIES = (
    _R("CL-ORDER", "Locations in the order of the printed form", "CLASI.clasi_area"),
    _R("CL-ONCE", "Mucosa and hair once a patient, not once a location",
       "CLASI.clasi.CLMUC CLASI.clasi.CLHAIR CLASI.clasi.CLALOP"),
    _R("CL-NOMUCD", "No damage item of the mucous membranes", code="core.clasi.DAMAGE_ONCE"),
    _R("CL-NOSUM", "Activity and damage are never added; damage has no bands",
       code="core.clasi.Score forms.clasi.FORM"),
    _R("CL-BLANK", "A blank item gives no total; a blank is not 0",
       "CLASI.clasi_area CLASI.clasi", "CLERY.REQUIRED CLSSCR.REQUIRED",
       code="core.clasi.Side.total"),
)  # fmt: skip

PART = Part(
    "CLASI",
    "Clinical specification, section 1",
    (*_LOCATIONS, *_ITEMS, *_TOTALS, *_DISCREPANCIES),
)
