"""What a file would change, value by value, before any of it is done.

Values that a file wants are held against the study: each is new, changed, equal, in conflict with
another value of the same file, or refused with a sentence. A person accepts or rejects each one
(ICH E6(R3) 4.2.5); only what was accepted is ever taken (`ordi_crf.db.importing`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from ordi_crf.core.admission import Admission
from ordi_crf.core.missing import Place
from ordi_crf.core.permissions import Role
from ordi_crf.core.records import RecordKey, StudyData, SubjectKey
from ordi_crf.forms.schema import Text


class State(Enum):
    """How a value of a file stands to the study."""

    NEW = Text("new", "nuevo")
    """Nothing was entered there."""
    CHANGED = Text("changed", "cambiado")
    """Another value stands there."""
    EQUAL = Text("equal", "igual")
    """It stands there already."""
    CONFLICT = Text("conflict", "conflicto")
    """The file has two values for one place, or is in doubt: a person takes one, or none."""
    REFUSED = Text("refused", "rechazado")
    """It cannot be taken; the sentence beside it says why."""


OPEN = (State.NEW, State.CHANGED, State.CONFLICT)
"""States in which a person decides."""

_TWICE = Text(
    "The file has several values for this: accept one of them at most.",
    "El archivo tiene varios valores para esto: acepte como máximo uno.",
)
_SAID = Text(
    "It was said to be missing ({flavour}): the value takes the place of that.",
    "Se indicó que faltaba ({flavour}): el valor lo sustituye.",
)


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where in a file a value stands: the sheet, where there are sheets, and the line from 1."""

    sheet: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.sheet} {self.line}".strip() if self.line else self.sheet


@dataclass(frozen=True, slots=True)
class Wanted:
    """A canonical value that a file has for a place of a form; None blanks it.

    `refused` says why it is none, where the reader of the file knows that already.
    """

    key: RecordKey
    place: Place
    value: str | None
    origin: Origin
    refused: Text | None = None
    doubt: Text | None = None
    """Why a person has to take it by hand: a conflict, although the file has no other value."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value of a file beside the one in the study."""

    key: RecordKey
    place: Place
    old: str | None
    new: str | None
    origin: Origin
    state: State
    why: Text | None = None
    """Why it is refused or in conflict, or what else is to be known before it is accepted."""
    completed: bool = False
    """Whether somebody declared the form complete: taking it is a correction with a reason."""

    @property
    def open(self) -> bool:
        """Return whether it can be accepted."""
        return self.state in OPEN

    @property
    def target(self) -> tuple[RecordKey, Place]:
        """Return what it would change."""
        return self.key, self.place


@dataclass(frozen=True, slots=True)
class Source:
    """The file that values come from, as the audit trail names it."""

    kind: str
    """What is brought in, in English: "laboratory results"."""
    name: str
    digest: str
    """SHA-256 of the file, in hexadecimal digits."""

    def __str__(self) -> str:
        return f"{self.kind}: {self.name} SHA-256 {self.digest}"


@dataclass(frozen=True, slots=True)
class Review:
    """Every proposal of a file, and which of them a person accepted, by their number from 0."""

    source: Source
    proposals: tuple[Proposal, ...]
    accepted: frozenset[int] = frozenset()
    subjects: tuple[SubjectKey, ...] = ()
    """Subjects the study does not have, enrolled when anything of theirs is taken."""

    def accept(self, numbers: Iterable[int]) -> Review:
        """Return the review with some accepted; what they compete with is rejected.

        ValueError for a proposal that cannot be taken.
        """
        accepted = set(self.accepted)
        for number in numbers:
            chosen = self.proposals[number]
            if not chosen.open:
                raise ValueError(f"proposal {number} is {chosen.state.value.en}")
            if chosen.state is State.CONFLICT:
                accepted = {n for n in accepted if self.proposals[n].target != chosen.target}
            accepted.add(number)
        return replace(self, accepted=frozenset(accepted))

    def reject(self, numbers: Iterable[int]) -> Review:
        """Return the review with some rejected."""
        return replace(self, accepted=self.accepted - frozenset(numbers))

    def accept_states(self, *states: State) -> Review:
        """Return the review with each row accepted of which all that is open stands so.

        Never a conflict; nor the limits of a result whose own change nobody accepted.
        """
        wanted = set(states) & {State.NEW, State.CHANGED}
        rows = ([n for n in row if self.proposals[n].open] for row in self.rows())
        whole = (row for row in rows if {self.proposals[n].state for n in row} <= wanted)
        return self.accept(n for row in whole for n in row)

    @property
    def taken(self) -> tuple[Proposal, ...]:
        """Return what was accepted, in the order of the file."""
        return tuple(self.proposals[n] for n in sorted(self.accepted))

    @property
    def corrects(self) -> bool:
        """Return whether what was accepted corrects a completed form, which needs a reason."""
        return any(proposal.completed for proposal in self.taken)

    @property
    def enrolled(self) -> tuple[SubjectKey, ...]:
        """Return the subjects that what was accepted enrols."""
        touched = {proposal.key.subject for proposal in self.taken}
        return tuple(subject for subject in self.subjects if subject in touched)

    def counts(self) -> Mapping[State, int]:
        """Return how many proposals stand in each state."""
        return Counter(proposal.state for proposal in self.proposals)

    def rows(self) -> tuple[tuple[int, ...], ...]:
        """Return the numbers of proposals that one line of the file has for one row of a form.

        A result, its unit and its limits belong together: they are best accepted together.
        """
        found: dict[tuple[RecordKey, str, str, Origin], list[int]] = {}
        for n, proposal in enumerate(self.proposals):
            section, row, _ = proposal.place
            found.setdefault((proposal.key, section, row, proposal.origin), []).append(n)
        return tuple(map(tuple, found.values()))


def review(
    wanted: Iterable[Wanted],
    data: StudyData,
    source: Source,
    *,
    role: Role | None = None,
    subjects: Iterable[SubjectKey] = (),
    kept: frozenset[str] = frozenset(),
) -> Review:
    """Return what a file would change in a study, with nothing accepted yet.

    `role` is that of who imports: what it may not answer is refused, as is what is locked. None
    leaves that to the study file. `subjects` may be enrolled by the file; `kept` are the SHA-256
    of files the study keeps.
    """
    coming = tuple(s for s in dict.fromkeys(subjects) if s not in data.subjects)
    admission = Admission(data, role, frozenset(coming), kept)
    judged = [(w, w.refused or admission.against(w.key, w.place, w.value)) for w in wanted]
    values: dict[tuple[RecordKey, Place], list[str | None]] = {}
    for one, why in judged:
        if why is None:
            values.setdefault((one.key, one.place), []).append(one.value)
    seen: set[tuple[RecordKey, Place]] = set()
    found = []
    for one, why in judged:
        target = one.key, one.place
        others = frozenset(values.get(target, ())) - {one.value}
        found.append(_proposal(one, why, admission, others=bool(others), again=target in seen))
        if why is None:
            seen.add(target)
    return Review(source, tuple(found), subjects=coming)


def _proposal(
    one: Wanted, why: Text | None, admission: Admission, *, others: bool, again: bool
) -> Proposal:
    """Return a wanted value beside the one there is; the same value once more is equal."""
    old = admission.value(one.key, one.place)
    completed = admission.completed(one.key)
    if why is not None:
        state = State.REFUSED
    elif old == one.value:
        state = State.EQUAL
    elif others or one.doubt is not None:
        state, why = State.CONFLICT, one.doubt or _TWICE
    elif again:
        state = State.EQUAL
    else:
        state = State.NEW if old is None else State.CHANGED
        said = admission.missing(one.key, one.place)
        why = None if said is None else _flavoured(said)
    return Proposal(one.key, one.place, old, one.value, one.origin, state, why, completed)


def _flavoured(flavour: Text) -> Text:
    return Text(_SAID.en.format(flavour=flavour.en), _SAID.es.format(flavour=flavour.es))
