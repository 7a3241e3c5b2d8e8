"""The calendar in the window: due by urgency, on the matrix, at the subject, and as files."""

from datetime import date, timedelta

import icalendar
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ordi_crf import study
from ordi_crf.db.study_file import Answer
from ordi_crf.ui.agenda.model import AgendaModel, Heading
from ordi_crf.ui.agenda.view import AgendaView
from ordi_crf.ui.calendars import calendar_of
from ordi_crf.ui.components.chip import Chip
from ordi_crf.ui.components.state import State
from ordi_crf.ui.matrix.columns import widths
from ordi_crf.ui.matrix.model import FIRST_VISIT, STATE_ROLE
from ordi_crf.ui.matrix.view import Matrix
from ordi_crf.ui.pages.subject_entries import FoldEntry, VisitEntry
from ordi_crf.ui.places import Calendar, Subjects, SubjectVisit
from tests.builders import SUBJECT, key

TODAY = date.today()


def held(desk, visit, days_ago):
    on = (TODAY - timedelta(days=days_ago)).isoformat()
    desk.session.answer(key("SV", visit), Answer("sv", "", "SVOCCUR", "Y"))
    desk.session.answer(key("SV", visit), Answer("sv", "", "VISDAT", on))


@pytest.fixture
def treated(desk):
    """A subject on treatment for 18 days: week 1 overdue, week 2 due, week 3 to come."""
    held(desk, "SCR", 32)
    held(desk, "D1", 16)
    return desk


def agenda(desk):
    view = desk.page.findChild(AgendaView)
    model = view.model()
    return [model.index(n).data() for n in range(model.rowCount())]


def test_the_agenda_puts_the_most_urgent_first(treated):
    treated.view.go(Calendar())
    said = agenda(treated)
    assert said[0] == "Overdue: 1"
    assert said[1].startswith("01-001, Week 1, ")
    assert said[1].endswith("6 days overdue")
    assert said[2] == "Due now: 1"
    assert said[3].startswith("01-001, Week 2, ")


def test_enter_opens_the_visit_under_the_hand(treated):
    treated.view.go(Calendar())
    treated.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert treated.view.place == SubjectVisit(SUBJECT, "W2")


def test_headings_are_never_chosen(treated):
    treated.view.go(Calendar())
    view = treated.page.findChild(AgendaView)
    for _ in range(view.model().rowCount()):
        assert not isinstance(view.model().row(view.currentIndex().row()), Heading)
        treated.press(Qt.Key.Key_Down)


def test_the_agenda_keeps_the_rules_of_models(treated):
    model = AgendaModel(treated.session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([calendar_of(treated.session, SUBJECT)])
    assert model.rowCount() > 2
    model.show([])
    assert model.rowCount() == 0


def test_a_bar_of_the_weeks_ahead_opens_its_visit(treated, qtbot):
    treated.view.go(Calendar())
    treated.settle()
    weeks = treated.page._weeks
    bar = next(b for b in weeks._bars() if b.appointment.visit == "W4")
    qtbot.mouseClick(weeks, Qt.MouseButton.LeftButton, pos=bar.box.center().toPoint())
    assert treated.view.place == SubjectVisit(SUBJECT, "W4")


def test_beside_the_bars_nothing_opens(treated, qtbot):
    treated.view.go(Calendar())
    treated.settle()
    qtbot.mouseClick(treated.page._weeks, Qt.MouseButton.LeftButton, pos=QPoint(4, 40))
    assert treated.view.place == Calendar()


def test_a_study_with_nothing_to_plan_says_what_belongs_here(desk):
    desk.view.go(Calendar())
    assert desk.says("Nothing to plan yet")


def test_where_nothing_is_due_the_calendar_says_what_comes_next(desk):
    held(desk, "SCR", 20)
    held(desk, "D1", 1)
    desk.session.answer(key("DS", "LOG"), Answer("ds_trt", "", "DSTRTYN", "Y"))
    last = (TODAY - timedelta(days=1)).isoformat()
    desk.session.answer(key("DS", "LOG"), Answer("ds_trt", "", "DSLDOSE", last))
    for visit, days_ago in (("EOT", 1), ("S2W", 0), ("S4W", 0)):
        held(desk, visit, days_ago)
    desk.view.go(Calendar())
    assert desk.says("Nothing is overdue, due now or coming in the next 4 weeks.")
    assert desk.says("The next visit is Withdrawal + 8 weeks of 01-001")


def test_the_agenda_follows_what_is_entered(treated):
    treated.view.go(Calendar())
    held(treated, "W2", 0)
    assert not any("Week 2" in words for words in agenda(treated))


def exported(desk, qtbot, kind, folder, chooser):
    chooser.path = folder
    desk.view.go(Calendar())
    desk.page.chooser = chooser
    desk.click(kind)
    qtbot.waitUntil(
        lambda: desk.page._written.isVisible() or desk.page._failed.isVisible(), timeout=10000
    )


@pytest.mark.parametrize("kind", ["pdf", "xlsx", "ics"])
def test_a_calendar_is_written_and_the_trail_says_so(
    treated, qtbot, tmp_path, chooser, monkeypatch, kind
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    exported(treated, qtbot, kind, tmp_path, chooser)
    (file,) = tmp_path.glob(f"*_calendar.{kind}")
    assert treated.says(f"{file.name} was written to")
    assert bool(opened) is (kind == "pdf")
    last = treated.session.file.data().audit[-1]
    assert (last.item, last.new) == ("EXPORT", f"calendar ({kind})")
    if kind == "ics":
        events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        assert any("Week 2 (due)" in str(event["SUMMARY"]) for event in events)


def test_a_folder_that_is_gone_is_said_in_a_sentence(treated, qtbot, tmp_path, chooser):
    exported(treated, qtbot, "ics", tmp_path / "gone", chooser)
    assert treated.says("does not exist")


def test_a_folder_that_is_not_chosen_writes_nothing(treated, chooser):
    before = len(treated.session.file.data().audit)
    treated.view.go(Calendar())
    treated.page.chooser = chooser
    treated.click("xlsx")
    assert len(treated.session.file.data().audit) == before


def sign(desk, visit):
    model = desk.page.findChild(Matrix).model()
    codes = [event.code for event in study.EVENTS]
    index = model.index(0, FIRST_VISIT + codes.index(visit))
    return index.data(STATE_ROLE), index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_matrix_shows_what_is_due_and_what_is_overdue(treated):
    treated.view.go(Subjects())
    assert sign(treated, "W1")[0] == State.OVERDUE
    assert sign(treated, "W1")[1] == "01-001, Week 1: overdue, 6 days overdue"
    assert sign(treated, "W2")[0] == State.DUE
    assert sign(treated, "W8")[0] == State.PLANNED
    assert sign(treated, "UNS") == (None, "01-001, Unscheduled: none")


def test_a_chip_of_the_matrix_leads_to_the_calendar(treated, qtbot):
    treated.view.go(Subjects())
    chips = [c for c in treated.page.findChildren(Chip) if "overdue" in c.text()]
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert treated.view.place == Calendar()


@pytest.mark.parametrize("room", [700, 922, 1476])
def test_the_columns_of_visits_fill_the_room_they_have(room):
    found = widths(room, 12)
    assert len(found) == len(study.EVENTS)
    assert sum(found) == room


def test_narrow_windows_scroll_rather_than_squeeze():
    assert sum(widths(300, 30)) > 300


def test_the_subject_page_opens_at_the_visit_that_is_due(treated):
    treated.view.go(SubjectVisit(SUBJECT))
    assert treated.says("Week 2")
    assert treated.says("window")


def test_later_visits_are_folded_away_and_out(treated, qtbot):
    treated.view.go(SubjectVisit(SUBJECT))
    later = treated.page.findChild(FoldEntry, "fold_later")
    month = treated.page.findChild(VisitEntry, "visit_M6")
    assert not month.isVisible()
    qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    assert month.isVisible()


def test_visits_no_longer_due_are_folded_away_unless_one_is_at_hand(treated):
    last = (TODAY - timedelta(days=8)).isoformat()
    first = (TODAY - timedelta(days=16)).isoformat()
    dose = {"EXDOSE": "5", "EXDOSFRQ": "QD", "EXSTDAT": first, "EXENDAT": last}
    treated.session.add_row(key("EX"), "ex", dose)
    treated.view.go(SubjectVisit(SUBJECT, "W1"))
    QApplication.processEvents()
    assert not treated.page.findChild(VisitEntry, "visit_M6").isVisible()
    assert treated.page.findChild(VisitEntry, "visit_S2W").isVisible()
    treated.view.go(SubjectVisit(SUBJECT, "M6"))
    QApplication.processEvents()
    assert treated.page.findChild(VisitEntry, "visit_M6").isVisible()
    assert treated.says("No longer due: the last dose was on")


def test_a_late_visit_says_so_in_the_list(treated):
    held(treated, "W1", 2)
    treated.view.go(SubjectVisit(SUBJECT, "W1"))
    entry = treated.page.findChild(VisitEntry, "visit_W1")
    assert entry.accessibleName().endswith("4 days late")
