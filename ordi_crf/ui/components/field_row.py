"""FieldRow: the one place where label, required mark, editor, hint, findings and history meet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.missing import Missing
from ordi_crf.core.validation import Finding
from ordi_crf.forms.schema import Item, Language, Severity
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.icons import Icon, IconButton
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.marks import Mark, Marks
from ordi_crf.ui.components.painting import text_width
from ordi_crf.ui.editors import Editor
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.trust.earlier import Earlier

LABEL_WIDTH = 220
_ONE_LINE = 380
"""A finding up to this wide keeps to one line, with its link right after it."""
_NARROW = 0.65
"""The share of its width that leaves a sentence two lines, where it stands beside its question."""


class FieldRow(QWidget):
    """A question: label at the left, editor at the right, what is wrong with it below."""

    history_asked = Signal(str)
    """The item's name."""
    explained = Signal(str)
    """The oid of a soft finding that someone wants to keep and explain."""
    query_asked = Signal(str)
    """The item's name."""

    def __init__(
        self, item: Item, editor: Editor, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.item, self.editor = item, editor
        self._language = language
        self._shown: tuple[Finding, ...] = ()
        self._hint = Label(
            item.hint.in_(language) if item.hint else "", theme.META, 400, Tone.MUTED, wrap=True
        )
        if item.hint is None:
            self._hint.hide()
        self._missing = Label("", theme.LABEL, 600, Tone.MUTED, wrap=True)
        self._missing.hide()
        self._earlier: EarlierLine | None = None
        self._findings = QVBoxLayout()
        self._findings.setSpacing(2)
        self._history = IconButton(
            "history", self.tr("History of this item (Ctrl+H)"), code=item.name
        )
        self._history.picked.connect(self.history_asked)
        editor.history_asked.connect(self._on_history)
        self._marks = Marks(item.name)
        self._marks.query_asked.connect(self.query_asked)
        self._lay_out(self._label())
        self._describe()

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong with the item, the worst as the state of its field."""
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        while (entry := self._findings.takeAt(0)) is not None:
            if (line := entry.widget()) is not None:
                line.hide()
                line.deleteLater()
        for finding in findings:
            line = FindingLine(finding, self._language)
            line.explained.connect(self.explained)
            self._findings.addWidget(line)
        hard = any(finding.severity is Severity.HARD for finding in findings)
        soft = Severity.SOFT if findings else None
        self.editor.set_severity(Severity.HARD if hard else soft)
        self._describe()

    def set_missing(self, missing: Missing | None) -> None:
        """Show why there is no answer."""
        words = missing.text.in_(self._language) if missing is not None else ""
        if missing is not None and missing.comment:
            words = f"{words}: {missing.comment}"
        self._missing.setText(words)
        self._missing.setVisible(bool(words))

    def set_earlier(self, found: Earlier | None) -> None:
        """Show what a corrected item said before."""
        if self._earlier is None:
            if found is None:
                return
            self._earlier = EarlierLine(self.item.name, self)
            self._earlier.history_asked.connect(self.history_asked)
            self._grid.addWidget(self._earlier, 3, 1, 1, 3)
        self._earlier.show_earlier(found)

    def set_mark(self, mark: Mark) -> None:
        """Show what a monitor has to say of the item."""
        self._marks.set_mark(mark)

    def set_read_only(self, read_only: bool) -> None:
        """Let the answer be read and not changed."""
        self.editor.set_read_only(read_only)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._history.setEnabled(True)

    @Slot()
    def _on_history(self) -> None:
        self.history_asked.emit(self.item.name)

    def _label(self) -> Label:
        """Return the label with its required mark, the buddy of the editor's field."""
        words = self.item.label.in_(self._language)
        # A no-break space keeps the mark with the last word.
        label = Label(f"{words}\u00a0*" if self.item.required else words, theme.BODY, wrap=True)
        if self.item.required:
            label.setToolTip(self.tr("An answer is needed to complete the form"))
        label.setFixedWidth(LABEL_WIDTH)
        label.setContentsMargins(0, 6, 0, 0)
        label.setBuddy(self.editor.field)
        return label

    def _lay_out(self, label: Label) -> None:
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 5, 4)
        grid.setHorizontalSpacing(theme.SPACE_3)
        grid.setVerticalSpacing(3)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.editor, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._marks, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._history, 0, 3, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._hint, 1, 1, 1, 3)
        grid.addWidget(self._missing, 2, 1, 1, 3)
        grid.addLayout(self._findings, 4, 1, 1, 3)
        grid.setColumnStretch(1, 1)

    def _describe(self) -> None:
        """Give the field its question as name, and unit, hint and findings as description."""
        field = self.editor.field
        field.setAccessibleName(self.item.label.in_(self._language))
        said = [f.message.in_(self._language) for f in self._shown]
        if self.item.required:
            said.insert(0, self.tr("required"))
        if self.item.hint is not None:
            said.append(self.item.hint.in_(self._language))
        self.setAccessibleDescription(". ".join(said))
        self.editor.describe(". ".join(said))


class EarlierLine(QWidget):
    """What an item said before its correction, with the way to its history."""

    history_asked = Signal(str)

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Label("", theme.LABEL, 400, Tone.MUTED)
        link = Button(self.tr("History"), Kind.LINK, code=code)
        link.picked.connect(self.history_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self._words)
        row.addWidget(link)
        row.addStretch(1)

    def show_earlier(self, found: Earlier | None) -> None:
        """Show the last correction; nothing where there is none."""
        if found is not None:
            self._words.setText(found.words)
            self.setToolTip(found.why)
        self.setVisible(found is not None)


class FindingLine(QWidget):
    """One finding under its item: icon, sentence and, for a soft one, the way to keep it."""

    explained = Signal(str)

    def __init__(self, finding: Finding, language: Language, *, narrow: bool = False) -> None:
        super().__init__()
        hard = finding.severity is Severity.HARD
        tone = Tone.BAD if hard else Tone.WARN
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        meaning = self.tr("To be corrected") if hard else self.tr("To be checked")
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Icon("hard" if hard else "soft", tone, meaning), 0, top)
        words = finding.message.in_(language)
        wide = text_width(words, theme.font(theme.LABEL))
        long = narrow or wide > _ONE_LINE
        sentence = Label(words, theme.LABEL, 400, tone, wrap=long)
        if narrow:
            sentence.setMinimumWidth(int(min(wide, _ONE_LINE) * _NARROW))
        row.addWidget(sentence, int(long), top)
        if not hard:
            link = Button(self.tr("Keep and explain"), Kind.LINK, code=finding.oid)
            link.picked.connect(self.explained)
            row.addSpacing(theme.SPACE_2)
            row.addWidget(link, 0, top)
        if not long:
            row.addStretch(1)
