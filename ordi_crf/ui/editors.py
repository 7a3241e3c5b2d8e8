"""Editors: one object for each kind of item, the same three members for all of them.

`value()` is the canonical text or None, `typed()` what stands in the field even where it cannot be
read, `set_value()` shows both. What a person typed is never cleared and a blank is never filled in.
"""

from __future__ import annotations

from typing import assert_never

from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    Date,
    FreeText,
    Item,
    LabResult,
    Language,
    Number,
    RowCode,
    Stroke,
)
from ordi_crf.ui.components.choice_editors import (
    ListEditor,
    SegmentEditor,
    StrokeSummary,
    graded,
    segments,
)
from ordi_crf.ui.components.editor import Editor
from ordi_crf.ui.components.file_editor import FileEditor
from ordi_crf.ui.components.typed_editors import LineEditor, WordsEditor

__all__ = [
    "Editor",
    "FileEditor",
    "LineEditor",
    "ListEditor",
    "SegmentEditor",
    "StrokeSummary",
    "WordsEditor",
    "editor_for",
    "segments",
]

_FEW, _SHORT = 4, 14
"""Up to this many answers of this many letters stand side by side; more become a list."""


def editor_for(item: Item, row: RowCode | None, language: Language) -> Editor:
    """Return the editor of an item; `row` is the pre-printed row it stands in, if any."""
    match item:
        case Number() | LabResult() | Date():
            return LineEditor(item, row, language)
        case Choice():
            short = all(len(c.text.in_(language)) <= _SHORT for c in item.codes.codes)
            few = len(item.codes.codes) <= _FEW and (short or graded(item.codes))
            return SegmentEditor(item, language) if few else ListEditor(item, language)
        case FreeText():
            return (
                WordsEditor(item, language) if item.lines > 1 else LineEditor(item, row, language)
            )
        case Stroke():
            return StrokeSummary(item, language)
        case Attachment():
            return FileEditor(item, language)
        case _:
            assert_never(item)
