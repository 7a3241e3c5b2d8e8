"""Which tests cite which id: an id stands in a test as a whole word."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
OWN = "test_protocol_map.py"
"""Tests the map itself, so that it proves nothing about the protocol."""

_ID = re.compile(r"(?<![\w-])(?:[IEO]\d+|[A-Z]+(?:-[A-Z0-9]+)+)(?![\w-])")


@cache
def citations() -> Mapping[str, tuple[str, ...]]:
    """Return the tests that cite each id: file and function, or the file alone."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("*.py")):
        if path.name != OWN:
            for test, text in _tests(path):
                for cited in sorted(set(_ID.findall(text))):
                    found.setdefault(cited, []).append(test)
    return {cited: tuple(dict.fromkeys(tests)) for cited, tests in found.items()}


def _tests(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each test of a file with its text; what stands outside of tests counts for the file."""
    name = path.relative_to(TESTS).as_posix()
    lines = path.read_text(encoding="utf-8").splitlines()
    outside = list(lines)
    for node in ast.parse("\n".join(lines)).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)]) - 1
            last = node.end_lineno or node.lineno
            yield f"{name}::{node.name}", "\n".join(lines[first:last])
            outside[first:last] = [""] * (last - first)
    if path.name.startswith("test_"):
        yield name, "\n".join(outside)
