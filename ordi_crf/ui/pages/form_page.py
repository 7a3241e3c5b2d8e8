"""FormPage: one form of one visit, from its definition alone; it knows no form by name.

An answer is saved when it leaves its field. A completed form asks for a reason first, in place;
cancelling shows the stored value again. Findings stand beside their items and down the right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import forms, study
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.core.validation import Finding, check, open_findings
from ordi_crf.db.study_file import Answer
from ordi_crf.forms.schema import Severity, Text
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.finding_card import FindingList, Notice
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.state import State, StatusIcon, state_word
from ordi_crf.ui.forms.commands import SetAnswer
from ordi_crf.ui.forms.history import HistoryPopup
from ordi_crf.ui.forms.reason import ReasonStrip
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.forms.views import view_for
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import FormAt, Subjects, SubjectVisit
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session, today
from ordi_crf.ui.theme import Tone

RIGHT_WIDTH = 276
_UNSAVED = Text(
    "This answer is not saved yet: enter it again when the cause is mended.",
    "Esta respuesta aún no se ha guardado: vuelva a introducirla cuando se resuelva la causa.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What waits for a reason: an answer, a finding that is kept, or a row to void."""

    kind: str
    section: str
    row: str
    name: str
    value: str | None = None


class FormPage(Page):
    """Sections down the middle, state and findings down the right."""

    def __init__(self, session: Session, place: FormAt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.key = session, place.key
        self.form = forms.form(place.key.form)
        self.undo_stack = QUndoStack(self)
        self._views: dict[str, SectionView] = {}
        self._asked: Asked | None = None
        self._tried = False
        self._refused: dict[tuple[str, str, str], str] = {}
        self.reason = ReasonStrip(self)
        self.reason.given.connect(self._on_reason)
        self.reason.abandoned.connect(self._on_abandoned)
        self.findings = FindingList(self.tr("Findings"), self.tr("Nothing to check."))
        self.findings.acted.connect(self.on_finding)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo_stack.undo)
        redo = QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self)
        redo.activated.connect(self.undo_stack.redo)
        self.build()
        session.changed.connect(self._on_changed)
        self.refresh()
        if place.item:
            self.focus_item(place.section, place.row, place.item)

    # What a page of a special form may do its own way

    def build(self) -> None:
        """Lay the page out; a special form builds its own instrument instead."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 12, 12, 20)
        column.setSpacing(theme.SPACE_3)
        if self.form.note is not None:
            column.addWidget(Label(self.session.say(self.form.note), theme.LABEL, 400, Tone.MUTED))
        for section in self.form.sections:
            column.addWidget(self.add_view(view_for(section, self.session.language)))
        column.addStretch(1)
        self._area = scrolling(content)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 8, 0, 0)
        middle.setSpacing(0)
        self.reason.setContentsMargins(20, 12, 12, 0)
        middle.addWidget(self.reason)
        middle.addWidget(self._area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 20, 0)
        row.setSpacing(0)
        row.addLayout(middle, 1)
        row.addLayout(self.right_column())

    def show_record(self, record: Record) -> None:
        """Show a record's answers."""
        typed = {**self.session.file.unaccepted(self.key), **self._refused}
        for view in self._views.values():
            view.show_record(record, typed, read_only=self.session.read_only)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show findings beside their items; a missing answer only after Complete was tried."""
        beside = [f for f in findings if self._tried or not f.missing]
        for name, view in self._views.items():
            view.set_findings([f for f in beside if f.section == name])

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show findings as cards."""
        self.findings.set_notices(notices)

    def more_findings(self) -> list[Finding]:
        """Return findings that come from other forms."""
        return []

    def focus_item(self, section: str, row: str, item: str) -> None:
        """Give an item the keyboard and bring it into view."""
        view = self._views.get(section)
        editor = view.editor(row, item) if view is not None else None
        if editor is not None:
            editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(editor, 0, 80)

    def anchor(self, section: str, row: str, item: str) -> QWidget | None:
        """Return the widget the history of an item opens at."""
        view = self._views.get(section)
        editor = view.editor(row, item) if view is not None else None
        return None if editor is None else editor.field

    # What every form page does

    def add_view(self, view: SectionView) -> SectionView:
        """Adopt the view of a section."""
        self._views[view.section.name] = view
        view.answered.connect(self.on_answered)
        view.history_asked.connect(self.show_history)
        view.explained.connect(self._on_explained)
        view.void_asked.connect(self._on_void)
        return view

    def right_column(self) -> QVBoxLayout:
        """Return the column with the form's state and its findings."""
        self._state = StatusIcon(State.PLANNED, 22)
        self._words = Label("", theme.BODY, 600)
        self._more = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self._state)
        row.addWidget(self._words, 1)
        card.body.addLayout(row)
        card.body.addWidget(self._more)
        column = QVBoxLayout()
        column.setContentsMargins(0, 20, 0, 20)
        column.setSpacing(theme.SPACE_3)
        for widget in (card, self.findings):
            widget.setFixedWidth(RIGHT_WIDTH)
        column.addWidget(card)
        column.addWidget(self.findings, 1)
        return column

    def header(self) -> Header:
        subject, visit = self.key.subject, study.event(self.key.visit)
        words = self.session.say(visit.label)
        if visit.code == "UNS":
            words = f"{words} {self.key.visit_repeat}"
        return Header(
            title=self.session.say(self.form.title),
            trail=(
                (self.tr("Subjects"), Subjects()),
                (subject.subjid, SubjectVisit(subject)),
                (words, SubjectVisit(subject, visit.code, self.key.visit_repeat)),
                (self.session.say(self.form.title), None),
            ),
            primary=self._primary(),
        )

    def act(self, code: str) -> None:
        if code == "next":
            following = self._next()
            self.went.emit(
                SubjectVisit(self.key.subject, self.key.visit, self.key.visit_repeat)
                if following is None
                else FormAt(following)
            )
        else:
            self.complete()

    def leave(self) -> None:
        """Take the keyboard from the field, so that what was typed is saved."""
        field = self.focusWidget()
        if field is not None and field.hasFocus():
            field.clearFocus()

    def record(self) -> Record:
        """Return the form as stored."""
        return self.session.record(self.key)

    def all_findings(self) -> list[Finding]:
        """Return every finding of the form as it stands."""
        typed = self.session.file.unaccepted(self.key)
        unsaved = [
            Finding(f"{item}.UNSAVED", Severity.HARD, _UNSAVED, section, row, item)
            for section, row, item in self._refused
        ]
        found = check(self.form, self.record(), today(), typed)
        return [*unsaved, *found, *self.more_findings()]

    def refresh(self) -> None:
        """Show the record, its findings and its state as they are now."""
        record = self.record()
        found = self.all_findings()
        still = open_findings(found, record)
        self.show_record(record)
        self.show_findings(still)
        self.show_notices(self._notices(still))
        self.show_state(record, found)
        self.headed.emit()

    def show_state(self, record: Record, found: Sequence[Finding]) -> None:
        """Show the form's state in words."""
        begun = bool(record.sections) and any(record.sections.values())
        complete = record.status is Status.COMPLETE
        state = State.COMPLETE if complete else State.DRAFT if begun else State.PLANNED
        missing = sum(finding.missing for finding in found)
        self._state.set_state(state)
        self._words.setText(state_word(state).capitalize())
        if complete:
            self._more.setText(self.tr("A change is a correction and asks for a reason."))
        elif missing:
            self._more.setText(self.tr("%n answer(s) still needed.", "", missing))
        else:
            self._more.setText(self.tr("All needed answers are there."))

    def complete(self) -> None:
        """Complete the form, or show what stands in the way and go to the first of it."""
        self._tried = True
        still = open_findings(self.all_findings(), self.record())
        if still:
            self.refresh()
            first = still[0]
            if first.severity is Severity.SOFT:
                self._on_explained(first.section, first.row, first.oid)
            else:
                self.focus_item(first.section, first.row, first.item)
            return
        if self.session.set_status(self.key, Status.COMPLETE):
            self.undo_stack.clear()

    @Slot(str, str, str, object, str)
    def on_answered(self, section: str, row: str, item: str, value: object, typed: str) -> None:
        """Save an answer that left its field, or ask why where the form is complete."""
        new = value if isinstance(value, str) else None
        if new is None and typed.strip():
            self._keep_typed(section, row, item, typed)
            return
        if self.session.corrects(self.key):
            self.ask(
                Asked("answer", section, row, item, new),
                self.tr("This form is complete. Why is {item} corrected?"),
            )
            return
        if not row and self.form.section(section).repeating:
            if new is not None:
                self.session.add_row(self.key, section, {item: new})
            return
        old = self.record().values(self.form.section(section), row).get(item)
        if old != new or self.session.file.unaccepted(self.key).get((section, row, item)):
            command = SetAnswer(self.session, self.key, Answer(section, row, item, new), old)
            self.undo_stack.push(command)
            if command.saved:
                self._refused.pop((section, row, item), None)
            else:
                self._refused[section, row, item] = typed or new or ""

    @Slot(str, str, str)
    def show_history(self, section: str, row: str, item: str) -> None:
        """Open the history of an item at the item."""
        definition = self.form.section(section).item(item)
        entries = self.session.file.history(self.key, section, row, item)
        words = self.session.say(definition.label)
        popup = HistoryPopup(words, definition, entries, self.session.language, self)
        popup.show_at(self.anchor(section, row, item))

    def _keep_typed(self, section: str, row: str, item: str, typed: str) -> None:
        if not row and self.form.section(section).repeating:
            return
        self.session.keep_typed(self.key, section, row, item, typed)

    def ask(self, asked: Asked, question: str) -> None:
        """Ask why, in place, before something is done."""
        self._asked = asked
        name = asked.name
        if asked.kind == "answer":
            name = self.session.say(self.form.section(asked.section).item(asked.name).label)
        self.reason.ask(question.format(item=name))

    def _primary(self) -> Action | None:
        if self.session.read_only or self.record().status is Status.COMPLETE:
            following = self._next()
            if following is None:
                return Action("next", self.tr("Back to the visit"))
            title = self.session.say(forms.form(following.form).title)
            return Action("next", self.tr("Next: {form}").format(form=title))
        return Action("complete", self.tr("Complete form"))

    def _next(self) -> RecordKey | None:
        """Return the form after this one at the same visit."""
        order = [form.oid for form in study.forms_at(self.key.visit)]
        at = order.index(self.key.form) + 1 if self.key.form in order else len(order)
        if at >= len(order):
            return None
        return RecordKey(self.key.subject, self.key.visit, order[at], self.key.visit_repeat)

    def _notices(self, findings: Sequence[Finding]) -> list[Notice]:
        notices = [self._notice(finding) for finding in findings if not finding.missing]
        missing = [finding for finding in findings if finding.missing]
        if missing and self._tried:
            words = self.tr("%n answer(s) still needed.", "", len(missing))
            go = (("go", self.tr("Go to the first")),)
            notices.append(Notice(_oid(missing[0]), self.tr("missing"), Tone.WARN, words, "", go))
        return notices

    def _notice(self, finding: Finding) -> Notice:
        hard = finding.severity is Severity.HARD
        on_map = finding.oid.startswith("MAP.")
        chip = self.tr("to correct") if hard else self.tr("check")
        if on_map:
            chip = self.tr("map and score")
        go = ("map", self.tr("Open the map")) if on_map else ("go", self.tr("Go to it"))
        actions = [go] if finding.item else []
        if not hard and not self.session.read_only:
            actions.insert(0, ("keep", self.tr("Keep and explain")))
        return Notice(
            _oid(finding),
            chip,
            Tone.BAD if hard else Tone.WARN,
            self._where(finding) + self.session.say(finding.message),
            "",
            tuple(actions),
        )

    def _where(self, finding: Finding) -> str:
        """Return what a finding is about, for a reader who does not see its item."""
        if not finding.item or finding.oid.startswith("MAP."):
            return ""
        section = self.form.section(finding.section)
        words = [self.session.say(section.item(finding.item).label)]
        if section.rows is not None:
            words.insert(0, self.session.say(section.rows.row(finding.row).text))
        return ", ".join(words) + ": "

    @Slot(str, str)
    def on_finding(self, oid: str, action: str) -> None:
        """Do what a finding card offered."""
        section, row, item, name = oid.split("|")
        if action == "go":
            self.focus_item(section, row, item)
        else:
            self._on_explained(section, row, name)

    @Slot(str, str, str)
    def _on_explained(self, section: str, row: str, oid: str) -> None:
        self.ask(Asked("explain", section, row, oid), self.tr("Why does this stand? ({item})"))

    @Slot(str, str, bool)
    def _on_void(self, section: str, row: str, voided: bool) -> None:
        question = (
            self.tr("Why is this record void? It stays readable in the audit trail.")
            if voided
            else self.tr("Why does this record count again?")
        )
        self.ask(Asked("void" if voided else "restore", section, row, ""), question)

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self.given(asked, reason)

    def given(self, asked: Asked, reason: str) -> None:
        """Do what waited for its reason."""
        match asked.kind:
            case "answer" if not asked.row and self.form.section(asked.section).repeating:
                if asked.value is not None:
                    answers = {asked.name: asked.value}
                    self.session.add_row(self.key, asked.section, answers, reason)
            case "answer":
                answer = Answer(asked.section, asked.row, asked.name, asked.value)
                self.session.answer(self.key, [answer], reason)
            case "explain":
                place = (asked.section, asked.row, asked.name)
                self.session.explain(self.key, place, reason)
            case _:
                self.session.void(
                    self.key,
                    asked.section,
                    asked.row,
                    voided=asked.kind == "void",
                    reason=reason,
                )
        self.refresh()
        if asked.kind == "answer":
            self.focus_item(asked.section, asked.row, asked.name)

    @Slot()
    def _on_abandoned(self) -> None:
        asked, self._asked = self._asked, None
        self.refresh()
        if asked is not None and asked.kind == "answer":
            self.focus_item(asked.section, asked.row, asked.name)

    @Slot(object)
    def _on_changed(self, key: object) -> None:
        if key is None or key == self.key or not isinstance(key, RecordKey):
            self.refresh()


def _oid(finding: Finding) -> str:
    """Return where a finding is and which, as one code for its card."""
    return "|".join((finding.section, finding.row, finding.item, finding.oid))
