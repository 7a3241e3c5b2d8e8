"""The data: right at entry, safe on disk, the same wherever they go; and the program itself."""

from __future__ import annotations

from tools.trust.statement import Part, Quality, Statement

_S, _Q = Statement, Quality

_ENTRY_AND_COPIES = Part(
    "Entry and copies",
    (
        _S("T24", "Values out of range and missing ones are found at entry; a soft finding stands "
           "with a reason alone, which casebook and workbook show",
           "21 CFR 11.10(h); ICH E6(R2) 5.1.3", (_Q.ACCURATE,)),
        _S("T25", "A site makes complete copies to read (PDF) and to process (ODM, xlsx, CSV) with "
           "definitions and audit trail, without technical skill",
           "21 CFR 11.10(b)", (_Q.LEGIBLE, _Q.AVAILABLE)),
        _S("T26", "The site keeps its own copy, and it equals what the sponsor got by the same "
           "digests", "EMA/INS/GCP/112288/2023 6.6; ICH E6(R2) 5.5.3"),
    ),
)  # fmt: skip

_ENDURING = Part(
    "Safety and confidentiality",
    (
        _S("T27", "Killed at any moment, the study opens sound; at most what was being typed is "
           "lost", "EMA/INS/GCP/112288/2023", (_Q.ENDURING,)),
        _S("T28", "A backup comes back as it was, row by row, and the trail tells of it",
           "21 CFR 11.10(c); ICH E6(R2) 5.5.3(f)", (_Q.ENDURING,)),
        _S("T29", "Without a password nothing of a patient can be read from the study, its "
           "journals, temporary files or reports", "GDPR Art. 32"),
        _S("T30", "Exports hold no name, initials, full date of birth, record number, address or "
           "telephone; the identification list is encrypted apart and in no export",
           "GDPR Art. 4(5)"),
        _S("T31", "Free text is looked through for names, record numbers, identity numbers and "
           "telephones before it leaves; what is found is listed and to be confirmed",
           "GDPR Art. 5(1)(c)"),
        _S("T32", "An export can leave free text out and reduce dates to study days and a year of "
           "birth", "GDPR Art. 25"),
    ),
)  # fmt: skip

_SAME = Part(
    "The same wherever it goes",
    (
        _S("T33", "Computed values name the version of their rule, and come out the same from the "
           "exported answers", "ICH E6(R2) 5.5.4; ICH E6(R3) 4.2.5", (_Q.ORIGINAL, _Q.ACCURATE)),
        _S("T34", "Exported strokes, painted again, give the same cells and the same body surface",
           "ICH E6(R2) 5.5.4", (_Q.ORIGINAL,)),
        _S("T35", "When the definitions grow within a study, forms show and print in the version "
           "in which they were begun, nothing entered changes, and a backup is made before",
           "ICH E6(R3) 4.2.5"),
        _S("T36", "What is imported is attributed to who imports it, with the name and the SHA-256 "
           "of its file, and taken or refused value by value", "ICH E6(R3) 4.2.5"),
        _S("T37", "A subject's id is unique, never used again, and finds the subject in every "
           "table", "ICH E6(R2) 5.5.5", (_Q.CONSISTENT,)),
    ),
)  # fmt: skip

_PROGRAM = Part(
    "The program itself",
    (
        _S("T38", "Version, build, schema and that the program is not validated by itself stand "
           "under About, at the foot of every page of data on paper and in the workbook's README",
           "21 CFR 11.10(a), 11.10(k)"),
        _S("T39", "Every statement has its tests, and a run is printed as this page",
           "21 CFR 11.10(a); EMA/INS/GCP/112288/2023 Annex 2"),
        _S("T40", "ODM-XML is valid by the schema of CDISC ODM 1.3.2, and every OID it names is "
           "defined", "21 CFR 11.10(b); CDISC ODM 1.3.2"),
    ),
)  # fmt: skip

PARTS = (_ENTRY_AND_COPIES, _ENDURING, _SAME, _PROGRAM)
