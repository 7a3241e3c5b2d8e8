"""The invented patients who started treatment in 2009; `subjects` says how to read the table."""

from __future__ import annotations

from ordi_crf.demo.subject import RELAPSED, Event, Reading, Remark, Subject

SUBJECTS: tuple[Subject, ...] = (
    Subject(
        subjid="SYN-01",
        born="1964-05",
        day_1="2009-01-26",
        last_dose=13,
        doses="D1 5 QD START",
        lesions="3E 3E 3S 1E 2E 1S 1E",
        damage="3D 1D 2C K3",
        lasting="GE12",
        course="SCR 7, D1 7, W2 7, EOT@18 6, S4W 5, S3M 4, S6M 5, S12M 4",
        events=(
            Event("Insomnia", 3, 20, "2", "RELATED", "DRUG WITHDRAWN", treated="Y"),
            Event("Nausea", 4, 16, "1", "PROBABLY RELATED", "DRUG WITHDRAWN"),
        ),
        comments={"W2": "Sleeps three hours a night; stopped by the investigator (synthetic)."},
    ),
    Subject(
        subjid="SYN-02",
        born="1970-07",
        day_1="2009-02-24",
        last_dose=182,
        doses="D1 5 QD START; W8 5 QOD CR; M3 2.5 QOD AE",
        lesions="5E 10E 5E 10E 6E 10S 6E 5S 7E",
        course="SCR 9, D1 9, W2 2, W4 1, W8 0, M3 0, EOT 0, S2W 3, S4W 5, S8W 3, S3M 2, S6M 1",
        events=(
            Event("Neutropenia", 83, 114, "2", "RELATED", "DOSE REDUCED", special="CYTOPENIA"),
        ),
        readings=(Reading("M3", "NEUT", "1.2", "Y"), Reading("M3", "WBC", "2.6", "Y")),
        comments={"S2W": RELAPSED},
    ),
    Subject(
        subjid="SYN-03",
        born="1979-11",
        ethnic="HISPANIC OR LATINO",
        day_1="2009-03-18",
        last_dose=147,
        doses="D1 5 QD START; W4 5 QOD CR; M3 5 BIW RESPONSE",
        lesions="9E 10E 7E 9E 10E 5E 7E 9S 6E 10S 5E 6E",
        widespread="back_upper chest uparm_R_back uparm_L_back back_lower",
        course=(
            "SCR 12, D1 12, W2 4, W4 0, W8 0, M3 0, EOT 0, S2W 4, S4W 6, S8W 4, S3M 3, S6M 2, "
            "S12M 1, UNS@731 2, UNS@913 1"
        ),
        dsdna="34.0",
        comments={"S2W": RELAPSED, "UNS": "Extended follow-up (synthetic)."},
    ),
    Subject(
        subjid="SYN-04",
        born="1957-02",
        day_1="2009-05-06",
        last_dose=119,
        doses="D1 5 QD START; W8 5 QOD CR",
        lesions="4E 4E 3E 4S 3E",
        damage="4D 4C",
        lasting="GE12",
        course=(
            "SCR 5, D1 5, W2 1, W4 1, W8 0, M3 0, EOT 0, S2W 0, UNS@140 2, S4W 3, "
            "S8W 2 +3D, S3M 1, S6M 0"
        ),
        comments={"UNS": RELAPSED},
    ),
    Subject(
        subjid="SYN-05",
        born="1969-03",
        day_1="2009-06-09",
        last_dose=210,
        doses="D1 5 QD START; W4 10 QD INSUFFICIENT; M3 5 QD CR; M5 5 QOD RESPONSE",
        lesions="7E 9E 10E 7E 9E 10E 5E 9S 6E 5E 10S 7S 4E 8E 6E 10E",
        widespread="=back_upper =chest uparm_R_front uparm_L_front forearm_R_front forearm_L_front",
        damage="10D",
        course=(
            "SCR 16, D1 16, W2 6, W4 4, W8 2, M3 0, M6 0, EOT 0, S2W 0, S4W 5, S8W 6, S3M 4, "
            "S6M 3, S12M 2 draft"
        ),
        dsdna="12.0",
        comments={"S4W": RELAPSED},
    ),
    Subject(
        subjid="SYN-06",
        born="1975-09",
        day_1="2009-07-06",
        last_dose=122,
        doses="D1 5 QD START; W8 5 QOD CR",
        lesions="3E 3E 4E 3S 4E 11E 3E H",
        course="SCR 7, D1 8, W2 2, W4 1, W6 missed, W8 0, M3 0, EOT 0, S2W 0, S4W 3, S8W 4, S3M 2",
        events=(Event("Nasopharyngitis", 70, 76, "1", "NOT RELATED"),),
        comments={"S4W": RELAPSED},
    ),
    Subject(
        subjid="SYN-07",
        born="1962-06",
        day_1="2009-09-29",
        last_dose=168,
        doses="D1 5 QD START; W8 5 QOD CR; M4 5 BIW RESPONSE",
        lesions="10E 9E 5E 10E 9E 6E 7E 5E 9S 10S 6E 8E 12E M",
        widespread="back_upper =uparm_R_back =uparm_L_back chest back_lower",
        course=(
            "SCR 14, D1 14, W2 5, W4 2, W8 0, M3 0, EOT 0, S2W 0, S4W 1, UNS@203 4, S8W 6, "
            "S3M 4, S6M 2, S12M 1"
        ),
        dsdna="48.0",
        remarks=(
            Remark("W4", "07", 1, "Flushing after sun exposure; not lupus in the assessor's view."),
        ),
        comments={"UNS": RELAPSED},
    ),
    Subject(
        subjid="SYN-08",
        born="1972-12",
        race="OTHER",
        ethnic="HISPANIC OR LATINO",
        day_1="2009-11-04",
        last_dose=196,
        doses="D1 5 QD START; W4 10 QD INSUFFICIENT; M3 5 QD CR; M5 5 QOD RESPONSE",
        lesions="9E 7E 9E 10E 8E 9S 7E 10E 5E 12E H",
        widespread="=back_upper =abdomen back_lower",
        course=(
            "SCR 11, D1 11, W2 3, W4 3, W8 1, M3 0, M6 0, EOT 0, S2W 0, S4W 0, UNS@238 3, "
            "S8W@259 4, S3M 3, S6M 2"
        ),
        readings=(Reading("M6", "LYM", "0.4", "N"),),
        comments={"UNS": RELAPSED},
    ),
    Subject(
        subjid="SYN-09",
        born="1952-08",
        day_1="2009-12-14",
        last_dose=154,
        doses="D1 5 QD START; W4 5 QOD CR; M3 5 BIW RESPONSE",
        lesions="2E 3E 3E 2E 3S 2S",
        damage="2C 2D",
        lasting="GE12",
        course=(
            "SCR 6, D1 6, W2 1, W4 0, W8 0, M3 0, M5 missed, EOT 0, S2W 0, S4W 0, UNS@203 2, "
            "S8W 3, S3M 2, S6M 1"
        ),
        events=(Event("Ankle sprain", 120, 141, "1", "NOT RELATED"),),
        comments={"UNS": RELAPSED},
    ),
)  # fmt: skip
