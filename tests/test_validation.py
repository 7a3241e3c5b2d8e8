"""Every testable statement is proved and printed, and that can fail: docs/validation.md."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ordi_crf import __version__
from tools.trust import results
from tools.trust.citations import ROOT, TESTS, citations, ids, words_of
from tools.trust.coverage import problems, unmet
from tools.trust.page import PAGE, page
from tools.trust.parts import PARTS
from tools.trust.statement import Part, Statement
from tools.validation import nodes

STATEMENTS = [s for part in PARTS for s in part.statements]
HOLDS = Statement("T90", "Something holds", "A source")
PART = Part("A part", (HOLDS, replace(HOLDS, id="T91"), replace(HOLDS, id="T92", awaited=True)))
CITED = {"T90": ("test_a.py::test_b",), "T91": ("test_a.py",)}

REPORT = """<testsuites><testsuite>
<testcase classname="tests.db.test_a" name="test_good[one]"/>
<testcase classname="tests.db.test_a" name="test_good[two]"/>
<testcase classname="tests.db.test_a" name="test_bad[one]"/>
<testcase classname="tests.db.test_a" name="test_bad[two]"><failure/></testcase>
<testcase classname="tests.db.test_a" name="test_broken"><error/></testcase>
<testcase classname="tests.db.test_a" name="test_left[one]"><skipped/></testcase>
<testcase classname="tests.db.test_a" name="test_left[two]"/>
<testcase classname="tests.db.test_b" name="test_none"><skipped/></testcase>
</testsuite></testsuites>"""

UNFIT = [
    pytest.param({"T90": CITED["T90"]}, "T91 (Something holds) is cited by no test", id="none"),
    pytest.param({**CITED, "T99": ("test_a.py",)}, "T99 is cited by test_a.py", id="unknown"),
    pytest.param({**CITED, "T92": ("test_a.py",)}, "it is awaited no longer", id="awaited"),
]
WORDS = [
    pytest.param("T90: a docstring", {"T90"}, id="one"),
    pytest.param("T88 to T91", {"T88", "T89", "T90", "T91"}, id="a range"),
    pytest.param("(T90, T91)", {"T90", "T91"}, id="two"),
    pytest.param("PROT90, LT90, T9, T900, 2010-03-15T08:00", set(), id="other words"),
]


def test_every_statement_has_its_tests() -> None:
    """T39: and every id that a test cites is a statement."""
    assert list(problems(PARTS, citations())) == []


def test_the_ids_are_t01_to_t40_in_their_order() -> None:
    assert [s.id for s in STATEMENTS] == [f"T{n:02}" for n in range(1, 41)]


def test_every_statement_names_its_source() -> None:
    assert [s.id for s in STATEMENTS if not s.source] == []


def test_every_cited_test_exists() -> None:
    for tests in citations().values():
        for test in tests:
            file, _, function = test.partition("::")
            assert f"def {function}" in (TESTS / file).read_text(encoding="utf-8")


def test_the_page_is_what_the_statements_say_and_all_passed() -> None:
    """Run `make validation` and read the diff."""
    run = subprocess.run(
        [sys.executable, "-m", "tools.validation", "--check"],
        capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")


def test_a_page_says_its_versions_and_no_date() -> None:
    text = page([PART], CITED, {"T90": results.PASSED})
    assert f"ORDI CRF {__version__}, study schema" in text
    assert "20:" not in text


def test_a_run_is_printed_statement_by_statement() -> None:
    """T39."""
    text = page([PART], CITED, {"T90": results.PASSED, "T91": results.FAILED})
    assert "| T90 | Something holds | A source | `test_a.py`: b | passed |" in text
    assert results.of_page(text) == {
        "T90": results.PASSED, "T91": results.FAILED, "T92": results.NONE,
    }  # fmt: skip


@pytest.mark.parametrize(("cited", "said"), UNFIT)
def test_what_does_not_fit_is_found(cited: dict[str, tuple[str, ...]], said: str) -> None:
    (problem,) = problems([PART], cited)
    assert said in problem


def test_an_id_given_twice_is_found() -> None:
    part = Part("A part", (HOLDS, HOLDS))
    assert list(problems([part], CITED | {"T91": ()})) == [
        "T90 is the id of 2 statements", "T91 is cited by  and is no statement",
    ]  # fmt: skip


def test_a_statement_that_failed_is_told() -> None:
    told = {"T90": results.PASSED, "T91": results.FAILED}
    assert list(unmet(told, [PART])) == ["T91: failed"]
    assert list(unmet({}, [PART])) == ["T90: no result", "T91: no result"]


@pytest.mark.parametrize(
    ("tests", "result"),
    [
        pytest.param(["db/test_a.py::test_good"], "passed", id="every case passed"),
        pytest.param(["db/test_a.py::test_bad"], "failed", id="one case failed"),
        pytest.param(["db/test_a.py::test_broken"], "failed", id="an error"),
        pytest.param(["db/test_a.py::test_left"], "passed", id="one case left out here"),
        pytest.param(["db/test_b.py::test_none"], "skipped", id="all left out here"),
        pytest.param(["db/test_a.py"], "failed", id="a whole file"),
        pytest.param(["db/test_c.py"], "not run", id="a file that was not run"),
        pytest.param(["db/test_a.py::test_good", "db/test_a.py::test_new"], "not run", id="a part"),
    ],
)
def test_a_statement_passed_when_its_tests_did(
    tests: list[str], result: str, tmp_path: Path
) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT, encoding="utf-8")
    assert results.of_statements({"T90": tests}, results.of_runs([report])) == {"T90": result}


@pytest.mark.parametrize(("words", "cited"), WORDS)
def test_ids_are_read_as_whole_words(words: str, cited: set[str]) -> None:
    assert ids(words) == cited


def test_a_test_cites_in_its_docstring_and_its_cases_alone() -> None:
    source = '\n'.join(
        [
            '"""T90, and T91 to T93."""', "import pytest", "", "OTHER = 'T94'", "",
            "@pytest.mark.parametrize('n', [pytest.param(1, id='T95 one')])",
            "def test_one(n):", '    """T96."""', "    assert 'T97'", "",
        ]
    )  # fmt: skip
    found = {name: ids(words) for name, words in words_of("test_a.py", source)}
    assert found == {"test_a.py": {"T90"}, "test_a.py::test_one": {"T95", "T96"}}


def test_a_file_that_is_cited_as_a_whole_is_run_once() -> None:
    assert nodes(["a.py::test_b", "c.py", "c.py::test_d"]) == ["tests/a.py::test_b", "tests/c.py"]


def test_the_page_names_no_folder_of_anybody() -> None:
    assert "/tmp/" not in PAGE.read_text(encoding="utf-8")
