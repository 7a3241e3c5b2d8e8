"""The visit calendar as files: opened again by other programs, they say what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pandas as pd
import pypdfium2
import pytest

from ordi_crf import study
from ordi_crf.core.calendar import State
from ordi_crf.core.records import Record, RecordKey, Row, SubjectKey
from ordi_crf.export.calendar import Format, edition, write
from ordi_crf.export.files import ExportError
from ordi_crf.forms.schema import Language
from tests.builders import SUBJECT

TODAY = date(2010, 4, 14)
AT = datetime(2010, 4, 14, 9, 30, tzinfo=UTC)
NEW = SubjectKey("01", "01-002")


def record(form, visit, section, values, repeat=1):
    rows = {section: {"": Row("", values)}}
    return Record(RecordKey(SUBJECT, visit, form, repeat), sections=rows)


def held(visit, on, repeat=1):
    return record("SV", visit, "sv", {"SVOCCUR": "Y", "VISDAT": on}, repeat)


def doses(last=None):
    return record("EX", "LOG", "ex", {"EXDOSE": "5", "EXSTDAT": "2010-03-01", "EXENDAT": last})


RECORDS = [
    held("SCR", "2010-02-15"),
    held("D1", "2010-03-01"),
    held("W2", "2010-03-21"),
    held("UNS", "2010-04-01"),
    doses(),
]


def printed(records=RECORDS, **changes):
    found = edition(
        records,
        [SUBJECT, NEW],
        today=TODAY,
        at=AT,
        actor="Ana Puig",
        export_id="e-1",
        language=Language.EN,
        synthetic=False,
    )
    return replace(found, **changes)


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def events(folder, found):
    file = write(found, folder, Format.ICS)
    book = icalendar.Calendar.from_ical(file.read_bytes())
    return book, {str(e["UID"]): e for e in book.walk("VEVENT")}


def test_every_visit_with_a_date_is_an_event_of_a_whole_day(folder):
    found = printed()
    _, known = events(folder, found)
    dated = [a for c in found.calendars for a in c.appointments if a.held or a.due]
    assert len(known) == len(dated)
    event = known["01.01-001.w6-1@ordi-02.ordi-crf"]
    assert event.decoded("DTSTART") == date(2010, 4, 12)
    assert event.decoded("DTEND") == date(2010, 4, 13)
    assert event.decoded("DTSTAMP") == AT
    assert str(event["SUMMARY"]) == "ORDI-02 01-001: Week 6 (due)"
    assert str(event["TRANSP"]) == "TRANSPARENT"


@pytest.mark.parametrize(
    ("visit", "status"),
    [("w2", "CONFIRMED"), ("uns", "CONFIRMED"), ("w6", "TENTATIVE"), ("m12", "TENTATIVE")],
)
def test_an_event_says_how_sure_it_is(folder, visit, status):
    _, known = events(folder, printed())
    assert str(known[f"01.01-001.{visit}-1@ordi-02.ordi-crf"]["STATUS"]) == status


def test_a_later_file_cancels_what_is_no_longer_due(folder):
    _, before = events(folder, printed())
    later = printed([*RECORDS[:-1], doses("2010-04-14")], at=AT + timedelta(minutes=5))
    _, after = events(folder, later)
    gone = "01.01-001.m12-1@ordi-02.ordi-crf"
    assert str(before[gone]["STATUS"]) == "TENTATIVE"
    assert str(after[gone]["STATUS"]) == "CANCELLED"
    assert after[gone]["SEQUENCE"] > before[gone]["SEQUENCE"]
    assert set(before) < set(after)


def test_an_event_names_nobody_who_exports_or_is_seen(folder):
    file = write(printed(), folder, Format.ICS)
    assert "Ana" not in file.read_text(encoding="utf-8")


def test_events_of_the_demonstration_are_told_from_real_ones(folder):
    file = write(printed(synthetic=True), folder, Format.ICS)
    text = file.read_text(encoding="utf-8")
    assert file.name == "ORDI-02_SYNTHETIC_20100414T093000Z_calendar.ics"
    assert "Synthetic" in text
    assert text.count("BEGIN:VEVENT") == text.count("@ordi-02-synthetic.ordi-crf")


@pytest.mark.parametrize("engine", ["calamine", "openpyxl"])
def test_the_workbook_reads_back_as_the_calendar(folder, engine):
    found = printed()
    file = write(found, folder, Format.XLSX)
    visits = pd.read_excel(file, "Visits", engine=engine, dtype={"Subject": str, "Site": str})
    assert len(visits) == sum(len(c.appointments) for c in found.calendars)
    late = visits[(visits["Subject"] == "01-001") & (visits["Visit code"] == "W2")].iloc[0]
    assert late["State"] == State.LATE.value.en
    assert (late["Due"].date(), late["Held"].date()) == (date(2010, 3, 15), date(2010, 3, 21))
    assert (late["Days from due"], late["Days outside window"]) == (6, 3)
    agenda = pd.read_excel(file, "Agenda", engine=engine)
    assert list(agenda["To do"].unique()) == [
        "Overdue", "Due now", "In the next 4 weeks", "To be recorded as held or not"
    ]  # fmt: skip


def test_a_study_without_visits_makes_a_workbook_without_lines(folder):
    file = write(printed([]), folder, Format.XLSX)
    assert read(file, "Agenda").empty


def read(file, sheet):
    return pd.read_excel(file, sheet, engine="calamine", dtype=str)


def text_of(file):
    pdf = pypdfium2.PdfDocument(file)
    pages = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return pages


def test_the_paper_gives_the_agenda_and_every_subject(folder):
    pages = text_of(write(printed(), folder, Format.PDF))
    assert "As of 14 April 2010" in pages[0]
    assert "Overdue" in pages[0]
    assert "Week 6" in pages[0]
    rest = "".join(pages[1:])
    assert "Day 1 2010-03-01" in rest
    assert "3 days late" in rest


def test_the_paper_leaves_out_whom_nothing_is_known_of(folder):
    pages = text_of(write(printed(), folder, Format.PDF))
    assert "01-002" not in "".join(pages)


def test_the_paper_says_of_a_screened_subject_that_no_dose_was_taken(folder):
    pages = text_of(write(printed([held("SCR", "2010-04-01")]), folder, Format.PDF))
    assert "no dose yet" in pages[1]


def test_the_paper_of_an_empty_study_says_so(folder):
    assert "Nothing is overdue" in text_of(write(printed([]), folder, Format.PDF))[0]


@pytest.mark.parametrize("kind", list(Format))
def test_every_format_speaks_spanish(folder, kind):
    file = write(printed(language=Language.ES), folder, kind)
    if kind is Format.PDF:
        assert "Calendario de visitas" in text_of(file)[0]
    elif kind is Format.XLSX:
        assert list(read(file, "Visitas").columns)[:2] == ["Centro", "Paciente"]
    else:
        assert "Semana 6 (pendiente)" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", list(Format))
def test_a_folder_that_is_gone_is_refused_in_a_sentence(folder, kind):
    with pytest.raises(ExportError, match="does not exist"):
        write(printed(), folder / "gone", kind)


@pytest.mark.parametrize("kind", list(Format))
def test_a_calendar_written_twice_is_the_same(folder, kind):
    first = write(printed(), folder, kind).read_bytes()
    again = write(printed(), folder, kind).read_bytes()
    if kind is Format.XLSX:
        assert len(first) == pytest.approx(len(again), abs=8)
    else:
        assert first == again


def test_codes_that_look_like_formulas_stay_texts(folder):
    odd = SubjectKey("01", "=1+1")
    found = edition(
        [], [odd], today=TODAY, at=AT, actor="A", export_id="e", language=Language.EN,
        synthetic=False,
    )  # fmt: skip
    rows = read(write(found, folder, Format.XLSX), "Visits")
    assert set(rows["Subject"]) == {"=1+1"}


def test_names_of_files_tell_study_and_moment(folder):
    file = write(printed(), folder, Format.XLSX)
    assert file.name == f"{study.STUDYID}_20100414T093000Z_calendar.xlsx"
