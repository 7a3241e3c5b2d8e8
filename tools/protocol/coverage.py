"""Whether the map holds both ways: what is asked for is there, and what is there is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tools.protocol import study_map
from tools.protocol.requirement import Part, Requirement

Citations = Mapping[str, tuple[str, ...]]


def problems(parts: Iterable[Part], cited: Citations) -> Iterator[str]:
    """Yield what is wrong with the map, each in a sentence."""
    known = tuple(parts)
    requirements = [r for part in known for r in part.requirements]
    for id_, n in Counter(r.id for r in requirements).items():
        if n > 1:
            yield f"{id_} is the id of {n} requirements"
    for requirement in requirements:
        yield from (f"{requirement.id}: {p}" for p in unknown(requirement))
    yield from (f"{r.id} ({r.says}) has no implementation" for r in unmet(known))
    yield from (f"{r.id} ({r.says}) is cited by no test" for r in untested(known, cited))
    yield from unnamed(requirements)


def unknown(requirement: Requirement) -> Iterator[str]:
    """Yield what a requirement names and what does not exist."""
    for reference in requirement.items.split():
        try:
            study_map.named(reference)
        except study_map.UnknownReference as error:
            yield str(error)
    for name in requirement.code.split():
        try:
            study_map.find(name)
        except study_map.UnknownReference as error:
            yield str(error)
    for check in requirement.checks.split():
        patterns = study_map.checks()
        if check not in study_map.of_items() and not any(re.fullmatch(p, check) for p in patterns):
            yield f"{check} is no check"
    yield from _none_of(requirement.derived, study_map.derived(), "derived value")
    yield from _none_of(requirement.readings, study_map.readings(), "reading")
    yield from _none_of(requirement.visits, study_map.visits(), "visit")


def unmet(parts: Iterable[Part]) -> Iterator[Requirement]:
    """Yield the requirements that nothing does and that are not kept out for a reason."""
    for part in parts:
        for requirement in part.requirements:
            if not requirement.implemented and not requirement.kept_out:
                yield requirement


def untested(parts: Iterable[Part], cited: Citations) -> Iterator[Requirement]:
    """Yield the requirements that are met and that no test cites."""
    for part in parts:
        for requirement in part.requirements:
            if part.tested and requirement.implemented and not cited.get(requirement.id):
                yield requirement


def unnamed(requirements: Iterable[Requirement]) -> Iterator[str]:
    """Yield what is in the CRF and what no requirement names."""
    known = list(requirements)
    left = set(study_map.places())
    for reference in _words(r.items for r in known):
        if not any(True for r in known if reference in r.items.split() and [*unknown(r)]):
            left -= study_map.named(reference)
    for form, section, item, row in sorted(left):
        yield f"{form}.{section}.{item}{f'[{row}]' if row else ''} is asked and not required"
    checks = _words(r.checks for r in known)
    for pattern in sorted(study_map.checks()):
        if not any(re.fullmatch(pattern, check) for check in checks):
            yield f"check {pattern} is made and not required"
    yield from _missing(study_map.derived(), _words(r.derived for r in known), "derived value")
    yield from _missing(study_map.readings(), _words(r.readings for r in known), "reading")
    yield from _missing(study_map.visits(), _words(r.visits for r in known), "visit")


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in text.split()}


def _none_of(references: str, existing: Iterable[str], what: str) -> Iterator[str]:
    yield from (f"{word} is no {what}" for word in references.split() if word not in existing)


def _missing(existing: Iterable[str], found: set[str], what: str) -> Iterator[str]:
    yield from (f"{what} {name} is there and not required" for name in sorted({*existing} - found))
