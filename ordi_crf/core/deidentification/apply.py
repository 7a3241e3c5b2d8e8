"""Apply a profile to a study: the one place that all files of an export are made behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ordi_crf import forms
from ordi_crf.core.deidentification.profile import Profile
from ordi_crf.core.deidentification.rewriting import Rewriting
from ordi_crf.core.deidentification.trail import Trail, adjudicated, message, verified
from ordi_crf.core.query import Query
from ordi_crf.core.records import Record, RecordKey, Row, StudyData
from ordi_crf.core.second import Adjudication, SecondEntry


def deidentified(data: StudyData, profile: Profile) -> StudyData:
    """Return a study's data as a profile has them exported: the same rows, less said in them."""
    if profile.full:
        return data
    rewriting = Rewriting(data, profile)
    records = {key: _record(rewriting, record) for key, record in data.records.items()}
    known = verified(data, records, rewriting)
    trail = Trail(data, records, known, rewriting)
    entries = tuple(trail.entries())
    return replace(
        data,
        properties={name: trail.property(name, v) for name, v in data.properties.items()},
        records=records,
        audit=entries,
        unaccepted={
            key: {(s, r, i): rewriting.typed(key, s, i, text) for (s, r, i), text in typed.items()}
            for key, typed in data.unaccepted.items()
        },
        signatures=trail.signatures(),
        second={key: _second(rewriting, entry) for key, entry in data.second.items()},
        queries={
            key: tuple(_query(rewriting, key, query) for query in asked)
            for key, asked in data.queries.items()
        },
        verified=known,
    )


def _record(rewriting: Rewriting, record: Record) -> Record:
    subject = record.key.subject
    return replace(
        record,
        sections={
            section.name: {
                row.key: rewriting.row(record.key, section, row)
                for row in record.sections[section.name].values()
            }
            for section in forms.form(record.key.form).sections
            if section.name in record.sections
        },
        explanations={
            place: rewriting.words(subject, reason) for place, reason in record.explanations.items()
        },
        flavours={
            place: replace(said, comment=rewriting.words(subject, said.comment))
            for place, said in record.flavours.items()
        },
    )


def _query(rewriting: Rewriting, key: RecordKey, query: Query) -> Query:
    messages = (
        replace(
            m,
            at=rewriting.moment(key.subject, m.at),
            text=message(rewriting, key.subject, m.act, m.text),
        )
        for m in query.messages
    )
    return replace(query, messages=tuple(messages))


def _second(rewriting: Rewriting, entry: SecondEntry) -> SecondEntry:
    key = entry.key
    sections = {
        section: {row.key: Row(row.key, dict(_again(rewriting, key, section, row)), row.voided)
                  for row in rows.values()}
        for section, rows in entry.record.sections.items()
    }  # fmt: skip
    settled = tuple(_adjudication(rewriting, key, a) for a in entry.adjudications)
    return replace(entry, record=replace(entry.record, sections=sections), adjudications=settled)


def _again(
    rewriting: Rewriting, key: RecordKey, section: str, row: Row
) -> Iterator[tuple[str, str | None]]:
    for item, value in row.values.items():
        said = None if value is None else rewriting.answer(key, section, row.key, item, value)
        yield item, said


def _adjudication(rewriting: Rewriting, key: RecordKey, a: Adjudication) -> Adjudication:
    first, second, chosen = (
        adjudicated(rewriting, key, a.place, value) for value in (a.first, a.second, a.chosen)
    )
    return replace(a, first=first, second=second, chosen=chosen)
