"""The command that brings laboratory results in: what it shows, takes, refuses and ends with."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ordi_crf.cli.commands import BROKEN, UNUSABLE, commands
from ordi_crf.core.records import Status
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import ANA, key
from tests.db import people

LB = key("LB")
HEADINGS = "Paciente;Visita;Fecha;Prueba;Resultado;Unidad;Rango"
HGB = "01-001;D1;15/03/2010;Hemoglobina;12,5;g/dL;12,0-16,0"
ALT = "01-001;D1;15/03/2010;GPT;31;UI/L;<40"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, ["import", "lab", *map(str, arguments)])


@pytest.fixture
def file(study: StudyFile) -> Path:
    study.answer(key("SV"), [Answer("sv", "", "VISDAT", "2010-03-15")])
    study.close()
    return study.path


@pytest.fixture
def results(tmp_path: Path) -> Path:
    path = tmp_path / "ana.csv"
    path.write_text("\n".join((HEADINGS, HGB, ALT)))
    return path


@pytest.fixture
def guarded(tmp_path: Path) -> Path:
    """Give a study with an account for each role."""
    (tmp_path / "guarded").mkdir()
    return people.cheaply(people.peopled, tmp_path / "guarded" / "study.ordi")


def answered(file: Path, row: str = "HGB") -> str | None:
    with closing(StudyFile.open(file, ANA, read_only=True)) as study:
        rows = study.record(LB).sections.get("lb", {})
        return rows[row].values["LBORRES"] if row in rows else None


def test_a_dry_run_shows_what_would_change_and_changes_nothing(file: Path, results: Path) -> None:
    before = file.read_bytes()
    done = run(results, file, "--dry-run")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0].split()[:3] == ["Line", "Subject", "Visit"]
    assert "Haemoglobin" in done.stdout
    assert "12.5 g/dL (12.0–16.0)" in done.stdout
    assert done.stderr.splitlines() == ["7 new", "Nothing was changed."]
    assert file.read_bytes() == before


def test_new_results_are_taken_and_the_trail_names_the_file(file: Path, results: Path) -> None:
    """T36: attributed to importer, source file name and SHA-256."""
    done = run(results, file, "--as", "Carla Mas")
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (0, "Values taken: 7.")
    assert (answered(file), answered(file, "ALT")) == ("12.5", "31")
    with closing(StudyFile.open(file, ANA, read_only=True)) as study:
        event = study.data().audit[-1]
        assert verify(study.data()) == []
    assert (event.actor, event.role, event.item) == ("Carla Mas", "Coordinator", "IMPORT")
    assert "ana.csv SHA-256" in (event.new or "")


def test_the_same_file_twice_has_nothing_to_do(file: Path, results: Path) -> None:
    run(results, file)
    done = run(results, file)
    assert (done.exit_code, done.stderr.splitlines()) == (
        0, ["7 equal", "There is nothing to take."],
    )  # fmt: skip


def test_another_result_is_left_until_everything_is_accepted(file: Path, results: Path) -> None:
    run(results, file)
    results.write_text("\n".join((HEADINGS, HGB.replace("12,5", "12,7"))))
    assert run(results, file).exit_code == BROKEN
    assert answered(file) == "12.5"
    assert run(results, file, "--accept-all").exit_code == 0
    assert answered(file) == "12.7"


def test_a_conflict_is_never_taken(file: Path, results: Path) -> None:
    results.write_text("\n".join((HEADINGS, HGB, HGB.replace("12,5", "12,7"), ALT)))
    done = run(results, file, "--accept-all")
    assert done.exit_code == BROKEN
    assert (answered(file), answered(file, "ALT")) == (None, "31")


def test_a_refused_line_says_why_and_the_others_are_taken(file: Path, results: Path) -> None:
    results.write_text("\n".join((HEADINGS, HGB.replace("g/dL", "mmol/L"), ALT)))
    done = run(results, file)
    assert done.exit_code == BROKEN
    assert "“mmol/L” is no unit of Haemoglobin" in done.stdout
    assert (answered(file), answered(file, "ALT")) == (None, "31")


def test_sentences_and_table_come_in_spanish(file: Path, results: Path) -> None:
    done = run(results, file, "--dry-run", "--language", "es")
    assert "En el archivo" in done.stdout
    assert "No se ha cambiado nada." in done.stderr


def test_a_completed_form_is_corrected_with_a_reason(file: Path, results: Path) -> None:
    run(results, file)
    with closing(StudyFile.open(file, ANA)) as study:
        study.set_status(LB, Status.COMPLETE)
    results.write_text("\n".join((HEADINGS, HGB.replace("12,5", "12,7"))))
    refused = run(results, file, "--accept-all")
    assert (refused.exit_code, answered(file)) == (UNUSABLE, "12.5")
    assert "needs a reason" in refused.stderr
    assert run(results, file, "--accept-all", "--reason", "Report revised").exit_code == 0
    with closing(StudyFile.open(file, ANA, read_only=True)) as study:
        assert study.data().audit[-2].reason.startswith("Report revised (laboratory results: ana")


def test_a_mapping_is_read_from_a_file_and_kept_in_the_study(
    file: Path, results: Path, tmp_path: Path
) -> None:
    results.write_text("A;B;C;D;E\n01-001;D1;H-1;12,5;g%")
    columns = {"subject": "A", "visit": "B", "test": "C", "result": "D", "unit": "E"}
    kept = {"columns": columns, "tests": {"H-1": "HGB"}, "units": {"g%": "g/dL"}, "decimal": ","}
    mapping = tmp_path / "map.json"
    mapping.write_text(json.dumps(kept))
    assert run(results, file).exit_code == UNUSABLE
    asked = ("--mapping", str(mapping), "--save-mapping", "Central", "--role", "Investigator")
    assert run(results, file, *asked).exit_code == 0
    assert answered(file) == "12.5"
    assert run(results, file).exit_code == 0
    assert run(results, file, "--mapping", "Central").exit_code == 0
    with closing(StudyFile.open(file, ANA, read_only=True)) as study:
        assert "labmap.Central" in study.properties()


def test_who_may_not_set_properties_keeps_no_mapping_and_takes_nothing(
    file: Path, results: Path
) -> None:
    done = run(results, file, "--save-mapping", "Central")
    assert (done.exit_code, answered(file)) == (UNUSABLE, None)


def test_an_account_brings_results_in_under_its_own_name(
    guarded: Path, results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    role = people.Role.COORDINATOR
    monkeypatch.setenv("ORDI_CRF_PASSWORD", people.password(role))
    assert run(results, guarded, "--login", people.login(role)).exit_code == 0
    monkeypatch.setenv("ORDI_CRF_PASSWORD", people.password(people.Role.NURSE))
    refused = run(results, guarded, "--login", people.login(people.Role.NURSE), "--dry-run")
    assert (refused.exit_code, "import" in refused.stderr) == (UNUSABLE, True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"PK\x03\x04broken", "damaged", id="broken zip"),
        pytest.param(b"a;b;c\0", "NUL", id="NUL"),
        pytest.param(b'a;b;c\n"1;2;3', "inside a quoted cell", id="cut off"),
    ],
)
def test_what_cannot_be_read_leaves_the_study_as_it_was(
    file: Path, results: Path, content: bytes, said: str
) -> None:
    before = file.read_bytes()
    results.write_bytes(content)
    done = run(results, file)
    assert done.exit_code == UNUSABLE
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert file.read_bytes() == before


def test_a_table_without_known_columns_changes_nothing(file: Path, results: Path) -> None:
    results.write_bytes(b"a;b;c\n1;2;3")
    done = run(results, file)
    assert done.exit_code == UNUSABLE
    assert "Say which column is: Subject, Test, Result, Visit or date of sample" in done.stderr
    assert answered(file) is None


def test_a_file_that_steers_a_terminal_does_not(file: Path, results: Path) -> None:
    results.write_text("\n".join((HEADINGS, HGB.replace("Hemoglobina", "\x1b[2J"))))
    done = run(results, file)
    assert done.exit_code == BROKEN
    assert "\x1b" not in done.output
