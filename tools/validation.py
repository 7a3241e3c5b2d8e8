"""Write docs/validation.md: `python -m tools.validation --junit FILE`; `--check` only looks.

Maps every testable statement (tools/trust) to the tests that cite its id, with their results in a
run of pytest. `--cited` prints those tests, for pytest to run: see `make validation`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from tools.trust.citations import TESTS, citations
from tools.trust.coverage import problems, unmet
from tools.trust.page import PAGE, page
from tools.trust.parts import PARTS
from tools.trust.results import of_page, of_runs, of_statements


def main() -> None:
    """Write the page, or with --check stop when it is stale; stop when something is not proved."""
    asked = _arguments()
    cited = citations()
    if asked.cited:
        print("\n".join(nodes(test for tests in cited.values() for test in tests)))
        return
    found = list(problems(PARTS, cited))
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    results = of_statements(cited, of_runs(asked.junit)) if asked.junit else of_page(before)
    text = page(PARTS, cited, results)
    if not asked.check:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    elif text != before:
        found.append("docs/validation.md is stale: run make validation")
    found += unmet(results, PARTS)
    if found:
        raise SystemExit("\n".join(found))


def nodes(tests: Iterable[str]) -> list[str]:
    """Return tests as pytest names them; a file that is cited as a whole stands for its own."""
    named = set(tests)
    return sorted(
        f"{TESTS.name}/{test}"
        for test in named
        if "::" not in test or test.partition("::")[0] not in named
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.validation")
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument(
        "--junit", type=Path, metavar="FILE", nargs="+", help="results of a run of pytest, in parts"
    )
    parser.add_argument("--cited", action="store_true", help="print the tests that are cited")
    return parser.parse_args()


if __name__ == "__main__":
    main()
