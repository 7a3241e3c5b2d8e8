"""Where in a study the texts stand that people typed, and what identifiers they seem to hold.

What was corrected stands in the audit trail still, so the trail is looked through as well; what a
form says now is not listed again for the entries that say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from ordi_crf import forms
from ordi_crf.core import place_words
from ordi_crf.core.identifiers.kinds import Found, Kind, of_patterns
from ordi_crf.core.identifiers.listed import Listed
from ordi_crf.core.records import AuditEntry, Record, RecordKey, StudyData
from ordi_crf.core.values import attached
from ordi_crf.forms.schema import Attachment, FreeText, Language, Text

NOBODY = Listed()
_KNOWN = 100_000
"""Texts that are remembered, for most say what others say."""


class Source(Enum):
    """What kind of text it is."""

    ANSWER = Text("answer", "respuesta")
    FILE = Text("name of a file", "nombre de archivo")
    REASON = Text("reason for a finding", "motivo de un hallazgo")
    COMMENT = Text("comment on what is missing", "comentario de una ausencia")
    QUERY = Text("query", "consulta")
    TYPED = Text("typed and unreadable", "tecleado e ilegible")
    SECOND = Text("second entry", "segunda entrada")
    TRAIL = Text("audit trail", "registro de auditoría")


@dataclass(frozen=True, slots=True)
class Place:
    """A text of a study: its form, its data point, and the entry of the trail where it is one."""

    key: RecordKey | None
    section: str = ""
    row: str = ""
    item: str = ""
    source: Source = Source.ANSWER
    entry: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A suspicion and its place."""

    kind: Kind
    text: str
    place: Place


def hits(
    data: StudyData,
    listed: Listed = NOBODY,
    read: Callable[[], Iterable[StudyData]] | None = None,
) -> tuple[Hit, ...]:
    """Return every suspicion in a study's texts: those of forms first, then those of the trail.

    `read` gives the subjects in turn where `data` has only what is of none.
    """
    texts = chain.from_iterable(map(_texts, (data,) if read is None else read()))
    known: dict[str, tuple[Found, ...]] = {}
    told: set[tuple[RecordKey | None, Kind, str]] = set()
    found: list[Hit] = []
    for place, text in chain(texts, _trail(data)):
        if len(known) > _KNOWN:
            known.clear()
        if text not in known:
            known[text] = (*of_patterns(text), *listed.found(text))
        for suspicion in known[text]:
            said = place.key, suspicion.kind, suspicion.text
            if place.source is Source.TRAIL and said in told:
                continue
            told.add(said)
            found.append(Hit(suspicion.kind, suspicion.text, place))
    return tuple(dict.fromkeys(found))


def words(hit: Hit, language: Language) -> tuple[str, ...]:
    """Return where a suspicion stands: subject, form, data point, what kind of text, and visit."""
    place, source = hit.place, hit.place.source.value.in_(language)
    entry = f"{source} {place.entry}" if place.entry else source
    if place.key is None:
        return "", entry
    form = forms.form(place.key.form)
    where = ""
    with suppress(KeyError):
        where = place_words.where(form.oid, (place.section, place.row, place.item), language)
    visit = place_words.visit(place.key, language)
    kind = "" if place.source is Source.ANSWER else entry
    said = (form.title.in_(language), where, kind, visit)
    return place.key.subject.subjid, *(word for word in said if word)


def _texts(data: StudyData) -> Iterator[tuple[Place, str]]:
    for key, record in data.records.items():
        yield from _answers(key, record, Source.ANSWER)
        for (section, row, _), reason in record.explanations.items():
            yield Place(key, section, row, source=Source.REASON), reason
        for (section, row, item), said in record.flavours.items():
            yield Place(key, section, row, item, Source.COMMENT), said.comment
    for key, asked in data.queries.items():
        for query in asked:
            for message in query.messages:
                yield Place(key, *query.place, Source.QUERY), message.text
    for key, typed in data.unaccepted.items():
        for where, text in typed.items():
            yield Place(key, *where, Source.TYPED), text
    for key, second in data.second.items():
        yield from _answers(key, second.record, Source.SECOND)


def _answers(key: RecordKey, record: Record, source: Source) -> Iterator[tuple[Place, str]]:
    for section in forms.form(key.form).sections:
        typed = [item for item in section.items if isinstance(item, FreeText | Attachment)]
        for row in record.sections.get(section.name, {}).values():
            for item in typed:
                value = row.values.get(item.name)
                if value is None:
                    continue
                file = isinstance(item, Attachment)
                place = Place(
                    key, section.name, row.key, item.name, Source.FILE if file else source
                )
                yield place, attached(value)[1] if file else value


def _trail(data: StudyData) -> Iterator[tuple[Place, str]]:
    for entry in data.audit:
        typed = _is_text(entry)
        texts = [t for t in (entry.old, entry.new) if t and typed] + [entry.reason or ""]
        for text in filter(None, texts):
            key = entry.record if entry.form else None
            item = entry.item.partition(".")[0]
            yield Place(key, entry.section, entry.row, item, Source.TRAIL, entry.id), text


def _is_text(entry: AuditEntry) -> bool:
    """Return whether what an entry says was typed as words."""
    match entry.action:
        case "insert" | "update" | "second":
            section, row = entry.section, entry.row
            name = row.partition("/")[0] if section == "second_answer" else section
            return entry.item in _WORDS.get((entry.form, name), frozenset())
        case "missing":
            return entry.item.endswith(".NULLCOMMENT")
        case "event":
            # Who logged in is no subject; what was imported may be named by one.
            return entry.item == "IMPORT"
        case "explain" | "message" | "adjudicate":
            return True
        case _:
            return False


_WORDS = {
    (form.oid, section.name): frozenset(
        item.name for item in section.items if isinstance(item, FreeText | Attachment)
    )
    for form in forms.FORMS
    for section in form.sections
}
