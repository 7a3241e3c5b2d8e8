"""SectionView: what a form page asks of a section on screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ordi_crf.core.missing import Missing, Place
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding, Unaccepted
from ordi_crf.forms.schema import Language, Section
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.marks import Mark
from ordi_crf.ui.editors import Editor
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.trust.earlier import Earliers


class SectionView(Card):
    """Shows one section of a record and reports what was answered."""

    answered = Signal(str, str, str, object, str)
    """Section, row, item, value (None for blank or unreadable) and what was typed."""
    history_asked = Signal(str, str, str)
    explained = Signal(str, str, str)
    """Section, row and id of a soft finding that somebody wants to keep."""
    void_asked = Signal(str, str, bool)
    query_asked = Signal(str, str, str)
    """Section, row and item whose query somebody wants to read."""

    def __init__(
        self,
        section: Section,
        language: Language,
        parent: QWidget | None = None,
        *,
        titled: bool = True,
    ) -> None:
        super().__init__(section.title.in_(language) if titled else "", parent)
        self.section, self.language = section, language
        self._absence = Label("", theme.LABEL, 600, Tone.MUTED, wrap=True)
        self._absence.hide()
        self.body.addWidget(self._absence)

    def show_absence(self, record: Record) -> None:
        """Say once why the whole section is missing."""
        missing = record.flavours.get((self.section.name, "", ""))
        self._absence.setText("" if missing is None else absence_words(missing, self.language))
        self._absence.setVisible(missing is not None)

    def said_missing(self, record: Record, row: str, item: str) -> Missing | None:
        """Return why one item is missing, None where it is so with all of its section."""
        name = self.section.name
        if (name, "", "") in record.flavours:
            of_its_own = ((name, row, item), (name, row, "")) if row else ((name, row, item),)
            if not any(place in record.flavours for place in of_its_own):
                return None
        return record.missing(name, row, item)

    def show_record(self, record: Record, typed: Unaccepted, *, read_only: bool) -> None:
        """Show the answers of a record."""
        raise NotImplementedError

    def show_earlier(self, found: Earliers) -> None:
        """Show beside corrected items what they said before, where there is room for it."""

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show findings beside their items."""
        raise NotImplementedError

    def show_marks(self, marks: Mapping[Place, Mark]) -> None:
        """Show what a monitor has to say of items, where there is room for it."""

    def editor(self, row: str, item: str) -> Editor | None:
        """Return the editor of an item, None where it is not on screen."""
        raise NotImplementedError

    def row_of(self, editor: Editor) -> str | None:
        """Return the row an editor stands in, None when it is not one of this section's."""
        raise NotImplementedError


def absence_words(missing: Missing, language: Language) -> str:
    """Return why something is missing, with its comment."""
    words = missing.text.in_(language)
    return f"{words}: {missing.comment}" if missing.comment else words
