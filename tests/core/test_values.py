"""What people type, what is stored, and what is refused with a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.values import Unreadable, age, display, number, parse
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import Choice, Date, FreeText, LabResult, Language, Number, Text

WORD = Text("Word", "Palabra")
WHOLE = Number("N0", WORD)
TENTHS = Number("N1", WORD, places=1)
HUNDREDTHS = Number("N2", WORD, places=2)
LAB = LabResult("LAB", WORD)
DAY = Date("DAY", WORD)
PARTIAL = Date("PART", WORD, partial=True)
YES = Choice("YES", WORD, codes=NY)
LINE = FreeText("LINE", WORD, limit=10)
LINES = FreeText("LINES", WORD, lines=3, limit=40)


@pytest.mark.parametrize(
    ("item", "typed", "stored"),
    [
        pytest.param(WHOLE, "", None, id="nothing"),
        pytest.param(WHOLE, "  ", None, id="spaces are nothing"),
        pytest.param(WHOLE, " 7 ", "7", id="spaces around a number"),
        pytest.param(WHOLE, "007", "7", id="leading zeros"),
        pytest.param(WHOLE, "0", "0", id="zero is a value"),
        pytest.param(WHOLE, "000", "0", id="zeros are zero"),
        pytest.param(WHOLE, "-3", "-3", id="minus"),
        pytest.param(WHOLE, "+3", "3", id="plus"),
        pytest.param(TENTHS, "1,5", "1.5", id="decimal comma"),
        pytest.param(TENTHS, "1.5", "1.5", id="decimal point"),
        pytest.param(HUNDREDTHS, "1,50", "1.50", id="trailing zero is kept"),
        pytest.param(HUNDREDTHS, "0,05", "0.05", id="zero before the comma"),
        pytest.param(LAB, "<10", "<10", id="below the limit of the assay"),
        pytest.param(LAB, "< 0,5", "<0.5", id="space after the sign"),
        pytest.param(LAB, ">1000", ">1000", id="above the limit of the assay"),
        pytest.param(LAB, "0,125", "0.125", id="a laboratory sets its own decimals"),
        pytest.param(LAB, "1500.125", "1500.125", id="three decimals that are no group"),
        pytest.param(DAY, "2010-03-15", "2010-03-15", id="ISO date"),
        pytest.param(DAY, "2010-3-5", "2010-03-05", id="ISO date without zeros"),
        pytest.param(DAY, "15/03/2010", "2010-03-15", id="day first"),
        pytest.param(DAY, "5/3/2010", "2010-03-05", id="day first without zeros"),
        pytest.param(DAY, "15.03.2010", "2010-03-15", id="day first with points"),
        pytest.param(DAY, "15-03-2010", "2010-03-15", id="day first with hyphens"),
        pytest.param(DAY, "29/02/2012", "2012-02-29", id="leap day"),
        pytest.param(PARTIAL, "2010", "2010", id="year"),
        pytest.param(PARTIAL, "2010-03", "2010-03", id="year and month"),
        pytest.param(PARTIAL, "03/2010", "2010-03", id="month and year"),
        pytest.param(PARTIAL, "2010-03-15", "2010-03-15", id="a whole date where part would do"),
        pytest.param(YES, "Y", "Y", id="code"),
        pytest.param(LINE, " a  b\tc ", "a b c", id="spaces of one line"),
        pytest.param(LINE, "e\u0301", "é", id="composed"),
        pytest.param(LINE, "=1+1", "=1+1", id="no formula, words"),
        pytest.param(LINE, "10⁹/L µ ≥", "10⁹/L µ ≥", id="superscripts and Greek"),
        pytest.param(LINES, "a\r\nb\rc\n", "a\nb\nc", id="line ends"),
    ],
)
def test_what_is_typed_is_stored_canonically(item, typed, stored):
    assert parse(item, typed) == stored


@pytest.mark.parametrize(
    ("item", "typed", "because"),
    [
        pytest.param(WHOLE, "abc", "not a number", id="letters"),
        pytest.param(WHOLE, "1,5", "whole number", id="decimals of a whole number"),
        pytest.param(TENTHS, "1.500", "thousands", id="a point that may part thousands"),
        pytest.param(TENTHS, "1,25", "At most 1 decimals", id="one decimal too many"),
        pytest.param(TENTHS, "1.234,5", "not a number", id="thousands and decimals"),
        pytest.param(WHOLE, "1 500", "not a number", id="space between digits"),
        pytest.param(WHOLE, "1e3", "not a number", id="exponent"),
        pytest.param(WHOLE, "NaN", "not a number", id="NaN"),
        pytest.param(WHOLE, "inf", "not a number", id="infinity"),
        pytest.param(WHOLE, "٣", "not a number", id="Arabic digit"),
        pytest.param(WHOLE, "²", "not a number", id="superscript"),
        pytest.param(WHOLE, "3\x00", "not a number", id="NUL"),
        pytest.param(WHOLE, "--3", "not a number", id="two signs"),
        pytest.param(WHOLE, "1" * 13, "not a number", id="more digits than any measurement"),
        pytest.param(TENTHS, ",5", "not a number", id="nothing before the comma"),
        pytest.param(TENTHS, "5,", "not a number", id="nothing after the comma"),
        pytest.param(WHOLE, "<10", "not a number", id="a limit is no quantity"),
        pytest.param(LAB, "<", "not a number", id="a sign without its number"),
        pytest.param(LAB, "150.000", "two readings: type 150000", id="thousands or decimals"),
        pytest.param(LAB, "<3,142", "two readings: type 3142", id="below thousands or decimals"),
        pytest.param(LAB, "<>10", "not a number", id="both signs"),
        pytest.param(LAB, "neg", "not a number", id="a word for a result"),
        pytest.param(DAY, "2010-02-30", "no such day", id="30 February"),
        pytest.param(DAY, "29/02/2011", "no such day", id="leap day of another year"),
        pytest.param(DAY, "2010-13-01", "no such day", id="month 13"),
        pytest.param(DAY, "2010-00-10", "no such day", id="month 0"),
        pytest.param(DAY, "03/15/2010", "no such day", id="month first"),
        pytest.param(DAY, "15/03/10", "not a date", id="two-digit year"),
        pytest.param(DAY, "20100315", "not a date", id="no separators"),
        pytest.param(DAY, "15 March 2010", "not a date", id="words"),
        pytest.param(DAY, "٢٠١٠-٠٣-١٥", "not a date", id="Arabic digits of a date"),
        pytest.param(DAY, "2010-03", "Day, month and year", id="part of a date"),
        pytest.param(DAY, "1789-07-14", "year", id="before the trial's patients"),
        pytest.param(DAY, "2201-01-01", "year", id="after everybody"),
        pytest.param(PARTIAL, "2010-13", "no such day", id="month 13 of a partial date"),
        pytest.param(YES, "y", "not one of Y, N", id="a code in another case"),
        pytest.param(YES, "Maybe", "not one of Y, N", id="no code"),
        pytest.param(LINE, "a\x00b", "U+0000", id="NUL in words"),
        pytest.param(LINE, "a\x1bb", "U+001B", id="escape"),
        pytest.param(LINE, "a\ud800", "U+D800", id="half a character"),
        pytest.param(LINE, "a\ufffe", "U+FFFE", id="no character"),
        pytest.param(LINE, "x" * 11, "Too long", id="longer than the field"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(item, typed, because):
    with pytest.raises(Unreadable, match=because.replace("+", r"\+")) as refusal:
        parse(item, typed)
    assert refusal.value.message.es != refusal.value.message.en


@given(st.text(max_size=45))
def test_what_was_stored_reads_back_as_itself(typed):
    for item in (TENTHS, LAB, DAY, PARTIAL, LINE, LINES):
        try:
            stored = parse(item, typed)
        except Unreadable:
            continue
        assert stored is None or parse(item, stored) == stored


@given(st.decimals(min_value=-9999, max_value=9999, places=2, allow_nan=False))
def test_every_digit_of_a_measurement_is_kept(value):
    typed = f"{abs(value)}".replace(".", ",")
    assert parse(HUNDREDTHS, typed) == f"{abs(value)}"


@pytest.mark.parametrize(
    ("stored", "value"),
    [(None, None), ("1.50", "1.50"), ("<10", "10"), (">0.5", "0.5"), ("-3", "-3")],
    ids=["blank", "exact", "below", "above", "negative"],
)
def test_a_stored_number_is_read_exactly(stored, value):
    found = number(stored)
    assert (None if found is None else str(found)) == value


@pytest.mark.parametrize(
    ("item", "stored", "language", "shown"),
    [
        pytest.param(YES, "Y", Language.ES, "Sí", id="code in Spanish"),
        pytest.param(YES, "Y", Language.EN, "Yes", id="code in English"),
        pytest.param(YES, None, Language.EN, "", id="blank"),
        pytest.param(YES, "Z", Language.EN, "Z", id="a code of another version is shown as is"),
        pytest.param(HUNDREDTHS, "1.50", Language.ES, "1.50", id="number"),
        pytest.param(PARTIAL, "2010-03", Language.ES, "2010-03", id="partial date"),
    ],
)
def test_a_value_is_shown_as_it_is_read(item, stored, language, shown):
    assert display(item, stored, language) == shown


@pytest.mark.parametrize(
    ("birth", "on", "years"),
    [
        pytest.param("1969-07-20", "2010-07-20", 41, id="on the birthday"),
        pytest.param("1969-07-20", "2010-07-19", 40, id="the day before"),
        pytest.param("1969-07", "2010-07-31", 41, id="month alone, month over"),
        pytest.param("1969-07", "2010-07-30", 40, id="month alone, the youngest is meant"),
        pytest.param("1969", "2010-12-31", 41, id="year alone, year over"),
        pytest.param("1969", "2010-12-30", 40, id="year alone, the youngest is meant"),
        pytest.param("1992-02-29", "2010-02-28", 17, id="leap day, before"),
        pytest.param("1992-02-29", "2010-03-01", 18, id="leap day, after"),
    ],
)
def test_age_is_in_completed_years_and_never_guessed_upwards(birth, on, years):
    assert age(birth, on) == years


def test_a_birth_in_february_is_complete_on_its_last_day() -> None:
    assert age("1991-02", "2010-02-28") == 19
    assert age("1991-02", "2010-02-27") == 18


def test_minus_zero_is_zero() -> None:
    assert parse(Number("X", Text("x", "x")), "-0") == "0"
