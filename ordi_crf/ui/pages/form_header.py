"""What the top bar says about a form: the way to it, and the one thing to do with it next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ordi_crf import forms, study
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.ui import permits
from ordi_crf.ui.pages.page import Action, Header
from ordi_crf.ui.places import Subjects, SubjectVisit
from ordi_crf.ui.session import Session
from ordi_crf.ui.wording import visit_words

translate = QCoreApplication.translate


def header(session: Session, key: RecordKey) -> Header:
    """Return the header of a form."""
    visit = SubjectVisit(key.subject, key.visit, key.visit_repeat)
    title = session.say(forms.form(key.form).title)
    return Header(
        title=title,
        trail=(
            (translate("FormHeader", "Subjects"), Subjects()),
            (key.subject.subjid, SubjectVisit(key.subject)),
            (visit_words(key.visit, key.visit_repeat, session.language), visit),
            (title, None),
        ),
        primary=_primary(session, key),
    )


def following(key: RecordKey) -> RecordKey | None:
    """Return the form after a form at the same visit, None after the last."""
    order = [form.oid for form in study.forms_at(key.visit)]
    at = order.index(key.form) + 1 if key.form in order else len(order)
    if at >= len(order):
        return None
    return RecordKey(key.subject, key.visit, order[at], key.visit_repeat)


def _primary(session: Session, key: RecordKey) -> Action:
    """Return Complete for a draft; once that is done, or for who only reads it, the way on."""
    mine = permits.may(session, Operation.COMPLETE, key.form)
    if mine and session.record(key).status is Status.DRAFT:
        return Action("complete", translate("FormHeader", "Complete form"))
    after = following(key)
    if after is None:
        return Action("next", translate("FormHeader", "Back to the visit"))
    words = translate("FormHeader", "Next: {form}")
    return Action("next", words.format(form=session.say(forms.form(after.form).title)))
