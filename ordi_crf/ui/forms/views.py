"""Which view shows which section."""

from __future__ import annotations

from ordi_crf.forms.schema import Language, Section
from ordi_crf.ui.forms.entries_view import EntriesView
from ordi_crf.ui.forms.grid_view import GridView
from ordi_crf.ui.forms.once_view import OnceView
from ordi_crf.ui.forms.section_view import SectionView


def view_for(section: Section, language: Language) -> SectionView:
    """Return the view of a section."""
    if section.repeating:
        return EntriesView(section, language)
    return GridView(section, language) if section.rows else OnceView(section, language)
