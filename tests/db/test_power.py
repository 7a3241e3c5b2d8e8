"""A power cut: the log ends anywhere, or holds nothing where it was to hold a page.

Each answer is synchronised before it is acknowledged (`synchronous = FULL`), so what a power cut
can take is what was being written: the end of the log. It is cut and zeroed here at every boundary
of a page, in the middle of each and in its header. Every state opens sound, its trail verifies, and
it holds a beginning of what was entered, never an answer without those before it.

A log that loses pages which were synchronised long ago is no power cut but a disk that lies: what
came after the first missing page is then gone, and the study is still whole up to there.
"""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from ordi_crf.core.permissions import Role
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import Answer
from tests.builders import key, stroke
from tests.db import people
from tests.db.people import come

HEADER, FRAME = 32, 24 + 4096
"""Bytes of a log's header, and of a page with its own (SQLite, file format 4.1)."""
SV, BM = key("SV"), key("BM")
SECTOR = 512
ENTRIES = 6
TORN = pytest.mark.parametrize("off", [0, 11, 24 + 2048, -1], ids=["at", "header", "middle", "end"])
"""Where in a page, with its header, what was written ends."""


@pytest.fixture(scope="module", params=["encrypted", "plain"])
def cut(request, made, tmp_path_factory):
    """Give a study that was never closed, its log, and how long the log was at each answer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ordi_crf.db.keys.COST", people.CHEAP)
        path = tmp_path_factory.mktemp("cut") / "study" / "study.ordi"
        if request.param == "encrypted":
            people.copied(made[0], path.parent)
        else:
            path.parent.mkdir()
            people.peopled(path, encrypted=False)
        study = come(path, Role.INVESTIGATOR)
        log, ends = path.with_name("study.ordi-wal"), []
        for number in range(ENTRIES):
            if number % 2:
                study.add_row(BM, "bm_stroke", stroke(number))
            else:
                study.answer(SV, [Answer("sv", "", "SVCOM", f"entry {number}")])
            ends.append(log.stat().st_size)
        content = path.read_bytes(), log.read_bytes()
        keys = path.with_name("study.ordi-keys").read_bytes()
        study.close()
    return content, keys, ends


def survived(tmp_path, content, keys, log):
    """Return how many answers a study has that is opened with such a log."""
    folder = tmp_path / "after"
    folder.mkdir()
    path = folder / "study.ordi"
    path.write_bytes(content)
    path.with_name("study.ordi-keys").write_bytes(keys)
    path.with_name("study.ordi-wal").write_bytes(log)
    with closing(come(path, Role.INVESTIGATOR)) as study:
        assert not study.read_only
        check = study._opened.connection.execute("PRAGMA integrity_check").fetchone()[0]
        assert check == "ok"
        data = study.data()
        assert verify(data) == []
        entered = [e for e in data.audit if e.item in ("SVCOM", "BMOP")]
    shutil.rmtree(folder)
    texts = [e.new for e in entered]
    wanted = [stroke(n)["BMOP"] if n % 2 else f"entry {n}" for n in range(len(texts))]
    assert texts == wanted, "an answer is there without those before it"
    return len(texts)


def acknowledged(ends, length):
    """Return how many answers a log of some length holds whole."""
    return sum(end <= length for end in ends)


def frames(log):
    return range((len(log) - HEADER) // FRAME + 1)


@pytest.fixture
def tried(cut, request):
    """Give the boundaries of pages that are tried: all with ``--faults=0``, or every fourth."""
    (_, log), _, _ = cut
    return frames(log)[:: 1 if request.config.getoption("--faults") == 0 else 4]


def test_the_log_has_a_page_boundary_for_each_answer(cut):
    (_, log), _, ends = cut
    assert all((end - HEADER) % FRAME == 0 for end in ends)
    assert len(frames(log)) > 3 * ENTRIES


@TORN
def test_a_log_that_ends_at_any_page_loses_only_what_came_after(cut, tried, tmp_path, cheap, off):
    (content, log), keys, ends = cut
    for frame in tried:
        length = max(0, min(len(log), HEADER + frame * FRAME + off))
        found = survived(tmp_path, content, keys, log[:length])
        assert found == acknowledged(ends, length)


@TORN
def test_a_log_whose_end_was_never_written_loses_only_that(cut, tried, tmp_path, cheap, off):
    """The file has its length and holds zeros: the disk kept the size and not the pages."""
    (content, log), keys, ends = cut
    for frame in tried:
        length = max(0, min(len(log), HEADER + frame * FRAME + off))
        zeroed = log[:length] + bytes(len(log) - length)
        assert survived(tmp_path, content, keys, zeroed) == acknowledged(ends, length)


def test_a_page_that_is_missing_in_between_takes_what_came_after_and_nothing_else(
    cut, tried, tmp_path, cheap
):
    (content, log), keys, ends = cut
    for frame in tried:
        start = HEADER + frame * FRAME
        holed = (log[:start] + bytes(FRAME) + log[start + FRAME :])[: len(log)]
        assert survived(tmp_path, content, keys, holed) == acknowledged(ends, start)


@pytest.mark.parametrize("header", [b"", bytes(HEADER), b"\xff" * HEADER], ids=["none", "0", "1"])
def test_a_log_without_its_header_is_as_if_nothing_was_entered_since(cut, tmp_path, cheap, header):
    (content, log), keys, _ = cut
    rest = log[HEADER:] if header else b""
    assert survived(tmp_path, content, keys, header + rest) == 0


@pytest.mark.parametrize("torn", [bytes(4096), b"\xff" * 4096], ids=["zeroed", "torn"])
def test_a_fold_that_was_cut_short_loses_nothing(cut, tmp_path, cheap, torn):
    """The log is synchronised before its pages go into the file: any of them may be half there.

    A sector is written whole, and the first of an encrypted file, which holds its salt, never
    changes: it stays what it was.
    """
    (content, log), keys, _ = cut
    pages = {int.from_bytes(log[at : at + 4], "big") for at in range(HEADER, len(log), FRAME)}
    assert len(pages) > 3
    half = bytearray(content)
    for page in pages:
        kept = SECTOR if page == 1 else 0
        half[(page - 1) * 4096 + kept : page * 4096] = torn[kept:]
    assert survived(tmp_path, bytes(half), keys, log) == ENTRIES


def test_a_log_that_is_whole_holds_every_answer(cut, tmp_path, cheap):
    (content, log), keys, _ = cut
    assert survived(tmp_path, content, keys, log) == ENTRIES
