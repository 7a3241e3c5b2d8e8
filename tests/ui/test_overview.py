"""The overview of a subject on screen, on paper and as a file."""

from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from ordi_crf import build
from ordi_crf.core.strokes import Stroke, encode
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.ui import settings
from ordi_crf.ui.overview.layout import Track
from ordi_crf.ui.overview.scale import TimeScale, time_ticks, value_scale
from ordi_crf.ui.overview.spacing import Free, lanes, spread, thinned
from ordi_crf.ui.pages.overview_page import OverviewPage
from ordi_crf.ui.places import FormAt, Overview, SubjectVisit
from tests.builders import ANA, SUBJECT, answers, clasi, key
from tests.ui.desk import Chooser, Desk


class Saving(Chooser):
    """Answers where a drawing goes."""

    def drawing(self, parent, name):
        return self.path


COURSE = (
    ("SCR", "2010-03-01", True, "20"),
    ("D1", "2010-03-15", True, "<10"),
    ("W2", "2010-03-29", False, "22"),
    ("M3", "2010-06-15", False, ">600"),
    ("S4W", "2010-07-13", True, "12"),
)
"""Visits with their dates, whether the skin is at its worst, and the titre."""
CHEST = encode(Stroke(radius=480, level=2, points=((4000, 4800), (4200, 4900))))


def enter(file):
    """Enter a subject who was treated for three months and had two adverse events."""
    for visit, on, worst, titre in COURSE:
        header = [Answer("sv", "", "SVOCCUR", "Y"), Answer("sv", "", "VISDAT", on)]
        file.answer(key("SV", visit), header)
        file.answer(key("CLASI", visit), answers(clasi(top=worst)))
        file.answer(key("BM", visit), [Answer("bm", "", "BMPERF", "Y")])
        if worst:
            file.add_row(key("BM", visit), "bm_stroke", {"BMLAYER": "ACTIVE", "BMOP": CHEST})
        file.answer(
            key("LB", visit),
            [Answer("lb", "DSDNA", "LBORRES", titre), Answer("lb", "DSDNA", "LBORRESU", "IU/mL")],
        )
    dose = {"EXDOSE": "5", "EXDOSFRQ": "QD", "EXSTDAT": "2010-03-15", "EXENDAT": "2010-06-15"}
    file.add_row(key("EX"), "ex", dose)
    insomnia = {"AETERM": "Insomnia", "AESTDAT": "2010-04-01", "AEENDAT": "2010-05", "AETOXGR": "2"}
    file.add_row(key("AE"), "ae", insomnia)
    file.add_row(key("AE"), "ae", {"AETERM": "Thrombosis", "AESTDAT": "2010-06", "AESER": "Y"})


@pytest.fixture
def charted(qtbot, window, path):
    """A desk at the overview of a subject of a synthetic study."""
    file = StudyFile.create(path, ANA, kind="synthetic")
    file.add_subject(SUBJECT)
    enter(file)
    file.close()
    settings.set_actor(ANA)
    window.start_page.refresh()
    window.open(path)
    desk = Desk(qtbot, window)
    desk.view.go(Overview(SUBJECT))
    desk.settle()
    return desk


def chart(desk):
    assert isinstance(desk.page, OverviewPage)
    return desk.page._chart


def saved(desk, path):
    desk.page.chooser = Saving()
    desk.page.chooser.path = path
    desk.click("save")


def test_the_subject_page_leads_to_the_overview(desk):
    desk.view.go(SubjectVisit(SUBJECT, "D1"))
    desk.click("overview")
    assert desk.view.place == Overview(SUBJECT)


def test_a_subject_without_dates_says_what_belongs_there(desk):
    desk.view.go(Overview(SUBJECT))
    assert desk.says("Nothing to draw yet")


def test_what_has_no_date_is_said(desk):
    given = [Answer("sv", "", "SVOCCUR", "Y"), Answer("sv", "", "VISDAT", "2010-03-15")]
    desk.session.file.answer(key("SV"), given)
    desk.session.file.answer(key("SV", "W2"), [Answer("sv", "", "SVOCCUR", "Y")])
    desk.session._refresh(None)
    desk.view.go(Overview(SUBJECT))
    assert desk.says("Not drawn: 1 visit")


def test_the_last_visit_is_at_hand_first_and_told_to_who_cannot_see(charted):
    told = chart(charted).accessibleDescription()
    assert told.startswith("Withdrawal + 4 weeks, 2010-07-13")
    assert "CLASI Activity 70" in told
    assert "Anti-dsDNA 12 IU/mL" in told
    assert told.endswith("Lenalidomide 0 mg/day")


def test_arrow_keys_go_from_visit_to_visit_and_stop_at_the_ends(charted):
    assert charted.focused() is chart(charted)
    last = chart(charted).at
    charted.press(Qt.Key.Key_Right)
    assert chart(charted).at == last
    charted.press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert chart(charted).at == last - 2
    charted.press(Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert chart(charted).at == 0
    assert chart(charted).accessibleDescription().startswith("Screening")


def test_enter_opens_the_visit_at_hand(charted):
    charted.press(Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert charted.view.place == SubjectVisit(SUBJECT, "D1")


def middle(desk, track, number):
    """Return where a visit lies on a track, on the widget."""
    sheet = chart(desk)._sheet
    visit = sheet.overview.visits[number]
    box = sheet._at.tracks[track]
    return QPoint(round(sheet._times.x(visit.on)) + 10, round(box.center().y()) + 8)


@pytest.mark.parametrize(
    ("track", "form"),
    [(Track.SKIN, "CLASI"), (Track.SURFACE, "BM"), (Track.TITRES, "LB")],
    ids=["CLASI", "body map", "laboratory"],
)
def test_a_click_opens_the_form_of_the_nearest_visit(charted, qtbot, track, form):
    here = chart(charted)
    qtbot.mouseClick(here, Qt.MouseButton.LeftButton, pos=middle(charted, track, 1))
    assert charted.view.place == FormAt(key(form))


def test_the_pointer_takes_the_nearest_visit_at_hand(charted, qtbot):
    qtbot.mouseMove(chart(charted), middle(charted, Track.SKIN, 2))
    qtbot.waitUntil(lambda: chart(charted).at == 2)


def test_a_click_on_an_adverse_event_opens_its_row(charted, qtbot):
    here = chart(charted)
    bar = here._sheet._bars[0]
    box = bar.box(here._sheet._at.events.top())
    place = QPoint(round(box.center().x()) + 10, round(box.center().y()) + 8)
    assert here._sheet.tip(QPointF(box.center())).startswith(bar.event.term)
    qtbot.mouseClick(here, Qt.MouseButton.LeftButton, pos=place)
    assert charted.view.place == FormAt(bar.event.record, "ae", bar.event.row, "AETERM")


def test_a_pdf_is_one_a4_page_across_that_says_whose_it_is(charted, tmp_path):
    """T38: the program with its build among it."""
    path = tmp_path / "overview.pdf"
    saved(charted, path)
    assert charted.says("Written: overview.pdf")
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_range()
    assert (len(document), [round(side) for side in document[0].get_size()]) == (1, [842, 595])
    assert "Subject 01-001: overview" in text
    assert f"{build.program().en} · page 1 of 1" in text
    assert "Synthetic demonstration study" in text
    assert "SAE Thrombosis" in text
    assert "Insomnia" in text
    document.close()


def test_a_png_is_light_and_sharp_in_a_dark_window(charted, tmp_path, qapp):
    from ordi_crf.ui import theme

    theme.apply(qapp, True)
    saved(charted, tmp_path / "overview.png")
    image = QImage(str(tmp_path / "overview.png"))
    assert (image.width(), image.height()) == (3369, 2382)
    assert image.pixelColor(4, 4).lightness() == 255
    theme.apply(qapp, False)


def test_a_drawing_of_vectors_holds_the_lesions(charted, tmp_path):
    saved(charted, tmp_path / "overview.svg")
    text = Path(tmp_path / "overview.svg").read_text(encoding="utf-8")
    assert text.startswith("<?xml")
    assert "#e2766d" in text.lower()


def test_a_saved_drawing_is_written_into_the_trail(charted, tmp_path):
    saved(charted, tmp_path / "overview.pdf")
    last = [e for e in charted.session.file.data().audit if e.item == "EXPORT"][-1]
    assert last.new == "overview 01-001 (pdf)"


def test_a_folder_that_is_gone_is_refused_in_words(charted, tmp_path):
    saved(charted, tmp_path / "gone" / "overview.pdf")
    assert charted.says("overview.pdf was not written")


def test_a_page_is_printed_on_the_printers_own_paper(charted, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    assert charted.page.paper().print_on(printer)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert [round(side) for side in document[0].get_size()] == [792, 612]
    assert "page 1 of 1" in document[0].get_textpage().get_text_range()
    document.close()


def test_printing_asks_first_and_is_written_into_the_trail(charted):
    charted.click("print")
    dialog = charted.page.findChild(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert not any(e.item == "EXPORT" for e in charted.session.file.data().audit)


def test_a_print_is_written_into_the_trail(charted, tmp_path):
    """T11."""
    charted.click("print")
    printer = charted.page._printer
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    charted.page.findChild(QPrintDialog).accepted.emit(printer)
    (entry,) = [e for e in charted.session.file.data().audit if e.item == "EXPORT"]
    assert (entry.actor, entry.new) == ("Ana Puig", "overview 01-001 (print)")
    assert (tmp_path / "printed.pdf").stat().st_size


def test_nothing_chosen_is_nothing_done(charted):
    saved(charted, None)
    assert not any(e.item == "EXPORT" for e in charted.session.file.data().audit)


def test_every_body_map_is_drawn_once_the_window_rests(charted, qtbot):
    qtbot.waitUntil(lambda: not charted.page._undrawn(), timeout=10000)
    assert set(charted.page._lesions) == {v.body_map for v in chart(charted)._overview.visits}


def test_pictures_keep_their_order_apart_and_inside():
    places = spread([10, 12, 14, 300], 50, 0, 320)
    assert places == sorted(places)
    assert min(b - a for a, b in pairwise(places)) >= 50
    assert places[0] >= 0
    assert places[-1] <= 320


def test_pictures_with_room_stay_where_they_belong():
    assert spread([100, 200, 300], 50, 0, 400) == [100, 200, 300]


def test_the_crowded_are_thinned_out_before_the_dear_and_the_ends():
    assert thinned([0, 1, 2, 50, 100], 3, {2}) == [0, 2, 4]
    assert thinned([0, 1, 2, 50, 100], 4) == [0, 2, 3, 4]
    assert thinned([0, 1], 1) == [0]


def test_bars_share_a_lane_only_where_they_do_not_touch():
    assert lanes([(0, 10), (5, 15), (10, 20), (16, 30)]) == [0, 1, 0, 1]


def test_a_figure_is_written_only_where_nothing_is_drawn():
    free = Free(QRectF(0, 0, 100, 50))
    free.take_line(QPointF(0, 25), QPointF(100, 25))
    assert not free.holds(QRectF(10, 20, 20, 10))
    assert free.holds(QRectF(10, 5, 20, 10))
    free.take(QRectF(10, 5, 20, 10))
    assert not free.holds(QRectF(25, 8, 20, 10))
    assert not free.holds(QRectF(90, 5, 20, 10))


def test_the_axis_is_ticked_at_months_from_day_1():
    scale = TimeScale(date(2010, 1, 17), date(2010, 8, 1), 0, 700)
    ticks = time_ticks(scale, date(2010, 1, 31), 72)
    assert [(t.months, t.on) for t in ticks][:3] == [
        (0, date(2010, 1, 31)),
        (1, date(2010, 2, 28)),
        (2, date(2010, 3, 31)),
    ]


def test_a_short_axis_is_ticked_in_days():
    ticks = time_ticks(TimeScale(date(2010, 1, 1), date(2010, 1, 29), 0, 700), date(2010, 1, 1), 72)
    assert [t.days for t in ticks] == [0, 7, 14, 21, 28]


@pytest.mark.parametrize("highest", [5, 7, 9, 20, 24, 26, 70, 105])
@pytest.mark.parametrize("height", [25, 40, 90, 300])
def test_every_scale_has_0_and_at_least_one_more_tick_that_is_reached(highest, height):
    scale = value_scale([Fraction(highest)], height, 0, least=5)
    assert scale.ticks[0] == 0
    assert len(scale.ticks) >= 2
    assert scale.ticks[-1] <= highest


def test_a_titre_that_dwarfs_the_cut_off_gets_a_logarithmic_scale():
    plain = value_scale([20, 40], 100, 0, least=15, spread=True)
    wide = value_scale([12, 3000], 100, 0, least=15, spread=True)
    assert (plain.logarithmic, wide.logarithmic) == (False, True)
    assert wide.ticks == (10, 100, 1000)
    assert 0 == wide.y(3000) < wide.y(300) < wide.y(12) < 100
