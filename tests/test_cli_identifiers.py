"""What an export on the command line leaves out, and what it asks about before anything leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from ordi_crf.cli.options import UNCONFIRMED
from ordi_crf.core.deidentification.profile import OPTIONS
from ordi_crf.db.study_file import StudyFile
from tests.builders import ANA, key
from tests.export.workbook_data import read
from tests.test_cli import run


@pytest.fixture
def file(study: StudyFile) -> Path:
    """A closed study file with a telephone in an adverse event."""
    study.add_row(key("AE"), "ae", {"AETERM": "Rash, call 612 345 678"})
    study.close()
    return study.path


def export(file: Path, *options: str) -> Result:
    return run("export", file, "--out", file.parent / "out", "--no-casebooks", *options)


def test_an_export_with_an_identifier_asks_to_confirm_it(file: Path) -> None:
    """T31: nothing is written, and the trail says nothing of an export that was none."""
    done = export(file)
    assert done.exit_code == UNCONFIRMED
    assert list((file.parent / "out").iterdir()) == []
    assert "Telephone: 612 345 678  (01-001, Adverse events, 1: " in done.stderr
    assert "Nothing was exported: free text seems to hold 1 identifiers." in done.stderr
    study = StudyFile.open(file, ANA, read_only=True)
    assert not [entry for entry in study.data().audit if entry.item == "EXPORT"]
    study.close()


def test_the_sentence_is_in_the_language_that_was_asked_for(file: Path) -> None:
    assert "Teléfono: 612 345 678" in export(file, "--language", "es").stderr


def test_a_confirmed_export_is_in_the_trail_with_the_count(file: Path) -> None:
    """T31."""
    done = export(file, "--confirm-identifiers")
    assert done.exit_code == 0
    (written,) = (file.parent / "out").iterdir()
    told = read(written, "AUDIT")[-1]["NEW"]
    assert told == "workbook; possible identifiers confirmed: 1"
    assert read(written, "AE")[0]["AETERM"] == "Rash, call 612 345 678"


def test_without_free_text_there_is_nothing_to_confirm(file: Path) -> None:
    """T31, T32."""
    done = export(file, "--profile", "no-text")
    assert done.exit_code == 0
    (written,) = (file.parent / "out").iterdir()
    assert read(written, "AE")[0]["AETERM"] == "[withheld 1]"


def test_profiles_are_combined(file: Path) -> None:
    """T32."""
    chosen = [word for code in OPTIONS.codes for word in ("--profile", code.value)]
    assert export(file, *chosen).exit_code == 0
    (written,) = (file.parent / "out").iterdir()
    readme = [" ".join(map(str, row.values())) for row in read(written, "README")]
    assert any("+no-text+study-days+birth-year" in line for line in readme)
    assert any("dates as study days" in line for line in readme)


def test_a_profile_that_is_none_is_refused(file: Path) -> None:
    assert export(file, "--profile", "no-names").exit_code == 2


def test_plain_tables_are_folders_beside_the_workbook(study: StudyFile) -> None:
    """T25, T32: they are made from the same reduced data."""
    study.add_row(key("AE"), "ae", {"AETERM": "=1+1"})
    study.close()
    done = export(study.path, "--csv", "--statistics", "--profile", "no-text", "--no-workbook")
    assert done.exit_code == 0
    tables, statistics = (Path(line) for line in done.stdout.split())
    assert tables.name.endswith("_csv")
    assert "[withheld 1]" in (tables / "AE.csv").read_text("utf-8")
    assert {p.suffix for p in statistics.iterdir()} == {".xpt", ".sav", ".dta", ".csv"}
