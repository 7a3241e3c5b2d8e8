"""The protocol map holds in both directions, and can fail: docs/protocol-map.md is what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from ordi_crf import forms
from tools.protocol import study_map
from tools.protocol.citations import ROOT, citations
from tools.protocol.coverage import problems, unknown, unmet, unnamed, untested
from tools.protocol.page import PAGE, page
from tools.protocol.parts import PARTS
from tools.protocol.requirement import Part, Requirement

REQUIREMENTS = [r for part in PARTS for r in part.requirements]
ASKED = Requirement("X-1", "something")


def ids(title: str) -> list[str]:
    return [r.id for part in PARTS if part.title == title for r in part.requirements]


def test_the_map_has_no_gap() -> None:
    assert list(problems(PARTS, citations())) == []


def test_the_page_is_what_the_map_says() -> None:
    """Run `python -m tools.protocol_map` and read the diff."""
    assert PAGE.read_text(encoding="utf-8") == page(PARTS, citations())


def test_the_registry_record_stands_first_and_in_its_order() -> None:
    assert ids("Registry record")[:21] == [
        *(f"I{n}" for n in range(1, 6)),
        *(f"E{n}" for n in range(1, 11)),
        *(f"O{n}" for n in range(1, 7)),
    ]


def test_ids_are_whole_words_of_their_own() -> None:
    assert len({r.id for r in REQUIREMENTS}) == len(REQUIREMENTS)
    assert [r.id for r in REQUIREMENTS if not re.fullmatch(r"[A-Z]+\d*(-[A-Z0-9]+)*", r.id)] == []


def test_the_instruments_are_mapped_item_by_item() -> None:
    assert {f"CL-{n:02}" for n in range(1, 14)} <= set(ids("CLASI"))
    descriptors = forms.form("SLEDAI").section("sledai_descriptor").rows
    assert descriptors is not None
    assert [f"SL-{d.value}" for d in descriptors.codes] == ids("SLEDAI")[:24]


@pytest.mark.parametrize(
    "requirement",
    [
        replace(ASKED, items="VS.vs.NOPE"),
        replace(ASKED, items="LB.lb[NOPE]"),
        replace(ASKED, items="CLASI.clasi_area.CLSCR[01]"),
        replace(ASKED, items="nonsense"),
        replace(ASKED, checks="VS.NOPE"),
        replace(ASKED, checks="AETERM.POSSIBLE"),
        replace(ASKED, derived="VS.NOPE"),
        replace(ASKED, readings="O9.A"),
        replace(ASKED, visits="W99"),
        replace(ASKED, code="core.clasi.nope"),
        replace(ASKED, code="nowhere.at.all"),
    ],
    ids=lambda r: " ".join((r.items, r.checks, r.derived, r.readings, r.visits, r.code)).strip(),
)
def test_what_does_not_exist_is_found(requirement: Requirement) -> None:
    assert len(list(unknown(requirement))) == 1


def test_what_nothing_does_is_found() -> None:
    part = Part("A part", "A page", (ASKED, replace(ASKED, id="X-2", kept_out="For a reason.")))
    assert [r.id for r in unmet([part])] == ["X-1"]


def test_what_no_test_cites_is_found() -> None:
    met = replace(ASKED, items="VS.vs.PULSE")
    part = Part("A part", "A page", (met, replace(met, id="X-2")))
    assert [r.id for r in untested([part], {"X-2": ("test_a.py::test_b",)})] == ["X-1"]


def test_what_nobody_asked_for_is_found() -> None:
    """Without the form of vital signs in the map, its items, check and derived value stand out."""
    left = [r for r in REQUIREMENTS if "VS." not in r.items + r.derived + r.checks]
    found = list(unnamed(left))
    assert "VS.vs.PULSE is asked and not required" in found
    assert "check VS\\.BP is made and not required" in found
    assert "derived value VS.BMI is there and not required" in found


@pytest.mark.parametrize("check", ["X.WEIGHT", "SL.CLASI", "IE.DISAGREE.E10", "VS.BP"])
def test_a_check_is_known_wherever_it_is_written(check: str) -> None:
    assert any(re.fullmatch(pattern, check) for pattern in study_map.checks())


def test_the_map_names_no_folder_of_anybody() -> None:
    assert not re.search(r"/(?:work|tmp|home)/", page(PARTS, citations()))


def test_the_command_looks_without_writing() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tools.protocol_map", "--check"],
        capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
