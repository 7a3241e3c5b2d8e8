"""Profiles, moved calendars and withheld texts, by themselves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ordi_crf.core.deidentification.moved import DAY_1, MovedCalendar
from ordi_crf.core.deidentification.profile import FULL, Profile
from ordi_crf.core.deidentification.withheld import WITHHELD, Numbers
from ordi_crf.forms.periods import in_order

CALENDAR = MovedCalendar(date(2010, 3, 15))
DAYS = st.dates(date(1930, 1, 1), date(2030, 12, 31))
MONTHS = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto")


@pytest.mark.parametrize(
    ("value", "moved"),
    [
        ("2010-03-15", "2000-01-01"),
        ("2010-03-14", "1999-12-31"),
        ("2010-03-29", "2000-01-15"),
        ("2010-03", "2000-01"),
        ("2010-02", "1999-12"),
        ("2011-04", "2001-02"),
        ("2008", "1998"),
        ("2010", "2000"),
        ("in May?", WITHHELD),
    ],
)
def test_a_date_is_moved_with_its_day_1(value: str, moved: str) -> None:
    """T32."""
    assert CALENDAR.moved(value) == moved


def test_a_moment_keeps_its_time() -> None:
    assert CALENDAR.moment("2010-03-16T08:00:01.000Z") == "2000-01-02T08:00:01.000Z"


@given(DAYS, DAYS, DAYS)
def test_intervals_are_what_they_were(first: date, one: date, other: date) -> None:
    calendar = MovedCalendar(first)
    moved = [date.fromisoformat(calendar.moved(day.isoformat())) for day in (one, other)]
    assert moved[1] - moved[0] == other - one
    assert calendar.moved(first.isoformat()) == DAY_1.isoformat()


@given(DAYS, DAYS, st.integers(0, 400), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_a_period_in_order_stays_in_order(
    first: date, start: date, days: int, known: int, end_known: int
) -> None:
    """T32: an end in the month of its start must not come before it."""
    row = {
        "START": start.isoformat()[:known],
        "END": (start + timedelta(days)).isoformat()[:end_known],
    }
    moved = MovedCalendar(first).of_row(row)
    assert in_order(moved["START"], moved["END"])


@pytest.mark.parametrize(
    "said",
    [
        "2010-03-16",
        "16/03/2010",
        "16.3.2010",
        "16-03-10",
        "16 de marzo de 2010",
        "16 March 2010",
        "16 mar 2010",
        "16 marzo del 2010",
    ],
)
def test_a_date_in_words_is_moved(said: str) -> None:
    """T32."""
    assert CALENDAR.in_words(f"Seen on {said}, well.") == "Seen on 2000-01-02, well."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Since marzo de 2010.", "Since 2000-01."),
        ("Since 3/2010", "Since 2000-01"),
        ("Since 2010-03, and before", "Since 2000-01, and before"),
        ("On 03/16/2010", f"On {WITHHELD}"),
        ("5 mg 1/2 tablet, 10/12 points", "5 mg 1/2 tablet, 10/12 points"),
        ("2000 mg twice", "2000 mg twice"),
        ("lot 2010-03-16-77", "lot 2010-03-16-77"),
        ("version 2.1.3", "version 2.1.3"),
    ],
)
def test_partial_dates_and_other_numbers_in_words(text: str, left: str) -> None:
    assert CALENDAR.in_words(text) == left


@given(DAYS, DAYS, st.sampled_from(["{0:%Y-%m-%d}", "{0:%d/%m/%Y}", "{0.day}.{0.month}.{0.year}"]))
def test_no_date_written_in_numbers_is_left(first: date, day: date, form: str) -> None:
    written = form.format(day)
    assume(first != DAY_1)
    assert written not in MovedCalendar(first).in_words(f"on {written} again")


def test_equal_texts_of_one_item_have_one_number() -> None:
    numbers = Numbers()
    said = [numbers.of("LBNAM", name) for name in ("Lab A", "Lab B", "lab  a")]
    assert said == ["[withheld 1]", "[withheld 2]", "[withheld 1]"]
    assert numbers.of("AETERM", "Lab B") == "[withheld 1]"


@pytest.mark.parametrize(
    ("codes", "profile"),
    [
        ((), FULL),
        (("full",), FULL),
        (("birth-year", "no-text"), Profile(no_text=True, birth_year=True)),
        (("study-days",), Profile(study_days=True)),
    ],
    ids=str,
)
def test_a_profile_is_made_of_its_codes(codes: tuple[str, ...], profile: Profile) -> None:
    assert Profile.of(codes) == profile


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(KeyError):
        Profile.of(["no-names"])


def test_the_id_of_an_export_names_its_profile() -> None:
    assert FULL.named("5f0c") == "5f0c"
    assert Profile(True, False, True).named("5f0c") == "5f0c+no-text+birth-year"
