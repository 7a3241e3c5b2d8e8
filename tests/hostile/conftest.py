"""Good files of one site, made once: whatever comes in beside them, they stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordi_crf.db.study_file import Answer
from tests.builders import key
from tests.db import people
from tests.hostile.ways import Scene, run
from tests.merges.copies import begun, copied, gone_on, sent

SEX = key("DM", "SCR")


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("scene")
    study = begun(folder / "site.ordi")
    apart = copied(study, "apart.ordi")
    gone_on(study, 3, Answer("dm", "", "SEX", "M"), form=SEX)
    gone_on(apart, 4, Answer("dm", "", "SEX", None), form=SEX)
    workbook = sent(study, folder / "book", 3)
    package = sent(study, folder / "package", 4, package=True)
    (public,) = (folder / "package").glob("*.ordi-pub")
    merged, conflicts = folder / "one.ordi-merged", folder / "conflicts.xlsx"
    assert run("merge", merged, study).exit_code == 0
    assert run("merge", folder / "two.ordi-merged", study, apart, "--conflicts", conflicts).output
    casebook = made(folder / "casebook", "export", study, "--no-workbook")
    odm = made(folder / "odm", "export", study, "--no-workbook", "--no-casebooks", "--odm")
    results = folder / "results.csv"
    results.write_text("Paciente;Visita;Prueba;Resultado;Unidad\n01-001;D1;HGB;12,5;g/dL\n")
    (folder / "guarded").mkdir()
    guarded = people.cheaply(people.peopled, folder / "guarded" / "study.ordi")
    return Scene(
        folder, folder / "out", study, apart, workbook, package, public, casebook,
        merged, conflicts, odm, results, guarded,
    )  # fmt: skip


def made(out: Path, *arguments: str | Path) -> Path:
    done = run(*arguments, "--out", out)
    assert done.exit_code == 0, done.output
    (written,) = out.iterdir()
    return written
