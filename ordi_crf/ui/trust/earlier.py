"""What a corrected item said before, in words, for the line under its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from ordi_crf import forms
from ordi_crf.core import values
from ordi_crf.core.corrections import Correction, corrections
from ordi_crf.core.missing import Place
from ordi_crf.core.records import RecordKey
from ordi_crf.core.signature_words import moment
from ordi_crf.forms.schema import Choice, Item
from ordi_crf.ui.session import Session

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Earlier:
    """The value before a correction, and who corrected it, when and why."""

    words: str
    why: str


Earliers: TypeAlias = Mapping[Place, Earlier]


def earlier(session: Session, key: RecordKey) -> Earliers:
    """Return what each corrected item of a form said before; nothing of a draft."""
    if not session.corrects(key):
        return {}
    form, found = forms.form(key.form), corrections(session.file.life.entries(key))
    return {
        place: _said(session, form.section(place[0]).item(place[2]), correction)
        for place, correction in found.items()
    }


def _said(session: Session, item: Item, correction: Correction) -> Earlier:
    if correction.old is None:
        old = translate("Earlier", "(blank)")
    else:
        old = values.display(item, correction.old, session.language)
        # A grade is known by its number.
        graded = isinstance(item, Choice) and item.codes.integer
        old = f"{correction.old} {old}" if graded and old != correction.old else old
    words = translate("Earlier", "was {old} until {date}")
    why = translate("Earlier", "Corrected by {who}, {at}: {reason}")
    return Earlier(
        words.format(old=old, date=correction.until[:10]),
        why.format(who=correction.actor, at=moment(correction.until), reason=correction.reason),
    )
