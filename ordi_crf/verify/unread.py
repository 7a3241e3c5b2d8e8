"""What the FINDINGS sheet tells and the trail does not, needed by whoever recomputes the findings.

Typed text that could not be read is no data, and a finding about it quotes it. Where dates are
study days, findings were judged by the dates as entered: those that stand are the ones listed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from ordi_crf import study
from ordi_crf.core.delivery import FindingPlace
from ordi_crf.core.missing import Place
from ordi_crf.core.records import RecordKey, StudyData, SubjectKey
from ordi_crf.verify.comparison import Said

SHEET = "FINDINGS"
_QUOTED = re.compile(r"[“«](?P<typed>.*)[”»]: ", re.DOTALL)
_ENDS = ".UNREADABLE"


def typed(data: StudyData, rows: Sequence[Said]) -> Mapping[RecordKey, Mapping[Place, str]]:
    """Return what was typed, by form and place, as the rows of the sheet quote it."""
    found: dict[RecordKey, dict[Place, str]] = {}
    for told in _told(rows):
        quoted = _QUOTED.match(told.get("MESSAGE", ""))
        key = _key(told)
        if quoted and told.get("FINDID", "").endswith(_ENDS) and key in data.records:
            place = told.get("SECTION", ""), told.get("ROW", ""), told.get("ITEM", "")
            if all(place[::2]) and _known(data, key, place):
                found.setdefault(key, {})[place] = quoted["typed"]
    return found


def standing(data: StudyData, rows: Sequence[Said]) -> Mapping[RecordKey, frozenset[FindingPlace]]:
    """Return the findings that are listed, by form: check, section, row and item."""
    found: dict[RecordKey, set[FindingPlace]] = {key: set() for key in data.records}
    for told in _told(rows):
        place = tuple(told.get(name, "") for name in ("FINDID", "SECTION", "ROW", "ITEM"))
        found.setdefault(_key(told), set()).add((place[0], place[1], place[2], place[3]))
    return {key: frozenset(places) for key, places in found.items()}


def _told(rows: Sequence[Said]) -> Iterator[Mapping[str, str]]:
    """Yield each row as texts by the names of the columns."""
    header = [cell.strip('"') for cell in rows[0]] if rows else []
    for row in rows[1:]:
        yield {name: _text(cell) for name, cell in zip(header, row, strict=False)}


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
