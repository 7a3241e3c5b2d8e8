"""Typed text that could not be read, out of the FINDINGS sheet: the trail does not tell it.

It is no data, and a finding about it quotes it; whoever recomputes the findings needs it back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from ordi_crf import study
from ordi_crf.core.missing import Place
from ordi_crf.core.records import RecordKey, StudyData, SubjectKey
from ordi_crf.verify.comparison import Said

SHEET = "FINDINGS"
_QUOTED = re.compile(r"[“«](?P<typed>.*)[”»]: ", re.DOTALL)
_ENDS = ".UNREADABLE"


def typed(data: StudyData, rows: Sequence[Said]) -> Mapping[RecordKey, Mapping[Place, str]]:
    """Return what was typed, by form and place, as the rows of the sheet quote it."""
    found: dict[RecordKey, dict[Place, str]] = {}
    header = [cell.strip('"') for cell in rows[0]] if rows else []
    for row in rows[1:]:
        told = {name: _text(cell) for name, cell in zip(header, row, strict=False)}
        quoted = _QUOTED.match(told.get("MESSAGE", ""))
        key = _key(told)
        if quoted and told.get("FINDID", "").endswith(_ENDS) and key in data.records:
            place = told.get("SECTION", ""), told.get("ROW", ""), told.get("ITEM", "")
            if all(place[::2]) and _known(data, key, place):
                found.setdefault(key, {})[place] = quoted["typed"]
    return found


def _known(data: StudyData, key: RecordKey, place: Place) -> bool:
    """Return whether a form has such an item."""
    from ordi_crf import forms

    try:
        forms.form(key.form).section(place[0]).item(place[2])
    except KeyError:
        return False
    return True


def _key(told: Mapping[str, str]) -> RecordKey:
    """Return the form a row is about: VISITNUM 90.01 is the second visit with number 90."""
    number, _, repeat = told.get("VISITNUM", "").partition(".")
    visit = next((v.code for v in study.EVENTS if str(v.number) == number), "")
    subject = SubjectKey(told.get("SITEID", ""), told.get("SUBJID", ""))
    return RecordKey(subject, visit, told.get("FORM", ""), _repeat(repeat))


def _repeat(hundredths: str) -> int:
    return 1 + int(hundredths.ljust(2, "0")[:2]) if hundredths.isdecimal() else 1


def _text(cell: str) -> str:
    """Return what a cell says, a text without its quotation marks."""
    if cell == "null":
        return ""
    return str(json.loads(cell)) if cell.startswith('"') else cell
