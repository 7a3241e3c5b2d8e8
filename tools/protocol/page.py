"""The map as a page to read: a table for each part of the protocol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tools.protocol.citations import ROOT
from tools.protocol.requirement import Part, Requirement

PAGE = ROOT / "docs" / "protocol-map.md"

_HEAD = """\
# Protocol map

What the protocol asks for, and what in the case report form does it: items, checks, derived
values, readings of outcomes, visits and functions, and the tests that cite the id. Written by
`python -m tools.protocol_map`; a test holds it against the definitions in both directions.

An item is `FORM.section.ITEM`, of one row `FORM.section.ITEM[ROW]`; without ITEM every item is
meant. Functions stand below `ordi_crf`; tests stand below `tests`, without the `test_` they begin
with. Wording is ours; the registry record (ClinicalTrials.gov NCT01408199) stands above the
clinical specification.
"""


def page(parts: Iterable[Part], cited: Mapping[str, tuple[str, ...]]) -> str:
    """Return the page of the map."""
    known = tuple(parts)
    return "\n".join([_HEAD, *_overview(known, cited), *(_part(part, cited) for part in known)])


def _overview(parts: tuple[Part, ...], cited: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield "| Part | Source | Requirements | Met | Tested | Kept out |"
    yield "|---|---|--:|--:|--:|--:|"
    for part in parts:
        met = [r for r in part.requirements if r.implemented]
        tested = sum(bool(cited.get(r.id)) for r in met)
        kept = sum(bool(r.kept_out) for r in part.requirements)
        counts = f"{len(part.requirements)} | {len(met)} | {tested} | {kept}"
        yield f"| [{part.title}](#{_anchor(part.title)}) | {part.source} | {counts} |"
    yield ""


def _part(part: Part, cited: Mapping[str, tuple[str, ...]]) -> str:
    lines = [f"## {part.title}", "", f"{part.source}.", ""]
    lines += ["| Id | Asked for | Done by | Tests |", "|---|---|---|---|"]
    lines += [_row(r, cited.get(r.id, ())) for r in part.requirements]
    return "\n".join([*lines, ""])


def _row(requirement: Requirement, tests: tuple[str, ...]) -> str:
    cells = (requirement.id, requirement.says, _done_by(requirement), _tests(tests))
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _done_by(requirement: Requirement) -> str:
    kinds = (
        ("", requirement.items),
        ("checks ", requirement.checks),
        ("derived ", requirement.derived),
        ("readings ", requirement.readings),
        ("visits ", requirement.visits),
        ("", requirement.code),
    )
    said = [f"{kind}{_coded(names.split())}" for kind, names in kinds if names]
    if requirement.kept_out:
        said.append(f"*Kept out:* {requirement.kept_out}")
    return "<br>".join(said)


def _tests(tests: tuple[str, ...]) -> str:
    """Return the tests by file: `core/test_clasi.py`: one, another."""
    files: dict[str, list[str]] = {}
    for test in tests:
        file, _, function = test.partition("::")
        files.setdefault(file, []).extend([function] if function else [])
    return "<br>".join(
        f"`{file}`" + (f": {', '.join(f.removeprefix('test_') for f in found)}" if found else "")
        for file, found in files.items()
    )


def _coded(names: Iterable[str]) -> str:
    return " ".join(f"`{name}`" for name in names)


def _anchor(title: str) -> str:
    return "".join(c for c in title.lower().replace(" ", "-") if c.isalnum() or c == "-")
