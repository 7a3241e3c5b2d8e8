"""FormPage: what the page of every form does, whatever it looks like.

An answer is saved when it leaves its field. A completed form asks for a reason first, in place;
cancelling shows the stored value again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ordi_crf import forms
from ordi_crf.core.missing import Place
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.core.validation import Finding, open_findings
from ordi_crf.forms.schema import Severity
from ordi_crf.ui import findings, life, permits
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.components.marks import Mark
from ordi_crf.ui.editors import Editor
from ordi_crf.ui.forms.absence import TAKE_BACK, Absence
from ordi_crf.ui.forms.answering import Answering
from ordi_crf.ui.forms.asking import Asked, Asking, Purpose
from ordi_crf.ui.forms.history import HistoryPopup
from ordi_crf.ui.forms.notices import Notices, said
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.pages import form_header
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.places import FormAt, SubjectVisit
from ordi_crf.ui.review.review import ASK, OPEN, VERIFY, Review
from ordi_crf.ui.session import Session
from ordi_crf.ui.trust.earlier import Earliers, earlier
from ordi_crf.ui.trust.form_life import FormLife
from ordi_crf.ui.trust.signature_line import SignatureLine


class FormPage(Page):
    """Takes answers, asks reasons, completes; a page of a kind says how its form is shown."""

    def __init__(self, session: Session, place: FormAt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.place, self.key = session, place, place.key
        self.form = forms.form(place.key.form)
        self.views: dict[str, SectionView] = {}
        """The sections on screen, by name."""
        self._tried = self._completing = False
        self.signature = SignatureLine(session.language, self)
        """The last signature; a page of a kind gives it its place."""
        self.asking = Asking(session, place.key, self)
        self.asking.done.connect(self.on_reason)
        self.asking.abandoned.connect(self._on_abandoned)
        self._notices = Notices(self.form, session.language, self)
        self.absence = Absence(session, place.key, self)
        self.absence.done.connect(self.refresh)
        self.life = FormLife(session, place.key, self.asking, self)
        self.review = Review(session, place.key, self)
        self.review.done.connect(self.refresh)
        self.review.left.connect(self.focus_item)
        self.answering = Answering(session, place.key, self.asking, self)
        self.answering.stepped.connect(self.focus_item)
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        QShortcut(QKeySequence("Ctrl+H"), self).activated.connect(self._on_history)
        QShortcut(QKeySequence("Ctrl+M"), self).activated.connect(self.ask_missing)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.ask_query)
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(self.tick)
        self.build()
        session.changed.connect(self._on_changed)
        session.reviewed.connect(self._on_changed)
        session.handed_over.connect(self.refresh)
        self.refresh()

    def build(self) -> None:
        """Lay the page out."""
        raise NotImplementedError

    def show_record(self, record: Record) -> None:
        """Show a record's answers."""
        raise NotImplementedError

    def anchor(self, section: str, row: str, item: str) -> QWidget | None:
        """Return the widget of an item, at which its history and its questions open."""
        raise NotImplementedError

    def place_of(self, widget: QWidget | None) -> Place:
        """Return the item a widget belongs to; the first section where it belongs to none."""
        return self.form.sections[0].name, "", ""

    def show_earlier(self, found: Earliers) -> None:
        """Show what corrected items said before."""
        for view in self.views.values():
            view.show_earlier(found)

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show findings beside their items, where they are not all on cards."""

    def show_notices(self, shown: Sequence[Notice]) -> None:
        """Show findings as cards, where there is room for cards."""

    def show_marks(self, marks: Mapping[Place, Mark]) -> None:
        """Show beside the items what is verified and asked, where there is room for it."""

    def show_state(self, record: Record, found: Sequence[Finding]) -> None:
        """Show where the form stands, where nothing else tells it."""

    def reveal(self, section: str, row: str, item: str) -> None:
        """Bring an item into view, where not all of them are."""

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        self.answering.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self.answering.redo()

    @Slot(str, str, str)
    def focus_item(self, section: str, row: str, item: str) -> None:
        """Give an item the keyboard and bring it into view."""
        self.reveal(section, row, item)
        anchor = self.anchor(section, row, item)
        if anchor is not None:
            anchor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def read_only(self) -> bool:
        """Return whether nothing of the form can be changed by who is at work, or by anybody."""
        free = permits.may(self.session, Operation.ANSWER, self.key.form)
        return not free or life.locked(self.session, self.key)

    def header(self) -> Header:
        header = form_header.header(self.session, self.key)
        reviewed = self.review.actions(self.record())
        return replace(header, quiet=(*reviewed, *self.life.actions()))

    def act(self, code: str) -> None:
        if code == ASK:
            self.review.ask(("", "", ""), None)
        elif code == VERIFY:
            self.review.verify_all(self.record())
        elif code == "next":
            following = form_header.following(self.key)
            visit = SubjectVisit(self.key.subject, self.key.visit, self.key.visit_repeat)
            self.went.emit(visit if following is None else FormAt(following))
        elif not self.life.act(code):
            self.complete()

    def commit(self) -> None:
        """Take the keyboard from the field, so that what was typed is saved."""
        field = self.focusWidget()
        if field is not None and field.hasFocus():
            field.clearFocus()

    def leave(self) -> bool:
        self.commit()
        if self.asking.waiting:
            self.asking.strip.insist()
        return not self.asking.waiting

    def record(self) -> Record:
        """Return the form as it stands on screen."""
        return self.answering.record()

    @Slot()
    def refresh(self) -> None:
        """Show the record, its findings and its state as they are now."""
        record = self.record()
        found = findings.of_form(self.session, self.key, record)
        still = open_findings(found, record)
        self.show_record(record)
        self.show_earlier(earlier(self.session, self.key))
        self.review.reload()
        self.show_marks(self.review.marks(record))
        # A missing answer is no reproach before somebody tried to complete the form.
        self.show_findings([f for f in still if self._tried or not f.missing])
        cards = self._notices.cards(still, tried=self._tried, read_only=self.read_only)
        self.show_notices([*cards, *self.review.cards(record), *self.absence.cards(record)])
        self.show_state(record, found)
        self.signature.show_signatures(self.session.file.signing.of(self.key), record)
        self.headed.emit()

    def complete(self) -> None:
        """Complete the form, or go to the first of what stands in the way.

        What must be corrected comes first; then each unusual answer is asked for its reason, one
        after the other, and the last reason completes the form.
        """
        self._tried, self._completing = True, False
        record = self.record()
        still = open_findings(findings.of_form(self.session, self.key, record), record)
        hard = [finding for finding in still if finding.severity is Severity.HARD]
        # What is due is entered or called missing, all of it at once: no question for each of it.
        first = next(iter(hard), None) or next((f for f in still if f.missing), None)
        if first is not None:
            self.refresh()
            self.focus_item(first.section, first.row, first.item)
        elif still:
            self._completing = True
            self.refresh()
            self._ask_to_keep(still[0], left=len(still))
        elif self.session.set_status(self.key, Status.COMPLETE):
            self._tried = False
            self.answering.close()
            self.refresh()

    @Slot(str, str, str, object, str)
    def on_answered(self, section: str, row: str, item: str, value: object, typed: str) -> None:
        """Save an answer that left its field, or ask why where the form is complete."""
        new = value if isinstance(value, str) else None

        def anchor() -> QWidget | None:
            return self.anchor(section, row, item)

        self.answering.take((section, row, item), new, typed, anchor)
        if self.asking.waiting:
            self.refresh()

    @Slot(str, str, str)
    def show_history(self, section: str, row: str, item: str) -> None:
        """Open the history of an item at the item."""
        definition = self.form.section(section).item(item)
        entries = self.session.file.history(self.key, section, row, item)
        words = self.session.say(definition.label)
        popup = HistoryPopup(words, definition, entries, self.session.language, self)
        popup.show_at(self.anchor(section, row, item))

    @Slot(str, str)
    def on_finding(self, oid: str, action: str) -> None:
        """Do what a finding card offered."""
        section, row, item, name = oid.split("|")
        if action == "go":
            self.focus_item(section, row, item)
        elif action == OPEN:
            self.reveal(section, row, item)
            number = int(name.removeprefix("QUERY"))
            self.review.open_query(number, self.anchor(section, row, item) if item else None)
        elif action == TAKE_BACK:
            self.absence.take_back((section, row, item))
        else:
            self.explain(section, row, name)

    @Slot(str, str, str)
    def explain(self, section: str, row: str, oid: str) -> None:
        """Ask why a soft finding is kept."""
        found = findings.of_form(self.session, self.key, self.record())
        asked = [f for f in found if (f.section, f.row, f.oid) == (section, row, oid)]
        if asked:
            self._ask_to_keep(asked[0])

    def _ask_to_keep(self, finding: Finding, *, left: int = 0) -> None:
        note = self.tr("Say why it stays, or cancel and correct it.")
        if left:
            note = f"{note} {self._notices.reasons_left(left)}"
        self.reveal(finding.section, finding.row, finding.item)
        anchor = self.anchor(finding.section, finding.row, finding.item)
        place = (finding.section, finding.row, finding.oid)
        words = said(self.form, finding, self.session.language)
        self.asking.ask(Purpose.EXPLAIN, place, words, note, anchor)

    @Slot()
    def _on_history(self) -> None:
        """Open the history of the item that has the keyboard."""
        widget: QWidget | None = self.focusWidget()
        while widget is not None and not isinstance(widget, Editor):
            widget = widget.parentWidget()
        if widget is not None:
            widget.history_asked.emit()

    @Slot()
    def ask_missing(self) -> None:
        """Ask why the item that has the keyboard is missing, or its row, section or form."""
        place = self.place_of(self.focusWidget())
        # What stands in the field is an answer, and comes first.
        self.commit()
        if self.asking.waiting:
            self.asking.strip.insist()
            return
        self.absence.ask(place, self.anchor(*place) if place[2] else None)

    @Slot()
    def ask_query(self) -> None:
        """Open the query at the item that has the keyboard, or raise one."""
        place = self.place_of(self.focusWidget())
        self.open_query(*place)

    @Slot(str, str, str)
    def open_query(self, section: str, row: str, item: str) -> None:
        """Open the query at an item, or raise one; at the whole form where no item is named."""
        place = (section, row, item) if item else ("", "", "")
        self.review.ask(place, self.anchor(section, row, item) if item else None)

    @Slot()
    def tick(self) -> None:
        """Verify the item that has the keyboard against its source, or take that back."""
        place = self.place_of(self.focusWidget())
        self.commit()
        self.review.toggle(self.record(), place)
        self.focus_item(*place)

    @Slot(str, str, bool)
    def void(self, section: str, row: str, voided: bool) -> None:
        """Ask why a record is voided, or taken back."""
        purpose = Purpose.VOID if voided else Purpose.RESTORE
        question = (
            self.tr("Why is this record void?")
            if voided
            else self.tr("Why does this record count again?")
        )
        note = self.tr("It stays readable, with its history.") if voided else ""
        first = self.form.section(section).items[0].name
        anchor = self.anchor(section, row, first) if voided else None
        self.asking.ask(purpose, (section, row, ""), question, note, anchor)

    @Slot(object, str)
    def on_reason(self, asked: Asked, reason: str) -> None:
        """Show what came of a reason, and go on with what it was asked for."""
        self.refresh()
        if asked.purpose is Purpose.CORRECT:
            self.focus_item(*asked.place)
        elif asked.purpose is Purpose.EXPLAIN and self._completing:
            self.complete()

    @Slot(object)
    def _on_abandoned(self, asked: Asked) -> None:
        self._completing = False
        self.refresh()
        if asked.purpose is Purpose.CORRECT:
            self.focus_item(*asked.place)

    @Slot(object)
    def _on_changed(self, key: object) -> None:
        if key is None or key == self.key or not isinstance(key, RecordKey):
            self.refresh()
