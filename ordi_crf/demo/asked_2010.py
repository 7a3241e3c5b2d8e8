"""What was asked from July 2010 to the end; `question` says how to read it."""

from __future__ import annotations

from ordi_crf.demo.question import WHOLE, Question, again, answered, closed
from ordi_crf.demo.site import COORDINATOR, DATA_MANAGER, INVESTIGATOR, NURSE

QUESTIONS: tuple[Question, ...] = (
    Question(
        "SYN-09", "EOT", "EMG", WHOLE, 4,
        "Can the nerve conduction study still be done?",
        (
            answered(3, COORDINATOR, "No appointment before autumn; reported as a deviation "
                     "(synthetic)."),
            closed(20),
        ),
    ),
    Question(
        "SYN-11", "SCR", "LH", ("lh", "", "BIODAT"), 4,
        "Could the hospital abroad be asked for the date of the biopsy?",
        (
            answered(7, COORDINATOR, "Asked by letter on 12 July (synthetic)."),
            closed(20, "Left open at the hospital's side."),
            again(180, "Has the hospital answered?"),
            answered(190, COORDINATOR, "No answer in half a year; it stays unknown (synthetic)."),
            closed(245, "Accepted as asked and unknown."),
        ),
    ),
    Question(
        "SYN-08", "SCR", "PT", ("pt", "2", "PTRESP"), 5,
        "No response at all to clobetasol in six years, and it goes on?",
        (
            answered(3, INVESTIGATOR, "Used on the scalp only, of her own accord (synthetic)."),
            closed(6),
        ),
    ),
    Question(
        "SYN-10", "D1", "PG", ("pg", "", "PGDAT"), 5,
        "The strip in the file is of 2 February.",
        (
            answered(2, NURSE, "2 February, before the first capsule (synthetic)."),
            closed(16),
        ),
        "2010-02-01", "Date as on the strip (synthetic).",
    ),
    Question(
        "SYN-13", "M3", "PGA", ("pga", "", "PTVAS"), 6,
        "Could the line be drawn at the next visit, for that visit?",
        (
            answered(5, INVESTIGATOR, "Drawn at every visit since (synthetic)."),
            closed(12, "Nothing can be made up for. Accepted.", DATA_MANAGER),
        ),
        by=DATA_MANAGER,
    ),
    Question(
        "SYN-12", "S4W", "VS", ("vs", "", "DIABP"), 6,
        "The chart says 67 mmHg.",
        (
            answered(2, NURSE, "Digits exchanged; 67 is right (synthetic)."),
            closed(14),
        ),
        "76", "Digits exchanged on entry (synthetic).",
    ),
    Question(
        "SYN-05", "S12M", "VS", ("vs", "", "DIABP"), 6,
        "The form is a draft since January. Which of the two pressures is which?",
        (
            answered(8, NURSE, "The chart is at the archive; asked for (synthetic)."),
            again(120, "Has the chart come back? The subject cannot be closed before."),
        ),
    ),
    Question(
        "SYN-13", "S3M", "PE", ("pe", "MSK", "PEDESC"), 7,
        "The serious event tells of the right ankle.",
        (
            answered(3, INVESTIGATOR, "The right one; corrected (synthetic)."),
            closed(14),
        ),
        "Swelling of the left ankle after fracture", "Side as in the radiograph (synthetic).",
    ),
    Question(
        "SYN-13", "LOG", "SAE", ("sae", "1", "SAENARR"), 7,
        "Which heparin and which dose? It is not among the medication.",
        (
            answered(9, INVESTIGATOR, "Of the hospital's ward; the discharge letter does not name "
                     "it, the ward is asked (synthetic)."),
        ),
    ),
    Question(
        "SYN-14", "W4", "VS", ("vs", "", "WEIGHT"), 8,
        "The chart says 61.6 kg at week 8; at week 4 it cannot be read. Was it weighed?",
        (
            answered(4, NURSE, "Weighed; the first digit was written over (synthetic)."),
            closed(14),
        ),
    ),
    Question(
        "SYN-15", "S3M", "VS", ("vs", "", "SYSBP"), 10,
        "The chart says 165 mmHg.",
        (
            answered(2, NURSE, "165 is right: after running for the bus (synthetic)."),
            closed(14),
        ),
        "156", "Digits exchanged on entry (synthetic).",
    ),
    Question(
        "SYN-14", "W8", "VS", ("vs", "", "PULSE"), 10,
        "The chart says 71.",
        (
            answered(13, NURSE, "71 is right (synthetic)."),
        ),
        "77", "As in the chart (synthetic).",
    ),
    Question(
        "SYN-14", "M12", "SV", ("sv", "", "SVCOM"), 10,
        "“Partial response”: by the investigator's judgement, or by half of the CLASI?",
    ),
    Question(
        "SYN-15", "S6M", "NV", ("nv_asked", "PARESTH", "NVGRADE"), 10,
        "Paraesthesia is present. Which grade, and since when?",
        by=DATA_MANAGER,
    ),
    Question(
        "SYN-15", "LOG", "AE", ("ae", "1", "AECONTRT"), 10,
        "A headache of four days without any treatment?",
        (
            answered(5, COORDINATOR, "She took nothing, as she says (synthetic)."),
        ),
    ),
)  # fmt: skip
