"""Section 6: what lenalidomide asks for."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

_PREGNANCY = (
    _R("LEN-WOCBP", "No childbearing potential: 50 years and amenorrhoea, ovarian failure, surgery "
       "or genetic; otherwise there is", "RP.rp.RPWOCBP RP.rp.RPREASND PG.pg.PGAPPL",
       "RP.POTENTIAL RP.SEX"),
    _R("LEN-CONTR", "Contraception without interruption from 4 weeks before to 4 weeks after",
       "RP.rp.RPCONTR RP.rp.RPCONST RP.rp.RPADEQ PG.pg.PGCONT",
       "RP.ADEQ PG.CONT IE.CONTRACEPTION", code="core.exclusion.CONTRACEPTION"),
    _R("LEN-TEST", "Supervised test of the day of prescription or the 3 days before it",
       "PG.pg.PGDONE PG.pg.PGDAT PG.pg.PGRES PG.pg.PGSAMP PG.pg.PGRXDAT",
       "PG.RESULT PG.WINDOW"),
    _R("LEN-SENS", "Its sensitivity is 25 mIU/mL at least", "PG.pg.PGSENS", "PG.SENS"),
    _R("LEN-4W", "A test every 4 weeks, and 4 weeks after the end", "PG.pg",
       visits="SCR D1 W4 W8 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 EOT S4W", code="study.SCHEDULE"),
    _R("LEN-7D", "Dispensed within 7 days of the prescription", "PG.pg.PGDISDAT DA.da.DADISDAT",
       "PG.DISPENSE PG.DISPENSED", code="core.across.capsules.dispensed"),
    _R("LEN-SUPPLY", "Prescribed for 4 weeks at most", "DA.da.DASTREN DA.da.DADISP",
       "DA.SUPPLY", code="core.across.capsules.supply"),
    _R("LEN-UNTESTED", "No dispensing to a woman of childbearing potential without a negative test",
       "PG.pg.PGDISDAT", "PG.UNTESTED PG.DISPENSED"),
    _R("LEN-POS", "A positive test stops the drug and asks for the pregnancy report",
       "PG.pg.PGRES PREG.preg", "PG.POSITIVE PG.REPORT EX.PREGNANT"),
    _R("LEN-LATE", "A test when menses are late; counselling at the visits", "PG.pg.PGLATE "
       "PG.pg.PGCOUNS"),
    _R("LEN-MEN", "Men: condoms, even after vasectomy", "RP.rp.RPPARTN",
       code="core.exclusion.pregnancy_prevention"),
    _R("LEN-BLOOD", "No donation of blood",
       kept_out="Said in counselling (PGCOUNS); there is nothing to judge."),
    _R("LEN-US", "The two tests of the United States label",
       kept_out="The study is Spanish: the European summary of product characteristics binds."),
)  # fmt: skip

_SAFETY = (
    _R("LEN-CBC", "Blood count weekly for 8 weeks, then monthly", "LB.lb[HGB,WBC,NEUT,LYM,PLAT]",
       "LB.DUE", visits="W1 W2 W3 W4 W5 W6 W7 W8", code="study.TESTS_DUE core.labs_due.missing"),
    _R("LEN-START", "Not started, and held, below neutrophils of 1.0; platelets below 50 asked, "
       "below 30 held", "LB.lb[NEUT,PLAT] EX.ex", "EX.NEUT EX.PLAT EX.PLAT50",
       code="core.across.dosing.counts"),
    _R("LEN-RENAL", "Doses by renal function", "",
       kept_out="The doses of the study lie below every limit of the label, and filtration below "
       "30 is an exclusion (E5)."),
    _R("LEN-VTE", "Thrombosis: risk factors, prophylaxis, signs at each visit",
       "MH.mh_asked[ATE,VTE,THROMRSK,APS] MH.su PE.pe[THROMB] CM.cm.CMCLAS AE.ae.AESI"),
    _R("LEN-NEURO", "Symptoms of neuropathy at each visit; conduction at baseline and at the end",
       "NV.nv_asked EMG.emg MH.mh_asked[NEUROP] PT.pt_asked[THALIDO]", visits="SCR EOT"),
    _R("LEN-SNAP", "Sural amplitude in µV on both sides; normal, abnormal or not relevant",
       "EMG.emg.SNAPR EMG.emg.SNAPL EMG.emg.NCSCONC"),
    _R("LEN-TSH", "TSH at baseline and every 3 months", "LB.lb[TSH]", "LB.DUE",
       visits="SCR M3 M6 M9 M12 EOT", code="study.TESTS_DUE"),
    _R("LEN-AESI", "Events of special interest, second malignancies among them",
       "AE.ae.AESI MH.mh_asked[MALIG]"),
)  # fmt: skip

_EVENTS = (
    _R("AE-VER", "The version of CTCAE is kept, 4.03 or 3.0", "AE.ae.AETOXVER"),
    _R("AE-GRADE", "Grades 1 to 5; of blood counts the boundary is the milder grade",
       "AE.ae.AETOXGR", code="forms.adverse_events.COUNTS"),
    _R("AE-SER", "Serious if and only if one of the six criteria of ICH E2A is met",
       "AE.ae.AESER AE.ae.AESDTH AE.ae.AESLIFE AE.ae.AESHOSP AE.ae.AESDISAB AE.ae.AESCONG "
       "AE.ae.AESMIE", "AE.CRITERION", code="forms.adverse_events.CRITERIA"),
    _R("AE-REL", "Relation, action taken and outcome", "AE.ae.AEREL AE.ae.AEACN AE.ae.AEOUT",
       "AE.ACTION EX.EVENT"),
    _R("AE-EXP", "Expected by the product characteristics; SUSAR in 7 or 15 days",
       "SAE.sae.SAEEXP SAE.sae.SAESUSAR", "SAE.SUSAR"),
    _R("AE-24H", "Day of awareness and day of report, 24 hours apart at most",
       "SAE.sae.SAEAWARE SAE.sae.SAEREP", "SAE.ORDER SAE.24H"),
)  # fmt: skip

PART = Part("Lenalidomide", "Clinical specification, section 6", (*_PREGNANCY, *_SAFETY, *_EVENTS))
