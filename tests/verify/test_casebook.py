"""A casebook: the digest at its end, and its data held against the study."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.deliver import Request, deliver
from ordi_crf.export import seal
from ordi_crf.verify import casebook
from ordi_crf.verify.report import UnreadableError
from ordi_crf.verify.trust import Trust
from tests.builders import ANA, key


def test_readers_read_a_sealed_casebook_as_before(sent: dict[str, Path]) -> None:
    reader = PdfReader(sent["casebook"], strict=True)
    assert len(reader.pages) == len(pypdfium2.PdfDocument(sent["casebook"])) > 3


def test_the_casebook_says_of_which_export_and_data_it_is(
    site: StudyFile, sent: dict[str, Path]
) -> None:
    facts = seal.facts(sent["casebook"].read_bytes())
    assert facts is not None
    assert facts["subject"] == "01-001"
    assert facts["head"] in {entry.hash for entry in site.data().audit}
    keywords = (PdfReader(sent["casebook"]).metadata or {})["/Keywords"]
    assert facts["export"] in keywords
    assert facts["head"] in keywords


def test_the_casebook_that_was_sent_holds(sent: dict[str, Path]) -> None:
    found = casebook.verify(sent["casebook"], Trust())
    assert found.sound
    assert "to the last byte" in found.holds[0].en
    assert "alone cannot prove" in found.notes[0].en


def test_the_casebook_says_what_the_study_said_when_it_was_made(
    site: StudyFile, sent: dict[str, Path]
) -> None:
    """T33: the study goes on, and the casebook is held against what it was."""
    site.answer(key("VS", "D1"), [Answer("vs", "", "WEIGHT", "61.5")])
    found = casebook.verify(sent["casebook"], Trust(data=site.data()))
    assert found.problems == []
    assert "has the same digest" in found.holds[1].en


def test_the_casebook_of_another_study_is_told(sent: dict[str, Path], path: Path) -> None:
    other = StudyFile.create(path, ANA)
    found = casebook.verify(sent["casebook"], Trust(data=other.data()))
    other.close()
    assert "does not hold" in found.problems[0].said.en


@pytest.mark.parametrize("place", [0.0, 0.3, 0.7, 0.9999], ids=str)
def test_a_changed_byte_is_found(sent: dict[str, Path], tmp_path: Path, place: float) -> None:
    content = bytearray(sent["casebook"].read_bytes())
    content[int(place * content.rfind(b"%%EOF"))] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(content)
    assert not casebook.verify(changed, Trust()).sound


def test_a_casebook_that_was_cut_short_is_none(sent: dict[str, Path], tmp_path: Path) -> None:
    short = tmp_path / "short.pdf"
    short.write_bytes(sent["casebook"].read_bytes()[:-500])
    with pytest.raises(UnreadableError, match="its end was cut off"):
        casebook.verify(short, Trust())


def test_what_is_added_after_the_end_is_found(sent: dict[str, Path], tmp_path: Path) -> None:
    """A PDF is changed by appending, too (ISO 32000-1, 7.5.6)."""
    more = tmp_path / "more.pdf"
    more.write_bytes(sent["casebook"].read_bytes() + b"1 0 obj\nendobj\n%%EOF\n")
    assert not casebook.verify(more, Trust()).sound


def test_the_casebooks_of_all_in_one_file_are_held_against_the_study(
    site: StudyFile, tmp_path: Path
) -> None:
    request = Request(tmp_path, workbook=False, together=True)
    (book,) = deliver(site.path, ANA, request)
    found = casebook.verify(book, Trust(data=site.data()))
    assert found.problems == []
    assert "has the same digest" in found.holds[1].en
    told = {name.en: value for name, value in found.facts}
    assert told["Subject"].split(", ") == [s.subjid for s in site.data().subjects]
