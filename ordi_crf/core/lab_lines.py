"""The lines of a laboratory's file as values that a study may take (`ordi_crf.core.proposals`).

A result comes with its unit and its limits. Results that are equal once they are converted exactly
into one unit are the same result, however they are written. A form holds one sample: where a file
has several for it, or another one than it has, each of their values is a conflict for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ordi_crf.core import reference_ranges, units
from ordi_crf.core.dsdna import TEST as DSDNA
from ordi_crf.core.lab_mapping import Field, LabMapping
from ordi_crf.core.lab_values import Result, read_date, read_result
from ordi_crf.core.lab_visits import FORM, Visits
from ordi_crf.core.lab_words import test_named
from ordi_crf.core.proposals import Origin, Wanted
from ordi_crf.core.records import Record, RecordKey, StudyData, SubjectKey
from ordi_crf.core.units import Quantity
from ordi_crf.core.values import Unreadable
from ordi_crf.forms.labs import RESULTS, SAMPLE, TESTS
from ordi_crf.forms.schema import Text

_NO_SUBJECT = Text(
    "There is no subject “{said}” in this study.", "No hay ningún paciente «{said}» aquí."
)
_NO_TEST = Text(
    "“{said}” is no test of the form: name it in the mapping if it is one.",
    "«{said}» no es una prueba del formulario: indíquela en la correspondencia si lo es.",
)
_SEVERAL = Text(
    "The file has results of several samples for this: accept those of one.",
    "El archivo tiene resultados de varias muestras para esto: acepte los de una.",
)
_OTHER_SAMPLE = Text(
    "The form holds the sample of {there}, this is of {on}.",
    "El formulario tiene la muestra del {there}; esta es del {on}.",
)
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: where it stands, and the cells that the mapping names."""

    origin: Origin
    cells: Mapping[Field, str]
    refused: Text | None = None
    """Why no cell of it can be read, where that is so."""

    def cell(self, field: Field) -> str:
        """Return a cell, blank where the file has no such column."""
        return self.cells.get(field, "").strip()


@dataclass(frozen=True, slots=True)
class _Read:
    """A line that says what a form would hold."""

    origin: Origin
    key: RecordKey
    test: str
    result: Result
    on: date | None


def wanted(
    lines: Iterable[Line], mapping: LabMapping, data: StudyData, today: date
) -> tuple[Wanted, ...]:
    """Return the values that the lines have for the forms of a study, in the order of the lines."""
    visits = Visits(data, today)
    subjects = _subjects(data)
    read: list[_Read] = []
    found: list[Wanted] = []
    for line in lines:
        if not any(line.cells.values()) and line.refused is None:
            continue
        try:
            read.append(_read(line, mapping, subjects, visits))
        except _Refused as error:
            found.append(error.wanted)
    found += _of_samples(read, mapping, data)
    found += _of_results(read, data)
    return tuple(sorted(found, key=_at))


class _Refused(Exception):
    """A line cannot be read; `wanted` is where it would have gone, with the reason."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self.wanted = wanted


def _read(
    line: Line, mapping: LabMapping, subjects: Mapping[str, SubjectKey], visits: Visits
) -> _Read:
    """Return what a line says, as far as it can be read; _Refused with what is known of it."""
    key = RecordKey(SubjectKey("", line.cell(Field.SUBJECT)[:_SHOWN]), "", FORM)
    test = line.cell(Field.TEST)[:_SHOWN]
    try:
        if line.refused is not None:
            raise Unreadable(line.refused)
        subject = subjects.get(line.cell(Field.SUBJECT).casefold())
        if subject is None:
            raise Unreadable(_NO_SUBJECT.format(said=key.subject.subjid))
        key = RecordKey(subject, "", FORM)
        code = test_named(test, mapping.tests)
        if code is None:
            raise Unreadable(_NO_TEST.format(said=test))
        test = code
        on = read_date(line.cell(Field.DATE), mapping, visits.today)
        key = visits.find(subject, line.cell(Field.VISIT), on)
        cells = line.cell(Field.RESULT), line.cell(Field.UNIT)
        limits = line.cell(Field.LOW), line.cell(Field.HIGH), line.cell(Field.RANGE)
        result = read_result(TESTS.row(code), cells, limits, mapping)
    except Unreadable as error:
        said = line.cell(Field.RESULT)[:_SHOWN] or None
        place = (RESULTS.name, test, "LBORRES")
        raise _Refused(Wanted(key, place, said, line.origin, error.message)) from error
    return _Read(line.origin, key, code, result, on)


def _subjects(data: StudyData) -> dict[str, SubjectKey]:
    """Return each subject by its id, where that is of one site alone, and by site and id."""
    found: dict[str, list[SubjectKey]] = {}
    for subject in data.subjects:
        for name in (subject.subjid, f"{subject.siteid}-{subject.subjid}"):
            found.setdefault(name.casefold(), []).append(subject)
    return {name: several[0] for name, several in found.items() if len(several) == 1}


def _of_samples(read: Sequence[_Read], mapping: LabMapping, data: StudyData) -> Iterator[Wanted]:
    """Yield the date of each sample, its laboratory and its kit, once."""
    seen: set[tuple[RecordKey, str, str]] = set()
    for one in read:
        record = data.records.get(one.key) or Record(one.key)
        there = record.values(SAMPLE)
        said = {
            "LBDAT": one.on.isoformat() if one.on else "",
            "LBNAM": mapping.laboratory,
            "LBKIT": mapping.kit if one.test == DSDNA else "",
        }
        for item, value in said.items():
            same = item != "LBDAT" and reference_ranges.same(there[item], value)
            if not value or same or (one.key, item, value) in seen:
                continue
            seen.add((one.key, item, value))
            doubt = _other_sample(record, one.on) if item == "LBDAT" else None
            yield Wanted(one.key, (SAMPLE.name, "", item), value, one.origin, doubt=doubt)


def _of_results(read: Sequence[_Read], data: StudyData) -> Iterator[Wanted]:
    """Yield each result with its unit and its limits, in doubt where they contradict each other."""
    days: dict[RecordKey, set[date]] = {}
    first: dict[tuple[RecordKey, str], list[Result]] = {}
    for one in read:
        days.setdefault(one.key, set()).update({one.on} if one.on else ())
        known = first.setdefault((one.key, one.test), [])
        if not any(_same(one.result, other) for other in known):
            known.append(one.result)
    for one in read:
        record = data.records.get(one.key) or Record(one.key)
        several = len(days[one.key]) > 1 or len(first[one.key, one.test]) > 1
        doubt = _SEVERAL if several else _other_sample(record, one.on)
        result = next(r for r in first[one.key, one.test] if _same(one.result, r))
        for item, value in _cells(_as_stored(result, record, one), one.result):
            place = (RESULTS.name, one.test, item)
            yield Wanted(one.key, place, value, one.origin, doubt=doubt)
        if one.result.range_refused is not None:
            place = (RESULTS.name, one.test, "LBORNRHI")
            yield Wanted(one.key, place, None, one.origin, one.result.range_refused)


def _cells(stored: Result, reported: Result) -> Iterator[tuple[str, str]]:
    """Yield the items of a result; limits in another unit than the one stored say nothing."""
    yield "LBORRES", stored.text
    if stored.unit is not None:
        yield "LBORRESU", stored.unit
    if stored.unit == reported.unit:
        limits = (("LBORNRLO", reported.low), ("LBORNRHI", reported.high))
        yield from ((item, value) for item, value in limits if value is not None)


def _as_stored(result: Result, record: Record, one: _Read) -> Result:
    """Return the result as the form has it, where that is the same once it is converted."""
    values = record.values(RESULTS, one.test)
    there = units.of_test(one.test, values)
    text, unit = values["LBORRES"], values["LBORRESU"]
    if text is None or there is None or not _equal(there, result.standard):
        return result
    return Result(text, unit, there)


def _same(one: Result, other: Result) -> bool:
    return _equal(one.standard, other.standard) or (one.text, one.unit) == (other.text, other.unit)


def _equal(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None:
        return False
    return (one.value, one.sign) == (other.value, other.sign)


def _other_sample(record: Record, on: date | None) -> Text | None:
    """Return that a form holds the sample of another day, None when it does not."""
    there = record.values(SAMPLE)["LBDAT"]
    if there is None or on is None or there == on.isoformat():
        return None
    return _OTHER_SAMPLE.format(there=there, on=on.isoformat())


def _at(one: Wanted) -> tuple[Origin, bool]:
    return one.origin, one.place[0] != SAMPLE.name
