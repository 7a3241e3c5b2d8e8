"""Answers of a section that is asked once, or of one row of a table, put together."""

from __future__ import annotations

from collections.abc import Mapping

from ordi_crf.db.study_file import Answer


def once(section: str, values: Mapping[str, str]) -> list[Answer]:
    """Return the answers of a section that is asked once; a blank text is no answer."""
    return row(section, "", values)


def row(section: str, key: str, values: Mapping[str, str]) -> list[Answer]:
    """Return the answers of one row; a blank text is no answer."""
    return [Answer(section, key, name, value) for name, value in values.items() if value]
