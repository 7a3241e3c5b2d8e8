"""ImportDialog: what a file of answers would do, line by line, before any of it is done."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ordi_crf.core.query_answers import judged
from ordi_crf.forms.schema import Text
from ordi_crf.imports.answers import Answers
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Kind
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone

_COLUMNS = ((54, 0), (70, 0), (90, 0), (260, 5), (240, 4))
_MOST_LINES = 9


class ImportDialog(Dialog):
    """Lists what is taken and what is refused; nothing is written before it is confirmed."""

    def __init__(self, session: Session, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Answers from {name}").format(name=answers.name))
        self.setMinimumWidth(880)
        self._session, self._answers = session, answers
        self._taken, self._refused = judged(answers.lines, session.file.queries.all())
        taken = self.tr("%n answer(s) will be taken.", "", len(self._taken))
        refused = self.tr("%n line(s) are refused.", "", len(self._refused))
        self.add_words(f"{taken} {refused}" if self._refused else taken)
        lines = self._lines()
        if lines:
            self.body.addWidget(self._table(lines))
        file = self.tr("File SHA-256 {digest}…").format(digest=answers.digest[:16])
        self.add_words(file, Tone.MUTED, theme.LABEL)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        take = self.add_button(self.tr("Take the answers"), Kind.PRIMARY, name="take_answers")
        take.setEnabled(bool(self._taken))
        take.clicked.connect(self._on_take)
        session.refused.connect(self._on_refused)

    def _lines(self) -> list[tuple[str, ...]]:
        will = self.tr("will be taken")
        shown = [(t.line, will) for t in self._taken]
        shown += [(r.line, self._session.say(r.why)) for r in self._refused]
        return [
            (str(line.row), line.number, line.subject, line.text, what)
            for line, what in sorted(shown, key=lambda entry: entry[0].row)
        ]

    def _table(self, lines: list[tuple[str, ...]]) -> Table:
        titles = (
            self.tr("Row"),
            self.tr("Query"),
            self.tr("Subject"),
            self.tr("Answer"),
            self.tr("What happens"),
        )
        table = Table(Rows(titles, lines, self))
        table.setAccessibleName(self.tr("Lines of the file"))
        table.set_columns(_COLUMNS)
        table.setFixedHeight((min(len(lines), _MOST_LINES) + 1) * theme.ROW_HEIGHT + 4)
        return table

    @Slot()
    def _on_take(self) -> None:
        answers = [(t.query.number, t.line.text) for t in self._taken]
        source, queries = self._answers.source, self._session.file.queries
        key = self._taken[0].key
        if self._session.do(key, lambda: queries.answer_all(answers, source)):
            self.accept()

    @Slot(object)
    def _on_refused(self, text: Text) -> None:
        self.say(self._session.say(text))
