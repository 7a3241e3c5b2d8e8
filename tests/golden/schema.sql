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
  status TEXT NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'COMPLETE')),
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
  row TEXT NOT NULL DEFAULT '' CHECK ("row" IN ('HGB', 'WBC', 'NEUT', 'LYM', 'PLAT', 'CREAT', 'ALT', 'AST', 'C3', 'C4', 'DSDNA')),
  voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
  "LBORRES" TEXT,
  "LBORNRLO" TEXT,
  "LBORNRHI" TEXT,
  "LBCLSIG" TEXT CHECK ("LBCLSIG" IN ('Y', 'N')),
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
  "AEOUT" TEXT CHECK ("AEOUT" IN ('RECOVERED/RESOLVED', 'RECOVERING/RESOLVING', 'RECOVERED/RESOLVED WITH SEQUELAE', 'NOT RECOVERED/NOT RESOLVED', 'FATAL', 'UNKNOWN')),
  "AESER" TEXT CHECK ("AESER" IN ('Y', 'N')),
  "AESDTH" TEXT CHECK ("AESDTH" IN ('Y', 'N')),
  "AESLIFE" TEXT CHECK ("AESLIFE" IN ('Y', 'N')),
  "AESHOSP" TEXT CHECK ("AESHOSP" IN ('Y', 'N')),
  "AESDISAB" TEXT CHECK ("AESDISAB" IN ('Y', 'N')),
  "AESCONG" TEXT CHECK ("AESCONG" IN ('Y', 'N')),
  "AESMIE" TEXT CHECK ("AESMIE" IN ('Y', 'N')),
  UNIQUE (record_id, row)
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

CREATE TRIGGER "subject_no_delete" BEFORE DELETE ON "subject"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "record_no_delete" BEFORE DELETE ON "record"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "explanation_no_delete" BEFORE DELETE ON "explanation"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "study_no_delete" BEFORE DELETE ON "study"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "subject_no_update" BEFORE UPDATE ON "subject"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "record_no_move" BEFORE UPDATE OF id, subject_id, visit, visit_repeat, form, form_repeat, form_version ON "record"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "record_reopened" BEFORE UPDATE OF status ON "record" WHEN crf_reason() IS NULL AND old.status = 'COMPLETE' AND new.status <> 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "drawing_insert_ours" BEFORE INSERT ON "drawing" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "drawing_update_ours" BEFORE UPDATE ON "drawing" WHEN crf_version() IS NULL
BEGIN SELECT RAISE(ABORT, 'only ORDI CRF writes here'); END;

CREATE TRIGGER "dm_inserted" AFTER INSERT ON "dm" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dm', new.row, 'BRTHDAT', NULL, new."BRTHDAT" WHERE new."BRTHDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dm', new.row, 'SEX', NULL, new."SEX" WHERE new."SEX" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dm', new.row, 'RACE', NULL, new."RACE" WHERE new."RACE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'dm', new.row, 'ETHNIC', NULL, new."ETHNIC" WHERE new."ETHNIC" IS NOT NULL;
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

CREATE TRIGGER "dm_insert_complete" BEFORE INSERT ON "dm" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "dm_update_complete" BEFORE UPDATE ON "dm" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "dm_no_delete" BEFORE DELETE ON "dm"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "dm_no_move" BEFORE UPDATE OF id, record_id, row ON "dm"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "sv_inserted" AFTER INSERT ON "sv" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sv', new.row, 'SVOCCUR', NULL, new."SVOCCUR" WHERE new."SVOCCUR" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sv', new.row, 'VISDAT', NULL, new."VISDAT" WHERE new."VISDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sv', new.row, 'SVREASND', NULL, new."SVREASND" WHERE new."SVREASND" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'sv', new.row, 'SVCOM', NULL, new."SVCOM" WHERE new."SVCOM" IS NOT NULL;
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

CREATE TRIGGER "sv_insert_complete" BEFORE INSERT ON "sv" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "sv_update_complete" BEFORE UPDATE ON "sv" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "sv_no_delete" BEFORE DELETE ON "sv"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "sv_no_move" BEFORE UPDATE OF id, record_id, row ON "sv"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "clasi_area_inserted" AFTER INSERT ON "clasi_area" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi_area', new.row, 'CLERY', NULL, new."CLERY" WHERE new."CLERY" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi_area', new.row, 'CLSCL', NULL, new."CLSCL" WHERE new."CLSCL" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi_area', new.row, 'CLDYS', NULL, new."CLDYS" WHERE new."CLDYS" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'clasi_area', new.row, 'CLSCR', NULL, new."CLSCR" WHERE new."CLSCR" IS NOT NULL;
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

CREATE TRIGGER "clasi_area_insert_complete" BEFORE INSERT ON "clasi_area" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "clasi_area_update_complete" BEFORE UPDATE ON "clasi_area" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

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

CREATE TRIGGER "clasi_insert_complete" BEFORE INSERT ON "clasi" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "clasi_update_complete" BEFORE UPDATE ON "clasi" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "clasi_no_delete" BEFORE DELETE ON "clasi"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "clasi_no_move" BEFORE UPDATE OF id, record_id, row ON "clasi"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "bm_inserted" AFTER INSERT ON "bm" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm', new.row, 'BMPERF', NULL, new."BMPERF" WHERE new."BMPERF" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm', new.row, 'BMOTHER', NULL, new."BMOTHER" WHERE new."BMOTHER" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm', new.row, 'BMMAP', NULL, new."BMMAP" WHERE new."BMMAP" IS NOT NULL;
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

CREATE TRIGGER "bm_insert_complete" BEFORE INSERT ON "bm" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "bm_update_complete" BEFORE UPDATE ON "bm" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "bm_no_delete" BEFORE DELETE ON "bm"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "bm_no_move" BEFORE UPDATE OF id, record_id, row ON "bm"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "bm_stroke_inserted" AFTER INSERT ON "bm_stroke" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm_stroke', new.row, 'BMLAYER', NULL, new."BMLAYER" WHERE new."BMLAYER" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'bm_stroke', new.row, 'BMOP', NULL, new."BMOP" WHERE new."BMOP" IS NOT NULL;
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

CREATE TRIGGER "bm_stroke_insert_complete" BEFORE INSERT ON "bm_stroke" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "bm_stroke_update_complete" BEFORE UPDATE ON "bm_stroke" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "bm_stroke_no_delete" BEFORE DELETE ON "bm_stroke"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "bm_stroke_no_move" BEFORE UPDATE OF id, record_id, row ON "bm_stroke"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "lb_sample_inserted" AFTER INSERT ON "lb_sample" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb_sample', new.row, 'LBDAT', NULL, new."LBDAT" WHERE new."LBDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb_sample', new.row, 'LBNAM', NULL, new."LBNAM" WHERE new."LBNAM" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb_sample', new.row, 'LBKIT', NULL, new."LBKIT" WHERE new."LBKIT" IS NOT NULL;
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

CREATE TRIGGER "lb_sample_insert_complete" BEFORE INSERT ON "lb_sample" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "lb_sample_update_complete" BEFORE UPDATE ON "lb_sample" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "lb_sample_no_delete" BEFORE DELETE ON "lb_sample"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "lb_sample_no_move" BEFORE UPDATE OF id, record_id, row ON "lb_sample"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "lb_inserted" AFTER INSERT ON "lb" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb', new.row, 'LBORRES', NULL, new."LBORRES" WHERE new."LBORRES" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb', new.row, 'LBORNRLO', NULL, new."LBORNRLO" WHERE new."LBORNRLO" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb', new.row, 'LBORNRHI', NULL, new."LBORNRHI" WHERE new."LBORNRHI" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'lb', new.row, 'LBCLSIG', NULL, new."LBCLSIG" WHERE new."LBCLSIG" IS NOT NULL;
END;

CREATE TRIGGER "lb_voided_updated" AFTER UPDATE OF "voided" ON "lb" WHEN old."voided" IS NOT new."voided" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb', new.row, 'VOIDED', old."voided", new."voided";
END;

CREATE TRIGGER "lb_LBORRES_updated" AFTER UPDATE OF "LBORRES" ON "lb" WHEN old."LBORRES" IS NOT new."LBORRES" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'update', NULL, new.record_id, 'lb', new.row, 'LBORRES', old."LBORRES", new."LBORRES";
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

CREATE TRIGGER "lb_insert_complete" BEFORE INSERT ON "lb" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "lb_update_complete" BEFORE UPDATE ON "lb" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "lb_no_delete" BEFORE DELETE ON "lb"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "lb_no_move" BEFORE UPDATE OF id, record_id, row ON "lb"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;

CREATE TRIGGER "ex_inserted" AFTER INSERT ON "ex" BEGIN
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXDOSE', NULL, new."EXDOSE" WHERE new."EXDOSE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXDOSFRQ', NULL, new."EXDOSFRQ" WHERE new."EXDOSFRQ" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXSTDAT', NULL, new."EXSTDAT" WHERE new."EXSTDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXENDAT', NULL, new."EXENDAT" WHERE new."EXENDAT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXADJ', NULL, new."EXADJ" WHERE new."EXADJ" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ex', new.row, 'EXCOM', NULL, new."EXCOM" WHERE new."EXCOM" IS NOT NULL;
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

CREATE TRIGGER "ex_insert_complete" BEFORE INSERT ON "ex" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "ex_update_complete" BEFORE UPDATE ON "ex" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "ex_no_delete" BEFORE DELETE ON "ex"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "ex_no_move" BEFORE UPDATE OF id, record_id, row ON "ex"
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
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AEOUT', NULL, new."AEOUT" WHERE new."AEOUT" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESER', NULL, new."AESER" WHERE new."AESER" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESDTH', NULL, new."AESDTH" WHERE new."AESDTH" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESLIFE', NULL, new."AESLIFE" WHERE new."AESLIFE" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESHOSP', NULL, new."AESHOSP" WHERE new."AESHOSP" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESDISAB', NULL, new."AESDISAB" WHERE new."AESDISAB" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESCONG', NULL, new."AESCONG" WHERE new."AESCONG" IS NOT NULL;
INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) SELECT 'insert', NULL, new.record_id, 'ae', new.row, 'AESMIE', NULL, new."AESMIE" WHERE new."AESMIE" IS NOT NULL;
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

CREATE TRIGGER "ae_insert_complete" BEFORE INSERT ON "ae" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "ae_update_complete" BEFORE UPDATE ON "ae" WHEN crf_reason() IS NULL AND (SELECT status FROM record WHERE id = new.record_id) = 'COMPLETE'
BEGIN SELECT RAISE(ABORT, 'a completed form needs a reason'); END;

CREATE TRIGGER "ae_no_delete" BEFORE DELETE ON "ae"
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER "ae_no_move" BEFORE UPDATE OF id, record_id, row ON "ae"
BEGIN SELECT RAISE(ABORT, 'keys never change'); END;
