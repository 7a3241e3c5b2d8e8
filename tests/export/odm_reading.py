"""An independent reader of ODM files: the standard library, and nothing of ours but names."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

from ordi_crf import forms
from ordi_crf.core.records import Record, RecordKey, Row, SubjectKey, blank

ODM = "{http://www.cdisc.org/ns/odm/v1.3}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Element: TypeAlias = ElementTree.Element


@dataclass
class FormRead:
    """A form as a stranger reads it: rows of answers by section, and the figures beside."""

    subject: str
    visit: str
    repeat: int
    form: str
    rows: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)

    def record(self) -> Record:
        """Return it as a record of ours, to compute figures from its answers alone."""
        known = forms.form(self.form)
        sections = {
            name: {
                row: Row(row, {**blank(known.section(name)), **values})
                for row, values in rows.items()
            }
            for name, rows in self.rows.items()
        }
        key = RecordKey(SubjectKey("01", self.subject), self.visit, self.form, self.repeat)
        return Record(key, sections=sections)


def root(path: Path) -> Element:
    return ElementTree.parse(path).getroot()


def all_of(element: Element, *names: str) -> list[Element]:
    return element.findall("/".join([".", "", *(f"{ODM}{name}" for name in names)]))


def forms_in(document: Element) -> list[FormRead]:
    """Return every form with its answers."""
    found = []
    for subject in all_of(document, "SubjectData"):
        for visit in all_of(subject, "StudyEventData"):
            for form in all_of(visit, "FormData"):
                read = FormRead(
                    subject.attrib["SubjectKey"],
                    visit.attrib["StudyEventOID"].removeprefix("SE."),
                    int(visit.attrib.get("StudyEventRepeatKey", "1")),
                    form.attrib["FormOID"].removeprefix("F."),
                )
                for group in all_of(form, "ItemGroupData"):
                    _read_group(read, group)
                found.append(read)
    return found


def _read_group(read: FormRead, group: Element) -> None:
    name = group.attrib["ItemGroupOID"].removeprefix("IG.")
    given = {
        item.attrib["ItemOID"].split(".", 2)[2]: item.attrib["Value"]
        for item in all_of(group, "ItemData")
        if "Value" in item.attrib
    }
    if name.endswith(".FIGURES"):
        read.figures = given
        return
    rows = forms.form(read.form).section(name).rows
    if rows is not None:
        assert given.pop(rows.name) == group.attrib["ItemGroupRepeatKey"]
    read.rows.setdefault(name, {})[group.attrib.get("ItemGroupRepeatKey", "")] = given


def trail_in(document: Element) -> list[tuple[int, list[object], str]]:
    """Return number, fields and hash of every entry of the audit trail."""
    found = []
    for group in all_of(document, "ItemGroupData"):
        if group.attrib["ItemGroupOID"] == "IG.AUDIT":
            entry, digest = (item.attrib["Value"] for item in group)
            found.append((int(group.attrib["ItemGroupRepeatKey"]), json.loads(entry), digest))
    return found


def translated(element: Element) -> dict[str, str]:
    """Return the wordings of an element by language."""
    texts = all_of(element, "TranslatedText")
    return {text.attrib[LANG]: text.text or "" for text in texts}


def flags(element: Element) -> dict[str, str]:
    """Return the flags of the annotations right below an element, by type."""
    return {
        flag[1].text or "": flag[0].text or ""
        for annotation in element.findall(f"{ODM}Annotation")
        for flag in annotation.findall(f"{ODM}Flag")
    }
