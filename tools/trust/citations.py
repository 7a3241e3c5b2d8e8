"""Which tests cite which statement: in the docstring or the case ids of a test, or for a file.

A range such as “T12 to T16” cites each of its ids for a test, and none for a whole file.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"

_ID = re.compile(r"(?<![\w-])T\d\d(?![\w-])")
_RANGE = re.compile(r"(?<![\w-])T(\d\d) to T(\d\d)(?![\w-])")


@cache
def citations() -> Mapping[str, tuple[str, ...]]:
    """Return the tests that cite each id: file::function, or the file alone for all of it."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for test, words in words_of(path.relative_to(TESTS).as_posix(), path.read_text("utf-8")):
            for cited in sorted(ids(words)):
                found.setdefault(cited, []).append(test)
    return {cited: tuple(tests) for cited, tests in found.items()}


def ids(words: str) -> set[str]:
    """Return the ids that words cite."""
    within = (
        f"T{n:02}"
        for first, last in _RANGE.findall(words)
        for n in range(int(first), int(last) + 1)
    )
    return {*_ID.findall(words), *within}


def words_of(name: str, source: str) -> Iterator[tuple[str, str]]:
    """Yield the file with its docstring, and each test with its docstring and its cases' words."""
    module = ast.parse(source)
    yield name, _RANGE.sub("", ast.get_docstring(module) or "")
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            cases = [
                part.value
                for decorator in node.decorator_list
                for part in ast.walk(decorator)
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
            yield f"{name}::{node.name}", " \n".join([ast.get_docstring(node) or "", *cases])
