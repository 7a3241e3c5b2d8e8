"""Run every benchmark, or the one that is named, and print one table.

Ratios compare two programs in turn within one run; seconds are this machine's at this hour.
"""

from __future__ import annotations

import argparse
import sys
import time
from importlib import import_module

from benchmarks.installation import hide_developers_libraries
from benchmarks.measuring import Row

NAMES = (
    "start", "brush", "clasi_key", "commit", "workbook", "memory", "odm", "casebook", "reopen",
    "encryption",
)  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    names = parser.parse_args().names or NAMES
    if unknown := set(names) - set(NAMES):
        parser.error(f"no benchmark is called {', '.join(unknown)}")
    hide_developers_libraries()
    from benchmarks import material
    from benchmarks.table import table

    material.move_in()
    start = time.perf_counter()
    rows: list[Row] = []
    for name in names:
        print(f"{time.perf_counter() - start:5.0f} s  {name}", file=sys.stderr, flush=True)
        rows += import_module(f"benchmarks.{name}").measure()
    print(table(rows))
    print(f"Medians over {time.perf_counter() - start:.0f} s; other programs may have run beside.")


if __name__ == "__main__":
    main()
