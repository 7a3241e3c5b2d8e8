"""Files that are ours in form and hostile in what they say: digests and hashes fit, it does not."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ordi_crf.cli.options import BROKEN, UNUSABLE
from ordi_crf.core.chain import AUDIT_FIELDS, chain_hash
from ordi_crf.core.records import AuditEntry
from ordi_crf.db import key_file
from ordi_crf.db.study_file import StudyFile
from ordi_crf.imports.answers import read as answers
from ordi_crf.imports.errors import UnreadableFileError
from tests.builders import ANA
from tests.hostile.contents import DEEP_JSON, gzip_bomb, overlapping, rechained
from tests.hostile.test_ways_in import come_in, judged
from tests.hostile.ways import WAYS, Scene, run

ESCAPE = "\x1b[2J\u202egnp.\x9b"
"""Clears a terminal, and turns the direction of writing."""


def repacked(source: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Return a copy of a zip with parts of it changed."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def listed(said: dict[str, Any]) -> Callable[[str, bytes], bytes]:
    """Return what changes the list of a package."""

    def change(name: str, content: bytes) -> bytes:
        if name != "manifest.json":
            return content
        return json.dumps({**json.loads(content), **said}).encode()

    return change


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"files": [{"name": "a", "size": 1e999, "sha256": "0" * 64}]}, id="infinity"),
        pytest.param({"files": [{"name": "../a", "size": 1, "sha256": "0" * 64}]}, id="leads out"),
        pytest.param({"files": [{"name": "a\0b", "size": 1, "sha256": "0" * 64}]}, id="NUL"),
        pytest.param({"files": [{"name": "\ud800", "size": 1, "sha256": "0" * 64}]}, id="half"),
        pytest.param({"files": {"name": "a"}}, id="no list"),
        pytest.param({"site": ESCAPE, "by": ESCAPE, "export": ESCAPE}, id="steers"),
        pytest.param({"site": "x" * 200_000}, id="long"),
        pytest.param({"key": "0" * 64}, id="another key"),
        pytest.param({"audit": []}, id="no head"),
    ],
)
@pytest.mark.parametrize("way", ["verify package", "merge package", "compare new"])
def test_a_list_that_says_what_no_list_does_is_told(
    scene: Scene, tmp_path: Path, way: str, said: dict[str, Any]
) -> None:
    path = repacked(scene.package, tmp_path / "strange.zip", listed(said))
    judged(come_in(scene, tmp_path, way, path), path)


def lines_of(scene: Scene) -> list[list[Any]]:
    """Return the lines of the merged file, without its digest."""
    return [json.loads(line) for line in gzip.decompress(scene.merged.read_bytes()).splitlines()][
        :-1
    ]


def entries_of(scene: Scene) -> list[AuditEntry]:
    study = StudyFile.open(scene.study, ANA, read_only=True)
    found = list(study.data().audit)
    study.close()
    return found


def chained(entries: list[AuditEntry]) -> list[list[Any]]:
    """Return entries as lines of a merged file, each with the hash that follows."""
    lines, previous = list[list[Any]](), ""
    for entry in entries:
        digest = chain_hash(previous, *(getattr(entry, name) for name in AUDIT_FIELDS))
        lines.append(["entry", previous, *astuple(replace(entry, hash=digest))])
        previous = digest
    return lines


ENTRIES: dict[str, dict[str, Any]] = {
    "repeat of a text": {"visit_repeat": "x"},
    "repeat of a list": {"form_repeat": []},
    "item of a number": {"item": 7},
    "value of a list": {"new": ["F"]},
    "value that none can be": {"new": "=cmd|' /C calc'!A0"},
    "value of NUL": {"new": "\0"},
    "form to come": {"form": "XX", "section": "xx"},
    "item to come": {"item": "XX"},
    "no date of birth": {"item": "BRTHDAT", "new": "yesterday"},
    "no number": {"form": "VS", "section": "vs", "item": "TEMP", "new": "1e999"},
    "no stroke": {"form": "BM", "section": "bm_stroke", "row": "1", "item": "BMOP", "new": "{"},
    "no row": {"form": "LB", "section": "lb", "row": "NONE", "item": "LBORRES", "new": "7"},
    "visit to come": {"visit": "W99"},
    "query of no number": {"action": "query", "item": "SEX"},
    "message of no query": {"action": "message", "item": "SEX.QUERY9"},
    "signature of nothing": {"action": "sign", "new": "[]"},
    "signature without end": {"action": "sign", "new": DEEP_JSON.decode()},
    "status to come": {"section": "record", "item": "STATUS", "new": "GONE"},
    "no date": {"at": "yesterday"},
    "who steers": {"actor": ESCAPE},
    "a page of text": {"new": "x" * 40_000},
}


@pytest.mark.parametrize("change", ENTRIES.values(), ids=ENTRIES)
@pytest.mark.parametrize(
    "way", ["verify merged file", "merge merged file", "compare old", "export merged file"]
)
def test_a_trail_made_up_by_hand_ends_in_no_traceback(
    scene: Scene, tmp_path: Path, way: str, change: dict[str, Any]
) -> None:
    """Its hashes hold, since anybody can compute them: what it tells is still looked at."""
    entries = entries_of(scene)
    n = next(n for n, entry in enumerate(entries) if entry.item == "SEX")
    entries[n] = replace(entries[n], **change)
    head = lines_of(scene)[0]
    path = tmp_path / "strange.ordi-merged"
    path.write_bytes(rechained(iter([head, *chained(entries)])))
    done = run(*WAYS[way].arguments(path, replace(scene, out=tmp_path / "out")))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    assert not [c for c in done.output if not c.isprintable() and c != "\n"]


@pytest.mark.parametrize(
    "origin",
    [["a", 1, "c", 1, "d", "e"], ["a", "b", "c", "x", "d", "e"], [["a"], "b", "c", 1, "d", "e"]],
    ids=["digest", "entries", "name"],
)
def test_an_origin_of_other_kinds_is_refused(
    scene: Scene, tmp_path: Path, origin: list[Any]
) -> None:
    path = tmp_path / "strange.ordi-merged"
    head, *rest = lines_of(scene)
    path.write_bytes(rechained(iter([head, ["origin", *origin], *rest])))
    judged(come_in(scene, tmp_path, "verify merged file", path), path)


def test_an_origin_that_steers_a_terminal_does_not(scene: Scene, tmp_path: Path) -> None:
    path = tmp_path / "strange.ordi-merged"
    head, *rest = lines_of(scene)
    steers = ["origin", ESCAPE, "b", "c", 1, "d", "\ud800"]
    path.write_bytes(rechained(iter([head, steers, *rest])))
    done = run("verify", path)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    assert not [c for c in done.output if not c.isprintable() and c != "\n"]


def test_a_merged_file_that_unpacks_without_end_is_refused(scene: Scene, tmp_path: Path) -> None:
    path = tmp_path / "strange.ordi-merged"
    path.write_bytes(gzip_bomb(b'["format","ORDI-CRF merged 1","ORDI-02"]\n["entry",'))
    judged(come_in(scene, tmp_path, "verify merged file", path), path)


def summed(content: dict[str, Any]) -> bytes:
    """Return a file of keys with the checksum that fits it."""
    content = {name: value for name, value in content.items() if name != "sum"}
    text = json.dumps(content, sort_keys=True).encode()
    return json.dumps({**content, "sum": hashlib.sha256(text).hexdigest()}).encode()


def slots(**change: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return what changes every slot of a file of keys."""
    return lambda known: {
        **known, "slots": [json.dumps(json.loads(slot) | change) for slot in known["slots"]]
    }  # fmt: skip


def tried(**tries: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return what puts failed tries of the one who logs in into a file of keys."""
    return lambda known: {**known, "tries": {"investigator": tries}}


KEYS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "no salt": slots(salt=""),
    "too little memory": slots(cost={"memory": 1, "passes": 1, "lanes": 16}),
    "endless work": slots(cost={"memory": 1 << 40, "passes": 1 << 30, "lanes": 1}),
    "nothing sealed": slots(sealed=""),
    "login of a number": slots(login=7),
    "slot of a list": lambda known: {**known, "slots": [[]]},
    "tries of a text": tried(count="many", last="2010-01-01T00:00:00Z"),
    "tries of no time": tried(count=5, last="yesterday"),
    "tries of no place": tried(count=5, last="2010-01-01T00:00:00"),
    "failure of a list": lambda known: {
        **known, "failures": [{"at": [], "login": "x", "machine": "y"}]
    },
}  # fmt: skip


@pytest.mark.parametrize("change", KEYS.values(), ids=KEYS)
@pytest.mark.parametrize("command", ["verify", "check", "backup"])
def test_a_file_of_keys_made_up_by_hand_is_told(
    scene: Scene, tmp_path: Path, command: str, change: Callable[[Any], dict[str, Any]]
) -> None:
    file = tmp_path / "study.ordi"
    shutil.copy(scene.guarded, file)
    keys = key_file.beside(file)
    keys.write_bytes(summed(change(json.loads(key_file.beside(scene.guarded).read_bytes()))))
    before = file.read_bytes()
    done = run(command, file, "--login", "investigator")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    assert done.exit_code in (BROKEN, UNUSABLE)
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [DEEP_JSON, b"[]", b" " * (17 << 20)],
                         ids=["deep", "a list", "large"])  # fmt: skip
def test_a_file_of_keys_that_is_none_is_told(scene: Scene, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "study.ordi"
    shutil.copy(scene.guarded, file)
    key_file.beside(file).write_bytes(content)
    done = run("verify", file, "--login", "investigator")
    assert (done.exit_code, "study.ordi-keys" in done.output) == (UNUSABLE, True)


@pytest.mark.parametrize(
    ("column", "value"),
    [("CHOSEN", "=1"), ("REASON", "=cmd|' /C calc'!A0"), ("OTHER", "=A1"), ("CONFLICT", "=A1")],
)
def test_a_formula_settles_nothing(scene: Scene, tmp_path: Path, column: str, value: str) -> None:
    book = load_workbook(scene.conflicts)
    page = book["CONFLICTS"]
    names = [cell.value for cell in page[1]]
    for name, text in {"CHOSEN": "1", "REASON": "Source seen", column: value}.items():
        page.cell(2, names.index(name) + 1).value = text
    path = tmp_path / "strange.xlsx"
    book.save(path)
    judged(come_in(scene, tmp_path, "settle conflicts", path), path)


def odm(scene: Scene, path: Path, old: str, new: str) -> Path:
    text = scene.odm.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def entry(scene: Scene) -> str:
    """Return the last entry of the trail as the ODM file has it."""
    text = scene.odm.read_text(encoding="utf-8")
    start = text.index("'", text.rindex('ItemOID="I.AUDIT.ENTRY"')) + 1
    return text[start : text.index("'", start)]


@pytest.mark.parametrize(
    "said", [DEEP_JSON.decode()[:200_000], "[]", "{}", "null", "[" + "1," * 17 + "1]"],
    ids=["deep", "short", "object", "null", "numbers"],
)  # fmt: skip
def test_an_entry_in_odm_that_is_none_is_told(scene: Scene, tmp_path: Path, said: str) -> None:
    path = odm(scene, tmp_path / "strange.xml", entry(scene), said)
    judged(come_in(scene, tmp_path, "import odm anew", path), path)


def test_a_number_in_odm_that_no_study_holds_is_told(scene: Scene, tmp_path: Path) -> None:
    known = entry(scene)
    path = odm(scene, tmp_path / "strange.xml", known, known.replace(",0,", f",{10**30},"))
    judged(come_in(scene, tmp_path, "import odm anew", path), path)


@pytest.mark.parametrize("name", ["{0}.xlsx", "{name}.zip", "a\nb.pdf", "\x1b[2J.ordi",
                                  "\u202egnp.ordi-merged", "ñ" * 120 + ".xlsx"])  # fmt: skip
def test_the_name_of_a_file_is_only_a_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"no file of ours")
    done = run("verify", path)
    assert done.exit_code == UNUSABLE
    assert not [c for c in done.output if not c.isprintable() and c != "\n"]


@pytest.mark.parametrize("content", [overlapping()], ids=["42 KB of gigabytes"])
def test_a_bomb_that_comes_as_answers_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "strange.xlsx"
    path.write_bytes(content)
    assert len(content) < 50_000
    with pytest.raises(UnreadableFileError, match=r"strange\.xlsx"):
        answers(path)


def sheets(source: Path, target: Path, rows: bytes) -> Path:
    """Return a copy of a workbook whose first sheet has other rows."""

    def change(name: str, content: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return content
        return content[: content.index(b"<sheetData>") + 11] + rows + b"</sheetData></worksheet>"

    return repacked(source, target, change)


ROOM: dict[str, Callable[[], bytes]] = {
    "a cell in the last column of each row": lambda: b"".join(
        b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n) for n in range(1, 20_000)
    ),
    "rows without end": lambda: b"".join(b'<row r="%d"/>' % n for n in range(1, 20_000)),
    "a row of a million cells": lambda: b"<row>" + b"<c/>" * 1_000_000 + b"</row>",
    "elements of nothing": lambda: b"<x/>" * 1_200_000,
    "elements in elements": lambda: b"<x>" * 1_000_000,
    "an element of attributes": lambda: (
        b"<row " + b"".join(b'a%d="" ' % n for n in range(500_000)) + b"/>"
    ),
}


@pytest.mark.parametrize("rows", ROOM.values(), ids=ROOM)
@pytest.mark.parametrize("way", ["verify workbook", "merge workbook", "settle conflicts"])
def test_a_little_sheet_that_asks_for_a_lot_is_refused_before_it_has_it(
    scene: Scene, tmp_path: Path, way: str, rows: Callable[[], bytes]
) -> None:
    """Memory is bounded: what is held of a file does not outgrow what it holds."""
    good = scene.conflicts if way == "settle conflicts" else scene.workbook
    path = sheets(good, tmp_path / "strange.xlsx", rows())
    before = peak()
    judged(come_in(scene, tmp_path, way, path), path)
    assert peak() - before < 256 << 20


def peak() -> int:
    """Return the most bytes this process ever had; nothing where the system does not tell."""
    if sys.platform != "linux":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
