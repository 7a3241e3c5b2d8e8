"""What the commands that bring values in do with the file and the study."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ordi_crf.cli.credentials import Who, opened
from ordi_crf.core import lab_lines
from ordi_crf.core.lab_mapping import PROPERTY, LabMapping, guess, saved
from ordi_crf.core.permissions import Operation
from ordi_crf.core.proposal_words import TITLES, spoken
from ordi_crf.core.proposals import Review, State
from ordi_crf.db.study_file import StudyFile
from ordi_crf.forms.schema import Language, Text
from ordi_crf.imports import laboratory as files


@dataclass(frozen=True, slots=True)
class Wish:
    """What a command was asked for."""

    mapping: str | None = None
    save: str | None = None
    reason: str | None = None
    dry_run: bool = False
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What a file would change, and how much of that was taken."""

    review: Review
    notices: tuple[Text, ...]
    taken: int = 0

    @property
    def left(self) -> int:
        """Return how many values could have been taken and were not."""
        return sum(proposal.open for proposal in self.review.proposals) - self.taken

    @property
    def refused(self) -> int:
        """Return how many values could not be taken."""
        return self.review.counts().get(State.REFUSED, 0)

    def rows(self, language: Language) -> list[tuple[str, ...]]:
        """Return the table of differences under its headings."""
        said = (row.cells for row in spoken(self.review, language))
        return [tuple(title.in_(language) for title in TITLES), *said]


def laboratory(results: Path, file: Path, wish: Wish, who: Who) -> Done:
    """Compare a laboratory's file with a study and take what is to be taken, as one event."""
    # Before the study is opened: a file that cannot be read does not even touch it.
    brought = files.read(results)
    named = _named_file(wish.mapping)
    with opened(file, who, read_only=wish.dry_run) as study:
        study.permit(Operation.IMPORT)
        mapping = _mapping(study, wish.mapping, named)
        if mapping is not None and mapping.sheet:
            brought = files.read(results, mapping.sheet)
        mapping = mapping or guess(brought.table.headings)
        lines = files.lines(brought, mapping)
        wanted = lab_lines.wanted(lines, mapping, study.data(), date.today())
        review = study.importing.compare(wanted, files.source(brought))
        if wish.dry_run:
            return Done(review, brought.table.notices)
        if wish.save:
            study.set_properties({f"{PROPERTY}{wish.save}": mapping.text()})
        states = (State.NEW, State.CHANGED) if wish.everything else (State.NEW,)
        review = review.accept_states(*states)
        taken = study.importing.take(review, wish.reason) if review.taken else 0
        return Done(review, brought.table.notices, taken)


def _named_file(asked: str | None) -> LabMapping | None:
    """Return the mapping in a file, None where no file has that name; UnreadableFileError."""
    if asked is None or not Path(asked).exists():
        return None
    return files.mapping(Path(asked))


def _mapping(study: StudyFile, asked: str | None, named: LabMapping | None) -> LabMapping | None:
    """Return the mapping by its name or out of a file; None to go by the headings."""
    known = saved(study.properties())
    if asked is not None:
        return known.get(asked) or named or files.mapping(Path(asked))
    return next(iter(known.values())) if len(known) == 1 else None
