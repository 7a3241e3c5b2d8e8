"""A query: what somebody, or a check, asks about a data point, and every word that followed.

A query hangs on an item of a form, or on the whole form where its place is blank. Its messages are
only ever added to, and its state is what the last of them did (edc discrepancy notes; T24).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ordi_crf.core.missing import Place


class Act(StrEnum):
    """What a message does to its query."""

    RAISED = "RAISED"
    ANSWERED = "ANSWERED"
    CLOSED = "CLOSED"
    REOPENED = "REOPENED"
    RESOLVED = "RESOLVED"
    """What a check found is gone, so the query closed itself."""


class QueryState(StrEnum):
    """Where a query stands: whose turn it is."""

    OPEN = "OPEN"
    ANSWERED = "ANSWERED"
    CLOSED = "CLOSED"


_AFTER: Mapping[Act, QueryState] = MappingProxyType(
    {
        Act.RAISED: QueryState.OPEN,
        Act.ANSWERED: QueryState.ANSWERED,
        Act.CLOSED: QueryState.CLOSED,
        Act.REOPENED: QueryState.OPEN,
        Act.RESOLVED: QueryState.CLOSED,
    }
)
_POSSIBLE: Mapping[QueryState, frozenset[Act]] = MappingProxyType(
    {
        QueryState.OPEN: frozenset({Act.ANSWERED, Act.CLOSED, Act.REOPENED, Act.RESOLVED}),
        QueryState.ANSWERED: frozenset({Act.ANSWERED, Act.CLOSED, Act.REOPENED, Act.RESOLVED}),
        QueryState.CLOSED: frozenset({Act.REOPENED}),
    }
)

LIMIT = 2000
"""Characters of a message."""
PERSON = "PERSON"
"""What the audit trail says a query was raised by, where no check raised it; never blank there."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: what it did, who wrote it as what, when in UTC, and its words."""

    act: Act
    actor: str
    role: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """A thread about a data point; `finding` is the check that asks, blank for a person."""

    number: int
    section: str
    row: str
    item: str
    finding: str
    messages: tuple[Message, ...]

    @property
    def place(self) -> Place:
        """Return section, row and item; all blank for the whole form."""
        return self.section, self.row, self.item

    @property
    def state(self) -> QueryState:
        """Return where the query stands."""
        return _AFTER[self.messages[-1].act]

    @property
    def closed(self) -> bool:
        """Return whether nobody has to do anything about it any more."""
        return self.state is QueryState.CLOSED

    @property
    def question(self) -> Message:
        """Return what is asked: the last message that opened the query."""
        asked = (m for m in reversed(self.messages) if m.act in (Act.RAISED, Act.REOPENED))
        return next(asked)

    @property
    def answer(self) -> Message | None:
        """Return the last answer to the question, None while there is none."""
        last = next((m for m in reversed(self.messages) if m.act is Act.ANSWERED), None)
        asked = self.messages.index(self.question)
        return last if last is not None and self.messages.index(last) > asked else None

    def may(self, act: Act) -> bool:
        """Return whether a message may do this to the query as it stands."""
        return act in _POSSIBLE[self.state]
