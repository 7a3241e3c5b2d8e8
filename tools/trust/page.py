"""The statements as a page to read and to print: a table for each part, and how each came out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ordi_crf import __version__, study
from tools.trust.citations import ROOT
from tools.trust.results import NONE, NOT_RUN, PASSED
from tools.trust.statement import Part, Statement

PAGE = ROOT / "docs" / "validation.md"

_HEAD = """\
# Validation

What holds of the program, where it is asked for, the tests that prove it, and how they came out
with ORDI CRF {version}, study schema {schema}. Written by `make validation`, which runs the tests;
`python -m tools.validation --check` fails when a statement has no test, when a test cites what is
no statement, and when this page is not what they say.

**The program supports a validated process; it is not validated by itself.** No software complies
with 21 CFR Part 11 alone. The site adds: checking who a person is before an account is given
(11.100(b)), the letter to the agency that electronic signatures are meant as signatures
(11.100(c)), training (11.10(i)), written responsibility for what is signed (11.10(j)), control of
the documents of the system (11.10(k)), review of the audit trail, a clock set from the network,
backups kept elsewhere, and its own qualification of installation and use.

Tests stand below `tests`, without the `test_` they begin with; a file without names is meant as a
whole. Wording is ours. Qualities are those of ALCOA+.
"""


def page(
    parts: Iterable[Part], cited: Mapping[str, tuple[str, ...]], results: Mapping[str, str]
) -> str:
    """Return the page; a statement whose tests were not run says so."""
    known = tuple(parts)
    head = _HEAD.format(version=__version__, schema=study.SCHEMA_VERSION)
    said = "\n".join(_part(part, cited, results) for part in known)
    return "\n".join([head, *_overview(known, results), *_qualities(known), said])


def _overview(parts: tuple[Part, ...], results: Mapping[str, str]) -> Iterator[str]:
    yield "| Part | Statements | Passed |"
    yield "|---|--:|--:|"
    for part in parts:
        passed = sum(results.get(s.id) == PASSED for s in part.statements)
        yield f"| [{part.title}](#{_anchor(part.title)}) | {len(part.statements)} | {passed} |"
    yield ""


def _qualities(parts: tuple[Part, ...]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for statement in (s for part in parts for s in part.statements):
        for quality in statement.qualities:
            found.setdefault(quality, []).append(statement.id)
    yield "; ".join(f"{quality} {' '.join(ids)}" for quality, ids in sorted(found.items())) + "."
    yield ""


def _part(part: Part, cited: Mapping[str, tuple[str, ...]], results: Mapping[str, str]) -> str:
    lines = [f"## {part.title}", "", "| Id | Holds | Asked for by | Tests | Result |"]
    lines += ["|---|---|---|---|---|"]
    lines += [_row(s, cited.get(s.id, ()), results) for s in part.statements]
    return "\n".join([*lines, ""])


def _row(statement: Statement, tests: tuple[str, ...], results: Mapping[str, str]) -> str:
    qualities = f"<br>*{', '.join(statement.qualities)}*" if statement.qualities else ""
    result = results.get(statement.id, NOT_RUN) if tests else NONE
    cells = (statement.id, statement.says, statement.source + qualities, _tests(tests), result)
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _tests(tests: tuple[str, ...]) -> str:
    """Return the tests by file: `db/test_audit.py`: one, another."""
    files: dict[str, list[str]] = {}
    for test in tests:
        file, _, function = test.partition("::")
        files.setdefault(file, []).extend([function] if function else [])
    return "<br>".join(
        f"`{file}`" + (f": {', '.join(f.removeprefix('test_') for f in found)}" if found else "")
        for file, found in files.items()
    )


def _anchor(title: str) -> str:
    return "".join(c for c in title.lower().replace(" ", "-") if c.isalnum() or c == "-")
