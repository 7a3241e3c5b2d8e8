"""What every file of queries is made from: those open at one moment, and who asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ordi_crf import forms, study
from ordi_crf.core import place_words
from ordi_crf.core.query import Query, QueryState
from ordi_crf.core.records import RecordKey, StudyData
from ordi_crf.forms.schema import Language, Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A query with its form, and what stands at its data point now."""

    key: RecordKey
    query: Query
    value: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The queries that wait for an answer at one moment."""

    entries: tuple[Entry, ...]
    at: datetime
    """When they were asked for, UTC."""
    actor: str
    export_id: str
    head: str
    """The hash of the last entry of the trail."""
    language: Language = Language.EN
    synthetic: bool = False

    @property
    def stem(self) -> str:
        """Return the start of a file name; its second keeps an export from replacing another."""
        kind = "_SYNTHETIC" if self.synthetic else ""
        return f"{study.STUDYID}{kind}_{self.at:%Y%m%dT%H%M%SZ}_queries"

    def say(self, text: Text) -> str:
        """Return wording in the language of the export."""
        return text.in_(self.language)

    def visit(self, entry: Entry) -> str:
        """Return the name of the visit a query is about."""
        return place_words.visit(entry.key, self.language)

    def form(self, entry: Entry) -> str:
        """Return the title of the form a query is about."""
        return self.say(forms.form(entry.key.form).title)

    def where(self, entry: Entry) -> str:
        """Return the data point a query is about."""
        return place_words.where(entry.key.form, entry.query.place, self.language)


def edition(
    data: StudyData, *, at: datetime, actor: str, export_id: str, language: Language
) -> Edition:
    """Return the queries of a study that wait for an answer, by subject and number."""
    found = sorted(
        (key.subject, query.number, key, query)
        for key, asked in data.queries.items()
        for query in asked
        if query.state is QueryState.OPEN
    )
    entries = tuple(
        Entry(key, query, place_words.value(data.records[key], query.place, language))
        for _, _, key, query in found
    )
    return Edition(entries, at, actor, export_id, data.head, language, data.synthetic)
