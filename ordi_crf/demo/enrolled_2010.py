"""The invented patients who started treatment in 2010; `subjects` says how to read the table."""

from __future__ import annotations

from ordi_crf.demo.subject import RELAPSED, Event, Reading, Remark, Report, Subject

SUBJECTS: tuple[Subject, ...] = (
    Subject(
        subjid="SYN-10",
        born="1968-10",
        day_1="2010-02-02",
        last_dose=182,
        doses="D1 5 QD START; W8 5 QOD CR; M4 5 BIW RESPONSE",
        lesions="5E 6E 5E 6E 10E 5S 4E 10E 6S A",
        course=(
            "SCR 9, D1 10, W2 2, W4 1, W8 0, M3 0, EOT 0, S2W 0, S4W 1, S8W 4, S3M 5, S6M 3, S12M 2"
        ),
        dsdna="22.0",
        comments={"S8W": RELAPSED},
    ),
    Subject(
        subjid="SYN-11",
        born="1985-12",
        race="ASIAN",
        day_1="2010-03-24",
        last_dose=140,
        doses="D1 5 QD START; W4 5 QOD CR; M3 5 BIW RESPONSE",
        lesions="3E 3E 3S 4E",
        course=(
            "SCR 4, D1 4, W2 1, W4 0, W8 0, M3 0, EOT 0, S2W 0, S4W 0, S8W 0, S3M 0, S6M 0, S12M 0"
        ),
        remarks=(
            Remark("D1", "04", 2, "Seen again under daylight: pink, not red. The score stands."),
        ),
    ),
    Subject(
        subjid="SYN-12",
        born="1970-01",
        day_1="2010-05-13",
        last_dose=147,
        doses="D1 5 QD START; W8 5 QOD CR; M4 5 BIW RESPONSE",
        lesions="9E 10E 12E 9E 10E 7E 12E 9S 5E 7E 8E 6E",
        widespread="back_upper thigh_R_front thigh_L_front =uparm_R_back =uparm_L_back back_lower",
        course=(
            "SCR 12, D1 12, W2 4, W4 1, W7 missed, W8 0, M3 0, EOT 0, S2W 0, S4W 0, S8W 1, "
            "S3M 0, S6M 0"
        ),
        events=(Event("Cystitis", 82, 90, "2", "NOT RELATED", treated="Y"),),
        readings=(Reading("M3", "UWBC", "14", "Y"),),
    ),
    Subject(
        subjid="SYN-13",
        born="1949-04",
        day_1="2010-07-05",
        last_dose=182,
        doses="D1 5 QD START; M3 5 QOD CR; M5 5 BIW RESPONSE",
        lesions="1E 1E 4E 1S A A",
        damage="K4 1D",
        lasting="GE12",
        course=(
            "SCR 6, D1 6, W2 1, W4 1, W8 1, M3 0, EOT 0, S2W 0, S4W 0, S8W 0, S3M 1 +4C, "
            "S6M 0, S12M 0 draft"
        ),
        events=(
            Event(
                "Ankle fracture", 203, 262, "3", "NOT RELATED", "NOT APPLICABLE", treated="Y",
                report=Report(
                    204, 205,
                    "Fell on the stairs at home three weeks after the last capsule. Bimalleolar "
                    "fracture of the right ankle, admitted for osteosynthesis, discharged on the "
                    "fifth day. Low molecular weight heparin for six weeks, no thrombosis. Neither "
                    "dizziness nor weakness before the fall (synthetic).",
                    "Walks without crutches since the eighth week (synthetic).",
                ),
            ),
        ),
    ),
    Subject(
        subjid="SYN-14",
        born="1974-10",
        day_1="2010-09-21",
        last_dose=None,
        doses="D1 5 QD START; W4 10 QD INSUFFICIENT",
        lesions=(
            "7E 9E 10E 5E 9E 10E 7E 9S 10S 6E 3E 5E 6E 4E 12E 9E 7S 10E 8E 5S 11E 12E M H 8E 6S"
        ),
        widespread=(
            "chest back_upper abdomen =uparm_R_back =uparm_L_back forearm_R_back forearm_L_back"
        ),
        damage="10D 7C",
        course=(
            "SCR 24, D1 26, W2 14, W4 12, W8 9, M3 8, M6 7, M9 6, M12 6, UNS@396 5 draft"
        ),
        dsdna="61.0",
        low_c4=True,
        comments={"M12": "Partial response; treatment continues (synthetic)."},
    ),
    Subject(
        subjid="SYN-15",
        born="1961-05",
        day_1="2010-12-01",
        last_dose=364,
        doses="D1 5 QD START; W4 10 QD INSUFFICIENT",
        lesions="9E 10E 5E 9E 10E 6E 7E 9S 5E 10S 12E 7E 6E 4E 9E 8E 13E H 5S",
        widespread="back_upper =chest uparm_R_back uparm_L_back forearm_R_back back_lower",
        course=(
            "SCR 16, D1 19, W2 9, W4 8, W8 6, M3 5, M6 5, M9 4, EOT 6, S2W 8, S4W 9, S8W 7, "
            "S3M 6, S6M 6 draft"
        ),
        events=(Event("Headache", 200, 203, "1", "NOT RELATED"),),
        remarks=(
            Remark("D1", "13", 0, "The lesions are on the soles and cannot be drawn.", "Soles"),
        ),
        comments={"EOT": "Stopped for insufficient response (synthetic)."},
    ),
)  # fmt: skip
