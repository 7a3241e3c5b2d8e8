"""Whether every statement is proved: cited by tests, by ids that exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tools.trust.results import PASSED
from tools.trust.statement import Part, Statement

Citations = Mapping[str, tuple[str, ...]]


def problems(parts: Iterable[Part], cited: Citations) -> Iterator[str]:
    """Yield what is wrong, each in a sentence."""
    statements = [s for part in parts for s in part.statements]
    for id_, n in Counter(s.id for s in statements).items():
        if n > 1:
            yield f"{id_} is the id of {n} statements"
    known = {s.id for s in statements}
    for id_ in sorted(set(cited) - known):
        yield f"{id_} is cited by {', '.join(cited[id_])} and is no statement"
    yield from (p for s in statements if (p := _unproved(s, cited)))


def unmet(results: Mapping[str, str], parts: Iterable[Part]) -> Iterator[str]:
    """Yield the statements whose tests did not pass."""
    for part in parts:
        for statement in part.statements:
            told = results.get(statement.id, "")
            if not statement.awaited and told != PASSED:
                yield f"{statement.id}: {told or 'no result'}"


def _unproved(statement: Statement, cited: Citations) -> str:
    """Return what is wrong with the tests of a statement, blank when nothing is."""
    tests = cited.get(statement.id, ())
    if statement.awaited and tests:
        return f"{statement.id} is cited by {tests[0]}: it is awaited no longer"
    if not statement.awaited and not tests:
        return f"{statement.id} ({statement.says}) is cited by no test"
    return ""
