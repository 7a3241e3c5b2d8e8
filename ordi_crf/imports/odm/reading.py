"""What an ODM file says of a study: answers as they stand, and the audit trail where it has one."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ordi_crf import forms, study
from ordi_crf.core.carried import Carried
from ordi_crf.core.missing import Place
from ordi_crf.core.proposals import Source
from ordi_crf.core.records import AuditEntry, RecordKey, SubjectKey
from ordi_crf.forms.schema import Text
from ordi_crf.imports.errors import UnreadableFileError
from ordi_crf.imports.files import named
from ordi_crf.imports.odm.parsing import parse

KIND = "CDISC ODM"
_ODM = "http://www.cdisc.org/ns/odm/v1.3"
_STUDY = f"ST.{study.STUDYID.replace('-', '_')}"
_NUMBERS = (9, 11)
"""The fields of an entry that are numbers: the repeats of visit and form."""
_MAY_BE_NULL = (15, 16, 17)
"""Those that may be blank: values before and after, reason."""
_FIELDS = 18
_MOST = (1 << 63) - 1
"""The highest number that a study file holds."""

_ROW_KEYS = {
    section.name: section.rows.name
    for form in forms.FORMS
    for section in form.sections
    if section.rows is not None
}
"""The item that only repeats the key of its pre-printed row, by section."""

_OTHER = Text(
    "{name} is not CDISC ODM 1.3: its first element is {what}.",
    "{name} no es CDISC ODM 1.3: su primer elemento es {what}.",
)
_OTHER_STUDY = Text(
    "{name} is of another study ({what}): only files of {ours} can be brought in.",
    "{name} es de otro estudio ({what}): solo se pueden traer archivos de {ours}.",
)
_BAD_ENTRY = Text(
    "{name}: audit entry {what} cannot be read.",
    "{name}: la entrada de auditoría {what} no se puede leer.",
)
_BAD_FILE = Text(
    "{name}: the kept file {what} cannot be read.",
    "{name}: el archivo guardado {what} no se puede leer.",
)
_TRANSACTIONS = Text(
    "{name} holds transactions, not a state of the study ({what}): export it again as a snapshot.",
    "{name} contiene transacciones, no un estado del estudio ({what}): expórtelo de nuevo como "
    "«snapshot».",
)
_TWICE = Text(
    "{name} has two values for {what}: export it again as a snapshot.",
    "{name} tiene dos valores para {what}: expórtelo de nuevo como «snapshot».",
)


def read(path: Path) -> Carried:
    """Return what a file says; UnreadableFileError where it is no ODM file of this study."""
    reader = _Reading(named(path))
    digest = parse(path, reader)
    source = Source(KIND, reader.name, digest)
    blank = {key: frozenset(known) for key, known in reader.blank.items()}
    trail = tuple(reader.audit)
    return Carried(source, reader.answers, blank, trail, reader.files, reader.unaccepted)


class _Reading:
    """The elements of one document, put where they belong."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.answers: dict[RecordKey, dict[Place, str]] = {}
        self.blank: dict[RecordKey, set[tuple[str, str]]] = {}
        self.unaccepted: dict[RecordKey, dict[Place, str]] = {}
        self.audit: list[AuditEntry] = []
        self.files: dict[str, bytes] = {}
        self._subject, self._siteid, self._visit = "", study.DEFAULT_SITEID, ("", 1)
        self._key = RecordKey(SubjectKey("", ""), "", "")
        self._answers: dict[Place, str] = {}
        self._group, self._repeat, self._item, self._row_key = "", "", "", ""
        self._told: dict[str, str] = {}
        self._apart = False
        self._comment, self._flag = "", ""

        self.starts = {
            "ODM": self._check_kind,
            "Study": self._check_study,
            "ClinicalData": self._check_study,
            "SubjectData": self._begin_subject,
            "SiteRef": self._begin_site,
            "StudyEventData": self._begin_visit,
            "FormData": self._begin_form,
            "ItemGroupData": self._begin_group,
            "ItemData": self._take_item,
            "Annotation": self._begin_note,
        }
        self.ends = {
            "ItemGroupData": self._end_group,
            "ItemData": self._end_item,
            "Comment": self._hear_comment,
            "FlagType": self._hear_flag,
            "Annotation": self._end_note,
        }

    def open(self, namespace: str, name: str) -> None:
        """Take the first element; UnreadableFileError where it is not that of ODM 1.3."""
        if (namespace, name) != (_ODM, "ODM"):
            raise self._refused(_OTHER, name)

    def _check_kind(self, given: Mapping[str, str]) -> None:
        if given.get("FileType") == "Transactional":
            raise self._refused(_TRANSACTIONS, "Transactional")

    def _check_study(self, given: Mapping[str, str]) -> None:
        oid = given.get("OID") or given.get("StudyOID", "")
        if oid != _STUDY:
            raise self._refused(_OTHER_STUDY, oid)

    def _begin_subject(self, given: Mapping[str, str]) -> None:
        self._subject, self._siteid = given.get("SubjectKey", ""), study.DEFAULT_SITEID

    def _begin_site(self, given: Mapping[str, str]) -> None:
        self._siteid = given.get("LocationOID", "").removeprefix("LOC.")

    def _begin_visit(self, given: Mapping[str, str]) -> None:
        visit = given.get("StudyEventOID", "").removeprefix("SE.")
        self._visit = visit, _count(given.get("StudyEventRepeatKey"))

    def _begin_form(self, given: Mapping[str, str]) -> None:
        form = given.get("FormOID", "").removeprefix("F.")
        subject = SubjectKey(self._siteid, self._subject.removeprefix(f"{self._siteid}/"))
        visit, repeat = self._visit
        self._key = RecordKey(subject, visit, form, repeat, _count(given.get("FormRepeatKey")))
        self._answers = self.answers.setdefault(self._key, {})

    def _begin_note(self, _given: Mapping[str, str]) -> None:
        self._comment = self._flag = ""

    def _hear_comment(self, words: str) -> None:
        self._comment = words

    def _hear_flag(self, words: str) -> None:
        self._flag = words

    def _end_note(self, _words: str) -> None:
        if self._flag == "BLANK":
            self.blank.setdefault(self._key, set()).add((self._group, self._repeat))
        elif self._flag == "UNACCEPTED" and self._item:
            place = self._group, self._repeat, self._item
            self.unaccepted.setdefault(self._key, {})[place] = self._comment

    def _end_item(self, _words: str) -> None:
        self._item = ""

    def _begin_group(self, given: Mapping[str, str]) -> None:
        self._group = given.get("ItemGroupOID", "").removeprefix("IG.")
        self._repeat = given.get("ItemGroupRepeatKey", "")
        self._told = {}
        self._apart = self._group in ("AUDIT", "FILE") or self._group.endswith(".FIGURES")
        if not self._apart:
            self._row_key = _ROW_KEYS.get(self._group, "")

    def _take_item(self, given: Mapping[str, str]) -> None:
        oid = given.get("ItemOID", "")
        self._item = oid.removeprefix(f"I.{self._group}.")
        value = given.get("Value")
        if value is None or given.get("IsNull") == "Yes":
            return
        if self._apart:
            self._told[self._item] = value
        elif self._item != self._row_key:
            place = self._group, self._repeat, self._item
            if place in self._answers:
                raise self._refused(_TWICE, f"{oid} {self._repeat}".strip())
            self._answers[place] = value

    def _end_group(self, _words: str) -> None:
        if self._group == "AUDIT":
            try:
                self.audit.append(_entry(int(self._repeat), self._told))
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                # JSON can be nested deeper than the reader of JSON goes.
                raise self._refused(_BAD_ENTRY, self._repeat) from error
        elif self._group == "FILE":
            try:
                self.files[self._repeat] = b64decode(self._told["CONTENT"], validate=True)
            except (KeyError, ValueError) as error:
                raise self._refused(_BAD_FILE, self._repeat[:12]) from error
        self._group = self._item = ""

    def _refused(self, why: Text, what: str) -> UnreadableFileError:
        values = {"name": self.name, "what": what[:60], "ours": study.STUDYID}
        return UnreadableFileError(Text(why.en.format(**values), why.es.format(**values)))


def _count(repeat: str | None) -> int:
    """Return a repeat key as a number; another program's is taken for the first."""
    known = repeat is not None and repeat.isascii() and repeat.isdecimal() and len(repeat) < 6
    return int(repeat or "1") if known else 1


def _entry(number: int, told: Mapping[str, str]) -> AuditEntry:
    """Return an entry of the trail; ValueError, KeyError or TypeError where it is none."""
    fields: list[Any] = json.loads(told["ENTRY"])
    if not isinstance(fields, list) or len(fields) != _FIELDS:
        raise ValueError("an entry has eighteen fields")
    for n, value in enumerate(fields):
        kind = int if n in _NUMBERS else str
        if type(value) is not kind and not (value is None and n in _MAY_BE_NULL):
            raise TypeError(f"field {n} of an entry")
    if not all(0 <= count <= _MOST for count in (number, *(fields[n] for n in _NUMBERS))):
        raise ValueError("a number that no study has")
    return AuditEntry(number, *(*fields, told["HASH"]))
