"""What a laboratory's file names in words of its own: a person says which test or unit each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ordi_crf.core.lab_lines import Line
from ordi_crf.core.lab_mapping import Field, LabMapping
from ordi_crf.core.lab_words import test_named, unit_named
from ordi_crf.forms.labs import TESTS


@dataclass(frozen=True, slots=True)
class Strange:
    """Names that mean nothing by themselves, each once, in the order of the file."""

    tests: tuple[str, ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    """How a unit is written, or the code of a test that has none; and of which test it is."""


def strange(lines: Iterable[Line], mapping: LabMapping) -> Strange:
    """Return the names of a file that are no words for a test or its unit.

    Those that the mapping explains are among them: what was said of them can be changed.
    """
    tests: dict[str, None] = {}
    units: dict[str, str] = {}
    for line in lines:
        said, written = line.cell(Field.TEST), line.cell(Field.UNIT)
        if line.refused is not None or not said:
            continue
        if test_named(said, {}) is None:
            tests.setdefault(said)
        code = test_named(said, mapping.tests)
        if code is not None and unit_named(TESTS.row(code), written, {}) is None:
            units.setdefault(written or code, code)
    return Strange(tuple(tests), tuple(units.items()))
