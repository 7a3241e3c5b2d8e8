"""Lines, tables and forms on paper: whatever they hold, nothing is cut off or lost."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.delivery import Delivery
from ordi_crf.core.records import Record, RecordKey, Row, StudyData, SubjectKey
from ordi_crf.export.casebook.answer import Sheet
from ordi_crf.export.casebook.form import form_blocks
from ordi_crf.export.casebook.paper import BOTTOM, COLUMN, TOP, Book, Heading, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import BODY, SMALL, Line, Mark, Run, measure, printable, wrap
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Derived,
    Form,
    FreeText,
    Item,
    LabResult,
    Language,
    Limits,
    Number,
    RowCode,
    Rows,
    Section,
    Stroke,
    Text,
    When,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\t\r\x0b\x0c"), max_size=300)


def _text(line: Line) -> str:
    return "".join(run.text for run in line)


def _book(file: Path) -> Paper:
    paper = Paper(file, Book("T", "A", "O", "E", Language.EN), lambda: False)
    paper.begin(Heading("H"))
    return paper


def _pages(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [" ".join(text.split()) for text in texts]


@given(words=WORDS, width=st.integers(20, 500))
def test_wrapping_keeps_every_character_in_order(words: str, width: int) -> None:
    lines = wrap([Run(words)], width)
    assert "".join(map(_text, lines)) == printable(words).replace("\n", "")


@given(words=WORDS, width=st.integers(20, 500))
def test_no_line_is_wider_than_its_column(words: str, width: int) -> None:
    for line in wrap([Run(words)], width):
        assert measure(_text(line).rstrip(" "), BODY) <= width + 0.01 or len(_text(line)) == 1


def test_a_long_word_is_divided_after_a_slash() -> None:
    lines = wrap([Run("purple/violaceous/haemorrhagic")], 90)
    assert [_text(line) for line in lines] == ["purple/violaceous/", "haemorrhagic"]


def test_a_mark_stays_with_the_first_word_of_its_run() -> None:
    first, second = wrap([Run("one two", BODY, Mark.BOX)], 32)
    assert (first[0].mark, second[0].mark) == (Mark.BOX, None)


def test_a_sign_the_font_lacks_is_printed_as_its_code_point() -> None:
    assert printable("ñ 中 ≥") == "ñ [U+4E2D] ≥"


@pytest.mark.parametrize("words", ["", "short", "several words " * 6], ids=["blank", "one", "many"])
def test_a_table_is_as_high_as_it_said(tmp_path: Path, words: str) -> None:
    paper = _book(tmp_path / "x.pdf")
    cells = [[Run("label")], [Run(words)] if words else []]
    table = Table([Column(100), Column(80)], [TableRow(cells)] * 3, header=["A", "B"], title="T")
    table.print(paper)
    assert TOP - paper.y == pytest.approx(table.height, abs=2.5)


def test_a_row_taller_than_a_page_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    paper = _book(tmp_path / "x.pdf")
    words = [f"word{n:04}" for n in range(900)]
    rows = [
        TableRow([[Run("first")], [Run("before")]]),
        TableRow([[Run("n")], [Run(" ".join(words))]]),
    ]
    Table([Column(60), Column(120)], rows, header=["A", "Long"], ink=SMALL).print(paper)
    paper.finish()
    pages = _pages(tmp_path / "x.pdf")
    text = " ".join(pages)
    assert len(pages) > 2
    assert all(word in text for word in words)
    assert all("Long" in page for page in pages), "the header stands on every page"


def test_a_table_that_fits_a_page_is_not_divided(tmp_path: Path) -> None:
    paper = _book(tmp_path / "x.pdf")
    paper.y = BOTTOM + 40
    rows = [TableRow([[Run(f"row{n:02}")], []]) for n in range(12)]
    Table([Column(60), Column(COLUMN - 60)], rows, title="Section").print(paper)
    paper.finish()
    first, second = _pages(tmp_path / "x.pdf")
    assert "Section" not in first
    assert "row00" in second
    assert "row11" in second


def _text_of(word: str) -> Text:
    return Text(f"{word} label", f"{word} rótulo")


EVERY_KIND: tuple[Item, ...] = (
    Number("XNUM", _text_of("number"), unit="mg", possible=Limits(Decimal(0), Decimal(9))),
    Choice("XYN", _text_of("choice"), codes=NY),
    Date("XDAT", _text_of("date")),
    FreeText("XTXT", _text_of("words"), lines=3, limit=1000, asked_when=When("XYN", ("Y",))),
    Stroke("XOP", _text_of("stroke")),
)
RESULT = LabResult("XRES", _text_of("result"))
ROWS = Rows("XROW", Text("Which", "Cuál"), (RowCode("R1", Text("Row one", "Fila"), unit="U/L"),))
UNHEARD = Form(
    "XX",
    Text("A form nobody has heard of", "Un formulario desconocido"),
    (
        Section("x", Text("Once", "Una vez"), domain="XX", items=EVERY_KIND),
        Section("xr", Text("By row", "Por fila"), domain="XX", items=(RESULT,), rows=ROWS),
        Section("xs", Text("Few", "Pocos"), domain="XX", items=EVERY_KIND, repeating=True),
        Section("xl", Text("Many", "Muchos"), domain="XX", items=EVERY_KIND * 2, repeating=True),
    ),
    derived=(
        Derived(name="XDER", label=_text_of("figure"), method=Text("m", "m"), version="rule 7"),
    ),
)
ANSWERS = {
    "XNUM": "12.50",
    "XYN": "Y",
    "XDAT": "2010-02-03",
    "XTXT": "said so",
    "XOP": '["f","chest",2]',
}
BLANK: dict[str, str | None] = dict.fromkeys(ANSWERS)


def _unheard(values: dict[str, str | None]) -> Record:
    row = {"": Row("", values)}
    several = {"1": Row("1", values), "2": Row("2", values, voided=True)}
    results = {"R1": Row("R1", {"XRES": "<10" if values["XNUM"] else None})}
    sections = {"x": row, "xr": results, "xs": several, "xl": several}
    return Record(RecordKey(SubjectKey("01", "1"), "SCR", "XX"), sections=sections)


def _printed(file: Path, record: Record, *, filled: bool = True) -> str:
    delivery = Delivery(StudyData({}, (), {}, ()), {}, "E", "2010-09-01T00:00:00Z", "Ana")
    paper = _book(file)
    for block in form_blocks(Sheet(record, Language.EN, delivery if filled else None), UNHEARD):
        block.print(paper)
    paper.finish()
    return " ".join(_pages(file))


def test_a_form_nobody_has_heard_of_is_printed_from_its_definition(tmp_path: Path) -> None:
    text = _printed(tmp_path / "x.pdf", _unheard({**ANSWERS}))
    for words in ("A form nobody has heard of", "Once", "By row", "Few", "Many · 1"):
        assert words in text
    answers, found = text.split("Findings")
    assert answers.count("12.50 mg") == 1 + 2 + 2 * 2, "once, few, and many with it twice"
    for words in ("Yes Y", "2010-02-03", "said so", "fill of chest, level 2", "Row one <10 U/L"):
        assert words in text
    assert "figure label derived · rule 7" in text
    assert "To correct number label 12.50 mg is not possible (0 - 9)" in found


def test_a_blank_answer_leaves_nothing_to_read(tmp_path: Path) -> None:
    text = _printed(tmp_path / "x.pdf", _unheard(BLANK))
    body = text[text.index("Once") : text.index("By row")]
    assert body == ("Once number label choice label date label words label not asked stroke label ")


def test_a_blank_form_offers_units_and_choices(tmp_path: Path) -> None:
    text = _printed(tmp_path / "x.pdf", _unheard(BLANK), filled=False)
    assert "_________ mg" in text
    assert "Row one _________ U/L" in text
    assert "Yes No" in text
    assert "not asked" not in text


def test_more_signs_than_a_part_of_a_font_holds_come_back_from_a_search(tmp_path: Path) -> None:
    paper = _book(tmp_path / "x.pdf")
    signs = "".join(
        chr(n) for n in (*range(0xC0, 0x17F), *range(0x391, 0x3A1), *range(0x410, 0x44F))
    )
    for n in range(0, len(signs), 30):
        paper.text(42, paper.y, signs[n : n + 30] + signs[:3], BODY)
        paper.y -= 12
    paper.finish()
    (page,) = _pages(tmp_path / "x.pdf")
    for n in range(0, len(signs), 30):
        assert signs[n : n + 30] + signs[:3] in page
