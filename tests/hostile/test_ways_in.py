"""Whatever comes in by whichever way: a sentence and an exit code, nothing written or changed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from click.testing import Result

from ordi_crf.cli.options import BROKEN, UNUSABLE
from tests.hostile.contents import ANY, kept_apart
from tests.hostile.ways import WAYS, Scene, run

LONGEST = 600
"""Characters of a sentence: what a file says is repeated in part at most."""


@cache
def content(name: str) -> bytes:
    return ANY[name]()


def judged(done: Result, path: Path) -> None:
    """Fail unless a command ended with sentences that name the file, and with an exit code."""
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    assert done.exit_code in (BROKEN, UNUSABLE), done.output
    assert path.name in done.output
    assert "Traceback" not in done.output
    assert max(map(len, done.output.splitlines())) < LONGEST
    assert not [c for c in done.output if not c.isprintable() and c != "\n"]


@pytest.mark.parametrize("name", ANY)
@pytest.mark.parametrize("way", WAYS)
def test_what_is_no_file_of_ours_is_refused_in_a_sentence(
    scene: Scene, tmp_path: Path, way: str, name: str
) -> None:
    """Nothing is half written, and the study is untouched."""
    path = tmp_path / f"strange{WAYS[way].ending}"
    path.write_bytes(content(name))
    done = come_in(scene, tmp_path, way, path)
    judged(done, path)


def come_in(scene: Scene, folder: Path, way: str, path: Path) -> Result:
    """Let a file come in; fail where a file was written, or changed."""
    out = folder / "out"
    out.mkdir()
    before = kept_apart(scene.folder), kept_apart(folder)
    done = run(*WAYS[way].arguments(path, replace(scene, out=out)))
    after = kept_apart(scene.folder), kept_apart(folder)
    changed = [name for old, new in zip(before, after, strict=True)
               for name in {**old, **new} if old.get(name) != new.get(name)]  # fmt: skip
    assert changed == []
    return done


GOOD = {
    "verify workbook": "workbook", "verify package": "package", "verify casebook": "casebook",
    "verify study": "study", "verify merged file": "merged", "verify with key": "key",
    "verify with study": "study", "merge package": "package", "merge merged file": "merged",
    "compare old": "workbook", "import lab text": "results", "import odm anew": "odm",
    "check": "study", "rescue": "study",
}  # fmt: skip


@pytest.mark.parametrize("way", GOOD)
def test_a_good_file_comes_in_by_the_same_way(scene: Scene, tmp_path: Path, way: str) -> None:
    """Else the refusals above would tell of nothing."""
    path = tmp_path / f"good{WAYS[way].ending}"
    path.write_bytes(getattr(scene, GOOD[way]).read_bytes())
    study = tmp_path / "site.ordi"
    study.write_bytes(scene.study.read_bytes())
    (tmp_path / "out").mkdir()
    copied = replace(scene, out=tmp_path / "out", study=study)
    done = run(*WAYS[way].arguments(path, copied))
    assert done.exit_code == 0, done.output
