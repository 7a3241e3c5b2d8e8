"""What became of the cited tests: read from the XML of a run, or from the page written last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree

PASSED, FAILED, SKIPPED, NOT_RUN = "passed", "failed", "skipped", "not run"
NONE = "no test yet"

_ROW = re.compile(r"^\| (T\d\d) \|.*\| ([^|]+) \|$", re.MULTILINE)


def of_runs(reports: Iterable[Path]) -> dict[str, str]:
    """Return the outcome of each test of a run, as file::function, from JUnit's XML in parts.

    A test of several cases failed when one did, and passed when one did and none failed.
    """
    found: dict[str, set[str]] = {}
    for report in reports:
        for case in ElementTree.parse(report).iter("testcase"):
            module = case.get("classname", "").removeprefix("tests.").replace(".", "/")
            name = case.get("name", "").partition("[")[0]
            found.setdefault(f"{module}.py::{name}", set()).add(_outcome(case))
    return {test: _worst(outcomes) for test, outcomes in found.items()}


def of_statements(
    cited: Mapping[str, Iterable[str]], outcomes: Mapping[str, str]
) -> dict[str, str]:
    """Return the result of each statement: passed when every test that cites it did."""
    return {id_: _worst(_of(test, outcomes) for test in tests) for id_, tests in cited.items()}


def of_page(text: str) -> dict[str, str]:
    """Return the results that a page says."""
    return dict(_ROW.findall(text))


def _outcome(case: ElementTree.Element) -> str:
    kinds = {child.tag for child in case}
    if kinds & {"failure", "error"}:
        return FAILED
    return SKIPPED if "skipped" in kinds else PASSED


def _of(test: str, outcomes: Mapping[str, str]) -> str:
    """Return the outcome of a test, or of all tests of a file."""
    if "::" in test:
        return outcomes.get(test, NOT_RUN)
    within = [told for name, told in outcomes.items() if name.startswith(f"{test}::")]
    return _worst(within) if within else NOT_RUN


def _worst(outcomes: Iterable[str]) -> str:
    """Return what several outcomes come to; some skipped among others that passed do no harm."""
    found = set(outcomes)
    return next((told for told in (FAILED, NOT_RUN, PASSED, SKIPPED) if told in found), NOT_RUN)
