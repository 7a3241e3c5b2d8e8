CREATE TABLE study (
  key TEXT PRIMARY KEY,
  value TEXT
) STRICT;

CREATE TABLE subject (
  id INTEGER PRIMARY KEY,
  siteid TEXT NOT NULL,
  subjid TEXT NOT NULL,
  UNIQUE (siteid, subjid)
) STRICT;

CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  visit TEXT NOT NULL,
  visit_repeat INTEGER NOT NULL DEFAULT 1,
  form TEXT NOT NULL,
  form_repeat INTEGER NOT NULL DEFAULT 1,
  form_version TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'COMPLETE', 'VERIFIED', 'SIGNED', 'LOCKED')),
  UNIQUE (subject_id, visit, visit_repeat, form, form_repeat)
) STRICT;

CREATE TABLE explanation (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  section TEXT NOT NULL,
  row TEXT NOT NULL,
  finding TEXT NOT NULL,
  reason TEXT,
  UNIQUE (record_id, section, row, finding)
) STRICT;

CREATE TABLE missing (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  section TEXT NOT NULL,
  row TEXT NOT NULL,
  item TEXT NOT NULL,
  flavour TEXT CHECK (flavour IN ('ND', 'NA', 'ASKU', 'NASK', 'UNK', 'NAV')),
  comment TEXT,
  UNIQUE (record_id, section, row, item)
) STRICT;

CREATE TABLE attachment (
  digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
  content BLOB NOT NULL
) STRICT;

CREATE TABLE unaccepted (
  record_id INTEGER NOT NULL REFERENCES record (id),
  section TEXT NOT NULL,
  row TEXT NOT NULL,
  item TEXT NOT NULL,
  typed TEXT NOT NULL,
  PRIMARY KEY (record_id, section, row, item)
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT
) STRICT;

CREATE TABLE drawing (
  digest TEXT PRIMARY KEY,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  machine TEXT NOT NULL,
  version TEXT NOT NULL,
  action TEXT NOT NULL,
  siteid TEXT NOT NULL,
  subjid TEXT NOT NULL,
  visit TEXT NOT NULL,
  visit_repeat INTEGER NOT NULL,
  form TEXT NOT NULL,
  form_repeat INTEGER NOT NULL,
  section TEXT NOT NULL,
  row TEXT NOT NULL,
  item TEXT NOT NULL,
  old TEXT,
  new TEXT,
  reason TEXT,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE "sv" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "SVOCCUR" TEXT CHECK ("SVOCCUR" IN ('Y', 'N')),
  "VISDAT" TEXT,
  "SVREASND" TEXT,
  "SVCOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "ic" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "ICYN" TEXT CHECK ("ICYN" IN ('Y', 'N')),
  "RFICDAT" TEXT,
  "ICVERS" TEXT,
  "ICBY" TEXT,
  "PPPDAT" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "dm" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "BRTHDAT" TEXT,
  "SEX" TEXT CHECK ("SEX" IN ('F', 'M')),
  "RACE" TEXT CHECK ("RACE" IN ('WHITE', 'BLACK OR AFRICAN AMERICAN', 'ASIAN', 'AMERICAN INDIAN OR ALASKA NATIVE', 'OTHER', 'NOT REPORTED')),
  "ETHNIC" TEXT CHECK ("ETHNIC" IN ('HISPANIC OR LATINO', 'NOT HISPANIC OR LATINO', 'NOT REPORTED')),
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "mh_asked" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '' CHECK ("row" IN ('ATE', 'VTE', 'THROMRSK', 'APS', 'RENALPRG', 'SYSFLARE', 'CYTOPEN', 'PSYCH', 'SOCIAL', 'HIV', 'HBV', 'HCV', 'NEUROP', 'MALIG')),
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "MHOCCUR" TEXT CHECK ("MHOCCUR" IN ('Y', 'N')),
  "MHSTDAT" TEXT,
  "MHDESC" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "mh" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "MHTERM" TEXT,
  "MHSTDAT" TEXT,
  "MHENDAT" TEXT,
  "MHONGO" TEXT CHECK ("MHONGO" IN ('Y', 'N')),
  "MHCOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "su" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "SUNCF" TEXT CHECK ("SUNCF" IN ('NEVER', 'CURRENT', 'FORMER')),
  "SUPY" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "lh" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "LHSUBTYP" TEXT CHECK ("LHSUBTYP" IN ('ACLE', 'SCLE', 'DLE-LOC', 'DLE-GEN', 'LEP', 'LET', 'OTHER')),
  "LHSUBOTH" TEXT,
  "CLEDXDAT" TEXT,
  "BIOPSY" TEXT CHECK ("BIOPSY" IN ('Y', 'N')),
  "BIODAT" TEXT,
  "BIORES" TEXT CHECK ("BIORES" IN ('CONSISTENT', 'NOT CONSISTENT', 'INDETERMINATE')),
  "BIODIF" TEXT CHECK ("BIODIF" IN ('POSITIVE', 'NEGATIVE', 'NOT DONE')),
  "SLE" TEXT CHECK ("SLE" IN ('Y', 'N')),
  "SLEDXDAT" TEXT,
  "ACRCRIT" TEXT,
  "PHOTOSEN" TEXT CHECK ("PHOTOSEN" IN ('Y', 'N')),
  "LHCOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "pt_asked" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '' CHECK ("row" IN ('ANTIMAL', 'TOPSTER', 'THALIDO')),
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "PTOCCUR" TEXT CHECK ("PTOCCUR" IN ('Y', 'N')),
  "PTREFR" TEXT CHECK ("PTREFR" IN ('Y', 'N')),
  "PTSEVAE" TEXT CHECK ("PTSEVAE" IN ('Y', 'N')),
  "PTDESC" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "pt" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "PTCLAS" TEXT CHECK ("PTCLAS" IN ('ANTIMALARIAL', 'TOPICAL STEROID', 'THALIDOMIDE', 'SYSTEMIC STEROID', 'IMMUNOSUPPRESSANT', 'RETINOID', 'DAPSONE', 'OTHER')),
  "CMTRT" TEXT,
  "CMDOSE" TEXT,
  "CMDOSU" TEXT,
  "CMSTDAT" TEXT,
  "CMENDAT" TEXT,
  "CMONGO" TEXT CHECK ("CMONGO" IN ('Y', 'N')),
  "PTRESP" TEXT CHECK ("PTRESP" IN ('NONE', 'PARTIAL', 'COMPLETE', 'NOT EVALUABLE')),
  "PTREASND" TEXT CHECK ("PTREASND" IN ('LACK OF EFFICACY', 'SEVERE ADVERSE EVENT', 'ADVERSE EVENT', 'REMISSION', 'OTHER')),
  "PTCOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "rp" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "RPPREG" TEXT CHECK ("RPPREG" IN ('Y', 'N')),
  "RPBF" TEXT CHECK ("RPBF" IN ('Y', 'N')),
  "RPWISH" TEXT CHECK ("RPWISH" IN ('Y', 'N')),
  "RPWOCBP" TEXT CHECK ("RPWOCBP" IN ('Y', 'N')),
  "RPREASND" TEXT CHECK ("RPREASND" IN ('AGE50-AMENORRHOEA', 'OVARIAN FAILURE', 'SURGERY', 'GENETIC', 'MALE')),
  "RPCONTR" TEXT CHECK ("RPCONTR" IN ('IMPLANT', 'LNG-IUS', 'DEPOT MPA', 'STERILISATION', 'VASECTOMISED PARTNER', 'DESOGESTREL', 'ABSTINENCE', 'OTHER')),
  "RPCONST" TEXT,
  "RPADEQ" TEXT CHECK ("RPADEQ" IN ('Y', 'N')),
  "RPPARTN" TEXT CHECK ("RPPARTN" IN ('Y', 'N')),
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "vs" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "VSDAT" TEXT,
  "HEIGHT" TEXT,
  "WEIGHT" TEXT,
  "SYSBP" TEXT,
  "DIABP" TEXT,
  "PULSE" TEXT,
  "TEMP" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "pe" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '' CHECK ("row" IN ('GENERAL', 'HEENT', 'LYMPH', 'CARDIO', 'RESP', 'ABDOMEN', 'MSK', 'NEURO', 'THROMB')),
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "PERES" TEXT CHECK ("PERES" IN ('NORMAL', 'ABNORMAL')),
  "PEDESC" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "nv_asked" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '' CHECK ("row" IN ('PARESTH', 'PAIN', 'WEAK', 'BALANCE')),
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "NVPRES" TEXT CHECK ("NVPRES" IN ('Y', 'N')),
  "NVGRADE" INTEGER CHECK ("NVGRADE" IN (1, 2, 3, 4)),
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "nv" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "NVREFL" TEXT CHECK ("NVREFL" IN ('NORMAL', 'REDUCED', 'ABSENT')),
  "NVCOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "emg" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "NCSPERF" TEXT CHECK ("NCSPERF" IN ('Y', 'N')),
  "NCSDAT" TEXT,
  "SNAPR" TEXT,
  "SNAPL" TEXT,
  "NCSCONC" TEXT CHECK ("NCSCONC" IN ('NORMAL', 'ABNORMAL-NCS', 'ABNORMAL-CS')),
  "NCSCOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "clasi_area" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '' CHECK ("row" IN ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13')),
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "CLERY" INTEGER CHECK ("CLERY" IN (0, 1, 2, 3)),
  "CLSCL" INTEGER CHECK ("CLSCL" IN (0, 1, 2)),
  "CLDYS" INTEGER CHECK ("CLDYS" IN (0, 1)),
  "CLSCR" INTEGER CHECK ("CLSCR" IN (0, 1, 2)),
  UNIQUE (record_id, row),
  CHECK (row NOT IN ('01') OR "CLSCR" IS NULL)
) STRICT;

CREATE TABLE "clasi" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "CLMUC" INTEGER CHECK ("CLMUC" IN (0, 1)),
  "CLHAIR" INTEGER CHECK ("CLHAIR" IN (0, 1)),
  "CLALOP" INTEGER CHECK ("CLALOP" IN (0, 1, 2, 3)),
  "CLSSCR" INTEGER CHECK ("CLSSCR" IN (0, 3, 4, 5, 6)),
  "CLDYDUR" TEXT CHECK ("CLDYDUR" IN ('LT12', 'GE12')),
  "QSEVAL" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "bm" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "BMPERF" TEXT CHECK ("BMPERF" IN ('Y', 'N')),
  "BMOTHER" TEXT,
  "BMMAP" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "bm_stroke" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "BMLAYER" TEXT CHECK ("BMLAYER" IN ('ACTIVE', 'DAMAGE')),
  "BMOP" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "sledai_descriptor" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '' CHECK ("row" IN ('SEIZ', 'PSYC', 'OBS', 'VISU', 'CRAN', 'HEAD', 'CVA', 'VASC', 'ARTH', 'MYOS', 'CAST', 'HEMA', 'PROT', 'PYUR', 'RASH', 'ALOP', 'MUCO', 'PLEU', 'PERI', 'COMP', 'DNA', 'FEVR', 'THRO', 'LEUK')),
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "SLPRES" INTEGER CHECK ("SLPRES" IN (0, 1)),
  "SLATTR" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "sledai" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "SLJOINT" TEXT,
  "SLEVAL" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "pga" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "PGASCORE" TEXT,
  "PTVAS" TEXT,
  "PGAEVAL" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "lb_sample" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "LBDAT" TEXT,
  "LBNAM" TEXT,
  "LBKIT" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "lb" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '' CHECK ("row" IN ('HGB', 'WBC', 'NEUT', 'LYM', 'PLAT', 'CREAT', 'ALT', 'AST', 'CPK', 'TSH', 'C3', 'C4', 'DSDNA', 'URBC', 'UWBC', 'PROT24', 'UPCR')),
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "LBORRES" TEXT,
  "LBORRESU" TEXT CHECK ("LBORRESU" IN ('g/L', 'g/dL', '10⁹/L', '10³/µL', '/µL', 'µmol/L', 'mg/dL', 'IU/mL', 'U/mL', 'g/24 h', 'mg/24 h', 'g/g', 'mg/g', 'mg/mmol')),
  "LBORNRLO" TEXT,
  "LBORNRHI" TEXT,
  "LBCLSIG" TEXT CHECK ("LBCLSIG" IN ('Y', 'N')),
  UNIQUE (record_id, row),
  CHECK (row NOT IN ('ALT', 'AST', 'CPK', 'TSH', 'URBC', 'UWBC') OR "LBORRESU" IS NULL)
) STRICT;

CREATE TABLE "lb_urine" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "UCASTS" TEXT CHECK ("UCASTS" IN ('NONE', 'HAEM-GRANULAR', 'RED CELL', 'OTHER')),
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "se_sample" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "SEDAT" TEXT,
  "SENAM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "se" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '' CHECK ("row" IN ('HIV', 'HBSAG', 'HBCAB', 'HCVAB', 'LA', 'ACL', 'AB2GP1', 'ANA', 'RO', 'LASSB', 'SM', 'RNP')),
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "SERES" TEXT CHECK ("SERES" IN ('POSITIVE', 'NEGATIVE', 'INDETERMINATE')),
  "SETITRE" TEXT,
  "SECOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "pg" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "PGAPPL" TEXT CHECK ("PGAPPL" IN ('Y', 'N')),
  "PGDONE" TEXT CHECK ("PGDONE" IN ('Y', 'N')),
  "PGDAT" TEXT,
  "PGSAMP" TEXT CHECK ("PGSAMP" IN ('URINE', 'SERUM')),
  "PGSENS" TEXT,
  "PGRES" TEXT CHECK ("PGRES" IN ('NEGATIVE', 'POSITIVE')),
  "PGLATE" TEXT CHECK ("PGLATE" IN ('Y', 'N')),
  "PGCONT" TEXT CHECK ("PGCONT" IN ('Y', 'N')),
  "PGCOUNS" TEXT CHECK ("PGCOUNS" IN ('Y', 'N')),
  "PGRXDAT" TEXT,
  "PGDISDAT" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "ph" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "PHLOC" TEXT CHECK ("PHLOC" IN ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', 'OTHER')),
  "PHDAT" TEXT,
  "PHFILE" TEXT,
  "PHCOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "ie" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '' CHECK ("row" IN ('I1', 'I2', 'I3', 'I4', 'I5', 'E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10')),
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "IEORRES" TEXT CHECK ("IEORRES" IN ('Y', 'N')),
  "IECOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "ie_decision" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "IEDAT" TEXT,
  "IEYN" TEXT CHECK ("IEYN" IN ('Y', 'N')),
  "IEGFREQ" TEXT CHECK ("IEGFREQ" IN ('MDRD175', 'CG', 'EPI09', 'EPI21')),
  "IECOM2" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "ex" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "EXDOSE" TEXT,
  "EXDOSFRQ" TEXT CHECK ("EXDOSFRQ" IN ('QD', 'QOD', 'BIW', 'QS')),
  "EXSTDAT" TEXT,
  "EXENDAT" TEXT,
  "EXADJ" TEXT CHECK ("EXADJ" IN ('START', 'CR', 'RESPONSE', 'INSUFFICIENT', 'AE', 'RELAPSE', 'OTHER')),
  "EXCOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "da" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "DASTREN" TEXT CHECK ("DASTREN" IN ('2.5', '5', '10')),
  "DADISDAT" TEXT,
  "DADISP" TEXT,
  "DALOT" TEXT,
  "DAEXPDAT" TEXT,
  "DARETDAT" TEXT,
  "DARET" TEXT,
  "DACOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "ae" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "AETERM" TEXT,
  "AESTDAT" TEXT,
  "AEENDAT" TEXT,
  "AEONGO" TEXT CHECK ("AEONGO" IN ('Y', 'N')),
  "AETOXGR" INTEGER CHECK ("AETOXGR" IN (1, 2, 3, 4, 5)),
  "AETOXVER" TEXT CHECK ("AETOXVER" IN ('4.03', '3.0')),
  "AEREL" TEXT CHECK ("AEREL" IN ('NOT RELATED', 'POSSIBLY RELATED', 'PROBABLY RELATED', 'RELATED')),
  "AEACN" TEXT CHECK ("AEACN" IN ('DOSE NOT CHANGED', 'DOSE REDUCED', 'DRUG INTERRUPTED', 'DRUG WITHDRAWN', 'NOT APPLICABLE')),
  "AECONTRT" TEXT CHECK ("AECONTRT" IN ('Y', 'N')),
  "AEOUT" TEXT CHECK ("AEOUT" IN ('RECOVERED/RESOLVED', 'RECOVERING/RESOLVING', 'RECOVERED/RESOLVED WITH SEQUELAE', 'NOT RECOVERED/NOT RESOLVED', 'FATAL', 'UNKNOWN')),
  "AESER" TEXT CHECK ("AESER" IN ('Y', 'N')),
  "AESDTH" TEXT CHECK ("AESDTH" IN ('Y', 'N')),
  "AESLIFE" TEXT CHECK ("AESLIFE" IN ('Y', 'N')),
  "AESHOSP" TEXT CHECK ("AESHOSP" IN ('Y', 'N')),
  "AESDISAB" TEXT CHECK ("AESDISAB" IN ('Y', 'N')),
  "AESCONG" TEXT CHECK ("AESCONG" IN ('Y', 'N')),
  "AESMIE" TEXT CHECK ("AESMIE" IN ('Y', 'N')),
  "AESI" TEXT CHECK ("AESI" IN ('VTE', 'ATE', 'NEUROPATHY', 'CYTOPENIA', 'PREGNANCY', 'SPM')),
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "sae" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "SAEAENO" TEXT,
  "SAEAWARE" TEXT,
  "SAEREP" TEXT,
  "SAEEXP" TEXT CHECK ("SAEEXP" IN ('Y', 'N')),
  "SAESUSAR" TEXT CHECK ("SAESUSAR" IN ('Y', 'N')),
  "SAENARR" TEXT,
  "SAERES" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "cm" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "CMTRT" TEXT,
  "CMCLAS" TEXT CHECK ("CMCLAS" IN ('GLUCOCORTICOID', 'ANTIMALARIAL', 'CONTRACEPTIVE', 'ANTITHROMBOTIC', 'TOPICAL', 'OTHER')),
  "CMINDC" TEXT,
  "CMDOSE" TEXT,
  "CMDOSU" TEXT,
  "CMDOSFRQ" TEXT,
  "CMROUTE" TEXT CHECK ("CMROUTE" IN ('ORAL', 'TOPICAL', 'INTRAVENOUS', 'SUBCUTANEOUS', 'INTRAMUSCULAR', 'OTHER')),
  "CMPRED" TEXT,
  "CMSTDAT" TEXT,
  "CMENDAT" TEXT,
  "CMONGO" TEXT CHECK ("CMONGO" IN ('Y', 'N')),
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "preg" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "PREGDAT" TEXT,
  "PREGWHO" TEXT CHECK ("PREGWHO" IN ('SUBJECT', 'PARTNER')),
  "PREGLMP" TEXT,
  "PREGREP" TEXT,
  "PREGOUT" TEXT CHECK ("PREGOUT" IN ('ONGOING', 'LIVE BIRTH', 'MISCARRIAGE', 'TERMINATION', 'STILLBIRTH', 'UNKNOWN')),
  "PREGODAT" TEXT,
  "PREGCOM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "ds_trt" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "DSTRTYN" TEXT CHECK ("DSTRTYN" IN ('Y', 'N')),
  "DSTRTDEC" TEXT CHECK ("DSTRTDEC" IN ('COMPLETED', 'ADVERSE EVENT', 'LACK OF EFFICACY', 'LOST TO FOLLOW-UP', 'WITHDRAWAL BY SUBJECT', 'PHYSICIAN DECISION', 'PREGNANCY', 'DEATH', 'PROTOCOL DEVIATION', 'OTHER')),
  "DSLDOSE" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "ds" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "DSYN" TEXT CHECK ("DSYN" IN ('Y', 'N')),
  "DSDECOD" TEXT CHECK ("DSDECOD" IN ('COMPLETED', 'ADVERSE EVENT', 'LACK OF EFFICACY', 'LOST TO FOLLOW-UP', 'WITHDRAWAL BY SUBJECT', 'PHYSICIAN DECISION', 'PREGNANCY', 'DEATH', 'PROTOCOL DEVIATION', 'OTHER')),
  "DSSTDAT" TEXT,
  "DSLCONT" TEXT,
  "DSTERM" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE "dv" (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  row TEXT NOT NULL DEFAULT '',
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "DVTERM" TEXT,
  "DVCAT" TEXT CHECK ("DVCAT" IN ('ELIGIBILITY', 'CONSENT', 'VISIT WINDOW', 'DOSING', 'PROCEDURE', 'OTHER')),
  "DVSTDAT" TEXT,
  "DVSEV" TEXT CHECK ("DVSEV" IN ('MINOR', 'MAJOR')),
  "DVACT" TEXT,
  "DVREPDAT" TEXT,
  UNIQUE (record_id, row)
) STRICT;

CREATE TABLE account (
  login TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('Investigator', 'Nurse', 'Coordinator', 'Monitor', 'Data manager', 'Administrator')),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  must_change INTEGER NOT NULL CHECK (must_change IN (0, 1))
) STRICT;

CREATE TABLE password (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL REFERENCES account (login),
  slot TEXT NOT NULL
) STRICT;

CREATE TABLE scope_lock (
  id INTEGER PRIMARY KEY,
  subject_id INTEGER REFERENCES subject (id),
  visit TEXT NOT NULL,
  visit_repeat INTEGER NOT NULL,
  locked INTEGER NOT NULL CHECK (locked IN (0, 1))
) STRICT;

CREATE TABLE signature (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  level TEXT NOT NULL CHECK (level IN ('form', 'visit', 'subject', 'study')),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  login TEXT NOT NULL,
  meaning TEXT NOT NULL CHECK (meaning IN ('REVIEWED', 'RESPONSIBLE', 'APPROVED')),
  at TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  head TEXT NOT NULL CHECK (length(head) = 64)
) STRICT;

CREATE TABLE second_entry (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL UNIQUE REFERENCES record (id),
  actor TEXT NOT NULL,
  progress TEXT NOT NULL DEFAULT 'OPEN' CHECK (progress IN ('OPEN', 'DONE'))
) STRICT;

CREATE TABLE second_answer (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES second_entry (record_id),
  section TEXT NOT NULL,
  row TEXT NOT NULL,
  item TEXT NOT NULL,
  value TEXT,
  UNIQUE (record_id, section, row, item)
) STRICT;

CREATE TABLE adjudication (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES second_entry (record_id),
  section TEXT NOT NULL,
  row TEXT NOT NULL,
  item TEXT NOT NULL,
  first TEXT,
  second TEXT,
  chosen TEXT,
  UNIQUE (record_id, section, row, item)
) STRICT;

CREATE TABLE query (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  section TEXT NOT NULL,
  row TEXT NOT NULL,
  item TEXT NOT NULL,
  finding TEXT NOT NULL
) STRICT;

CREATE TABLE query_message (
  id INTEGER PRIMARY KEY,
  query_id INTEGER NOT NULL REFERENCES query (id),
  n INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('RAISED', 'ANSWERED', 'CLOSED', 'REOPENED', 'RESOLVED')),
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  UNIQUE (query_id, n)
) STRICT;

CREATE TABLE verification (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id),
  section TEXT NOT NULL,
  row TEXT NOT NULL,
  item TEXT NOT NULL,
  digest TEXT CHECK (length(digest) = 64),
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (record_id, section, row, item)
) STRICT;

CREATE TABLE site_key (
  id INTEGER PRIMARY KEY,
  public TEXT NOT NULL CHECK (length(public) = 64),
  seed BLOB NOT NULL CHECK (length(seed) = 32)
) STRICT;

CREATE VIEW change AS SELECT NULL AS action, NULL AS subject_id, NULL AS record_id, NULL AS section, NULL AS row, NULL AS item, NULL AS old, NULL AS new WHERE 0;

CREATE INDEX audit_item ON audit (subjid, visit, form, section, row, item, siteid);

CREATE TRIGGER change_audited INSTEAD OF INSERT ON change BEGIN
INSERT INTO audit (at, actor, role, machine, version, action, siteid, subjid, visit, visit_repeat, form, form_repeat, section, row, item, old, new, reason, hash)
SELECT crf_now(), crf_actor(), crf_role(), crf_machine(), crf_version(), new.action, coalesce(s.siteid, ''), coalesce(s.subjid, ''), coalesce(r.visit, ''), coalesce(r.visit_repeat, 0), coalesce(r.form, ''), coalesce(r.form_repeat, 0), new.section, new.row, new.item, CAST(new.old AS TEXT), CAST(new.new AS TEXT), crf_reason(), crf_hash((SELECT hash FROM audit ORDER BY id DESC LIMIT 1), crf_now(), crf_actor(), crf_role(), crf_machine(), crf_version(), new.action, coalesce(s.siteid, ''), coalesce(s.subjid, ''), coalesce(r.visit, ''), coalesce(r.visit_repeat, 0), coalesce(r.form, ''), coalesce(r.form_repeat, 0), new.section, new.row, new.item, CAST(new.old AS TEXT), CAST(new.new AS TEXT), crf_reason())
FROM (SELECT 1) LEFT JOIN record r ON r.id = new.record_id
LEFT JOIN subject s ON s.id = coalesce(r.subject_id, new.subject_id);
END;

CREATE TRIGGER "audit_no_update" BEFORE UPDATE ON "audit"
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

CREATE TRIGGER "audit_ours" BEFORE INSERT ON "audit" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "audit_no_delete" BEFORE DELETE ON "audit"
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

CREATE TRIGGER "subject_inserted" AFTER INSERT ON subject BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', new.id, NULL, 'subject', '', 'SUBJID', NULL, new.subjid;
END;

CREATE TRIGGER "record_inserted" AFTER INSERT ON record BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.id, 'record', '', 'STATUS', NULL, new.status;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.id, 'record', '', 'VERSION', NULL, new.form_version;
END;

CREATE TRIGGER "record_status_updated" AFTER UPDATE OF status ON record WHEN old.status IS NOT new.status BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.id, 'record', '', 'STATUS', old.status, new.status;
END;

CREATE TRIGGER "explanation_insert" AFTER INSERT ON explanation BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'explain', NULL, new.record_id, new.section, new.row, new.finding, NULL, new.reason;
END;

CREATE TRIGGER "study_insert" AFTER INSERT ON study BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'study', NULL, NULL, 'study', '', new.key, NULL, new.value;
END;

CREATE TRIGGER "explanation_update" AFTER UPDATE ON explanation BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'explain', NULL, new.record_id, new.section, new.row, new.finding, old.reason, new.reason;
END;

CREATE TRIGGER "study_update" AFTER UPDATE ON study BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'study', NULL, NULL, 'study', '', new.key, old.value, new.value;
END;

CREATE TRIGGER "missing_flavour_insert" AFTER INSERT ON missing WHEN NULL IS NOT new.flavour BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'missing', NULL, new.record_id, new.section, new.row, new.item || '.NULLFLAVOR', NULL, new.flavour;
END;

CREATE TRIGGER "missing_flavour_update" AFTER UPDATE ON missing WHEN old.flavour IS NOT new.flavour BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'missing', NULL, new.record_id, new.section, new.row, new.item || '.NULLFLAVOR', old.flavour, new.flavour;
END;

CREATE TRIGGER "missing_comment_insert" AFTER INSERT ON missing WHEN NULL IS NOT new.comment BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'missing', NULL, new.record_id, new.section, new.row, new.item || '.NULLCOMMENT', NULL, new.comment;
END;

CREATE TRIGGER "missing_comment_update" AFTER UPDATE ON missing WHEN old.comment IS NOT new.comment BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'missing', NULL, new.record_id, new.section, new.row, new.item || '.NULLCOMMENT', old.comment, new.comment;
END;

CREATE TRIGGER "missing_insert_complete" BEFORE INSERT ON "missing" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "missing_update_complete" BEFORE UPDATE ON "missing" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "missing_no_move" BEFORE UPDATE OF id, record_id, section, row, item ON "missing"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "attachment_no_update" BEFORE UPDATE ON "attachment"
BEGIN SELECT RAISE(ABORT, 'files kept never change'); END;

CREATE TRIGGER "attachment_inserted" AFTER INSERT ON attachment BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'event', NULL, NULL, '', '', 'FILE KEPT', NULL, new.digest;
END;

CREATE TRIGGER "attachment_ours" BEFORE INSERT ON "attachment" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "subject_no_delete" BEFORE DELETE ON "subject"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "record_no_delete" BEFORE DELETE ON "record"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "explanation_no_delete" BEFORE DELETE ON "explanation"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "study_no_delete" BEFORE DELETE ON "study"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "missing_no_delete" BEFORE DELETE ON "missing"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "attachment_no_delete" BEFORE DELETE ON "attachment"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "subject_no_update" BEFORE UPDATE ON "subject"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "record_no_move" BEFORE UPDATE OF id, subject_id, visit, visit_repeat, form, form_repeat, form_version ON "record"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "record_no_renumber" BEFORE UPDATE ON "record" WHEN new.id IS NOT old.id
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "drawing_insert_ours" BEFORE INSERT ON "drawing" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "drawing_update_ours" BEFORE UPDATE ON "drawing" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "drawing_delete_ours" BEFORE DELETE ON "drawing" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "setting_insert_ours" BEFORE INSERT ON "setting" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "setting_update_ours" BEFORE UPDATE ON "setting" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "setting_delete_ours" BEFORE DELETE ON "setting" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "unaccepted_insert_ours" BEFORE INSERT ON "unaccepted" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "unaccepted_update_ours" BEFORE UPDATE ON "unaccepted" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "unaccepted_delete_ours" BEFORE DELETE ON "unaccepted" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "account_inserted" AFTER INSERT ON account BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'account', NULL, NULL, 'account', new.login, 'NAME', NULL, new.name;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'account', NULL, NULL, 'account', new.login, 'ROLE', NULL, new.role;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'account', NULL, NULL, 'account', new.login, 'ACTIVE', NULL, new.active;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'account', NULL, NULL, 'account', new.login, 'MUSTCHANGE', NULL, new.must_change;
END;

CREATE TRIGGER "account_name_updated" AFTER UPDATE OF name ON account WHEN old.name IS NOT new.name BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'account', NULL, NULL, 'account', new.login, 'NAME', old.name, new.name;
END;

CREATE TRIGGER "account_role_updated" AFTER UPDATE OF role ON account WHEN old.role IS NOT new.role BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'account', NULL, NULL, 'account', new.login, 'ROLE', old.role, new.role;
END;

CREATE TRIGGER "account_active_updated" AFTER UPDATE OF active ON account WHEN old.active IS NOT new.active BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'account', NULL, NULL, 'account', new.login, 'ACTIVE', old.active, new.active;
END;

CREATE TRIGGER "account_must_change_updated" AFTER UPDATE OF must_change ON account WHEN old.must_change IS NOT new.must_change BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'account', NULL, NULL, 'account', new.login, 'MUSTCHANGE', old.must_change, new.must_change;
END;

CREATE TRIGGER "password_inserted" AFTER INSERT ON password BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'account', NULL, NULL, 'account', new.login, 'PASSWORD.' || new.id, NULL, crf_digest(new.slot);
END;

CREATE TRIGGER "account_no_move" BEFORE UPDATE ON "account" WHEN new.rowid IS NOT old.rowid OR new.login IS NOT old.login OR new.name IS NOT old.name
BEGIN SELECT RAISE(ABORT, 'accounts never vanish or change their name'); END;

CREATE TRIGGER "account_no_delete" BEFORE DELETE ON "account"
BEGIN SELECT RAISE(ABORT, 'accounts never vanish or change their name'); END;

CREATE TRIGGER "password_no_update" BEFORE UPDATE ON "password"
BEGIN SELECT RAISE(ABORT, 'accounts never vanish or change their name'); END;

CREATE TRIGGER "password_no_delete" BEFORE DELETE ON "password"
BEGIN SELECT RAISE(ABORT, 'accounts never vanish or change their name'); END;

CREATE TRIGGER "record_order" BEFORE UPDATE OF status ON "record" WHEN old.status <> new.status AND (old.status, new.status) NOT IN (VALUES ('DRAFT', 'COMPLETE'), ('COMPLETE', 'VERIFIED'), ('COMPLETE', 'SIGNED'), ('VERIFIED', 'SIGNED'), ('SIGNED', 'LOCKED'), ('VERIFIED', 'COMPLETE'), ('SIGNED', 'COMPLETE'), ('COMPLETE', 'DRAFT'), ('VERIFIED', 'DRAFT'), ('SIGNED', 'DRAFT'), ('DRAFT', 'LOCKED'), ('COMPLETE', 'LOCKED'), ('VERIFIED', 'LOCKED'), ('LOCKED', 'DRAFT'), ('LOCKED', 'COMPLETE'), ('LOCKED', 'VERIFIED'), ('LOCKED', 'SIGNED'))
BEGIN SELECT RAISE(ABORT, 'a form never leaves the order of its states'); END;

CREATE TRIGGER "record_moved_why" BEFORE UPDATE OF status ON "record" WHEN crf_reason() IS NULL AND old.status <> new.status AND (old.status, new.status) IN (VALUES ('COMPLETE', 'DRAFT'), ('VERIFIED', 'DRAFT'), ('SIGNED', 'DRAFT'), ('DRAFT', 'LOCKED'), ('COMPLETE', 'LOCKED'), ('VERIFIED', 'LOCKED'), ('LOCKED', 'DRAFT'), ('LOCKED', 'COMPLETE'), ('LOCKED', 'VERIFIED'), ('LOCKED', 'SIGNED'))
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "record_begins_as_draft" BEFORE INSERT ON "record" WHEN new.status <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'a form never leaves the order of its states'); END;

CREATE TRIGGER change_takes_back INSTEAD OF INSERT ON change
WHEN new.action IN ('insert', 'update', 'explain', 'missing') AND new.section <> 'record' BEGIN
UPDATE record SET status = 'COMPLETE' WHERE id = new.record_id AND status IN ('VERIFIED', 'SIGNED');
END;

CREATE TRIGGER "explanation_insert_locked" BEFORE INSERT ON "explanation" WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED'
BEGIN SELECT RAISE(ABORT, 'what is locked never changes'); END;

CREATE TRIGGER "explanation_update_locked" BEFORE UPDATE ON "explanation" WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED'
BEGIN SELECT RAISE(ABORT, 'what is locked never changes'); END;

CREATE TRIGGER "unaccepted_insert_locked" BEFORE INSERT ON "unaccepted" WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED'
BEGIN SELECT RAISE(ABORT, 'what is locked never changes'); END;

CREATE TRIGGER "unaccepted_update_locked" BEFORE UPDATE ON "unaccepted" WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED'
BEGIN SELECT RAISE(ABORT, 'what is locked never changes'); END;

CREATE TRIGGER "scope_lock_no_update" BEFORE UPDATE ON "scope_lock"
BEGIN SELECT RAISE(ABORT, 'a scope lock never changes'); END;

CREATE TRIGGER "scope_lock_no_delete" BEFORE DELETE ON "scope_lock"
BEGIN SELECT RAISE(ABORT, 'a scope lock never changes'); END;

CREATE TRIGGER "scope_lock_ours" BEFORE INSERT ON "scope_lock" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "scope_lock_unlocked" BEFORE INSERT ON "scope_lock" WHEN new.locked = 0 AND crf_reason() IS NULL
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "scope_lock_inserted" AFTER INSERT ON scope_lock BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new)
SELECT 'lock', new.subject_id, NULL, 'scope_lock', CAST(new.id AS TEXT), CASE WHEN new.subject_id IS NULL THEN 'study' WHEN new.visit = '' THEN 'subject' ELSE 'visit ' || new.visit || ' ' || new.visit_repeat END, NULL, CASE new.locked WHEN 1 THEN 'LOCKED' ELSE 'OPEN' END;
END;

CREATE TRIGGER "record_locked_around" BEFORE INSERT ON "record" WHEN 1 IN ((SELECT locked FROM scope_lock WHERE subject_id IS NULL ORDER BY id DESC LIMIT 1), (SELECT locked FROM scope_lock WHERE subject_id = new.subject_id AND visit = '' ORDER BY id DESC LIMIT 1), (SELECT locked FROM scope_lock WHERE subject_id = new.subject_id AND visit = new.visit AND visit_repeat = new.visit_repeat ORDER BY id DESC LIMIT 1))
BEGIN SELECT RAISE(ABORT, 'what is locked never changes'); END;

CREATE TRIGGER "subject_locked_around" BEFORE INSERT ON "subject" WHEN (SELECT locked FROM scope_lock WHERE subject_id IS NULL ORDER BY id DESC LIMIT 1) = 1
BEGIN SELECT RAISE(ABORT, 'what is locked never changes'); END;

CREATE TRIGGER "signature_no_update" BEFORE UPDATE ON "signature"
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER "signature_no_delete" BEFORE DELETE ON "signature"
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER "signature_ours" BEFORE INSERT ON "signature" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "signature_inserted" AFTER INSERT ON signature BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new)
SELECT 'sign', NULL, new.record_id, 'signature', CAST(new.id AS TEXT), 'SIGNATURE', NULL, json_object('at', new.at, 'digest', new.digest, 'head', new.head, 'level', new.level, 'login', new.login, 'meaning', new.meaning, 'name', new.name, 'role', new.role);
END;

CREATE TRIGGER "record_signed" BEFORE UPDATE OF status ON "record" WHEN new.status = 'SIGNED' AND old.status NOT IN ('SIGNED', 'LOCKED') AND NOT EXISTS (SELECT 1 FROM signature WHERE record_id = new.id AND at = crf_now())
BEGIN SELECT RAISE(ABORT, 'a form never leaves the order of its states'); END;

CREATE TRIGGER "second_entry_ours" BEFORE INSERT ON "second_entry" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "second_entry_no_delete" BEFORE DELETE ON "second_entry"
BEGIN SELECT RAISE(ABORT, 'second entries never go'); END;

CREATE TRIGGER "second_answer_ours" BEFORE INSERT ON "second_answer" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "second_answer_no_delete" BEFORE DELETE ON "second_answer"
BEGIN SELECT RAISE(ABORT, 'second entries never go'); END;

CREATE TRIGGER "adjudication_ours" BEFORE INSERT ON "adjudication" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "adjudication_no_delete" BEFORE DELETE ON "adjudication"
BEGIN SELECT RAISE(ABORT, 'second entries never go'); END;

CREATE TRIGGER "second_entry_inserted" AFTER INSERT ON second_entry BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new)
SELECT 'second', NULL, new.record_id, 'second_entry', '', 'ACTOR', NULL, new.actor;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new)
SELECT 'second', NULL, new.record_id, 'second_entry', '', 'PROGRESS', NULL, new.progress;
END;

CREATE TRIGGER "second_entry_updated" AFTER UPDATE OF progress ON second_entry BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new)
SELECT 'second', NULL, new.record_id, 'second_entry', '', 'PROGRESS', old.progress, new.progress;
END;

CREATE TRIGGER "second_entry_no_move" BEFORE UPDATE OF id, record_id, actor ON "second_entry"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "second_entry_done" BEFORE UPDATE ON "second_entry" WHEN old.progress = 'DONE'
BEGIN SELECT RAISE(ABORT, 'a finished second entry never changes'); END;

CREATE TRIGGER "second_answer_insert" AFTER INSERT ON second_answer WHEN NULL IS NOT new.value BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new)
SELECT 'second', NULL, new.record_id, 'second_answer', new.section || '/' || new.row, new.item, NULL, new.value;
END;

CREATE TRIGGER "second_answer_insert_done" BEFORE INSERT ON "second_answer" WHEN (SELECT progress FROM second_entry WHERE record_id = new.record_id) = 'DONE'
BEGIN SELECT RAISE(ABORT, 'a finished second entry never changes'); END;

CREATE TRIGGER "second_answer_update" AFTER UPDATE ON second_answer WHEN old.value IS NOT new.value BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new)
SELECT 'second', NULL, new.record_id, 'second_answer', new.section || '/' || new.row, new.item, old.value, new.value;
END;

CREATE TRIGGER "second_answer_update_done" BEFORE UPDATE ON "second_answer" WHEN (SELECT progress FROM second_entry WHERE record_id = new.record_id) = 'DONE'
BEGIN SELECT RAISE(ABORT, 'a finished second entry never changes'); END;

CREATE TRIGGER "second_answer_no_move" BEFORE UPDATE OF id, record_id, section, row, item ON "second_answer"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "adjudication_no_update" BEFORE UPDATE ON "adjudication"
BEGIN SELECT RAISE(ABORT, 'a adjudication never changes'); END;

CREATE TRIGGER "adjudication_why" BEFORE INSERT ON "adjudication" WHEN crf_reason() IS NULL
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "adjudication_inserted" AFTER INSERT ON adjudication BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new)
SELECT 'adjudicate', NULL, new.record_id, 'adjudication', CAST(new.id AS TEXT), 'CHOSEN', NULL, json_array(new.section, new.row, new.item, new.first, new.second, new.chosen);
END;

CREATE TRIGGER "query_inserted" AFTER INSERT ON query BEGIN
INSERT INTO change (action, record_id, section, row, item, old, new) VALUES ('query', new.record_id, new.section, new.row, new.item || '.QUERY' || new.id, NULL, CASE new.finding WHEN '' THEN 'PERSON' ELSE new.finding END);
END;

CREATE TRIGGER "query_message_inserted" AFTER INSERT ON query_message BEGIN
INSERT INTO change (action, record_id, section, row, item, old, new) SELECT 'message', record_id, section, row, item || '.QUERY' || id || '.' || new.n, NULL, new.act || ': ' || new.text FROM query WHERE id = new.query_id;
END;

CREATE TRIGGER "query_message_in_order" BEFORE INSERT ON query_message WHEN new.n <> 1 + (SELECT count(*) FROM query_message WHERE query_id = new.query_id)
BEGIN SELECT RAISE(ABORT, 'messages never move'); END;

CREATE TRIGGER "query_no_update" BEFORE UPDATE ON query
BEGIN SELECT RAISE(ABORT, 'queries never change'); END;

CREATE TRIGGER "query_no_delete" BEFORE DELETE ON query
BEGIN SELECT RAISE(ABORT, 'queries never change'); END;

CREATE TRIGGER "query_message_no_update" BEFORE UPDATE ON query_message
BEGIN SELECT RAISE(ABORT, 'queries never change'); END;

CREATE TRIGGER "query_message_no_delete" BEFORE DELETE ON query_message
BEGIN SELECT RAISE(ABORT, 'queries never change'); END;

CREATE TRIGGER "verification_insert" AFTER INSERT ON verification BEGIN
INSERT INTO change (action, record_id, section, row, item, old, new) VALUES ('verify', new.record_id, new.section, new.row, new.item || '.VERIFIED', NULL, new.digest);
END;

CREATE TRIGGER "verification_update" AFTER UPDATE ON verification BEGIN
INSERT INTO change (action, record_id, section, row, item, old, new) VALUES ('verify', new.record_id, new.section, new.row, new.item || '.VERIFIED', old.digest, new.digest);
END;

CREATE TRIGGER "verification_dropped" INSTEAD OF INSERT ON change WHEN new.record_id IS NOT NULL AND new.action IN ('insert', 'update', 'missing') BEGIN
UPDATE verification SET digest = NULL, actor = crf_actor(), role = crf_role(), at = crf_now()
WHERE record_id = new.record_id AND section = new.section AND digest IS NOT NULL
AND (row = new.row OR row = '') AND (item = '' OR item = replace(replace(new.item, '.NULLFLAVOR', ''), '.NULLCOMMENT', '') OR new.item = 'VOIDED');
END;

CREATE TRIGGER "verification_no_delete" BEFORE DELETE ON verification
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "verification_no_move" BEFORE UPDATE OF id, record_id, section, row, item ON verification
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "site_key_no_update" BEFORE UPDATE ON "site_key"
BEGIN SELECT RAISE(ABORT, 'a site key never changes'); END;

CREATE TRIGGER "site_key_no_delete" BEFORE DELETE ON "site_key"
BEGIN SELECT RAISE(ABORT, 'a site key never changes'); END;

CREATE TRIGGER "site_key_ours" BEFORE INSERT ON "site_key" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "site_key_inserted" AFTER INSERT ON site_key BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new)
SELECT 'key', NULL, NULL, 'site_key', CAST(new.id AS TEXT), 'PUBLIC', NULL, new.public;
END;

CREATE TRIGGER "sv_inserted" AFTER INSERT ON "sv" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sv', new.row, 'SVOCCUR', NULL, new."SVOCCUR" WHERE new."SVOCCUR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sv', new.row, 'VISDAT', NULL, new."VISDAT" WHERE new."VISDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sv', new.row, 'SVREASND', NULL, new."SVREASND" WHERE new."SVREASND" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sv', new.row, 'SVCOM', NULL, new."SVCOM" WHERE new."SVCOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sv', new.row, 'VOIDED', NULL, new.voided WHERE new."SVOCCUR" IS NULL AND new."VISDAT" IS NULL AND new."SVREASND" IS NULL AND new."SVCOM" IS NULL;
END;

CREATE TRIGGER "sv_voided_updated" AFTER UPDATE OF "voided" ON "sv" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sv', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "sv_SVOCCUR_updated" AFTER UPDATE OF "SVOCCUR" ON "sv" WHEN old."SVOCCUR" IS NOT new."SVOCCUR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sv', new.row, 'SVOCCUR', old."SVOCCUR", new."SVOCCUR";
END;

CREATE TRIGGER "sv_VISDAT_updated" AFTER UPDATE OF "VISDAT" ON "sv" WHEN old."VISDAT" IS NOT new."VISDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sv', new.row, 'VISDAT', old."VISDAT", new."VISDAT";
END;

CREATE TRIGGER "sv_SVREASND_updated" AFTER UPDATE OF "SVREASND" ON "sv" WHEN old."SVREASND" IS NOT new."SVREASND" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sv', new.row, 'SVREASND', old."SVREASND", new."SVREASND";
END;

CREATE TRIGGER "sv_SVCOM_updated" AFTER UPDATE OF "SVCOM" ON "sv" WHEN old."SVCOM" IS NOT new."SVCOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sv', new.row, 'SVCOM', old."SVCOM", new."SVCOM";
END;

CREATE TRIGGER "sv_insert_complete" BEFORE INSERT ON "sv" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "sv_update_complete" BEFORE UPDATE ON "sv" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "sv_no_delete" BEFORE DELETE ON "sv"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "sv_no_move" BEFORE UPDATE OF id, record_id, row ON "sv"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "ic_inserted" AFTER INSERT ON "ic" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ic', new.row, 'ICYN', NULL, new."ICYN" WHERE new."ICYN" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ic', new.row, 'RFICDAT', NULL, new."RFICDAT" WHERE new."RFICDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ic', new.row, 'ICVERS', NULL, new."ICVERS" WHERE new."ICVERS" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ic', new.row, 'ICBY', NULL, new."ICBY" WHERE new."ICBY" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ic', new.row, 'PPPDAT', NULL, new."PPPDAT" WHERE new."PPPDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ic', new.row, 'VOIDED', NULL, new.voided WHERE new."ICYN" IS NULL AND new."RFICDAT" IS NULL AND new."ICVERS" IS NULL AND new."ICBY" IS NULL AND new."PPPDAT" IS NULL;
END;

CREATE TRIGGER "ic_voided_updated" AFTER UPDATE OF "voided" ON "ic" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ic', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "ic_ICYN_updated" AFTER UPDATE OF "ICYN" ON "ic" WHEN old."ICYN" IS NOT new."ICYN" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ic', new.row, 'ICYN', old."ICYN", new."ICYN";
END;

CREATE TRIGGER "ic_RFICDAT_updated" AFTER UPDATE OF "RFICDAT" ON "ic" WHEN old."RFICDAT" IS NOT new."RFICDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ic', new.row, 'RFICDAT', old."RFICDAT", new."RFICDAT";
END;

CREATE TRIGGER "ic_ICVERS_updated" AFTER UPDATE OF "ICVERS" ON "ic" WHEN old."ICVERS" IS NOT new."ICVERS" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ic', new.row, 'ICVERS', old."ICVERS", new."ICVERS";
END;

CREATE TRIGGER "ic_ICBY_updated" AFTER UPDATE OF "ICBY" ON "ic" WHEN old."ICBY" IS NOT new."ICBY" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ic', new.row, 'ICBY', old."ICBY", new."ICBY";
END;

CREATE TRIGGER "ic_PPPDAT_updated" AFTER UPDATE OF "PPPDAT" ON "ic" WHEN old."PPPDAT" IS NOT new."PPPDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ic', new.row, 'PPPDAT', old."PPPDAT", new."PPPDAT";
END;

CREATE TRIGGER "ic_insert_complete" BEFORE INSERT ON "ic" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ic_update_complete" BEFORE UPDATE ON "ic" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ic_no_delete" BEFORE DELETE ON "ic"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "ic_no_move" BEFORE UPDATE OF id, record_id, row ON "ic"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "dm_inserted" AFTER INSERT ON "dm" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dm', new.row, 'BRTHDAT', NULL, new."BRTHDAT" WHERE new."BRTHDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dm', new.row, 'SEX', NULL, new."SEX" WHERE new."SEX" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dm', new.row, 'RACE', NULL, new."RACE" WHERE new."RACE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dm', new.row, 'ETHNIC', NULL, new."ETHNIC" WHERE new."ETHNIC" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dm', new.row, 'VOIDED', NULL, new.voided WHERE new."BRTHDAT" IS NULL AND new."SEX" IS NULL AND new."RACE" IS NULL AND new."ETHNIC" IS NULL;
END;

CREATE TRIGGER "dm_voided_updated" AFTER UPDATE OF "voided" ON "dm" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dm', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "dm_BRTHDAT_updated" AFTER UPDATE OF "BRTHDAT" ON "dm" WHEN old."BRTHDAT" IS NOT new."BRTHDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dm', new.row, 'BRTHDAT', old."BRTHDAT", new."BRTHDAT";
END;

CREATE TRIGGER "dm_SEX_updated" AFTER UPDATE OF "SEX" ON "dm" WHEN old."SEX" IS NOT new."SEX" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dm', new.row, 'SEX', old."SEX", new."SEX";
END;

CREATE TRIGGER "dm_RACE_updated" AFTER UPDATE OF "RACE" ON "dm" WHEN old."RACE" IS NOT new."RACE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dm', new.row, 'RACE', old."RACE", new."RACE";
END;

CREATE TRIGGER "dm_ETHNIC_updated" AFTER UPDATE OF "ETHNIC" ON "dm" WHEN old."ETHNIC" IS NOT new."ETHNIC" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dm', new.row, 'ETHNIC', old."ETHNIC", new."ETHNIC";
END;

CREATE TRIGGER "dm_insert_complete" BEFORE INSERT ON "dm" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "dm_update_complete" BEFORE UPDATE ON "dm" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "dm_no_delete" BEFORE DELETE ON "dm"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "dm_no_move" BEFORE UPDATE OF id, record_id, row ON "dm"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "mh_asked_inserted" AFTER INSERT ON "mh_asked" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'mh_asked', new.row, 'MHOCCUR', NULL, new."MHOCCUR" WHERE new."MHOCCUR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'mh_asked', new.row, 'MHSTDAT', NULL, new."MHSTDAT" WHERE new."MHSTDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'mh_asked', new.row, 'MHDESC', NULL, new."MHDESC" WHERE new."MHDESC" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'mh_asked', new.row, 'VOIDED', NULL, new.voided WHERE new."MHOCCUR" IS NULL AND new."MHSTDAT" IS NULL AND new."MHDESC" IS NULL;
END;

CREATE TRIGGER "mh_asked_voided_updated" AFTER UPDATE OF "voided" ON "mh_asked" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'mh_asked', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "mh_asked_MHOCCUR_updated" AFTER UPDATE OF "MHOCCUR" ON "mh_asked" WHEN old."MHOCCUR" IS NOT new."MHOCCUR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'mh_asked', new.row, 'MHOCCUR', old."MHOCCUR", new."MHOCCUR";
END;

CREATE TRIGGER "mh_asked_MHSTDAT_updated" AFTER UPDATE OF "MHSTDAT" ON "mh_asked" WHEN old."MHSTDAT" IS NOT new."MHSTDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'mh_asked', new.row, 'MHSTDAT', old."MHSTDAT", new."MHSTDAT";
END;

CREATE TRIGGER "mh_asked_MHDESC_updated" AFTER UPDATE OF "MHDESC" ON "mh_asked" WHEN old."MHDESC" IS NOT new."MHDESC" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'mh_asked', new.row, 'MHDESC', old."MHDESC", new."MHDESC";
END;

CREATE TRIGGER "mh_asked_insert_complete" BEFORE INSERT ON "mh_asked" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "mh_asked_update_complete" BEFORE UPDATE ON "mh_asked" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "mh_asked_no_delete" BEFORE DELETE ON "mh_asked"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "mh_asked_no_move" BEFORE UPDATE OF id, record_id, row ON "mh_asked"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "mh_inserted" AFTER INSERT ON "mh" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'mh', new.row, 'MHTERM', NULL, new."MHTERM" WHERE new."MHTERM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'mh', new.row, 'MHSTDAT', NULL, new."MHSTDAT" WHERE new."MHSTDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'mh', new.row, 'MHENDAT', NULL, new."MHENDAT" WHERE new."MHENDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'mh', new.row, 'MHONGO', NULL, new."MHONGO" WHERE new."MHONGO" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'mh', new.row, 'MHCOM', NULL, new."MHCOM" WHERE new."MHCOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'mh', new.row, 'VOIDED', NULL, new.voided WHERE new."MHTERM" IS NULL AND new."MHSTDAT" IS NULL AND new."MHENDAT" IS NULL AND new."MHONGO" IS NULL AND new."MHCOM" IS NULL;
END;

CREATE TRIGGER "mh_voided_updated" AFTER UPDATE OF "voided" ON "mh" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'mh', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "mh_MHTERM_updated" AFTER UPDATE OF "MHTERM" ON "mh" WHEN old."MHTERM" IS NOT new."MHTERM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'mh', new.row, 'MHTERM', old."MHTERM", new."MHTERM";
END;

CREATE TRIGGER "mh_MHSTDAT_updated" AFTER UPDATE OF "MHSTDAT" ON "mh" WHEN old."MHSTDAT" IS NOT new."MHSTDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'mh', new.row, 'MHSTDAT', old."MHSTDAT", new."MHSTDAT";
END;

CREATE TRIGGER "mh_MHENDAT_updated" AFTER UPDATE OF "MHENDAT" ON "mh" WHEN old."MHENDAT" IS NOT new."MHENDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'mh', new.row, 'MHENDAT', old."MHENDAT", new."MHENDAT";
END;

CREATE TRIGGER "mh_MHONGO_updated" AFTER UPDATE OF "MHONGO" ON "mh" WHEN old."MHONGO" IS NOT new."MHONGO" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'mh', new.row, 'MHONGO', old."MHONGO", new."MHONGO";
END;

CREATE TRIGGER "mh_MHCOM_updated" AFTER UPDATE OF "MHCOM" ON "mh" WHEN old."MHCOM" IS NOT new."MHCOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'mh', new.row, 'MHCOM', old."MHCOM", new."MHCOM";
END;

CREATE TRIGGER "mh_insert_complete" BEFORE INSERT ON "mh" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "mh_update_complete" BEFORE UPDATE ON "mh" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "mh_no_delete" BEFORE DELETE ON "mh"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "mh_no_move" BEFORE UPDATE OF id, record_id, row ON "mh"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "su_inserted" AFTER INSERT ON "su" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'su', new.row, 'SUNCF', NULL, new."SUNCF" WHERE new."SUNCF" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'su', new.row, 'SUPY', NULL, new."SUPY" WHERE new."SUPY" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'su', new.row, 'VOIDED', NULL, new.voided WHERE new."SUNCF" IS NULL AND new."SUPY" IS NULL;
END;

CREATE TRIGGER "su_voided_updated" AFTER UPDATE OF "voided" ON "su" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'su', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "su_SUNCF_updated" AFTER UPDATE OF "SUNCF" ON "su" WHEN old."SUNCF" IS NOT new."SUNCF" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'su', new.row, 'SUNCF', old."SUNCF", new."SUNCF";
END;

CREATE TRIGGER "su_SUPY_updated" AFTER UPDATE OF "SUPY" ON "su" WHEN old."SUPY" IS NOT new."SUPY" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'su', new.row, 'SUPY', old."SUPY", new."SUPY";
END;

CREATE TRIGGER "su_insert_complete" BEFORE INSERT ON "su" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "su_update_complete" BEFORE UPDATE ON "su" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "su_no_delete" BEFORE DELETE ON "su"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "su_no_move" BEFORE UPDATE OF id, record_id, row ON "su"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "lh_inserted" AFTER INSERT ON "lh" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'LHSUBTYP', NULL, new."LHSUBTYP" WHERE new."LHSUBTYP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'LHSUBOTH', NULL, new."LHSUBOTH" WHERE new."LHSUBOTH" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'CLEDXDAT', NULL, new."CLEDXDAT" WHERE new."CLEDXDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'BIOPSY', NULL, new."BIOPSY" WHERE new."BIOPSY" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'BIODAT', NULL, new."BIODAT" WHERE new."BIODAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'BIORES', NULL, new."BIORES" WHERE new."BIORES" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'BIODIF', NULL, new."BIODIF" WHERE new."BIODIF" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'SLE', NULL, new."SLE" WHERE new."SLE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'SLEDXDAT', NULL, new."SLEDXDAT" WHERE new."SLEDXDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'ACRCRIT', NULL, new."ACRCRIT" WHERE new."ACRCRIT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'PHOTOSEN', NULL, new."PHOTOSEN" WHERE new."PHOTOSEN" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'LHCOM', NULL, new."LHCOM" WHERE new."LHCOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lh', new.row, 'VOIDED', NULL, new.voided WHERE new."LHSUBTYP" IS NULL AND new."LHSUBOTH" IS NULL AND new."CLEDXDAT" IS NULL AND new."BIOPSY" IS NULL AND new."BIODAT" IS NULL AND new."BIORES" IS NULL AND new."BIODIF" IS NULL AND new."SLE" IS NULL AND new."SLEDXDAT" IS NULL AND new."ACRCRIT" IS NULL AND new."PHOTOSEN" IS NULL AND new."LHCOM" IS NULL;
END;

CREATE TRIGGER "lh_voided_updated" AFTER UPDATE OF "voided" ON "lh" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "lh_LHSUBTYP_updated" AFTER UPDATE OF "LHSUBTYP" ON "lh" WHEN old."LHSUBTYP" IS NOT new."LHSUBTYP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'LHSUBTYP', old."LHSUBTYP", new."LHSUBTYP";
END;

CREATE TRIGGER "lh_LHSUBOTH_updated" AFTER UPDATE OF "LHSUBOTH" ON "lh" WHEN old."LHSUBOTH" IS NOT new."LHSUBOTH" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'LHSUBOTH', old."LHSUBOTH", new."LHSUBOTH";
END;

CREATE TRIGGER "lh_CLEDXDAT_updated" AFTER UPDATE OF "CLEDXDAT" ON "lh" WHEN old."CLEDXDAT" IS NOT new."CLEDXDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'CLEDXDAT', old."CLEDXDAT", new."CLEDXDAT";
END;

CREATE TRIGGER "lh_BIOPSY_updated" AFTER UPDATE OF "BIOPSY" ON "lh" WHEN old."BIOPSY" IS NOT new."BIOPSY" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'BIOPSY', old."BIOPSY", new."BIOPSY";
END;

CREATE TRIGGER "lh_BIODAT_updated" AFTER UPDATE OF "BIODAT" ON "lh" WHEN old."BIODAT" IS NOT new."BIODAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'BIODAT', old."BIODAT", new."BIODAT";
END;

CREATE TRIGGER "lh_BIORES_updated" AFTER UPDATE OF "BIORES" ON "lh" WHEN old."BIORES" IS NOT new."BIORES" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'BIORES', old."BIORES", new."BIORES";
END;

CREATE TRIGGER "lh_BIODIF_updated" AFTER UPDATE OF "BIODIF" ON "lh" WHEN old."BIODIF" IS NOT new."BIODIF" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'BIODIF', old."BIODIF", new."BIODIF";
END;

CREATE TRIGGER "lh_SLE_updated" AFTER UPDATE OF "SLE" ON "lh" WHEN old."SLE" IS NOT new."SLE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'SLE', old."SLE", new."SLE";
END;

CREATE TRIGGER "lh_SLEDXDAT_updated" AFTER UPDATE OF "SLEDXDAT" ON "lh" WHEN old."SLEDXDAT" IS NOT new."SLEDXDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'SLEDXDAT', old."SLEDXDAT", new."SLEDXDAT";
END;

CREATE TRIGGER "lh_ACRCRIT_updated" AFTER UPDATE OF "ACRCRIT" ON "lh" WHEN old."ACRCRIT" IS NOT new."ACRCRIT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'ACRCRIT', old."ACRCRIT", new."ACRCRIT";
END;

CREATE TRIGGER "lh_PHOTOSEN_updated" AFTER UPDATE OF "PHOTOSEN" ON "lh" WHEN old."PHOTOSEN" IS NOT new."PHOTOSEN" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'PHOTOSEN', old."PHOTOSEN", new."PHOTOSEN";
END;

CREATE TRIGGER "lh_LHCOM_updated" AFTER UPDATE OF "LHCOM" ON "lh" WHEN old."LHCOM" IS NOT new."LHCOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lh', new.row, 'LHCOM', old."LHCOM", new."LHCOM";
END;

CREATE TRIGGER "lh_insert_complete" BEFORE INSERT ON "lh" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "lh_update_complete" BEFORE UPDATE ON "lh" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "lh_no_delete" BEFORE DELETE ON "lh"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "lh_no_move" BEFORE UPDATE OF id, record_id, row ON "lh"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "pt_asked_inserted" AFTER INSERT ON "pt_asked" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt_asked', new.row, 'PTOCCUR', NULL, new."PTOCCUR" WHERE new."PTOCCUR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt_asked', new.row, 'PTREFR', NULL, new."PTREFR" WHERE new."PTREFR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt_asked', new.row, 'PTSEVAE', NULL, new."PTSEVAE" WHERE new."PTSEVAE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt_asked', new.row, 'PTDESC', NULL, new."PTDESC" WHERE new."PTDESC" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt_asked', new.row, 'VOIDED', NULL, new.voided WHERE new."PTOCCUR" IS NULL AND new."PTREFR" IS NULL AND new."PTSEVAE" IS NULL AND new."PTDESC" IS NULL;
END;

CREATE TRIGGER "pt_asked_voided_updated" AFTER UPDATE OF "voided" ON "pt_asked" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt_asked', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "pt_asked_PTOCCUR_updated" AFTER UPDATE OF "PTOCCUR" ON "pt_asked" WHEN old."PTOCCUR" IS NOT new."PTOCCUR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt_asked', new.row, 'PTOCCUR', old."PTOCCUR", new."PTOCCUR";
END;

CREATE TRIGGER "pt_asked_PTREFR_updated" AFTER UPDATE OF "PTREFR" ON "pt_asked" WHEN old."PTREFR" IS NOT new."PTREFR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt_asked', new.row, 'PTREFR', old."PTREFR", new."PTREFR";
END;

CREATE TRIGGER "pt_asked_PTSEVAE_updated" AFTER UPDATE OF "PTSEVAE" ON "pt_asked" WHEN old."PTSEVAE" IS NOT new."PTSEVAE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt_asked', new.row, 'PTSEVAE', old."PTSEVAE", new."PTSEVAE";
END;

CREATE TRIGGER "pt_asked_PTDESC_updated" AFTER UPDATE OF "PTDESC" ON "pt_asked" WHEN old."PTDESC" IS NOT new."PTDESC" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt_asked', new.row, 'PTDESC', old."PTDESC", new."PTDESC";
END;

CREATE TRIGGER "pt_asked_insert_complete" BEFORE INSERT ON "pt_asked" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "pt_asked_update_complete" BEFORE UPDATE ON "pt_asked" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "pt_asked_no_delete" BEFORE DELETE ON "pt_asked"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "pt_asked_no_move" BEFORE UPDATE OF id, record_id, row ON "pt_asked"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "pt_inserted" AFTER INSERT ON "pt" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'PTCLAS', NULL, new."PTCLAS" WHERE new."PTCLAS" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'CMTRT', NULL, new."CMTRT" WHERE new."CMTRT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'CMDOSE', NULL, new."CMDOSE" WHERE new."CMDOSE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'CMDOSU', NULL, new."CMDOSU" WHERE new."CMDOSU" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'CMSTDAT', NULL, new."CMSTDAT" WHERE new."CMSTDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'CMENDAT', NULL, new."CMENDAT" WHERE new."CMENDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'CMONGO', NULL, new."CMONGO" WHERE new."CMONGO" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'PTRESP', NULL, new."PTRESP" WHERE new."PTRESP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'PTREASND', NULL, new."PTREASND" WHERE new."PTREASND" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'PTCOM', NULL, new."PTCOM" WHERE new."PTCOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pt', new.row, 'VOIDED', NULL, new.voided WHERE new."PTCLAS" IS NULL AND new."CMTRT" IS NULL AND new."CMDOSE" IS NULL AND new."CMDOSU" IS NULL AND new."CMSTDAT" IS NULL AND new."CMENDAT" IS NULL AND new."CMONGO" IS NULL AND new."PTRESP" IS NULL AND new."PTREASND" IS NULL AND new."PTCOM" IS NULL;
END;

CREATE TRIGGER "pt_voided_updated" AFTER UPDATE OF "voided" ON "pt" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "pt_PTCLAS_updated" AFTER UPDATE OF "PTCLAS" ON "pt" WHEN old."PTCLAS" IS NOT new."PTCLAS" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'PTCLAS', old."PTCLAS", new."PTCLAS";
END;

CREATE TRIGGER "pt_CMTRT_updated" AFTER UPDATE OF "CMTRT" ON "pt" WHEN old."CMTRT" IS NOT new."CMTRT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'CMTRT', old."CMTRT", new."CMTRT";
END;

CREATE TRIGGER "pt_CMDOSE_updated" AFTER UPDATE OF "CMDOSE" ON "pt" WHEN old."CMDOSE" IS NOT new."CMDOSE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'CMDOSE', old."CMDOSE", new."CMDOSE";
END;

CREATE TRIGGER "pt_CMDOSU_updated" AFTER UPDATE OF "CMDOSU" ON "pt" WHEN old."CMDOSU" IS NOT new."CMDOSU" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'CMDOSU', old."CMDOSU", new."CMDOSU";
END;

CREATE TRIGGER "pt_CMSTDAT_updated" AFTER UPDATE OF "CMSTDAT" ON "pt" WHEN old."CMSTDAT" IS NOT new."CMSTDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'CMSTDAT', old."CMSTDAT", new."CMSTDAT";
END;

CREATE TRIGGER "pt_CMENDAT_updated" AFTER UPDATE OF "CMENDAT" ON "pt" WHEN old."CMENDAT" IS NOT new."CMENDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'CMENDAT', old."CMENDAT", new."CMENDAT";
END;

CREATE TRIGGER "pt_CMONGO_updated" AFTER UPDATE OF "CMONGO" ON "pt" WHEN old."CMONGO" IS NOT new."CMONGO" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'CMONGO', old."CMONGO", new."CMONGO";
END;

CREATE TRIGGER "pt_PTRESP_updated" AFTER UPDATE OF "PTRESP" ON "pt" WHEN old."PTRESP" IS NOT new."PTRESP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'PTRESP', old."PTRESP", new."PTRESP";
END;

CREATE TRIGGER "pt_PTREASND_updated" AFTER UPDATE OF "PTREASND" ON "pt" WHEN old."PTREASND" IS NOT new."PTREASND" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'PTREASND', old."PTREASND", new."PTREASND";
END;

CREATE TRIGGER "pt_PTCOM_updated" AFTER UPDATE OF "PTCOM" ON "pt" WHEN old."PTCOM" IS NOT new."PTCOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pt', new.row, 'PTCOM', old."PTCOM", new."PTCOM";
END;

CREATE TRIGGER "pt_insert_complete" BEFORE INSERT ON "pt" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "pt_update_complete" BEFORE UPDATE ON "pt" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "pt_no_delete" BEFORE DELETE ON "pt"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "pt_no_move" BEFORE UPDATE OF id, record_id, row ON "pt"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "rp_inserted" AFTER INSERT ON "rp" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'rp', new.row, 'RPPREG', NULL, new."RPPREG" WHERE new."RPPREG" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'rp', new.row, 'RPBF', NULL, new."RPBF" WHERE new."RPBF" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'rp', new.row, 'RPWISH', NULL, new."RPWISH" WHERE new."RPWISH" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'rp', new.row, 'RPWOCBP', NULL, new."RPWOCBP" WHERE new."RPWOCBP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'rp', new.row, 'RPREASND', NULL, new."RPREASND" WHERE new."RPREASND" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'rp', new.row, 'RPCONTR', NULL, new."RPCONTR" WHERE new."RPCONTR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'rp', new.row, 'RPCONST', NULL, new."RPCONST" WHERE new."RPCONST" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'rp', new.row, 'RPADEQ', NULL, new."RPADEQ" WHERE new."RPADEQ" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'rp', new.row, 'RPPARTN', NULL, new."RPPARTN" WHERE new."RPPARTN" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'rp', new.row, 'VOIDED', NULL, new.voided WHERE new."RPPREG" IS NULL AND new."RPBF" IS NULL AND new."RPWISH" IS NULL AND new."RPWOCBP" IS NULL AND new."RPREASND" IS NULL AND new."RPCONTR" IS NULL AND new."RPCONST" IS NULL AND new."RPADEQ" IS NULL AND new."RPPARTN" IS NULL;
END;

CREATE TRIGGER "rp_voided_updated" AFTER UPDATE OF "voided" ON "rp" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'rp', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "rp_RPPREG_updated" AFTER UPDATE OF "RPPREG" ON "rp" WHEN old."RPPREG" IS NOT new."RPPREG" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'rp', new.row, 'RPPREG', old."RPPREG", new."RPPREG";
END;

CREATE TRIGGER "rp_RPBF_updated" AFTER UPDATE OF "RPBF" ON "rp" WHEN old."RPBF" IS NOT new."RPBF" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'rp', new.row, 'RPBF', old."RPBF", new."RPBF";
END;

CREATE TRIGGER "rp_RPWISH_updated" AFTER UPDATE OF "RPWISH" ON "rp" WHEN old."RPWISH" IS NOT new."RPWISH" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'rp', new.row, 'RPWISH', old."RPWISH", new."RPWISH";
END;

CREATE TRIGGER "rp_RPWOCBP_updated" AFTER UPDATE OF "RPWOCBP" ON "rp" WHEN old."RPWOCBP" IS NOT new."RPWOCBP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'rp', new.row, 'RPWOCBP', old."RPWOCBP", new."RPWOCBP";
END;

CREATE TRIGGER "rp_RPREASND_updated" AFTER UPDATE OF "RPREASND" ON "rp" WHEN old."RPREASND" IS NOT new."RPREASND" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'rp', new.row, 'RPREASND', old."RPREASND", new."RPREASND";
END;

CREATE TRIGGER "rp_RPCONTR_updated" AFTER UPDATE OF "RPCONTR" ON "rp" WHEN old."RPCONTR" IS NOT new."RPCONTR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'rp', new.row, 'RPCONTR', old."RPCONTR", new."RPCONTR";
END;

CREATE TRIGGER "rp_RPCONST_updated" AFTER UPDATE OF "RPCONST" ON "rp" WHEN old."RPCONST" IS NOT new."RPCONST" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'rp', new.row, 'RPCONST', old."RPCONST", new."RPCONST";
END;

CREATE TRIGGER "rp_RPADEQ_updated" AFTER UPDATE OF "RPADEQ" ON "rp" WHEN old."RPADEQ" IS NOT new."RPADEQ" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'rp', new.row, 'RPADEQ', old."RPADEQ", new."RPADEQ";
END;

CREATE TRIGGER "rp_RPPARTN_updated" AFTER UPDATE OF "RPPARTN" ON "rp" WHEN old."RPPARTN" IS NOT new."RPPARTN" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'rp', new.row, 'RPPARTN', old."RPPARTN", new."RPPARTN";
END;

CREATE TRIGGER "rp_insert_complete" BEFORE INSERT ON "rp" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "rp_update_complete" BEFORE UPDATE ON "rp" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "rp_no_delete" BEFORE DELETE ON "rp"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "rp_no_move" BEFORE UPDATE OF id, record_id, row ON "rp"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "vs_inserted" AFTER INSERT ON "vs" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'vs', new.row, 'VSDAT', NULL, new."VSDAT" WHERE new."VSDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'vs', new.row, 'HEIGHT', NULL, new."HEIGHT" WHERE new."HEIGHT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'vs', new.row, 'WEIGHT', NULL, new."WEIGHT" WHERE new."WEIGHT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'vs', new.row, 'SYSBP', NULL, new."SYSBP" WHERE new."SYSBP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'vs', new.row, 'DIABP', NULL, new."DIABP" WHERE new."DIABP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'vs', new.row, 'PULSE', NULL, new."PULSE" WHERE new."PULSE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'vs', new.row, 'TEMP', NULL, new."TEMP" WHERE new."TEMP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'vs', new.row, 'VOIDED', NULL, new.voided WHERE new."VSDAT" IS NULL AND new."HEIGHT" IS NULL AND new."WEIGHT" IS NULL AND new."SYSBP" IS NULL AND new."DIABP" IS NULL AND new."PULSE" IS NULL AND new."TEMP" IS NULL;
END;

CREATE TRIGGER "vs_voided_updated" AFTER UPDATE OF "voided" ON "vs" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'vs', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "vs_VSDAT_updated" AFTER UPDATE OF "VSDAT" ON "vs" WHEN old."VSDAT" IS NOT new."VSDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'vs', new.row, 'VSDAT', old."VSDAT", new."VSDAT";
END;

CREATE TRIGGER "vs_HEIGHT_updated" AFTER UPDATE OF "HEIGHT" ON "vs" WHEN old."HEIGHT" IS NOT new."HEIGHT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'vs', new.row, 'HEIGHT', old."HEIGHT", new."HEIGHT";
END;

CREATE TRIGGER "vs_WEIGHT_updated" AFTER UPDATE OF "WEIGHT" ON "vs" WHEN old."WEIGHT" IS NOT new."WEIGHT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'vs', new.row, 'WEIGHT', old."WEIGHT", new."WEIGHT";
END;

CREATE TRIGGER "vs_SYSBP_updated" AFTER UPDATE OF "SYSBP" ON "vs" WHEN old."SYSBP" IS NOT new."SYSBP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'vs', new.row, 'SYSBP', old."SYSBP", new."SYSBP";
END;

CREATE TRIGGER "vs_DIABP_updated" AFTER UPDATE OF "DIABP" ON "vs" WHEN old."DIABP" IS NOT new."DIABP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'vs', new.row, 'DIABP', old."DIABP", new."DIABP";
END;

CREATE TRIGGER "vs_PULSE_updated" AFTER UPDATE OF "PULSE" ON "vs" WHEN old."PULSE" IS NOT new."PULSE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'vs', new.row, 'PULSE', old."PULSE", new."PULSE";
END;

CREATE TRIGGER "vs_TEMP_updated" AFTER UPDATE OF "TEMP" ON "vs" WHEN old."TEMP" IS NOT new."TEMP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'vs', new.row, 'TEMP', old."TEMP", new."TEMP";
END;

CREATE TRIGGER "vs_insert_complete" BEFORE INSERT ON "vs" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "vs_update_complete" BEFORE UPDATE ON "vs" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "vs_no_delete" BEFORE DELETE ON "vs"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "vs_no_move" BEFORE UPDATE OF id, record_id, row ON "vs"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "pe_inserted" AFTER INSERT ON "pe" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pe', new.row, 'PERES', NULL, new."PERES" WHERE new."PERES" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pe', new.row, 'PEDESC', NULL, new."PEDESC" WHERE new."PEDESC" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pe', new.row, 'VOIDED', NULL, new.voided WHERE new."PERES" IS NULL AND new."PEDESC" IS NULL;
END;

CREATE TRIGGER "pe_voided_updated" AFTER UPDATE OF "voided" ON "pe" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pe', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "pe_PERES_updated" AFTER UPDATE OF "PERES" ON "pe" WHEN old."PERES" IS NOT new."PERES" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pe', new.row, 'PERES', old."PERES", new."PERES";
END;

CREATE TRIGGER "pe_PEDESC_updated" AFTER UPDATE OF "PEDESC" ON "pe" WHEN old."PEDESC" IS NOT new."PEDESC" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pe', new.row, 'PEDESC', old."PEDESC", new."PEDESC";
END;

CREATE TRIGGER "pe_insert_complete" BEFORE INSERT ON "pe" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "pe_update_complete" BEFORE UPDATE ON "pe" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "pe_no_delete" BEFORE DELETE ON "pe"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "pe_no_move" BEFORE UPDATE OF id, record_id, row ON "pe"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "nv_asked_inserted" AFTER INSERT ON "nv_asked" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'nv_asked', new.row, 'NVPRES', NULL, new."NVPRES" WHERE new."NVPRES" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'nv_asked', new.row, 'NVGRADE', NULL, new."NVGRADE" WHERE new."NVGRADE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'nv_asked', new.row, 'VOIDED', NULL, new.voided WHERE new."NVPRES" IS NULL AND new."NVGRADE" IS NULL;
END;

CREATE TRIGGER "nv_asked_voided_updated" AFTER UPDATE OF "voided" ON "nv_asked" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'nv_asked', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "nv_asked_NVPRES_updated" AFTER UPDATE OF "NVPRES" ON "nv_asked" WHEN old."NVPRES" IS NOT new."NVPRES" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'nv_asked', new.row, 'NVPRES', old."NVPRES", new."NVPRES";
END;

CREATE TRIGGER "nv_asked_NVGRADE_updated" AFTER UPDATE OF "NVGRADE" ON "nv_asked" WHEN old."NVGRADE" IS NOT new."NVGRADE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'nv_asked', new.row, 'NVGRADE', old."NVGRADE", new."NVGRADE";
END;

CREATE TRIGGER "nv_asked_insert_complete" BEFORE INSERT ON "nv_asked" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "nv_asked_update_complete" BEFORE UPDATE ON "nv_asked" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "nv_asked_no_delete" BEFORE DELETE ON "nv_asked"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "nv_asked_no_move" BEFORE UPDATE OF id, record_id, row ON "nv_asked"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "nv_inserted" AFTER INSERT ON "nv" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'nv', new.row, 'NVREFL', NULL, new."NVREFL" WHERE new."NVREFL" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'nv', new.row, 'NVCOM', NULL, new."NVCOM" WHERE new."NVCOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'nv', new.row, 'VOIDED', NULL, new.voided WHERE new."NVREFL" IS NULL AND new."NVCOM" IS NULL;
END;

CREATE TRIGGER "nv_voided_updated" AFTER UPDATE OF "voided" ON "nv" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'nv', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "nv_NVREFL_updated" AFTER UPDATE OF "NVREFL" ON "nv" WHEN old."NVREFL" IS NOT new."NVREFL" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'nv', new.row, 'NVREFL', old."NVREFL", new."NVREFL";
END;

CREATE TRIGGER "nv_NVCOM_updated" AFTER UPDATE OF "NVCOM" ON "nv" WHEN old."NVCOM" IS NOT new."NVCOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'nv', new.row, 'NVCOM', old."NVCOM", new."NVCOM";
END;

CREATE TRIGGER "nv_insert_complete" BEFORE INSERT ON "nv" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "nv_update_complete" BEFORE UPDATE ON "nv" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "nv_no_delete" BEFORE DELETE ON "nv"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "nv_no_move" BEFORE UPDATE OF id, record_id, row ON "nv"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "emg_inserted" AFTER INSERT ON "emg" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'emg', new.row, 'NCSPERF', NULL, new."NCSPERF" WHERE new."NCSPERF" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'emg', new.row, 'NCSDAT', NULL, new."NCSDAT" WHERE new."NCSDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'emg', new.row, 'SNAPR', NULL, new."SNAPR" WHERE new."SNAPR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'emg', new.row, 'SNAPL', NULL, new."SNAPL" WHERE new."SNAPL" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'emg', new.row, 'NCSCONC', NULL, new."NCSCONC" WHERE new."NCSCONC" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'emg', new.row, 'NCSCOM', NULL, new."NCSCOM" WHERE new."NCSCOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'emg', new.row, 'VOIDED', NULL, new.voided WHERE new."NCSPERF" IS NULL AND new."NCSDAT" IS NULL AND new."SNAPR" IS NULL AND new."SNAPL" IS NULL AND new."NCSCONC" IS NULL AND new."NCSCOM" IS NULL;
END;

CREATE TRIGGER "emg_voided_updated" AFTER UPDATE OF "voided" ON "emg" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'emg', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "emg_NCSPERF_updated" AFTER UPDATE OF "NCSPERF" ON "emg" WHEN old."NCSPERF" IS NOT new."NCSPERF" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'emg', new.row, 'NCSPERF', old."NCSPERF", new."NCSPERF";
END;

CREATE TRIGGER "emg_NCSDAT_updated" AFTER UPDATE OF "NCSDAT" ON "emg" WHEN old."NCSDAT" IS NOT new."NCSDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'emg', new.row, 'NCSDAT', old."NCSDAT", new."NCSDAT";
END;

CREATE TRIGGER "emg_SNAPR_updated" AFTER UPDATE OF "SNAPR" ON "emg" WHEN old."SNAPR" IS NOT new."SNAPR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'emg', new.row, 'SNAPR', old."SNAPR", new."SNAPR";
END;

CREATE TRIGGER "emg_SNAPL_updated" AFTER UPDATE OF "SNAPL" ON "emg" WHEN old."SNAPL" IS NOT new."SNAPL" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'emg', new.row, 'SNAPL', old."SNAPL", new."SNAPL";
END;

CREATE TRIGGER "emg_NCSCONC_updated" AFTER UPDATE OF "NCSCONC" ON "emg" WHEN old."NCSCONC" IS NOT new."NCSCONC" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'emg', new.row, 'NCSCONC', old."NCSCONC", new."NCSCONC";
END;

CREATE TRIGGER "emg_NCSCOM_updated" AFTER UPDATE OF "NCSCOM" ON "emg" WHEN old."NCSCOM" IS NOT new."NCSCOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'emg', new.row, 'NCSCOM', old."NCSCOM", new."NCSCOM";
END;

CREATE TRIGGER "emg_insert_complete" BEFORE INSERT ON "emg" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "emg_update_complete" BEFORE UPDATE ON "emg" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "emg_no_delete" BEFORE DELETE ON "emg"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "emg_no_move" BEFORE UPDATE OF id, record_id, row ON "emg"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "clasi_area_inserted" AFTER INSERT ON "clasi_area" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi_area', new.row, 'CLERY', NULL, new."CLERY" WHERE new."CLERY" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi_area', new.row, 'CLSCL', NULL, new."CLSCL" WHERE new."CLSCL" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi_area', new.row, 'CLDYS', NULL, new."CLDYS" WHERE new."CLDYS" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi_area', new.row, 'CLSCR', NULL, new."CLSCR" WHERE new."CLSCR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi_area', new.row, 'VOIDED', NULL, new.voided WHERE new."CLERY" IS NULL AND new."CLSCL" IS NULL AND new."CLDYS" IS NULL AND new."CLSCR" IS NULL;
END;

CREATE TRIGGER "clasi_area_voided_updated" AFTER UPDATE OF "voided" ON "clasi_area" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi_area', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "clasi_area_CLERY_updated" AFTER UPDATE OF "CLERY" ON "clasi_area" WHEN old."CLERY" IS NOT new."CLERY" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi_area', new.row, 'CLERY', old."CLERY", new."CLERY";
END;

CREATE TRIGGER "clasi_area_CLSCL_updated" AFTER UPDATE OF "CLSCL" ON "clasi_area" WHEN old."CLSCL" IS NOT new."CLSCL" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi_area', new.row, 'CLSCL', old."CLSCL", new."CLSCL";
END;

CREATE TRIGGER "clasi_area_CLDYS_updated" AFTER UPDATE OF "CLDYS" ON "clasi_area" WHEN old."CLDYS" IS NOT new."CLDYS" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi_area', new.row, 'CLDYS', old."CLDYS", new."CLDYS";
END;

CREATE TRIGGER "clasi_area_CLSCR_updated" AFTER UPDATE OF "CLSCR" ON "clasi_area" WHEN old."CLSCR" IS NOT new."CLSCR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi_area', new.row, 'CLSCR', old."CLSCR", new."CLSCR";
END;

CREATE TRIGGER "clasi_area_insert_complete" BEFORE INSERT ON "clasi_area" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "clasi_area_update_complete" BEFORE UPDATE ON "clasi_area" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "clasi_area_no_delete" BEFORE DELETE ON "clasi_area"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "clasi_area_no_move" BEFORE UPDATE OF id, record_id, row ON "clasi_area"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "clasi_inserted" AFTER INSERT ON "clasi" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi', new.row, 'CLMUC', NULL, new."CLMUC" WHERE new."CLMUC" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi', new.row, 'CLHAIR', NULL, new."CLHAIR" WHERE new."CLHAIR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi', new.row, 'CLALOP', NULL, new."CLALOP" WHERE new."CLALOP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi', new.row, 'CLSSCR', NULL, new."CLSSCR" WHERE new."CLSSCR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi', new.row, 'CLDYDUR', NULL, new."CLDYDUR" WHERE new."CLDYDUR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi', new.row, 'QSEVAL', NULL, new."QSEVAL" WHERE new."QSEVAL" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi', new.row, 'VOIDED', NULL, new.voided WHERE new."CLMUC" IS NULL AND new."CLHAIR" IS NULL AND new."CLALOP" IS NULL AND new."CLSSCR" IS NULL AND new."CLDYDUR" IS NULL AND new."QSEVAL" IS NULL;
END;

CREATE TRIGGER "clasi_voided_updated" AFTER UPDATE OF "voided" ON "clasi" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "clasi_CLMUC_updated" AFTER UPDATE OF "CLMUC" ON "clasi" WHEN old."CLMUC" IS NOT new."CLMUC" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi', new.row, 'CLMUC', old."CLMUC", new."CLMUC";
END;

CREATE TRIGGER "clasi_CLHAIR_updated" AFTER UPDATE OF "CLHAIR" ON "clasi" WHEN old."CLHAIR" IS NOT new."CLHAIR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi', new.row, 'CLHAIR', old."CLHAIR", new."CLHAIR";
END;

CREATE TRIGGER "clasi_CLALOP_updated" AFTER UPDATE OF "CLALOP" ON "clasi" WHEN old."CLALOP" IS NOT new."CLALOP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi', new.row, 'CLALOP', old."CLALOP", new."CLALOP";
END;

CREATE TRIGGER "clasi_CLSSCR_updated" AFTER UPDATE OF "CLSSCR" ON "clasi" WHEN old."CLSSCR" IS NOT new."CLSSCR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi', new.row, 'CLSSCR', old."CLSSCR", new."CLSSCR";
END;

CREATE TRIGGER "clasi_CLDYDUR_updated" AFTER UPDATE OF "CLDYDUR" ON "clasi" WHEN old."CLDYDUR" IS NOT new."CLDYDUR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi', new.row, 'CLDYDUR', old."CLDYDUR", new."CLDYDUR";
END;

CREATE TRIGGER "clasi_QSEVAL_updated" AFTER UPDATE OF "QSEVAL" ON "clasi" WHEN old."QSEVAL" IS NOT new."QSEVAL" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'clasi', new.row, 'QSEVAL', old."QSEVAL", new."QSEVAL";
END;

CREATE TRIGGER "clasi_insert_complete" BEFORE INSERT ON "clasi" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "clasi_update_complete" BEFORE UPDATE ON "clasi" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "clasi_no_delete" BEFORE DELETE ON "clasi"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "clasi_no_move" BEFORE UPDATE OF id, record_id, row ON "clasi"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "bm_inserted" AFTER INSERT ON "bm" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm', new.row, 'BMPERF', NULL, new."BMPERF" WHERE new."BMPERF" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm', new.row, 'BMOTHER', NULL, new."BMOTHER" WHERE new."BMOTHER" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm', new.row, 'BMMAP', NULL, new."BMMAP" WHERE new."BMMAP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm', new.row, 'VOIDED', NULL, new.voided WHERE new."BMPERF" IS NULL AND new."BMOTHER" IS NULL AND new."BMMAP" IS NULL;
END;

CREATE TRIGGER "bm_voided_updated" AFTER UPDATE OF "voided" ON "bm" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'bm', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "bm_BMPERF_updated" AFTER UPDATE OF "BMPERF" ON "bm" WHEN old."BMPERF" IS NOT new."BMPERF" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'bm', new.row, 'BMPERF', old."BMPERF", new."BMPERF";
END;

CREATE TRIGGER "bm_BMOTHER_updated" AFTER UPDATE OF "BMOTHER" ON "bm" WHEN old."BMOTHER" IS NOT new."BMOTHER" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'bm', new.row, 'BMOTHER', old."BMOTHER", new."BMOTHER";
END;

CREATE TRIGGER "bm_BMMAP_updated" AFTER UPDATE OF "BMMAP" ON "bm" WHEN old."BMMAP" IS NOT new."BMMAP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'bm', new.row, 'BMMAP', old."BMMAP", new."BMMAP";
END;

CREATE TRIGGER "bm_insert_complete" BEFORE INSERT ON "bm" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "bm_update_complete" BEFORE UPDATE ON "bm" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "bm_no_delete" BEFORE DELETE ON "bm"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "bm_no_move" BEFORE UPDATE OF id, record_id, row ON "bm"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "bm_stroke_inserted" AFTER INSERT ON "bm_stroke" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm_stroke', new.row, 'BMLAYER', NULL, new."BMLAYER" WHERE new."BMLAYER" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm_stroke', new.row, 'BMOP', NULL, new."BMOP" WHERE new."BMOP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm_stroke', new.row, 'VOIDED', NULL, new.voided WHERE new."BMLAYER" IS NULL AND new."BMOP" IS NULL;
END;

CREATE TRIGGER "bm_stroke_voided_updated" AFTER UPDATE OF "voided" ON "bm_stroke" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'bm_stroke', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "bm_stroke_BMLAYER_updated" AFTER UPDATE OF "BMLAYER" ON "bm_stroke" WHEN old."BMLAYER" IS NOT new."BMLAYER" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'bm_stroke', new.row, 'BMLAYER', old."BMLAYER", new."BMLAYER";
END;

CREATE TRIGGER "bm_stroke_BMOP_updated" AFTER UPDATE OF "BMOP" ON "bm_stroke" WHEN old."BMOP" IS NOT new."BMOP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'bm_stroke', new.row, 'BMOP', old."BMOP", new."BMOP";
END;

CREATE TRIGGER "bm_stroke_insert_complete" BEFORE INSERT ON "bm_stroke" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "bm_stroke_update_complete" BEFORE UPDATE ON "bm_stroke" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "bm_stroke_no_delete" BEFORE DELETE ON "bm_stroke"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "bm_stroke_no_move" BEFORE UPDATE OF id, record_id, row ON "bm_stroke"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "sledai_descriptor_inserted" AFTER INSERT ON "sledai_descriptor" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sledai_descriptor', new.row, 'SLPRES', NULL, new."SLPRES" WHERE new."SLPRES" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sledai_descriptor', new.row, 'SLATTR', NULL, new."SLATTR" WHERE new."SLATTR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sledai_descriptor', new.row, 'VOIDED', NULL, new.voided WHERE new."SLPRES" IS NULL AND new."SLATTR" IS NULL;
END;

CREATE TRIGGER "sledai_descriptor_voided_updated" AFTER UPDATE OF "voided" ON "sledai_descriptor" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sledai_descriptor', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "sledai_descriptor_SLPRES_updated" AFTER UPDATE OF "SLPRES" ON "sledai_descriptor" WHEN old."SLPRES" IS NOT new."SLPRES" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sledai_descriptor', new.row, 'SLPRES', old."SLPRES", new."SLPRES";
END;

CREATE TRIGGER "sledai_descriptor_SLATTR_updated" AFTER UPDATE OF "SLATTR" ON "sledai_descriptor" WHEN old."SLATTR" IS NOT new."SLATTR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sledai_descriptor', new.row, 'SLATTR', old."SLATTR", new."SLATTR";
END;

CREATE TRIGGER "sledai_descriptor_insert_complete" BEFORE INSERT ON "sledai_descriptor" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "sledai_descriptor_update_complete" BEFORE UPDATE ON "sledai_descriptor" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "sledai_descriptor_no_delete" BEFORE DELETE ON "sledai_descriptor"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "sledai_descriptor_no_move" BEFORE UPDATE OF id, record_id, row ON "sledai_descriptor"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "sledai_inserted" AFTER INSERT ON "sledai" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sledai', new.row, 'SLJOINT', NULL, new."SLJOINT" WHERE new."SLJOINT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sledai', new.row, 'SLEVAL', NULL, new."SLEVAL" WHERE new."SLEVAL" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sledai', new.row, 'VOIDED', NULL, new.voided WHERE new."SLJOINT" IS NULL AND new."SLEVAL" IS NULL;
END;

CREATE TRIGGER "sledai_voided_updated" AFTER UPDATE OF "voided" ON "sledai" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sledai', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "sledai_SLJOINT_updated" AFTER UPDATE OF "SLJOINT" ON "sledai" WHEN old."SLJOINT" IS NOT new."SLJOINT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sledai', new.row, 'SLJOINT', old."SLJOINT", new."SLJOINT";
END;

CREATE TRIGGER "sledai_SLEVAL_updated" AFTER UPDATE OF "SLEVAL" ON "sledai" WHEN old."SLEVAL" IS NOT new."SLEVAL" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sledai', new.row, 'SLEVAL', old."SLEVAL", new."SLEVAL";
END;

CREATE TRIGGER "sledai_insert_complete" BEFORE INSERT ON "sledai" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "sledai_update_complete" BEFORE UPDATE ON "sledai" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "sledai_no_delete" BEFORE DELETE ON "sledai"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "sledai_no_move" BEFORE UPDATE OF id, record_id, row ON "sledai"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "pga_inserted" AFTER INSERT ON "pga" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pga', new.row, 'PGASCORE', NULL, new."PGASCORE" WHERE new."PGASCORE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pga', new.row, 'PTVAS', NULL, new."PTVAS" WHERE new."PTVAS" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pga', new.row, 'PGAEVAL', NULL, new."PGAEVAL" WHERE new."PGAEVAL" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pga', new.row, 'VOIDED', NULL, new.voided WHERE new."PGASCORE" IS NULL AND new."PTVAS" IS NULL AND new."PGAEVAL" IS NULL;
END;

CREATE TRIGGER "pga_voided_updated" AFTER UPDATE OF "voided" ON "pga" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pga', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "pga_PGASCORE_updated" AFTER UPDATE OF "PGASCORE" ON "pga" WHEN old."PGASCORE" IS NOT new."PGASCORE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pga', new.row, 'PGASCORE', old."PGASCORE", new."PGASCORE";
END;

CREATE TRIGGER "pga_PTVAS_updated" AFTER UPDATE OF "PTVAS" ON "pga" WHEN old."PTVAS" IS NOT new."PTVAS" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pga', new.row, 'PTVAS', old."PTVAS", new."PTVAS";
END;

CREATE TRIGGER "pga_PGAEVAL_updated" AFTER UPDATE OF "PGAEVAL" ON "pga" WHEN old."PGAEVAL" IS NOT new."PGAEVAL" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pga', new.row, 'PGAEVAL', old."PGAEVAL", new."PGAEVAL";
END;

CREATE TRIGGER "pga_insert_complete" BEFORE INSERT ON "pga" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "pga_update_complete" BEFORE UPDATE ON "pga" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "pga_no_delete" BEFORE DELETE ON "pga"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "pga_no_move" BEFORE UPDATE OF id, record_id, row ON "pga"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "lb_sample_inserted" AFTER INSERT ON "lb_sample" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb_sample', new.row, 'LBDAT', NULL, new."LBDAT" WHERE new."LBDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb_sample', new.row, 'LBNAM', NULL, new."LBNAM" WHERE new."LBNAM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb_sample', new.row, 'LBKIT', NULL, new."LBKIT" WHERE new."LBKIT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb_sample', new.row, 'VOIDED', NULL, new.voided WHERE new."LBDAT" IS NULL AND new."LBNAM" IS NULL AND new."LBKIT" IS NULL;
END;

CREATE TRIGGER "lb_sample_voided_updated" AFTER UPDATE OF "voided" ON "lb_sample" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb_sample', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "lb_sample_LBDAT_updated" AFTER UPDATE OF "LBDAT" ON "lb_sample" WHEN old."LBDAT" IS NOT new."LBDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb_sample', new.row, 'LBDAT', old."LBDAT", new."LBDAT";
END;

CREATE TRIGGER "lb_sample_LBNAM_updated" AFTER UPDATE OF "LBNAM" ON "lb_sample" WHEN old."LBNAM" IS NOT new."LBNAM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb_sample', new.row, 'LBNAM', old."LBNAM", new."LBNAM";
END;

CREATE TRIGGER "lb_sample_LBKIT_updated" AFTER UPDATE OF "LBKIT" ON "lb_sample" WHEN old."LBKIT" IS NOT new."LBKIT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb_sample', new.row, 'LBKIT', old."LBKIT", new."LBKIT";
END;

CREATE TRIGGER "lb_sample_insert_complete" BEFORE INSERT ON "lb_sample" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "lb_sample_update_complete" BEFORE UPDATE ON "lb_sample" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "lb_sample_no_delete" BEFORE DELETE ON "lb_sample"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "lb_sample_no_move" BEFORE UPDATE OF id, record_id, row ON "lb_sample"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "lb_inserted" AFTER INSERT ON "lb" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb', new.row, 'LBORRES', NULL, new."LBORRES" WHERE new."LBORRES" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb', new.row, 'LBORRESU', NULL, new."LBORRESU" WHERE new."LBORRESU" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb', new.row, 'LBORNRLO', NULL, new."LBORNRLO" WHERE new."LBORNRLO" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb', new.row, 'LBORNRHI', NULL, new."LBORNRHI" WHERE new."LBORNRHI" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb', new.row, 'LBCLSIG', NULL, new."LBCLSIG" WHERE new."LBCLSIG" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb', new.row, 'VOIDED', NULL, new.voided WHERE new."LBORRES" IS NULL AND new."LBORRESU" IS NULL AND new."LBORNRLO" IS NULL AND new."LBORNRHI" IS NULL AND new."LBCLSIG" IS NULL;
END;

CREATE TRIGGER "lb_voided_updated" AFTER UPDATE OF "voided" ON "lb" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "lb_LBORRES_updated" AFTER UPDATE OF "LBORRES" ON "lb" WHEN old."LBORRES" IS NOT new."LBORRES" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb', new.row, 'LBORRES', old."LBORRES", new."LBORRES";
END;

CREATE TRIGGER "lb_LBORRESU_updated" AFTER UPDATE OF "LBORRESU" ON "lb" WHEN old."LBORRESU" IS NOT new."LBORRESU" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb', new.row, 'LBORRESU', old."LBORRESU", new."LBORRESU";
END;

CREATE TRIGGER "lb_LBORNRLO_updated" AFTER UPDATE OF "LBORNRLO" ON "lb" WHEN old."LBORNRLO" IS NOT new."LBORNRLO" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb', new.row, 'LBORNRLO', old."LBORNRLO", new."LBORNRLO";
END;

CREATE TRIGGER "lb_LBORNRHI_updated" AFTER UPDATE OF "LBORNRHI" ON "lb" WHEN old."LBORNRHI" IS NOT new."LBORNRHI" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb', new.row, 'LBORNRHI', old."LBORNRHI", new."LBORNRHI";
END;

CREATE TRIGGER "lb_LBCLSIG_updated" AFTER UPDATE OF "LBCLSIG" ON "lb" WHEN old."LBCLSIG" IS NOT new."LBCLSIG" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb', new.row, 'LBCLSIG', old."LBCLSIG", new."LBCLSIG";
END;

CREATE TRIGGER "lb_insert_complete" BEFORE INSERT ON "lb" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "lb_update_complete" BEFORE UPDATE ON "lb" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "lb_no_delete" BEFORE DELETE ON "lb"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "lb_no_move" BEFORE UPDATE OF id, record_id, row ON "lb"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "lb_urine_inserted" AFTER INSERT ON "lb_urine" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb_urine', new.row, 'UCASTS', NULL, new."UCASTS" WHERE new."UCASTS" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb_urine', new.row, 'VOIDED', NULL, new.voided WHERE new."UCASTS" IS NULL;
END;

CREATE TRIGGER "lb_urine_voided_updated" AFTER UPDATE OF "voided" ON "lb_urine" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb_urine', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "lb_urine_UCASTS_updated" AFTER UPDATE OF "UCASTS" ON "lb_urine" WHEN old."UCASTS" IS NOT new."UCASTS" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb_urine', new.row, 'UCASTS', old."UCASTS", new."UCASTS";
END;

CREATE TRIGGER "lb_urine_insert_complete" BEFORE INSERT ON "lb_urine" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "lb_urine_update_complete" BEFORE UPDATE ON "lb_urine" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "lb_urine_no_delete" BEFORE DELETE ON "lb_urine"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "lb_urine_no_move" BEFORE UPDATE OF id, record_id, row ON "lb_urine"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "se_sample_inserted" AFTER INSERT ON "se_sample" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'se_sample', new.row, 'SEDAT', NULL, new."SEDAT" WHERE new."SEDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'se_sample', new.row, 'SENAM', NULL, new."SENAM" WHERE new."SENAM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'se_sample', new.row, 'VOIDED', NULL, new.voided WHERE new."SEDAT" IS NULL AND new."SENAM" IS NULL;
END;

CREATE TRIGGER "se_sample_voided_updated" AFTER UPDATE OF "voided" ON "se_sample" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'se_sample', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "se_sample_SEDAT_updated" AFTER UPDATE OF "SEDAT" ON "se_sample" WHEN old."SEDAT" IS NOT new."SEDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'se_sample', new.row, 'SEDAT', old."SEDAT", new."SEDAT";
END;

CREATE TRIGGER "se_sample_SENAM_updated" AFTER UPDATE OF "SENAM" ON "se_sample" WHEN old."SENAM" IS NOT new."SENAM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'se_sample', new.row, 'SENAM', old."SENAM", new."SENAM";
END;

CREATE TRIGGER "se_sample_insert_complete" BEFORE INSERT ON "se_sample" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "se_sample_update_complete" BEFORE UPDATE ON "se_sample" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "se_sample_no_delete" BEFORE DELETE ON "se_sample"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "se_sample_no_move" BEFORE UPDATE OF id, record_id, row ON "se_sample"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "se_inserted" AFTER INSERT ON "se" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'se', new.row, 'SERES', NULL, new."SERES" WHERE new."SERES" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'se', new.row, 'SETITRE', NULL, new."SETITRE" WHERE new."SETITRE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'se', new.row, 'SECOM', NULL, new."SECOM" WHERE new."SECOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'se', new.row, 'VOIDED', NULL, new.voided WHERE new."SERES" IS NULL AND new."SETITRE" IS NULL AND new."SECOM" IS NULL;
END;

CREATE TRIGGER "se_voided_updated" AFTER UPDATE OF "voided" ON "se" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'se', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "se_SERES_updated" AFTER UPDATE OF "SERES" ON "se" WHEN old."SERES" IS NOT new."SERES" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'se', new.row, 'SERES', old."SERES", new."SERES";
END;

CREATE TRIGGER "se_SETITRE_updated" AFTER UPDATE OF "SETITRE" ON "se" WHEN old."SETITRE" IS NOT new."SETITRE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'se', new.row, 'SETITRE', old."SETITRE", new."SETITRE";
END;

CREATE TRIGGER "se_SECOM_updated" AFTER UPDATE OF "SECOM" ON "se" WHEN old."SECOM" IS NOT new."SECOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'se', new.row, 'SECOM', old."SECOM", new."SECOM";
END;

CREATE TRIGGER "se_insert_complete" BEFORE INSERT ON "se" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "se_update_complete" BEFORE UPDATE ON "se" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "se_no_delete" BEFORE DELETE ON "se"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "se_no_move" BEFORE UPDATE OF id, record_id, row ON "se"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "pg_inserted" AFTER INSERT ON "pg" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGAPPL', NULL, new."PGAPPL" WHERE new."PGAPPL" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGDONE', NULL, new."PGDONE" WHERE new."PGDONE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGDAT', NULL, new."PGDAT" WHERE new."PGDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGSAMP', NULL, new."PGSAMP" WHERE new."PGSAMP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGSENS', NULL, new."PGSENS" WHERE new."PGSENS" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGRES', NULL, new."PGRES" WHERE new."PGRES" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGLATE', NULL, new."PGLATE" WHERE new."PGLATE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGCONT', NULL, new."PGCONT" WHERE new."PGCONT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGCOUNS', NULL, new."PGCOUNS" WHERE new."PGCOUNS" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGRXDAT', NULL, new."PGRXDAT" WHERE new."PGRXDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'PGDISDAT', NULL, new."PGDISDAT" WHERE new."PGDISDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'pg', new.row, 'VOIDED', NULL, new.voided WHERE new."PGAPPL" IS NULL AND new."PGDONE" IS NULL AND new."PGDAT" IS NULL AND new."PGSAMP" IS NULL AND new."PGSENS" IS NULL AND new."PGRES" IS NULL AND new."PGLATE" IS NULL AND new."PGCONT" IS NULL AND new."PGCOUNS" IS NULL AND new."PGRXDAT" IS NULL AND new."PGDISDAT" IS NULL;
END;

CREATE TRIGGER "pg_voided_updated" AFTER UPDATE OF "voided" ON "pg" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "pg_PGAPPL_updated" AFTER UPDATE OF "PGAPPL" ON "pg" WHEN old."PGAPPL" IS NOT new."PGAPPL" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGAPPL', old."PGAPPL", new."PGAPPL";
END;

CREATE TRIGGER "pg_PGDONE_updated" AFTER UPDATE OF "PGDONE" ON "pg" WHEN old."PGDONE" IS NOT new."PGDONE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGDONE', old."PGDONE", new."PGDONE";
END;

CREATE TRIGGER "pg_PGDAT_updated" AFTER UPDATE OF "PGDAT" ON "pg" WHEN old."PGDAT" IS NOT new."PGDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGDAT', old."PGDAT", new."PGDAT";
END;

CREATE TRIGGER "pg_PGSAMP_updated" AFTER UPDATE OF "PGSAMP" ON "pg" WHEN old."PGSAMP" IS NOT new."PGSAMP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGSAMP', old."PGSAMP", new."PGSAMP";
END;

CREATE TRIGGER "pg_PGSENS_updated" AFTER UPDATE OF "PGSENS" ON "pg" WHEN old."PGSENS" IS NOT new."PGSENS" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGSENS', old."PGSENS", new."PGSENS";
END;

CREATE TRIGGER "pg_PGRES_updated" AFTER UPDATE OF "PGRES" ON "pg" WHEN old."PGRES" IS NOT new."PGRES" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGRES', old."PGRES", new."PGRES";
END;

CREATE TRIGGER "pg_PGLATE_updated" AFTER UPDATE OF "PGLATE" ON "pg" WHEN old."PGLATE" IS NOT new."PGLATE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGLATE', old."PGLATE", new."PGLATE";
END;

CREATE TRIGGER "pg_PGCONT_updated" AFTER UPDATE OF "PGCONT" ON "pg" WHEN old."PGCONT" IS NOT new."PGCONT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGCONT', old."PGCONT", new."PGCONT";
END;

CREATE TRIGGER "pg_PGCOUNS_updated" AFTER UPDATE OF "PGCOUNS" ON "pg" WHEN old."PGCOUNS" IS NOT new."PGCOUNS" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGCOUNS', old."PGCOUNS", new."PGCOUNS";
END;

CREATE TRIGGER "pg_PGRXDAT_updated" AFTER UPDATE OF "PGRXDAT" ON "pg" WHEN old."PGRXDAT" IS NOT new."PGRXDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGRXDAT', old."PGRXDAT", new."PGRXDAT";
END;

CREATE TRIGGER "pg_PGDISDAT_updated" AFTER UPDATE OF "PGDISDAT" ON "pg" WHEN old."PGDISDAT" IS NOT new."PGDISDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'pg', new.row, 'PGDISDAT', old."PGDISDAT", new."PGDISDAT";
END;

CREATE TRIGGER "pg_insert_complete" BEFORE INSERT ON "pg" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "pg_update_complete" BEFORE UPDATE ON "pg" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "pg_no_delete" BEFORE DELETE ON "pg"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "pg_no_move" BEFORE UPDATE OF id, record_id, row ON "pg"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "ph_inserted" AFTER INSERT ON "ph" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ph', new.row, 'PHLOC', NULL, new."PHLOC" WHERE new."PHLOC" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ph', new.row, 'PHDAT', NULL, new."PHDAT" WHERE new."PHDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ph', new.row, 'PHFILE', NULL, new."PHFILE" WHERE new."PHFILE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ph', new.row, 'PHCOM', NULL, new."PHCOM" WHERE new."PHCOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ph', new.row, 'VOIDED', NULL, new.voided WHERE new."PHLOC" IS NULL AND new."PHDAT" IS NULL AND new."PHFILE" IS NULL AND new."PHCOM" IS NULL;
END;

CREATE TRIGGER "ph_voided_updated" AFTER UPDATE OF "voided" ON "ph" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ph', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "ph_PHLOC_updated" AFTER UPDATE OF "PHLOC" ON "ph" WHEN old."PHLOC" IS NOT new."PHLOC" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ph', new.row, 'PHLOC', old."PHLOC", new."PHLOC";
END;

CREATE TRIGGER "ph_PHDAT_updated" AFTER UPDATE OF "PHDAT" ON "ph" WHEN old."PHDAT" IS NOT new."PHDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ph', new.row, 'PHDAT', old."PHDAT", new."PHDAT";
END;

CREATE TRIGGER "ph_PHFILE_updated" AFTER UPDATE OF "PHFILE" ON "ph" WHEN old."PHFILE" IS NOT new."PHFILE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ph', new.row, 'PHFILE', old."PHFILE", new."PHFILE";
END;

CREATE TRIGGER "ph_PHCOM_updated" AFTER UPDATE OF "PHCOM" ON "ph" WHEN old."PHCOM" IS NOT new."PHCOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ph', new.row, 'PHCOM', old."PHCOM", new."PHCOM";
END;

CREATE TRIGGER "ph_insert_complete" BEFORE INSERT ON "ph" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ph_update_complete" BEFORE UPDATE ON "ph" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ph_no_delete" BEFORE DELETE ON "ph"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "ph_no_move" BEFORE UPDATE OF id, record_id, row ON "ph"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "ie_inserted" AFTER INSERT ON "ie" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ie', new.row, 'IEORRES', NULL, new."IEORRES" WHERE new."IEORRES" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ie', new.row, 'IECOM', NULL, new."IECOM" WHERE new."IECOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ie', new.row, 'VOIDED', NULL, new.voided WHERE new."IEORRES" IS NULL AND new."IECOM" IS NULL;
END;

CREATE TRIGGER "ie_voided_updated" AFTER UPDATE OF "voided" ON "ie" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ie', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "ie_IEORRES_updated" AFTER UPDATE OF "IEORRES" ON "ie" WHEN old."IEORRES" IS NOT new."IEORRES" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ie', new.row, 'IEORRES', old."IEORRES", new."IEORRES";
END;

CREATE TRIGGER "ie_IECOM_updated" AFTER UPDATE OF "IECOM" ON "ie" WHEN old."IECOM" IS NOT new."IECOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ie', new.row, 'IECOM', old."IECOM", new."IECOM";
END;

CREATE TRIGGER "ie_insert_complete" BEFORE INSERT ON "ie" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ie_update_complete" BEFORE UPDATE ON "ie" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ie_no_delete" BEFORE DELETE ON "ie"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "ie_no_move" BEFORE UPDATE OF id, record_id, row ON "ie"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "ie_decision_inserted" AFTER INSERT ON "ie_decision" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ie_decision', new.row, 'IEDAT', NULL, new."IEDAT" WHERE new."IEDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ie_decision', new.row, 'IEYN', NULL, new."IEYN" WHERE new."IEYN" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ie_decision', new.row, 'IEGFREQ', NULL, new."IEGFREQ" WHERE new."IEGFREQ" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ie_decision', new.row, 'IECOM2', NULL, new."IECOM2" WHERE new."IECOM2" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ie_decision', new.row, 'VOIDED', NULL, new.voided WHERE new."IEDAT" IS NULL AND new."IEYN" IS NULL AND new."IEGFREQ" IS NULL AND new."IECOM2" IS NULL;
END;

CREATE TRIGGER "ie_decision_voided_updated" AFTER UPDATE OF "voided" ON "ie_decision" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ie_decision', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "ie_decision_IEDAT_updated" AFTER UPDATE OF "IEDAT" ON "ie_decision" WHEN old."IEDAT" IS NOT new."IEDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ie_decision', new.row, 'IEDAT', old."IEDAT", new."IEDAT";
END;

CREATE TRIGGER "ie_decision_IEYN_updated" AFTER UPDATE OF "IEYN" ON "ie_decision" WHEN old."IEYN" IS NOT new."IEYN" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ie_decision', new.row, 'IEYN', old."IEYN", new."IEYN";
END;

CREATE TRIGGER "ie_decision_IEGFREQ_updated" AFTER UPDATE OF "IEGFREQ" ON "ie_decision" WHEN old."IEGFREQ" IS NOT new."IEGFREQ" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ie_decision', new.row, 'IEGFREQ', old."IEGFREQ", new."IEGFREQ";
END;

CREATE TRIGGER "ie_decision_IECOM2_updated" AFTER UPDATE OF "IECOM2" ON "ie_decision" WHEN old."IECOM2" IS NOT new."IECOM2" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ie_decision', new.row, 'IECOM2', old."IECOM2", new."IECOM2";
END;

CREATE TRIGGER "ie_decision_insert_complete" BEFORE INSERT ON "ie_decision" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ie_decision_update_complete" BEFORE UPDATE ON "ie_decision" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ie_decision_no_delete" BEFORE DELETE ON "ie_decision"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "ie_decision_no_move" BEFORE UPDATE OF id, record_id, row ON "ie_decision"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "ex_inserted" AFTER INSERT ON "ex" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXDOSE', NULL, new."EXDOSE" WHERE new."EXDOSE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXDOSFRQ', NULL, new."EXDOSFRQ" WHERE new."EXDOSFRQ" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXSTDAT', NULL, new."EXSTDAT" WHERE new."EXSTDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXENDAT', NULL, new."EXENDAT" WHERE new."EXENDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXADJ', NULL, new."EXADJ" WHERE new."EXADJ" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXCOM', NULL, new."EXCOM" WHERE new."EXCOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'VOIDED', NULL, new.voided WHERE new."EXDOSE" IS NULL AND new."EXDOSFRQ" IS NULL AND new."EXSTDAT" IS NULL AND new."EXENDAT" IS NULL AND new."EXADJ" IS NULL AND new."EXCOM" IS NULL;
END;

CREATE TRIGGER "ex_voided_updated" AFTER UPDATE OF "voided" ON "ex" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ex', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "ex_EXDOSE_updated" AFTER UPDATE OF "EXDOSE" ON "ex" WHEN old."EXDOSE" IS NOT new."EXDOSE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ex', new.row, 'EXDOSE', old."EXDOSE", new."EXDOSE";
END;

CREATE TRIGGER "ex_EXDOSFRQ_updated" AFTER UPDATE OF "EXDOSFRQ" ON "ex" WHEN old."EXDOSFRQ" IS NOT new."EXDOSFRQ" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ex', new.row, 'EXDOSFRQ', old."EXDOSFRQ", new."EXDOSFRQ";
END;

CREATE TRIGGER "ex_EXSTDAT_updated" AFTER UPDATE OF "EXSTDAT" ON "ex" WHEN old."EXSTDAT" IS NOT new."EXSTDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ex', new.row, 'EXSTDAT', old."EXSTDAT", new."EXSTDAT";
END;

CREATE TRIGGER "ex_EXENDAT_updated" AFTER UPDATE OF "EXENDAT" ON "ex" WHEN old."EXENDAT" IS NOT new."EXENDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ex', new.row, 'EXENDAT', old."EXENDAT", new."EXENDAT";
END;

CREATE TRIGGER "ex_EXADJ_updated" AFTER UPDATE OF "EXADJ" ON "ex" WHEN old."EXADJ" IS NOT new."EXADJ" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ex', new.row, 'EXADJ', old."EXADJ", new."EXADJ";
END;

CREATE TRIGGER "ex_EXCOM_updated" AFTER UPDATE OF "EXCOM" ON "ex" WHEN old."EXCOM" IS NOT new."EXCOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ex', new.row, 'EXCOM', old."EXCOM", new."EXCOM";
END;

CREATE TRIGGER "ex_insert_complete" BEFORE INSERT ON "ex" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ex_update_complete" BEFORE UPDATE ON "ex" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ex_no_delete" BEFORE DELETE ON "ex"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "ex_no_move" BEFORE UPDATE OF id, record_id, row ON "ex"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "da_inserted" AFTER INSERT ON "da" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'da', new.row, 'DASTREN', NULL, new."DASTREN" WHERE new."DASTREN" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'da', new.row, 'DADISDAT', NULL, new."DADISDAT" WHERE new."DADISDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'da', new.row, 'DADISP', NULL, new."DADISP" WHERE new."DADISP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'da', new.row, 'DALOT', NULL, new."DALOT" WHERE new."DALOT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'da', new.row, 'DAEXPDAT', NULL, new."DAEXPDAT" WHERE new."DAEXPDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'da', new.row, 'DARETDAT', NULL, new."DARETDAT" WHERE new."DARETDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'da', new.row, 'DARET', NULL, new."DARET" WHERE new."DARET" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'da', new.row, 'DACOM', NULL, new."DACOM" WHERE new."DACOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'da', new.row, 'VOIDED', NULL, new.voided WHERE new."DASTREN" IS NULL AND new."DADISDAT" IS NULL AND new."DADISP" IS NULL AND new."DALOT" IS NULL AND new."DAEXPDAT" IS NULL AND new."DARETDAT" IS NULL AND new."DARET" IS NULL AND new."DACOM" IS NULL;
END;

CREATE TRIGGER "da_voided_updated" AFTER UPDATE OF "voided" ON "da" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'da', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "da_DASTREN_updated" AFTER UPDATE OF "DASTREN" ON "da" WHEN old."DASTREN" IS NOT new."DASTREN" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'da', new.row, 'DASTREN', old."DASTREN", new."DASTREN";
END;

CREATE TRIGGER "da_DADISDAT_updated" AFTER UPDATE OF "DADISDAT" ON "da" WHEN old."DADISDAT" IS NOT new."DADISDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'da', new.row, 'DADISDAT', old."DADISDAT", new."DADISDAT";
END;

CREATE TRIGGER "da_DADISP_updated" AFTER UPDATE OF "DADISP" ON "da" WHEN old."DADISP" IS NOT new."DADISP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'da', new.row, 'DADISP', old."DADISP", new."DADISP";
END;

CREATE TRIGGER "da_DALOT_updated" AFTER UPDATE OF "DALOT" ON "da" WHEN old."DALOT" IS NOT new."DALOT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'da', new.row, 'DALOT', old."DALOT", new."DALOT";
END;

CREATE TRIGGER "da_DAEXPDAT_updated" AFTER UPDATE OF "DAEXPDAT" ON "da" WHEN old."DAEXPDAT" IS NOT new."DAEXPDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'da', new.row, 'DAEXPDAT', old."DAEXPDAT", new."DAEXPDAT";
END;

CREATE TRIGGER "da_DARETDAT_updated" AFTER UPDATE OF "DARETDAT" ON "da" WHEN old."DARETDAT" IS NOT new."DARETDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'da', new.row, 'DARETDAT', old."DARETDAT", new."DARETDAT";
END;

CREATE TRIGGER "da_DARET_updated" AFTER UPDATE OF "DARET" ON "da" WHEN old."DARET" IS NOT new."DARET" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'da', new.row, 'DARET', old."DARET", new."DARET";
END;

CREATE TRIGGER "da_DACOM_updated" AFTER UPDATE OF "DACOM" ON "da" WHEN old."DACOM" IS NOT new."DACOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'da', new.row, 'DACOM', old."DACOM", new."DACOM";
END;

CREATE TRIGGER "da_insert_complete" BEFORE INSERT ON "da" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "da_update_complete" BEFORE UPDATE ON "da" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "da_no_delete" BEFORE DELETE ON "da"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "da_no_move" BEFORE UPDATE OF id, record_id, row ON "da"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "ae_inserted" AFTER INSERT ON "ae" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AETERM', NULL, new."AETERM" WHERE new."AETERM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESTDAT', NULL, new."AESTDAT" WHERE new."AESTDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AEENDAT', NULL, new."AEENDAT" WHERE new."AEENDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AEONGO', NULL, new."AEONGO" WHERE new."AEONGO" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AETOXGR', NULL, new."AETOXGR" WHERE new."AETOXGR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AETOXVER', NULL, new."AETOXVER" WHERE new."AETOXVER" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AEREL', NULL, new."AEREL" WHERE new."AEREL" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AEACN', NULL, new."AEACN" WHERE new."AEACN" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AECONTRT', NULL, new."AECONTRT" WHERE new."AECONTRT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AEOUT', NULL, new."AEOUT" WHERE new."AEOUT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESER', NULL, new."AESER" WHERE new."AESER" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESDTH', NULL, new."AESDTH" WHERE new."AESDTH" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESLIFE', NULL, new."AESLIFE" WHERE new."AESLIFE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESHOSP', NULL, new."AESHOSP" WHERE new."AESHOSP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESDISAB', NULL, new."AESDISAB" WHERE new."AESDISAB" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESCONG', NULL, new."AESCONG" WHERE new."AESCONG" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESMIE', NULL, new."AESMIE" WHERE new."AESMIE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESI', NULL, new."AESI" WHERE new."AESI" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'VOIDED', NULL, new.voided WHERE new."AETERM" IS NULL AND new."AESTDAT" IS NULL AND new."AEENDAT" IS NULL AND new."AEONGO" IS NULL AND new."AETOXGR" IS NULL AND new."AETOXVER" IS NULL AND new."AEREL" IS NULL AND new."AEACN" IS NULL AND new."AECONTRT" IS NULL AND new."AEOUT" IS NULL AND new."AESER" IS NULL AND new."AESDTH" IS NULL AND new."AESLIFE" IS NULL AND new."AESHOSP" IS NULL AND new."AESDISAB" IS NULL AND new."AESCONG" IS NULL AND new."AESMIE" IS NULL AND new."AESI" IS NULL;
END;

CREATE TRIGGER "ae_voided_updated" AFTER UPDATE OF "voided" ON "ae" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "ae_AETERM_updated" AFTER UPDATE OF "AETERM" ON "ae" WHEN old."AETERM" IS NOT new."AETERM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AETERM', old."AETERM", new."AETERM";
END;

CREATE TRIGGER "ae_AESTDAT_updated" AFTER UPDATE OF "AESTDAT" ON "ae" WHEN old."AESTDAT" IS NOT new."AESTDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AESTDAT', old."AESTDAT", new."AESTDAT";
END;

CREATE TRIGGER "ae_AEENDAT_updated" AFTER UPDATE OF "AEENDAT" ON "ae" WHEN old."AEENDAT" IS NOT new."AEENDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AEENDAT', old."AEENDAT", new."AEENDAT";
END;

CREATE TRIGGER "ae_AEONGO_updated" AFTER UPDATE OF "AEONGO" ON "ae" WHEN old."AEONGO" IS NOT new."AEONGO" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AEONGO', old."AEONGO", new."AEONGO";
END;

CREATE TRIGGER "ae_AETOXGR_updated" AFTER UPDATE OF "AETOXGR" ON "ae" WHEN old."AETOXGR" IS NOT new."AETOXGR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AETOXGR', old."AETOXGR", new."AETOXGR";
END;

CREATE TRIGGER "ae_AETOXVER_updated" AFTER UPDATE OF "AETOXVER" ON "ae" WHEN old."AETOXVER" IS NOT new."AETOXVER" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AETOXVER', old."AETOXVER", new."AETOXVER";
END;

CREATE TRIGGER "ae_AEREL_updated" AFTER UPDATE OF "AEREL" ON "ae" WHEN old."AEREL" IS NOT new."AEREL" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AEREL', old."AEREL", new."AEREL";
END;

CREATE TRIGGER "ae_AEACN_updated" AFTER UPDATE OF "AEACN" ON "ae" WHEN old."AEACN" IS NOT new."AEACN" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AEACN', old."AEACN", new."AEACN";
END;

CREATE TRIGGER "ae_AECONTRT_updated" AFTER UPDATE OF "AECONTRT" ON "ae" WHEN old."AECONTRT" IS NOT new."AECONTRT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AECONTRT', old."AECONTRT", new."AECONTRT";
END;

CREATE TRIGGER "ae_AEOUT_updated" AFTER UPDATE OF "AEOUT" ON "ae" WHEN old."AEOUT" IS NOT new."AEOUT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AEOUT', old."AEOUT", new."AEOUT";
END;

CREATE TRIGGER "ae_AESER_updated" AFTER UPDATE OF "AESER" ON "ae" WHEN old."AESER" IS NOT new."AESER" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AESER', old."AESER", new."AESER";
END;

CREATE TRIGGER "ae_AESDTH_updated" AFTER UPDATE OF "AESDTH" ON "ae" WHEN old."AESDTH" IS NOT new."AESDTH" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AESDTH', old."AESDTH", new."AESDTH";
END;

CREATE TRIGGER "ae_AESLIFE_updated" AFTER UPDATE OF "AESLIFE" ON "ae" WHEN old."AESLIFE" IS NOT new."AESLIFE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AESLIFE', old."AESLIFE", new."AESLIFE";
END;

CREATE TRIGGER "ae_AESHOSP_updated" AFTER UPDATE OF "AESHOSP" ON "ae" WHEN old."AESHOSP" IS NOT new."AESHOSP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AESHOSP', old."AESHOSP", new."AESHOSP";
END;

CREATE TRIGGER "ae_AESDISAB_updated" AFTER UPDATE OF "AESDISAB" ON "ae" WHEN old."AESDISAB" IS NOT new."AESDISAB" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AESDISAB', old."AESDISAB", new."AESDISAB";
END;

CREATE TRIGGER "ae_AESCONG_updated" AFTER UPDATE OF "AESCONG" ON "ae" WHEN old."AESCONG" IS NOT new."AESCONG" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AESCONG', old."AESCONG", new."AESCONG";
END;

CREATE TRIGGER "ae_AESMIE_updated" AFTER UPDATE OF "AESMIE" ON "ae" WHEN old."AESMIE" IS NOT new."AESMIE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AESMIE', old."AESMIE", new."AESMIE";
END;

CREATE TRIGGER "ae_AESI_updated" AFTER UPDATE OF "AESI" ON "ae" WHEN old."AESI" IS NOT new."AESI" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ae', new.row, 'AESI', old."AESI", new."AESI";
END;

CREATE TRIGGER "ae_insert_complete" BEFORE INSERT ON "ae" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ae_update_complete" BEFORE UPDATE ON "ae" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ae_no_delete" BEFORE DELETE ON "ae"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "ae_no_move" BEFORE UPDATE OF id, record_id, row ON "ae"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "sae_inserted" AFTER INSERT ON "sae" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sae', new.row, 'SAEAENO', NULL, new."SAEAENO" WHERE new."SAEAENO" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sae', new.row, 'SAEAWARE', NULL, new."SAEAWARE" WHERE new."SAEAWARE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sae', new.row, 'SAEREP', NULL, new."SAEREP" WHERE new."SAEREP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sae', new.row, 'SAEEXP', NULL, new."SAEEXP" WHERE new."SAEEXP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sae', new.row, 'SAESUSAR', NULL, new."SAESUSAR" WHERE new."SAESUSAR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sae', new.row, 'SAENARR', NULL, new."SAENARR" WHERE new."SAENARR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sae', new.row, 'SAERES', NULL, new."SAERES" WHERE new."SAERES" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sae', new.row, 'VOIDED', NULL, new.voided WHERE new."SAEAENO" IS NULL AND new."SAEAWARE" IS NULL AND new."SAEREP" IS NULL AND new."SAEEXP" IS NULL AND new."SAESUSAR" IS NULL AND new."SAENARR" IS NULL AND new."SAERES" IS NULL;
END;

CREATE TRIGGER "sae_voided_updated" AFTER UPDATE OF "voided" ON "sae" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sae', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "sae_SAEAENO_updated" AFTER UPDATE OF "SAEAENO" ON "sae" WHEN old."SAEAENO" IS NOT new."SAEAENO" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sae', new.row, 'SAEAENO', old."SAEAENO", new."SAEAENO";
END;

CREATE TRIGGER "sae_SAEAWARE_updated" AFTER UPDATE OF "SAEAWARE" ON "sae" WHEN old."SAEAWARE" IS NOT new."SAEAWARE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sae', new.row, 'SAEAWARE', old."SAEAWARE", new."SAEAWARE";
END;

CREATE TRIGGER "sae_SAEREP_updated" AFTER UPDATE OF "SAEREP" ON "sae" WHEN old."SAEREP" IS NOT new."SAEREP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sae', new.row, 'SAEREP', old."SAEREP", new."SAEREP";
END;

CREATE TRIGGER "sae_SAEEXP_updated" AFTER UPDATE OF "SAEEXP" ON "sae" WHEN old."SAEEXP" IS NOT new."SAEEXP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sae', new.row, 'SAEEXP', old."SAEEXP", new."SAEEXP";
END;

CREATE TRIGGER "sae_SAESUSAR_updated" AFTER UPDATE OF "SAESUSAR" ON "sae" WHEN old."SAESUSAR" IS NOT new."SAESUSAR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sae', new.row, 'SAESUSAR', old."SAESUSAR", new."SAESUSAR";
END;

CREATE TRIGGER "sae_SAENARR_updated" AFTER UPDATE OF "SAENARR" ON "sae" WHEN old."SAENARR" IS NOT new."SAENARR" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sae', new.row, 'SAENARR', old."SAENARR", new."SAENARR";
END;

CREATE TRIGGER "sae_SAERES_updated" AFTER UPDATE OF "SAERES" ON "sae" WHEN old."SAERES" IS NOT new."SAERES" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'sae', new.row, 'SAERES', old."SAERES", new."SAERES";
END;

CREATE TRIGGER "sae_insert_complete" BEFORE INSERT ON "sae" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "sae_update_complete" BEFORE UPDATE ON "sae" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "sae_no_delete" BEFORE DELETE ON "sae"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "sae_no_move" BEFORE UPDATE OF id, record_id, row ON "sae"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "cm_inserted" AFTER INSERT ON "cm" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMTRT', NULL, new."CMTRT" WHERE new."CMTRT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMCLAS', NULL, new."CMCLAS" WHERE new."CMCLAS" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMINDC', NULL, new."CMINDC" WHERE new."CMINDC" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMDOSE', NULL, new."CMDOSE" WHERE new."CMDOSE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMDOSU', NULL, new."CMDOSU" WHERE new."CMDOSU" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMDOSFRQ', NULL, new."CMDOSFRQ" WHERE new."CMDOSFRQ" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMROUTE', NULL, new."CMROUTE" WHERE new."CMROUTE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMPRED', NULL, new."CMPRED" WHERE new."CMPRED" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMSTDAT', NULL, new."CMSTDAT" WHERE new."CMSTDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMENDAT', NULL, new."CMENDAT" WHERE new."CMENDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'CMONGO', NULL, new."CMONGO" WHERE new."CMONGO" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'cm', new.row, 'VOIDED', NULL, new.voided WHERE new."CMTRT" IS NULL AND new."CMCLAS" IS NULL AND new."CMINDC" IS NULL AND new."CMDOSE" IS NULL AND new."CMDOSU" IS NULL AND new."CMDOSFRQ" IS NULL AND new."CMROUTE" IS NULL AND new."CMPRED" IS NULL AND new."CMSTDAT" IS NULL AND new."CMENDAT" IS NULL AND new."CMONGO" IS NULL;
END;

CREATE TRIGGER "cm_voided_updated" AFTER UPDATE OF "voided" ON "cm" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "cm_CMTRT_updated" AFTER UPDATE OF "CMTRT" ON "cm" WHEN old."CMTRT" IS NOT new."CMTRT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMTRT', old."CMTRT", new."CMTRT";
END;

CREATE TRIGGER "cm_CMCLAS_updated" AFTER UPDATE OF "CMCLAS" ON "cm" WHEN old."CMCLAS" IS NOT new."CMCLAS" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMCLAS', old."CMCLAS", new."CMCLAS";
END;

CREATE TRIGGER "cm_CMINDC_updated" AFTER UPDATE OF "CMINDC" ON "cm" WHEN old."CMINDC" IS NOT new."CMINDC" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMINDC', old."CMINDC", new."CMINDC";
END;

CREATE TRIGGER "cm_CMDOSE_updated" AFTER UPDATE OF "CMDOSE" ON "cm" WHEN old."CMDOSE" IS NOT new."CMDOSE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMDOSE', old."CMDOSE", new."CMDOSE";
END;

CREATE TRIGGER "cm_CMDOSU_updated" AFTER UPDATE OF "CMDOSU" ON "cm" WHEN old."CMDOSU" IS NOT new."CMDOSU" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMDOSU', old."CMDOSU", new."CMDOSU";
END;

CREATE TRIGGER "cm_CMDOSFRQ_updated" AFTER UPDATE OF "CMDOSFRQ" ON "cm" WHEN old."CMDOSFRQ" IS NOT new."CMDOSFRQ" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMDOSFRQ', old."CMDOSFRQ", new."CMDOSFRQ";
END;

CREATE TRIGGER "cm_CMROUTE_updated" AFTER UPDATE OF "CMROUTE" ON "cm" WHEN old."CMROUTE" IS NOT new."CMROUTE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMROUTE', old."CMROUTE", new."CMROUTE";
END;

CREATE TRIGGER "cm_CMPRED_updated" AFTER UPDATE OF "CMPRED" ON "cm" WHEN old."CMPRED" IS NOT new."CMPRED" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMPRED', old."CMPRED", new."CMPRED";
END;

CREATE TRIGGER "cm_CMSTDAT_updated" AFTER UPDATE OF "CMSTDAT" ON "cm" WHEN old."CMSTDAT" IS NOT new."CMSTDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMSTDAT', old."CMSTDAT", new."CMSTDAT";
END;

CREATE TRIGGER "cm_CMENDAT_updated" AFTER UPDATE OF "CMENDAT" ON "cm" WHEN old."CMENDAT" IS NOT new."CMENDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMENDAT', old."CMENDAT", new."CMENDAT";
END;

CREATE TRIGGER "cm_CMONGO_updated" AFTER UPDATE OF "CMONGO" ON "cm" WHEN old."CMONGO" IS NOT new."CMONGO" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'cm', new.row, 'CMONGO', old."CMONGO", new."CMONGO";
END;

CREATE TRIGGER "cm_insert_complete" BEFORE INSERT ON "cm" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "cm_update_complete" BEFORE UPDATE ON "cm" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "cm_no_delete" BEFORE DELETE ON "cm"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "cm_no_move" BEFORE UPDATE OF id, record_id, row ON "cm"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "preg_inserted" AFTER INSERT ON "preg" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'preg', new.row, 'PREGDAT', NULL, new."PREGDAT" WHERE new."PREGDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'preg', new.row, 'PREGWHO', NULL, new."PREGWHO" WHERE new."PREGWHO" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'preg', new.row, 'PREGLMP', NULL, new."PREGLMP" WHERE new."PREGLMP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'preg', new.row, 'PREGREP', NULL, new."PREGREP" WHERE new."PREGREP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'preg', new.row, 'PREGOUT', NULL, new."PREGOUT" WHERE new."PREGOUT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'preg', new.row, 'PREGODAT', NULL, new."PREGODAT" WHERE new."PREGODAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'preg', new.row, 'PREGCOM', NULL, new."PREGCOM" WHERE new."PREGCOM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'preg', new.row, 'VOIDED', NULL, new.voided WHERE new."PREGDAT" IS NULL AND new."PREGWHO" IS NULL AND new."PREGLMP" IS NULL AND new."PREGREP" IS NULL AND new."PREGOUT" IS NULL AND new."PREGODAT" IS NULL AND new."PREGCOM" IS NULL;
END;

CREATE TRIGGER "preg_voided_updated" AFTER UPDATE OF "voided" ON "preg" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'preg', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "preg_PREGDAT_updated" AFTER UPDATE OF "PREGDAT" ON "preg" WHEN old."PREGDAT" IS NOT new."PREGDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'preg', new.row, 'PREGDAT', old."PREGDAT", new."PREGDAT";
END;

CREATE TRIGGER "preg_PREGWHO_updated" AFTER UPDATE OF "PREGWHO" ON "preg" WHEN old."PREGWHO" IS NOT new."PREGWHO" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'preg', new.row, 'PREGWHO', old."PREGWHO", new."PREGWHO";
END;

CREATE TRIGGER "preg_PREGLMP_updated" AFTER UPDATE OF "PREGLMP" ON "preg" WHEN old."PREGLMP" IS NOT new."PREGLMP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'preg', new.row, 'PREGLMP', old."PREGLMP", new."PREGLMP";
END;

CREATE TRIGGER "preg_PREGREP_updated" AFTER UPDATE OF "PREGREP" ON "preg" WHEN old."PREGREP" IS NOT new."PREGREP" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'preg', new.row, 'PREGREP', old."PREGREP", new."PREGREP";
END;

CREATE TRIGGER "preg_PREGOUT_updated" AFTER UPDATE OF "PREGOUT" ON "preg" WHEN old."PREGOUT" IS NOT new."PREGOUT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'preg', new.row, 'PREGOUT', old."PREGOUT", new."PREGOUT";
END;

CREATE TRIGGER "preg_PREGODAT_updated" AFTER UPDATE OF "PREGODAT" ON "preg" WHEN old."PREGODAT" IS NOT new."PREGODAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'preg', new.row, 'PREGODAT', old."PREGODAT", new."PREGODAT";
END;

CREATE TRIGGER "preg_PREGCOM_updated" AFTER UPDATE OF "PREGCOM" ON "preg" WHEN old."PREGCOM" IS NOT new."PREGCOM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'preg', new.row, 'PREGCOM', old."PREGCOM", new."PREGCOM";
END;

CREATE TRIGGER "preg_insert_complete" BEFORE INSERT ON "preg" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "preg_update_complete" BEFORE UPDATE ON "preg" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "preg_no_delete" BEFORE DELETE ON "preg"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "preg_no_move" BEFORE UPDATE OF id, record_id, row ON "preg"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "ds_trt_inserted" AFTER INSERT ON "ds_trt" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ds_trt', new.row, 'DSTRTYN', NULL, new."DSTRTYN" WHERE new."DSTRTYN" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ds_trt', new.row, 'DSTRTDEC', NULL, new."DSTRTDEC" WHERE new."DSTRTDEC" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ds_trt', new.row, 'DSLDOSE', NULL, new."DSLDOSE" WHERE new."DSLDOSE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ds_trt', new.row, 'VOIDED', NULL, new.voided WHERE new."DSTRTYN" IS NULL AND new."DSTRTDEC" IS NULL AND new."DSLDOSE" IS NULL;
END;

CREATE TRIGGER "ds_trt_voided_updated" AFTER UPDATE OF "voided" ON "ds_trt" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ds_trt', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "ds_trt_DSTRTYN_updated" AFTER UPDATE OF "DSTRTYN" ON "ds_trt" WHEN old."DSTRTYN" IS NOT new."DSTRTYN" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ds_trt', new.row, 'DSTRTYN', old."DSTRTYN", new."DSTRTYN";
END;

CREATE TRIGGER "ds_trt_DSTRTDEC_updated" AFTER UPDATE OF "DSTRTDEC" ON "ds_trt" WHEN old."DSTRTDEC" IS NOT new."DSTRTDEC" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ds_trt', new.row, 'DSTRTDEC', old."DSTRTDEC", new."DSTRTDEC";
END;

CREATE TRIGGER "ds_trt_DSLDOSE_updated" AFTER UPDATE OF "DSLDOSE" ON "ds_trt" WHEN old."DSLDOSE" IS NOT new."DSLDOSE" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ds_trt', new.row, 'DSLDOSE', old."DSLDOSE", new."DSLDOSE";
END;

CREATE TRIGGER "ds_trt_insert_complete" BEFORE INSERT ON "ds_trt" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ds_trt_update_complete" BEFORE UPDATE ON "ds_trt" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ds_trt_no_delete" BEFORE DELETE ON "ds_trt"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "ds_trt_no_move" BEFORE UPDATE OF id, record_id, row ON "ds_trt"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "ds_inserted" AFTER INSERT ON "ds" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ds', new.row, 'DSYN', NULL, new."DSYN" WHERE new."DSYN" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ds', new.row, 'DSDECOD', NULL, new."DSDECOD" WHERE new."DSDECOD" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ds', new.row, 'DSSTDAT', NULL, new."DSSTDAT" WHERE new."DSSTDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ds', new.row, 'DSLCONT', NULL, new."DSLCONT" WHERE new."DSLCONT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ds', new.row, 'DSTERM', NULL, new."DSTERM" WHERE new."DSTERM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ds', new.row, 'VOIDED', NULL, new.voided WHERE new."DSYN" IS NULL AND new."DSDECOD" IS NULL AND new."DSSTDAT" IS NULL AND new."DSLCONT" IS NULL AND new."DSTERM" IS NULL;
END;

CREATE TRIGGER "ds_voided_updated" AFTER UPDATE OF "voided" ON "ds" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ds', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "ds_DSYN_updated" AFTER UPDATE OF "DSYN" ON "ds" WHEN old."DSYN" IS NOT new."DSYN" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ds', new.row, 'DSYN', old."DSYN", new."DSYN";
END;

CREATE TRIGGER "ds_DSDECOD_updated" AFTER UPDATE OF "DSDECOD" ON "ds" WHEN old."DSDECOD" IS NOT new."DSDECOD" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ds', new.row, 'DSDECOD', old."DSDECOD", new."DSDECOD";
END;

CREATE TRIGGER "ds_DSSTDAT_updated" AFTER UPDATE OF "DSSTDAT" ON "ds" WHEN old."DSSTDAT" IS NOT new."DSSTDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ds', new.row, 'DSSTDAT', old."DSSTDAT", new."DSSTDAT";
END;

CREATE TRIGGER "ds_DSLCONT_updated" AFTER UPDATE OF "DSLCONT" ON "ds" WHEN old."DSLCONT" IS NOT new."DSLCONT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ds', new.row, 'DSLCONT', old."DSLCONT", new."DSLCONT";
END;

CREATE TRIGGER "ds_DSTERM_updated" AFTER UPDATE OF "DSTERM" ON "ds" WHEN old."DSTERM" IS NOT new."DSTERM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'ds', new.row, 'DSTERM', old."DSTERM", new."DSTERM";
END;

CREATE TRIGGER "ds_insert_complete" BEFORE INSERT ON "ds" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ds_update_complete" BEFORE UPDATE ON "ds" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "ds_no_delete" BEFORE DELETE ON "ds"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "ds_no_move" BEFORE UPDATE OF id, record_id, row ON "ds"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "dv_inserted" AFTER INSERT ON "dv" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dv', new.row, 'DVTERM', NULL, new."DVTERM" WHERE new."DVTERM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dv', new.row, 'DVCAT', NULL, new."DVCAT" WHERE new."DVCAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dv', new.row, 'DVSTDAT', NULL, new."DVSTDAT" WHERE new."DVSTDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dv', new.row, 'DVSEV', NULL, new."DVSEV" WHERE new."DVSEV" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dv', new.row, 'DVACT', NULL, new."DVACT" WHERE new."DVACT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dv', new.row, 'DVREPDAT', NULL, new."DVREPDAT" WHERE new."DVREPDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dv', new.row, 'VOIDED', NULL, new.voided WHERE new."DVTERM" IS NULL AND new."DVCAT" IS NULL AND new."DVSTDAT" IS NULL AND new."DVSEV" IS NULL AND new."DVACT" IS NULL AND new."DVREPDAT" IS NULL;
END;

CREATE TRIGGER "dv_voided_updated" AFTER UPDATE OF "voided" ON "dv" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dv', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "dv_DVTERM_updated" AFTER UPDATE OF "DVTERM" ON "dv" WHEN old."DVTERM" IS NOT new."DVTERM" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dv', new.row, 'DVTERM', old."DVTERM", new."DVTERM";
END;

CREATE TRIGGER "dv_DVCAT_updated" AFTER UPDATE OF "DVCAT" ON "dv" WHEN old."DVCAT" IS NOT new."DVCAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dv', new.row, 'DVCAT', old."DVCAT", new."DVCAT";
END;

CREATE TRIGGER "dv_DVSTDAT_updated" AFTER UPDATE OF "DVSTDAT" ON "dv" WHEN old."DVSTDAT" IS NOT new."DVSTDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dv', new.row, 'DVSTDAT', old."DVSTDAT", new."DVSTDAT";
END;

CREATE TRIGGER "dv_DVSEV_updated" AFTER UPDATE OF "DVSEV" ON "dv" WHEN old."DVSEV" IS NOT new."DVSEV" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dv', new.row, 'DVSEV', old."DVSEV", new."DVSEV";
END;

CREATE TRIGGER "dv_DVACT_updated" AFTER UPDATE OF "DVACT" ON "dv" WHEN old."DVACT" IS NOT new."DVACT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dv', new.row, 'DVACT', old."DVACT", new."DVACT";
END;

CREATE TRIGGER "dv_DVREPDAT_updated" AFTER UPDATE OF "DVREPDAT" ON "dv" WHEN old."DVREPDAT" IS NOT new."DVREPDAT" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'dv', new.row, 'DVREPDAT', old."DVREPDAT", new."DVREPDAT";
END;

CREATE TRIGGER "dv_insert_complete" BEFORE INSERT ON "dv" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "dv_update_complete" BEFORE UPDATE ON "dv" WHEN (SELECT status FROM record WHERE id = new.record_id) <> 'DRAFT'
BEGIN SELECT CASE WHEN (SELECT status FROM record WHERE id = new.record_id) = 'LOCKED' THEN RAISE(ABORT, 'what is locked never changes')
WHEN crf_reason() IS NULL THEN RAISE(ABORT, 'a completed form needs a reason') END; END;

CREATE TRIGGER "dv_no_delete" BEFORE DELETE ON "dv"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "dv_no_move" BEFORE UPDATE OF id, record_id, row ON "dv"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
