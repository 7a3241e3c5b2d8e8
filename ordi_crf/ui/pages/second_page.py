"""Second entry: the same form, empty, for another person; nothing of the first entry is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf import forms
from ordi_crf.core import values as v
from ordi_crf.core.missing import Place
from ordi_crf.core.records import Record, Row
from ordi_crf.core.validation import Finding
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Answer
from ordi_crf.forms.schema import Severity, Text
from ordi_crf.ui import theme
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.forms.history import HistoryPopup
from ordi_crf.ui.forms.section_view import SectionView
from ordi_crf.ui.forms.views import view_for
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import DoubleEntry, SecondAt
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import visit_words

_WIDEST = 900


class SecondPage(Page):
    """Takes the answers of a second entry; each is saved when it leaves its field."""

    def __init__(self, session: Session, place: SecondAt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._key = session, place.key
        self._form = forms.form(place.key.form)
        self._views: dict[str, SectionView] = {}
        self._typed: dict[Place, str] = {}
        """What was typed and cannot be read: it stays in its field, and keeps the page."""
        self._refusal = self._refused()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if self._refusal is None:
            column.addWidget(scrolling(self._content()))
            self._show()
        else:
            sentence = session.say(self._refusal)
            column.addWidget(EmptyState(self.tr("Not for you to enter"), sentence))

    def header(self) -> Header:
        title = self._session.say(self._form.title)
        visit = visit_words(self._key.visit, self._key.visit_repeat, self._session.language)
        finish = Action("finish", self.tr("Finish the second entry"))
        return Header(
            self.tr("{form}, second entry").format(form=title),
            (
                (self.tr("Double entry"), DoubleEntry()),
                (self._key.subject.subjid, None),
                (visit, None),
            ),
            finish if self._refusal is None else None,
        )

    def act(self, code: str) -> None:
        if self._unreadable():
            return
        if self._session.do(self._key, lambda: self._session.file.second.finish(self._key)):
            self.went.emit(DoubleEntry())

    def arrive(self) -> None:
        first = self._form.sections[0]
        row = first.rows.codes[0].value if first.rows else ""
        view = self._views.get(first.name)
        editor = None if view is None else view.editor(row, first.items[0].name)
        if editor is not None:
            editor.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        field = self.focusWidget()
        if field is not None and field.hasFocus():
            field.clearFocus()

    def leave(self) -> bool:
        self.commit()
        return not self._unreadable()

    def _refused(self) -> Text | None:
        """Return why who is at work may not enter this, None where they may."""
        try:
            self._session.file.second.check(self._key)
        except StudyFileError as error:
            return error.message
        return None

    def _content(self) -> QWidget:
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(theme.SPACE_3)
        note = self.tr(
            "Enter what the source says, as if nobody had. The first entry is not shown; you see "
            "nothing of it here, and the two are compared when you have finished."
        )
        column.addWidget(Label(note, theme.LABEL, 400, Tone.MUTED, wrap=True))
        for section in self._form.sections:
            view = view_for(section, self._session.language)
            view.answered.connect(self._on_answered)
            view.void_asked.connect(self._on_void)
            view.history_asked.connect(self._on_history)
            self._views[section.name] = view
            column.addWidget(view)
        column.addStretch(1)
        return content

    def _record(self) -> Record:
        entry = self._session.file.second.of(self._key)
        return Record(self._key) if entry is None else entry.record

    def _show(self) -> None:
        record = self._record()
        found = [
            Finding(f"{item}.UNREADABLE", Severity.HARD, self._problem(place), section, row, item)
            for place in self._typed
            for section, row, item in (place,)
        ]
        for name, view in self._views.items():
            view.show_record(record, self._typed, read_only=False)
            view.set_findings([finding for finding in found if finding.section == name])

    def _problem(self, place: Place) -> Text:
        section, _, item = place
        try:
            v.parse(self._form.section(section).item(item), self._typed[place])
        except v.Unreadable as error:
            return error.message
        return Text("", "")

    def _unreadable(self) -> bool:
        """Go to the first text that cannot be read; False where there is none."""
        for section, row, item in self._typed:
            editor = self._views[section].editor(row, item)
            if editor is not None:
                editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _new_row(self, rows: Mapping[str, Row]) -> str:
        return str(max((int(key) for key in rows), default=0) + 1)

    @Slot(str, str, str, object, str)
    def _on_answered(self, section: str, row: str, item: str, value: object, typed: str) -> None:
        record = self._record()
        rows = record.sections.get(section, {})
        known = self._form.section(section)
        new = value if isinstance(value, str) else None
        if new is None and typed.strip():
            self._typed[section, row, item] = typed
        else:
            self._typed.pop((section, row, item), None)
            stored = record.values(known, row)[item]
            at = self._new_row(rows) if known.repeating and not row else row
            if new != stored:
                answer = Answer(section, at, item, new)
                self._session.do(
                    self._key, lambda: self._session.file.second.answer(self._key, [answer])
                )
        self._show()

    @Slot(str, str, str)
    def _on_history(self, section: str, row: str, item: str) -> None:
        """Open the history of the second entry's item, which tells nothing of the first."""
        definition = self._form.section(section).item(item)
        place = ("second_answer", f"{section}/{row}", item)
        entries = self._session.file.history(self._key, *place)
        language = self._session.language
        words = definition.label.in_(language)
        editor = self._views[section].editor(row, item)
        popup = HistoryPopup(words, definition, entries, language, self)
        popup.show_at(None if editor is None else editor.field)

    @Slot(str, str, bool)
    def _on_void(self, section: str, row: str, _voided: bool) -> None:
        """Blank a record that was begun by mistake: of a second entry nothing else is to do."""
        names = [item.name for item in self._form.section(section).items]
        blank = [Answer(section, row, name, None) for name in names]
        self._session.do(self._key, lambda: self._session.file.second.answer(self._key, blank))
        self._show()
