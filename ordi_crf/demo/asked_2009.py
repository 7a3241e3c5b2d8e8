"""What the monitor asked up to March 2010; `question` says how to read it."""

from __future__ import annotations

from ordi_crf.demo.question import WHOLE, Question, again, answered, closed
from ordi_crf.demo.site import COORDINATOR, INVESTIGATOR, NURSE

QUESTIONS: tuple[Question, ...] = (
    Question(
        "SYN-01", "SCR", "IC", ("ic", "", "ICVERS"), 0,
        "The sheet in the patient's file is version 2.1. Which version did she sign?",
        (
            answered(2, INVESTIGATOR, "Version 2.1; corrected (synthetic)."),
            closed(14, "Seen in the file. Thank you."),
        ),
        "2.0, 3 November 2008 (synthetic)", "Version as on the signed sheet (synthetic).",
    ),
    Question(
        "SYN-01", "W2", "SV", ("sv", "", "SVCOM"), 0,
        "Please read the comment again: “nigth”, and who stopped treatment?",
        (
            answered(2, NURSE, "Completed: stopped by the investigator (synthetic)."),
            closed(14),
        ),
        "Sleeps three hours a nigth (synthetic).", "Comment completed and spelt (synthetic).",
    ),
    Question(
        "SYN-01", "LOG", "AE", ("ae", "1", "AEENDAT"), 0,
        "Is 15 February the last bad night, or the day of the telephone call?",
        (
            answered(6, COORDINATOR, "The last bad night, as in her diary (synthetic)."),
            closed(14),
        ),
    ),
    Question(
        "SYN-02", "D1", "VS", ("vs", "", "SYSBP"), 0,
        "The chart says 120 mmHg.",
        (
            answered(1, NURSE, "Two readings were taken; the second one counts (synthetic)."),
            closed(14),
        ),
        "102", "Second reading, as in the chart (synthetic).",
    ),
    Question(
        "SYN-02", "W8", "LB", ("lb", "UPCR", "LBORRESU"), 1,
        "The report gives the ratio in g/g.",
        (
            answered(3, COORDINATOR, "Right; chosen from the wrong line (synthetic)."),
            closed(21),
        ),
        "mg/mmol", "Unit as on the report (synthetic).",
    ),
    Question(
        "SYN-02", "LOG", "AE", ("ae", "1", "AEENDAT"), 1,
        "Which count shows that neutropenia was over on 18 June?",
        (
            answered(4, COORDINATOR, "The count of month 4 (synthetic)."),
            again(9, "Please name the result, so that the event can be compared with it."),
            answered(13, INVESTIGATOR, "3.8 × 10⁹/L on 18 June 2009 (synthetic)."),
            closed(20, "Agrees with the laboratory report."),
        ),
    ),
    Question(
        "SYN-03", "SCR", "LH", ("lh", "", "CLEDXDAT"), 1,
        "Diagnosis is given as a month. Is the day known?",
        (
            answered(5, INVESTIGATOR, "Not in the referral letter (synthetic)."),
            closed(21),
        ),
    ),
    Question(
        "SYN-03", "W4", "SV", ("sv", "", "VISDAT"), 1,
        "The appointment book and the laboratory say 15 April.",
        (
            answered(2, NURSE, "15 April is right (synthetic)."),
            closed(21),
        ),
        "2009-04-14", "Day as in the appointment book (synthetic).",
    ),
    Question(
        "SYN-05", "SCR", "EMG", ("emg", "", "NCSDAT"), 2,
        "The report is dated 26 May.",
        (
            answered(3, COORDINATOR, "Corrected; 25 May is the day of the request (synthetic)."),
            closed(17),
        ),
        "2009-05-25", "Date of the study, not of its request (synthetic).",
    ),
    Question(
        "SYN-05", "LOG", "CM", ("cm", "1", "CMDOSFRQ"), 2,
        "400 mg a day: was the dose adjusted to the weight at screening?",
        (
            answered(6, INVESTIGATOR, "Unchanged since 1999; 60 kg allow 390 mg (synthetic)."),
            again(17, "Was the eye examination of this year normal?"),
            answered(25, INVESTIGATOR, "Normal in March 2009; report in the file (synthetic)."),
            closed(40),
        ),
    ),
    Question(
        "SYN-06", "W8", "PGA", ("pga", "", "PTVAS"), 2,
        "The patient's line measures 9 mm on the sheet.",
        (
            answered(3, INVESTIGATOR, "Measured again: 9 mm (synthetic)."),
            closed(17),
        ),
        "19", "Line measured again on the sheet (synthetic).",
    ),
    Question(
        "SYN-07", "W4", "CLASI", WHOLE, 3,
        "Chest: who saw the patient first, the nurse who painted or the assessor?",
        (
            answered(3, INVESTIGATOR, "The nurse; the flush was gone when I scored (synthetic)."),
            closed(10),
        ),
    ),
    Question(
        "SYN-07", "SCR", "RP", ("rp", "", "RPCONST"), 3,
        "The letter of the gynaecologist says 1999.",
        (
            answered(2, NURSE, "1999 is right (synthetic)."),
            closed(10),
        ),
        "1989", "Year as in the letter (synthetic).",
    ),
    Question(
        "SYN-09", "SCR", "MH", ("mh", "1", "MHTERM"), 3,
        "Hypothyroidism since 1998: levothyroxine is not among the medication.",
        (
            answered(4, COORDINATOR, "Compensated, never treated (synthetic)."),
            closed(10),
        ),
    ),
)  # fmt: skip
