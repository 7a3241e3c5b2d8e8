"""Write docs/protocol-map.md: `python -m tools.protocol_map`; `--check` only looks.

Maps every requirement of the protocol (tools/protocol) to the items, checks, derived values,
readings, visits and functions that meet it, and to the tests that cite its id. Says what is named
and does not exist, what is in the CRF and not named, and what no test cites.
"""

from __future__ import annotations

import sys

from tools.protocol.citations import citations
from tools.protocol.coverage import problems
from tools.protocol.page import PAGE, page
from tools.protocol.parts import PARTS


def main() -> None:
    """Write the map, or with --check stop when it is stale; stop when something is not mapped."""
    cited = citations()
    found = list(problems(PARTS, cited))
    text = page(PARTS, cited)
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        found.append("docs/protocol-map.md is stale: run python -m tools.protocol_map")
    if found:
        raise SystemExit("\n".join(found))


if __name__ == "__main__":
    main()
