"""Findings of a form as the cards beside it: a chip, a sentence, what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ordi_crf.core.validation import Finding
from ordi_crf.forms.schema import Form, Language, Severity
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.findings import UNSAVED
from ordi_crf.ui.theme import Tone

_NAMED = 6
"""So many missing answers are named on their card."""


class Notices(QObject):
    """Puts the findings of one form into words."""

    def __init__(self, form: Form, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._language = form, language

    def cards(self, findings: Sequence[Finding], *, tried: bool, read_only: bool) -> list[Notice]:
        """Return the cards; missing answers are one card, once Complete was `tried`."""
        shown = [self._card(f, read_only=read_only) for f in findings if not f.missing]
        missing = [finding for finding in findings if finding.missing]
        if missing and tried:
            shown.append(self._missing(missing))
        return shown

    def reasons_left(self, count: int) -> str:
        """Return how many reasons the form still needs."""
        return self.tr("%n reason(s) still needed before the form is complete.", "", count)

    def _card(self, finding: Finding, *, read_only: bool) -> Notice:
        hard, on_map = finding.severity is Severity.HARD, finding.oid.startswith("MAP.")
        actions = []
        if not hard and not read_only:
            actions.append(("keep", self.tr("Keep and explain")))
        if on_map:
            actions.append(("map", self.tr("Open the map")))
        elif finding.item:
            actions.append(("go", self.tr("Go to it")))
        tone = Tone.BAD if hard else Tone.WARN
        sentence = said(self._form, finding, self._language)
        return Notice(code(finding), self._chip(finding), tone, sentence, "", tuple(actions))

    def _chip(self, finding: Finding) -> str:
        if finding.oid.startswith("MAP."):
            return self.tr("map and score")
        if finding.oid.endswith(UNSAVED):
            return self.tr("not saved")
        return self.tr("to correct") if finding.severity is Severity.HARD else self.tr("check")

    def _missing(self, missing: Sequence[Finding]) -> Notice:
        """Return one card that names the first few answers that are missing."""
        words = "; ".join(where(self._form, f, self._language) for f in missing[:_NAMED])
        more = "…" if len(missing) > _NAMED else ""
        count = self.tr("%n answer(s) still needed", "", len(missing))
        go = (("go", self.tr("Go to the first")),)
        sentence = f"{count}: {words}{more}"
        return Notice(code(missing[0]), self.tr("missing"), Tone.WARN, sentence, "", go)


def code(finding: Finding) -> str:
    """Return where a finding is and which, as one code for its card."""
    return "|".join((finding.section, finding.row, finding.item, finding.oid))


def where(form: Form, finding: Finding, language: Language) -> str:
    """Return what a finding is about, in the words of its question."""
    if not finding.item:
        return ""
    section = form.section(finding.section)
    words = [section.item(finding.item).label.in_(language)]
    if section.rows is not None:
        words.insert(0, section.rows.row(finding.row).text.in_(language))
    elif section.repeating and finding.row:
        words.insert(0, finding.row)
    return ", ".join(words)


def said(form: Form, finding: Finding, language: Language) -> str:
    """Return a finding for a reader who does not see its item; some name their place themselves."""
    sentence = finding.message.in_(language)
    about = "" if finding.oid.startswith(("MAP.", "IE.")) else where(form, finding, language)
    return f"{about}: {sentence}" if about else sentence
