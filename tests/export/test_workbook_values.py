"""The values: coded, dated and counted right, blank where blank, and good for recomputing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest

from ordi_crf import atlas, forms
from ordi_crf.core import clasi
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.painted import painted
from ordi_crf.core.strokes import Layer, decode, encode
from ordi_crf.export import workbook
from ordi_crf.export.workbook.audit import COLUMNS
from ordi_crf.export.workbook.questionnaire import test_code as code_of
from ordi_crf.export.workbook.questionnaire import tests as questions
from ordi_crf.forms.clasi import AREAS, LOCATIONS, ONCE
from ordi_crf.forms.schema import Language
from tests.export.workbook_data import DANGEROUS, LONG, Rows, read

VISIT_KEYS = ("USUBJID", "VISITNUM")


def at(rows: Rows, visit: str, **columns: object) -> Rows:
    wanted = {"VISIT": visit, **columns}
    return [row for row in rows if all(row.get(name) == v for name, v in wanted.items())]


def one(rows: Rows, visit: str, **columns: object) -> dict[str, object]:
    found = at(rows, visit, **columns)
    assert len(found) == 1
    return found[0]


def by_visit(rows: Rows) -> dict[tuple[object, ...], Rows]:
    found: dict[tuple[object, ...], Rows] = defaultdict(list)
    for row in rows:
        found[tuple(row[name] for name in VISIT_KEYS)].append(row)
    return found


def test_a_graded_item_stands_as_code_wording_and_number(book: Path) -> None:
    row = one(read(book, "QS_CLASI"), "Day 1", QSTESTCD="CL12SCR")
    assert row["QSORRES"] == "2"
    assert row["QSSTRESC_DEC"] == "Severely atrophic scarring or panniculitis"
    assert row["QSSTRESN"] == 2


def test_an_answer_that_is_no_grade_has_no_number(book: Path) -> None:
    row = one(read(book, "QS_CLASI"), "Day 1", QSTESTCD="CLDYDUR")
    assert row["QSORRES"] == "GE12"
    assert "QSSTRESN" not in row


def test_a_blank_item_is_there_with_empty_results(book: Path) -> None:
    """DI-BLANK."""
    row = one(read(book, "QS_CLASI"), "Week 2", QSTESTCD="CL07ERY")
    assert not {"QSORRES", "QSSTRESC", "QSSTRESC_DEC", "QSSTRESN"} & row.keys()


def test_a_zero_is_a_zero(book: Path) -> None:
    row = one(read(book, "QS_CLASI"), "Week 2", QSTESTCD="CL08ERY")
    assert row["QSORRES"] == "0"
    assert row["QSSTRESN"] == 0


def test_the_scalp_has_no_scarring_item(book: Path) -> None:
    assert not at(read(book, "QS_CLASI"), "Day 1", QSTESTCD="CL01SCR")


def test_derived_totals_are_flagged_and_blank_while_an_item_is(book: Path) -> None:
    rows = read(book, "QS_CLASI")
    whole = one(rows, "Day 1", QSTESTCD="CLTOTA", QSDRVFL="Y")
    assert whole["QSSTRESN"] == 4
    assert "QSORRES" not in whole
    assert "QSSTRESN" not in one(rows, "Week 2", QSTESTCD="CLTOTA", QSDRVFL="Y")


def cell_code(row: str, item: str) -> str:
    """Return the test code of a cell as the printed form's reader would: CL01ERY."""
    return f"CL{row}{item.removeprefix('CL')}"


def test_clasi_totals_follow_from_the_exported_items(book: Path) -> None:
    """DI-EXPORT."""
    for rows in by_visit(read(book, "QS_CLASI")).values():
        found = {str(row["QSTESTCD"]): row.get("QSORRES") for row in rows}
        areas = {
            row.value: {i.name: found.get(cell_code(row.value, i.name)) for i in AREAS.items}
            for row in LOCATIONS.codes
        }
        score = clasi.score(areas, {item.name: found.get(item.name) for item in ONCE.items})
        totals = {str(row["QSTESTCD"]): row.get("QSSTRESN") for row in rows if "QSDRVFL" in row}
        assert totals["CLTOTA"] == score.activity.total
        assert totals["CLTOTD"] == score.damage.total


def test_long_and_wide_agree(book: Path) -> None:
    wide = {tuple(row[n] for n in VISIT_KEYS): row for row in read(book, "VISITS_WIDE")}
    for visit, rows in by_visit(read(book, "QS_CLASI")).items():
        for row in rows:
            number = row.get("QSSTRESN", row.get("QSSTRESC"))
            assert wide[visit].get(str(row["QSTESTCD"])) == number
    for visit, rows in by_visit(read(book, "LB")).items():
        for row in rows:
            assert wide[visit].get(str(row["LBTESTCD"])) == row.get("LBSTRESN")


def test_every_visit_is_one_row_of_the_wide_sheet(book: Path) -> None:
    visits = [row["VISIT"] for row in read(book, "VISITS_WIDE")]
    assert visits == ["Screening", "Day 1", "Week 2", "Unscheduled", "Unscheduled 2"]


def test_body_surface_follows_from_the_exported_strokes(book: Path) -> None:
    """T34: voided ones left out, one cut into several cells joined first."""
    figures = {tuple(row[n] for n in VISIT_KEYS): row for row in read(book, "FA_BODYMAP")}
    for visit, rows in by_visit(read(book, "BMSTROKE")).items():
        texts: dict[object, str] = defaultdict(str)
        layers = {}
        for row in rows:
            if row["BMVOID"] == "N":
                texts[row["FASPID"]] += str(row["BMOP"])
                layers[row["FASPID"]] = Layer(str(row["BMLAYER"]))
        ops = [(layers[number], decode(text)) for number, text in texts.items()]
        replayed = painted(Drawing.from_ops(atlas.body_map(), ops))
        assert Fraction(str(figures[visit]["BSAACT_EXACT"])) == replayed.active.total
        assert Fraction(str(figures[visit]["BSADAM_EXACT"])) == replayed.damage.total
        assert figures[visit]["BMMAPSHA"] == replayed.map.sha256


def test_body_surface_follows_from_the_cells_of_the_regions(book: Path) -> None:
    """F-BM-BSA, BS-EXACT."""
    figures = {tuple(row[n] for n in VISIT_KEYS): row for row in read(book, "FA_BODYMAP")}
    for visit, rows in by_visit(read(book, "BODYMAP")).items():
        total = sum(
            Fraction(int(str(row[f"BMCELL{n}"]).split(".")[0]))
            / Fraction(str(row["BMGRPCEL"]))
            * Fraction(str(row["BMGRPPCT"]))
            for row in rows
            if row["BMLAYER"] == "ACTIVE"
            for n in (1, 2, 3)
        )
        assert total == Fraction(str(figures[visit]["BSAACT_EXACT"]))


def test_an_examined_clear_skin_is_zero_and_one_not_examined_is_blank(book: Path) -> None:
    row = one(read(book, "FA_BODYMAP"), "Screening")
    assert row["BSAACT"] == 0
    assert row["BSAGT18"] == "N"
    assert not at(read(book, "BODYMAP"), "Screening")


def test_the_threshold_is_read_from_the_fraction(book: Path) -> None:
    for row in read(book, "FA_BODYMAP"):
        above = Fraction(str(row["BSAACT_EXACT"])) > 18
        assert row["BSAGT18"] == ("Y" if above else "N")


def test_a_stroke_too_long_for_a_cell_is_split_and_never_cut(book: Path) -> None:
    pieces = at(read(book, "BMSTROKE"), "Week 2", FASPID="1")
    assert len(pieces) == pieces[0]["BMPARTS"] > 1
    assert "".join(str(row["BMOP"]) for row in pieces) == encode(LONG)


def test_a_voided_stroke_is_kept_and_marked(book: Path) -> None:
    assert one(read(book, "BMSTROKE"), "Week 2", FASPID="2")["BMVOID"] == "Y"


def test_a_censored_result_is_its_limit_with_a_flag(book: Path) -> None:
    row = one(read(book, "LB"), "Day 1", LBTESTCD="DSDNA")
    assert (row["LBORRES"], row["LBSTRESN"], row["LBCENS"]) == ("<10", 10, "<")


def test_a_result_keeps_its_digits_as_text_and_has_a_number(book: Path) -> None:
    row = one(read(book, "LB"), "Day 1", LBTESTCD="HGB")
    assert (row["LBORRES"], row["LBORRESU"]) == ("13.15", "g/dL")
    assert (row["LBSTRESC"], row["LBSTRESN"], row["LBSTRESU"]) == ("131.5", 131.5, "g/L")


def test_a_result_without_its_unit_has_no_standard_value(book: Path) -> None:
    row = one(read(book, "LB"), "Day 1", LBTESTCD="LYM")
    assert row["LBORRES"] == "0.4"
    assert not {"LBORRESU", "LBSTRESC", "LBSTRESN", "LBSTRESU"} & row.keys()


def test_the_sample_stands_beside_each_result(book: Path) -> None:
    row = one(read(book, "LB"), "Day 1", LBTESTCD="LYM")
    assert (row["LBDTC"], row["LBDY"], row["LBNAM"]) == ("2010-03-14", -1, "Hospital")


def test_a_test_without_a_result_is_there_and_blank(book: Path) -> None:
    row = one(read(book, "LB"), "Day 1", LBTESTCD="PLAT")
    assert not {"LBORRES", "LBSTRESN", "LBORRESU"} & row.keys()


@pytest.mark.parametrize(
    ("visit", "day"),
    [("Screening", -14), ("Day 1", 1), ("Week 2", 15)],
    ids=["before the first dose", "the day of it", "two weeks on"],
)
def test_study_days_count_from_the_first_dose(book: Path, visit: str, day: int) -> None:
    """OC-DAY1."""
    assert one(read(book, "SV"), visit)["SVDY"] == day


def test_a_visit_held_again_has_its_own_number(book: Path) -> None:
    rows = [r for r in read(book, "SV") if str(r["VISIT"]).startswith("Unscheduled")]
    assert [(row["VISITNUM"], row["VISIT"]) for row in rows] == [
        (90, "Unscheduled"), (90.01, "Unscheduled 2"),
    ]  # fmt: skip


def test_a_partial_date_stays_as_entered_and_has_no_study_day(book: Path) -> None:
    row = read(book, "AE")[0]
    assert row["AESTDTC"] == "2010-04"
    assert "AESTDY" not in row


def test_identifiers_stay_text(book: Path) -> None:
    row = read(book, "SUBJECTS")[0]
    assert (row["SITEID"], row["SUBJID"]) == ("01", "01-001")
    assert row["USUBJID"] == "ORDI-02-01-001"


def test_a_subject_without_data_has_a_row_of_blanks(book: Path) -> None:
    row = read(book, "SUBJECTS")[1]
    assert row["NVISITS"] == 0
    assert not {"AGE", "SEX", "RFSTDTC", "SVFIRST"} & row.keys()


def test_a_subject_shows_treatment_and_progress(book: Path) -> None:
    row = read(book, "SUBJECTS")[0]
    assert (row["RFSTDTC"], row["RFENDTC"]) == ("2010-03-15", "2010-06-14")
    assert (row["SVFIRST"], row["SVLAST"], row["NVISITS"]) == ("2010-03-01", "2010-05-20", 5)
    assert (row["AGE"], row["NCOMPLET"]) == (40, 2)


def test_a_voided_event_is_left_out_and_stays_in_the_trail(book: Path) -> None:
    assert [row["AETERM"] for row in read(book, "AE")] == list(DANGEROUS)
    assert any(row.get("NEW") == "Entered twice" for row in read(book, "AUDIT"))


def test_open_and_explained_findings_are_told_apart(book: Path) -> None:
    """T24: in the workbook."""
    rows = read(book, "FINDINGS")
    kept = one(rows, "Day 1", FINDID="LB.CLSIG")
    assert (kept["FINDSTAT"], kept["REASON"]) == ("EXPLAINED", "=Known, stable")
    due = one(rows, "Week 2", FINDID="CLERY.REQUIRED", ROW="07")
    assert (due["FINDSTAT"], due["FINDMISS"]) == ("OPEN", "Y")


def test_what_was_typed_and_could_not_be_read_is_a_finding_and_no_value(book: Path) -> None:
    row = one(read(book, "FINDINGS"), "Throughout the study", ITEM="AEENDAT", ROW="1")
    assert (row["FINDID"], row["FINDSEV"], row["FINDSTAT"]) == (
        "AEENDAT.UNREADABLE", "HARD", "OPEN",
    )  # fmt: skip
    assert str(row["MESSAGE"]).startswith("“in May?”: This is not a date.")
    assert all("AEENDAT" not in line for line in read(book, "AE"))


def test_a_contradiction_with_the_map_is_a_finding(book: Path) -> None:
    row = one(read(book, "FINDINGS"), "Day 1", FINDID="MAP.ERYTHEMA", ROW="03")
    assert row["MESSAGE"] == (
        "Nose (incl. malar area): erythema is scored 2, but nothing is painted there."
    )


def test_the_trail_verifies_from_the_sheet_alone(book: Path, delivery: Delivery) -> None:
    previous = ""
    for row in joined(read(book, "AUDIT")):
        fields = [audit_field(row, name) for name, _, _ in COLUMNS[1:-1]]
        body = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
        assert row["HASH"] == sha256(f"{previous}\n{body}".encode()).hexdigest()
        previous = str(row["HASH"])
    assert previous == delivery.data.head


def joined(rows: Rows) -> Iterable[dict[str, object]]:
    """Yield the entries, those in several parts put together."""
    entries: dict[object, dict[str, object]] = {}
    for row in rows:
        entry = entries.setdefault(row["ID"], row)
        if entry is not row:
            entry["NEW"] = f"{entry['NEW']}{row['NEW']}"
    return entries.values()


def audit_field(row: dict[str, object], name: str) -> object:
    if name in ("VISIT_REPEAT", "FORM_REPEAT"):
        return int(str(row[name]).removesuffix(".0"))
    return row.get(name, None if name in ("OLD", "NEW", "REASON") else "")


def test_spanish_decodes_and_keeps_the_keys(delivery: Delivery, tmp_path: Path) -> None:
    path = tmp_path / "es.xlsx"
    workbook.write(replace(delivery, language=Language.ES), path)
    row = one(read(path, "QS_CLASI"), "Day 1", QSTESTCD="CL12SCR")
    assert row["QSSTRESC_DEC"] == "Cicatrización atrófica grave o paniculitis"
    assert row["CLLOC_DEC"] == "Piernas"


@pytest.mark.parametrize(
    ("row", "item", "code"),
    [("01", "CLERY", "CL01ERY"), ("13", "CLDYS", "CL13DYS")],
    ids=["erythema of the scalp", "dyspigmentation of the feet"],
)
def test_a_cell_has_a_test_code_of_eight_characters_at_most(row: str, item: str, code: str) -> None:
    assert code_of(AREAS.item(item), LOCATIONS.row(row)) == code
    assert len(code) <= 8


def test_test_codes_are_those_of_the_instrument() -> None:
    """F-QS-CODES."""
    codes = {test.code for test in questions(forms.form("CLASI"))}
    assert codes >= {"CL01ERY", "CL13SCR", "CLMUC", "CLSSCR"}
    assert len(codes) == 13 * 3 + 12 + 5
