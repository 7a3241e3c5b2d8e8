"""Findings of a form as the cards beside it: a chip, a sentence, what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ordi_crf.core.validation import Finding
from ordi_crf.forms.schema import Form, Language, Severity
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.findings import UNSAVED
from ordi_crf.ui.theme import Tone

translate = QCoreApplication.translate
_NAMED = 6
"""So many missing answers are named on their card."""


def notices(
    form: Form, findings: Sequence[Finding], language: Language, *, tried: bool, read_only: bool
) -> list[Notice]:
    """Return the cards of findings; missing answers are one card, once Complete was `tried`."""
    shown = [
        _notice(form, finding, language, read_only=read_only)
        for finding in findings
        if not finding.missing
    ]
    missing = [finding for finding in findings if finding.missing]
    if missing and tried:
        shown.append(_missing(form, missing, language))
    return shown


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


def _notice(form: Form, finding: Finding, language: Language, *, read_only: bool) -> Notice:
    hard = finding.severity is Severity.HARD
    on_map = finding.oid.startswith("MAP.")
    if on_map:
        chip = translate("Notices", "map and score")
    elif finding.oid.endswith(UNSAVED):
        chip = translate("Notices", "not saved")
    elif hard:
        chip = translate("Notices", "to correct")
    else:
        chip = translate("Notices", "check")
    actions = []
    if not hard and not read_only:
        actions.append(("keep", translate("Notices", "Keep and explain")))
    if on_map:
        actions.append(("map", translate("Notices", "Open the map")))
    elif finding.item:
        actions.append(("go", translate("Notices", "Go to it")))
    about = "" if on_map else where(form, finding, language)
    sentence = finding.message.in_(language)
    tone = Tone.BAD if hard else Tone.WARN
    words = f"{about}: {sentence}" if about else sentence
    return Notice(code(finding), chip, tone, words, "", tuple(actions))


def _missing(form: Form, missing: Sequence[Finding], language: Language) -> Notice:
    """Return one card that names the first few answers that are missing."""
    named = [where(form, finding, language) for finding in missing[:_NAMED]]
    words = "; ".join(named)
    if len(missing) > _NAMED:
        words += "…"
    count = translate("Notices", "%n answer(s) still needed", "", len(missing))
    go = (("go", translate("Notices", "Go to the first")),)
    chip = translate("Notices", "missing")
    return Notice(code(missing[0]), chip, Tone.WARN, f"{count}: {words}", "", go)
