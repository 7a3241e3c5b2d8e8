"""A study in parts: each subject alone, so that one at a time is held while a file is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from ordi_crf.core.records import AuditEntry, RecordKey, StudyData, SubjectKey

T = TypeVar("T")


def parts(data: StudyData) -> Iterator[StudyData]:
    """Yield what there is of each subject, with the entries of the trail that concern it.

    Those are its own, and those after which something of it was signed.
    """
    heads = {signature.head for signature in data.signatures}
    signed = {entry.hash: entry for entry in data.audit if entry.hash in heads}
    trail = _grouped(data.subjects, ((e.record.subject, e) for e in data.audit if e.subjid))
    signatures = _grouped(data.subjects, ((s.record.subject, s) for s in data.signatures))
    records, unaccepted = _by_subject(data, data.records), _by_subject(data, data.unaccepted)
    second, queries = _by_subject(data, data.second), _by_subject(data, data.queries)
    verified = _by_subject(data, data.verified)
    for subject in data.subjects:
        yield replace(
            data,
            subjects=(subject,),
            records=records[subject],
            audit=united(
                trail[subject], (signed[s.head] for s in signatures[subject] if s.head in signed)
            ),
            unaccepted=unaccepted[subject],
            signatures=tuple(signatures[subject]),
            second=second[subject],
            queries=queries[subject],
            verified=verified[subject],
        )


def united(*several: Iterable[AuditEntry]) -> tuple[AuditEntry, ...]:
    """Return the entries of several trails of one file, each once, oldest first."""
    found = {entry.id: entry for entries in several for entry in entries}
    return tuple(found[number] for number in sorted(found))


def _by_subject(
    data: StudyData, known: Mapping[RecordKey, T]
) -> dict[SubjectKey, dict[RecordKey, T]]:
    pairs = ((key.subject, (key, value)) for key, value in known.items())
    return {who: dict(found) for who, found in _grouped(data.subjects, pairs).items()}


def _grouped(
    subjects: Iterable[SubjectKey], pairs: Iterable[tuple[SubjectKey, T]]
) -> dict[SubjectKey, list[T]]:
    found: dict[SubjectKey, list[T]] = {subject: [] for subject in subjects}
    for subject, value in pairs:
        found.setdefault(subject, []).append(value)
    return found
