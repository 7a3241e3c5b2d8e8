"""The fifteen invented patients of the demonstration study, as a table.

None of them exists. Together they give what was published of the trial, to the printed digits
(Cortés-Hernández et al., Arthritis Res Ther 2012;14:R265): 15 women, median age 40; CLASI activity
11.0 (SD 5.9) at baseline and 4.13 (SD 3.66) at week 2; one stopped for side effects, the other 14
improved at week 2 and 12 of them cleared; 9 of the 12 relapsed 2 to 8 weeks after withdrawal; side
effects in 2; follow-up 15 months on average, 7 to 30. Which patient did what is invented.

`lesions` lists points of CLASI activity in the order in which they come: an activity of 4 is its
first four words. A word is a location and a column: `3E` one grade of erythema at nose and malar
area, `3S` of scale, `3D` dyspigmentation, `3C` scarring; `M` mucosa, `H` hair loss, `A` alopecia,
`K3` scarring of the scalp. `course` gives the activity found at each visit; `@` a day after Day 1,
`+` new damage, `draft` a visit whose forms are not complete.
"""

from __future__ import annotations

from ordi_crf.demo.subject import Event, Reading, Remark, Subject

RELAPSED = "Relapse; topical steroid started (synthetic)."

SUBJECTS: tuple[Subject, ...] = (
    Subject(
        subjid="SYN-01",
        born="1964-05",
        day_1="2009-01-26",
        last_dose=13,
        doses="0 5 QD START",
        lesions="3E 3E 3S 1E 2E 1S 1E",
        damage="3D 1D 2C K3",
        lasting="GE12",
        course="SCR 7, D1 7, W2 7, EOT@18 6, S4W 5, S3M 4, S6M 5, S12M 4",
        events=(
            Event("Insomnia", 3, 20, "2", "RELATED", "DRUG WITHDRAWN"),
            Event("Nausea", 4, 16, "1", "PROBABLY RELATED", "DRUG WITHDRAWN"),
        ),
        comments={"W2": "Sleeps three hours a night; stopped by the investigator (synthetic)."},
    ),
    Subject(
        subjid="SYN-02",
        born="1970-07",
        day_1="2009-02-24",
        last_dose=182,
        doses="0 5 QD START; 57 5 QOD CR; 94 2.5 QOD AE",
        lesions="5E 10E 5E 10E 6E 10S 6E 5S 7E",
        course="SCR 9, D1 9, W2 2, W4 1, W8 0, M3 0, EOT 0, S2W 3, S4W 5, S8W 3, S3M 2, S6M 1",
        events=(Event("Neutropenia", 91, 119, "2", "RELATED", "DOSE REDUCED"),),
        readings=(Reading("M3", "NEUT", "1.2", "Y"), Reading("M3", "WBC", "2.6", "Y")),
        comments={"S2W": RELAPSED},
    ),
    Subject(
        subjid="SYN-03",
        born="1979-11",
        ethnic="HISPANIC OR LATINO",
        day_1="2009-03-18",
        last_dose=147,
        doses="0 5 QD START; 29 5 QOD CR; 92 5 BIW RESPONSE",
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
        doses="0 5 QD START; 57 5 QOD CR",
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
        doses="0 5 QD START; 28 10 QD INSUFFICIENT; 92 5 QD CR; 148 5 QOD RESPONSE",
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
        doses="0 5 QD START; 57 5 QOD CR",
        lesions="3E 3E 4E 3S 4E 11E 3E H",
        course="SCR 7, D1 8, W2 2, W4 1, W8 0, M3 0, EOT 0, S2W 0, S4W 3, S8W 4, S3M 2",
        events=(Event("Nasopharyngitis", 70, 76, "1", "NOT RELATED"),),
        comments={"S4W": RELAPSED},
    ),
    Subject(
        subjid="SYN-07",
        born="1962-06",
        day_1="2009-09-29",
        last_dose=168,
        doses="0 5 QD START; 57 5 QOD CR; 113 5 BIW RESPONSE",
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
        doses="0 5 QD START; 28 10 QD INSUFFICIENT; 92 5 QD CR; 141 5 QOD RESPONSE",
        lesions="9E 7E 9E 10E 8E 9S 7E 10E 5E 12E H",
        widespread="=back_upper =abdomen back_lower",
        course=(
            "SCR 11, D1 11, W2 3, W4 3, W8 1, M3 0, M6 0, EOT 0, S2W 0, S4W 0, UNS@238 3, S8W 4, "
            "S3M 3, S6M 2"
        ),
        readings=(
            Reading(
                "M6", "LYM", "0.4", "N", "Confirmed by the laboratory on a second tube (synthetic)."
            ),
        ),
        comments={"UNS": RELAPSED},
    ),
    Subject(
        subjid="SYN-09",
        born="1952-08",
        day_1="2009-12-14",
        last_dose=154,
        doses="0 5 QD START; 29 5 QOD CR; 92 5 BIW RESPONSE",
        lesions="2E 3E 3E 2E 3S 2S",
        damage="2C 2D",
        lasting="GE12",
        course=(
            "SCR 6, D1 6, W2 1, W4 0, W8 0, M3 0, EOT 0, S2W 0, S4W 0, UNS@203 2, S8W 3, S3M 2, "
            "S6M 1"
        ),
        events=(Event("Ankle sprain", 120, 141, "1", "NOT RELATED"),),
        comments={"UNS": RELAPSED},
    ),
    Subject(
        subjid="SYN-10",
        born="1968-10",
        day_1="2010-02-02",
        last_dose=182,
        doses="0 5 QD START; 57 5 QOD CR; 120 5 BIW RESPONSE",
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
        doses="0 5 QD START; 29 5 QOD CR; 92 5 BIW RESPONSE",
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
        doses="0 5 QD START; 57 5 QOD CR; 106 5 BIW RESPONSE",
        lesions="9E 10E 12E 9E 10E 7E 12E 9S 5E 7E 8E 6E",
        widespread="back_upper thigh_R_front thigh_L_front =uparm_R_back =uparm_L_back back_lower",
        course=(
            "SCR 12, D1 12, W2 4, W4 1, W8 0, M3 0, EOT 0, S2W 0, S4W 0, S8W 1, S3M 0, S6M 0"
        ),
    ),
    Subject(
        subjid="SYN-13",
        born="1949-04",
        day_1="2010-07-05",
        last_dose=182,
        doses="0 5 QD START; 92 5 QOD CR; 134 5 BIW RESPONSE",
        lesions="1E 1E 4E 1S A A",
        damage="K4 1D",
        lasting="GE12",
        course=(
            "SCR 6, D1 6, W2 1, W4 1, W8 1, M3 0, EOT 0, S2W 0, S4W 0, S8W 0, S3M 1 +4C, "
            "S6M 0, S12M 0 draft"
        ),
    ),
    Subject(
        subjid="SYN-14",
        born="1974-10",
        day_1="2010-09-21",
        last_dose=None,
        doses="0 5 QD START; 28 10 QD INSUFFICIENT",
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
        comments={"M12": "Partial response; treatment continues (synthetic)."},
    ),
    Subject(
        subjid="SYN-15",
        born="1961-05",
        day_1="2010-12-01",
        last_dose=364,
        doses="0 5 QD START; 28 10 QD INSUFFICIENT",
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
