"""The casebook: every form of one subject as a PDF that can be filed, searched and photocopied.

Cover, contents, the registered outcomes, the visits in schedule order, the running records, the
audit trail; several subjects may follow each other in one file. Of a visit come first the forms
that share a page where they fit, then the CLASI and the body map on pages of their own. Forms are
printed from their definitions, so a new form appears by itself. The same data give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from ordi_crf import forms, study
from ordi_crf.core.canonical import content_digest
from ordi_crf.core.delivery import Cancelled, Delivery, Progress
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.core.visits import held_on
from ordi_crf.export.casebook.answer import Sheet
from ordi_crf.export.casebook.audit import TITLE_WORDS as AUDIT_WORDS
from ordi_crf.export.casebook.audit import print_audit
from ordi_crf.export.casebook.bodymap import Drawn
from ordi_crf.export.casebook.contents import TITLE_WORDS as CONTENTS_WORDS
from ordi_crf.export.casebook.contents import Contents, Entry, enter
from ordi_crf.export.casebook.course import visit_label
from ordi_crf.export.casebook.cover import CASEBOOK, print_cover
from ordi_crf.export.casebook.outcomes import TITLE_WORDS as OUTCOME_WORDS
from ordi_crf.export.casebook.outcomes import print_outcomes
from ordi_crf.export.casebook.paper import Book, Heading, Paper
from ordi_crf.export.casebook.part import Part, by_form, by_visit, order, pages, print_page
from ordi_crf.export.files import replacing
from ordi_crf.export.seal import seal
from ordi_crf.forms.bodymap import FORM as BODY_MAP
from ordi_crf.forms.schema import Text

Drawings = Callable[[RecordKey], Drawing]
"""Gives the drawing of a body map's record."""

_SUBJECT = Text("Subject", "Paciente")
_SITE = Text("Site", "Centro")
_EXPORT = Text("Export", "Exportación")
_COVER = Text("Cover", "Portada")
_ALL = Text("Casebooks of {n} subjects", "Cuadernos de {n} pacientes")


def write(
    delivery: Delivery,
    subject: SubjectKey,
    path: Path,
    drawing: Drawings,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write a subject's casebook.

    ExportError when the file cannot be written, CancelledError when the person cancelled; what was
    at `path` then stays. KeyError for a subject the study does not have.
    """
    casebook = _Casebook.of(delivery, subject, drawing)
    with replacing(path) as beside:
        paper = Paper(beside, _book(delivery, subject), cancelled or _never)
        steps = casebook.steps
        contents = casebook.print(paper, 0, lambda done: (progress or _unheard)(done, steps))
        contents.define()
        paper.finish()
        seal(beside, _facts(delivery, [subject]))
    (progress or _unheard)(steps, steps)


def write_all(
    delivery: Delivery,
    subjects: Sequence[SubjectKey],
    path: Path,
    drawing: Drawings,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write the casebooks of several subjects as one file; errors as for `write`."""
    casebooks = [_Casebook.of(delivery, subject, drawing) for subject in subjects]
    steps = sum(casebook.steps for casebook in casebooks) + 1
    words = _ALL.format(n=len(casebooks)).in_(delivery.language)
    told, done = progress or _unheard, 0
    with replacing(path) as beside:
        paper = Paper(beside, _book(delivery, words=words), cancelled or _never)
        all_contents = [Contents(paper, "subjects", [c.entry for c in casebooks])]
        all_contents[0].print()
        enter(paper, [Entry(paper.say(CONTENTS_WORDS), 0, "subjects")])
        for casebook in casebooks:
            told(done, steps)
            paper.book = _book(delivery, casebook.subject)
            enter(paper, [casebook.entry])
            all_contents.append(casebook.print(paper, 1))
            done += casebook.steps
        for contents in all_contents:
            contents.define()
        paper.finish()
        seal(beside, _facts(delivery, subjects))
    told(steps, steps)


def _never() -> bool:
    return False


def _unheard(done: int, steps: int = 0) -> None:
    """Take what nobody asked to be told."""


@dataclass(frozen=True, slots=True)
class _Casebook:
    """One subject's casebook, set and ready to be printed."""

    delivery: Delivery
    subject: SubjectKey
    pages: list[list[Part]]
    drawing: Drawings
    _kept: dict[RecordKey, Drawing] = field(default_factory=dict)

    @classmethod
    def of(cls, delivery: Delivery, subject: SubjectKey, drawing: Drawings) -> _Casebook:
        """Return the casebook of a subject; KeyError when the study does not have it."""
        if subject not in delivery.data.subjects:
            raise KeyError(subject)
        return cls(delivery, subject, [*pages(_in_order(delivery, subject))], drawing)

    @property
    def steps(self) -> int:
        """How many steps its progress has."""
        return len(self.pages) + 1

    @property
    def entry(self) -> Entry:
        """The line of a list of subjects that leads to it."""
        words = f"{_SUBJECT.in_(self.delivery.language)} {self.subject}"
        return Entry(words, 0, self._place("cover"))

    def print(self, paper: Paper, depth: int, told: Callable[[int], None] = _unheard) -> Contents:
        """Print it and return its contents, to be defined once every page is printed."""
        delivery, subject = self.delivery, self.subject
        entries = [*self._entries(paper)]
        enter(paper, entries, depth)
        self._begin(paper, CASEBOOK, "cover")
        print_cover(paper, delivery, subject)
        contents = Contents(paper, self._place("contents"), entries if self.pages else ())
        contents.print()
        if self.pages:
            self._begin(paper, OUTCOME_WORDS, "outcomes")
            print_outcomes(paper, delivery, subject)
        records = delivery.data.records
        for n, page in enumerate(self.pages):
            told(n)
            key = page[0].key
            held = held_on(records, subject, key.visit, key.visit_repeat)
            print_page(paper, page, held, self._drawn)
        told(len(self.pages))
        self._begin(paper, AUDIT_WORDS, "audit")
        print_audit(paper, delivery, subject)
        return contents

    def _begin(self, paper: Paper, title: Text, name: str) -> None:
        paper.begin(Heading(paper.say(title)))
        paper.mark_place(self._place(name))

    def _place(self, name: str) -> str:
        return f"{self.subject.subjid}.{name}"

    def _entries(self, paper: Paper) -> Iterator[Entry]:
        yield Entry(paper.say(_COVER), 0, self._place("cover"))
        parts = [part for page in self.pages for part in page]
        if parts:
            yield Entry(paper.say(CONTENTS_WORDS), 0, self._place("contents"), listed=False)
            yield Entry(paper.say(OUTCOME_WORDS), 0, self._place("outcomes"))
        yield from by_visit(parts)
        yield Entry(paper.say(AUDIT_WORDS), 0, self._place("audit"))
        yield from by_form(parts)

    def _drawn(self, record: Record) -> Drawn:
        """Return what was drawn at a record, with what the dated visit before it showed."""
        now = self._drawing(record.key)
        dated = self.delivery.chart(self.subject).dated(BODY_MAP.oid)
        place = next((n for n, (_, other) in enumerate(dated) if other.key == record.key), 0)
        if not place:
            return Drawn(now)
        on, before = dated[place - 1]
        visit = study.event(before.key.visit)
        words = visit_label(visit, before.key.visit_repeat, self.delivery.language)
        earlier = self._drawing(before.key)
        self._kept.pop(before.key)
        return Drawn(now, earlier, f"{words}, {on}")

    def _drawing(self, key: RecordKey) -> Drawing:
        """Return a drawing, kept until the visit after it is printed."""
        if key not in self._kept:
            self._kept[key] = self.drawing(key)
        return self._kept[key]


def _in_order(delivery: Delivery, subject: SubjectKey) -> list[Part]:
    """Return a subject's forms in the order of their pages."""
    records = [record for key, record in delivery.data.records.items() if key.subject == subject]
    records.sort(key=lambda record: order(record.key))
    return [
        Part.of(Sheet(record, delivery.language, delivery), forms.form(record.key.form))
        for record in records
    ]


def _book(delivery: Delivery, subject: SubjectKey | None = None, words: str = "") -> Book:
    language = delivery.language
    book = Book(
        title=f"{study.STUDYID} - {words}",
        author=delivery.actor,
        owner=f"{study.STUDYID} · {words}",
        origin=f"{_EXPORT.in_(language)} {delivery.export_id} · {delivery.at}",
        language=language,
        synthetic=delivery.data.synthetic,
        at=datetime.fromisoformat(delivery.at),
        keywords=(study.STUDYID, study.NCT, delivery.export_id, delivery.data.head),
    )
    if subject is None:
        return book
    person = f"{_SUBJECT.in_(language)} {subject}"
    return replace(
        book,
        title=f"{study.STUDYID} - {person} - {CASEBOOK.in_(language)}",
        owner=f"{study.STUDYID} · {_SITE.in_(language)} {subject.siteid} · {person}",
    )


def _facts(delivery: Delivery, subjects: Sequence[SubjectKey]) -> dict[str, str]:
    """Return what the file says of itself at its end, to whoever verifies it."""
    mine = [record for key, record in delivery.data.records.items() if key.subject in subjects]
    return {
        "study": study.STUDYID,
        "site": ", ".join(dict.fromkeys(subject.siteid for subject in subjects)),
        "subject": ", ".join(subject.subjid for subject in subjects),
        "export": delivery.export_id,
        "at": delivery.at,
        "head": delivery.data.head,
        "entries": str(len(delivery.data.audit)),
        "data": content_digest(mine),
    }
