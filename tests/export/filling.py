"""A record of every form, made from the definitions: a form added to the study has one too."""

from __future__ import annotations

from ordi_crf import forms
from ordi_crf.core.records import RecordKey
from ordi_crf.db.study_file import StudyFile
from ordi_crf.demo.pictures import photograph
from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    Date,
    FreeText,
    Item,
    LabResult,
    Number,
    Section,
)
from tests.builders import answers, key

PICTURE = photograph("tests", 50)


def fill_other_forms(study: StudyFile) -> None:
    """Give every form without a record one at screening, with an answer to each of its items."""
    begun = {key.form for key in study.statuses()}
    for form in forms.FORMS:
        if form.oid not in begun:
            for section in form.sections:
                _fill(study, key(form.oid, "SCR"), section)


def _fill(study: StudyFile, where: RecordKey, section: Section) -> None:
    values = {item.name: _value(study, item) for item in section.items}
    if section.repeating:
        study.add_row(where, section.name, values)
        return
    for row in (code.value for code in section.rows.codes) if section.rows else ("",):
        told = {i.name: values[i.name] for i in section.items if row not in i.not_in_rows}
        study.answer(where, answers({section.name: {row: told}}))


def _value(study: StudyFile, item: Item) -> str:
    match item:
        case Choice():
            return item.codes.codes[0].value
        case Number():
            return str(item.possible.lo if item.possible.lo is not None else 1)
        case LabResult():
            return "<10"
        case Date():
            return "2010-02-20"
        case FreeText():
            return item.label.en[:20]
        case Attachment():
            return f"{study.attach(PICTURE)} picture.png"
        case _:
            raise AssertionError("body maps are painted, not filled")
