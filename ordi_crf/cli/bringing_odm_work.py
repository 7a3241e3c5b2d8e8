"""What the command that brings an ODM file in does with the file and the study."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import click

from ordi_crf.cli.bringing_work import Done, Wish
from ordi_crf.cli.credentials import PASSWORD, Who, actor, opened
from ordi_crf.core.permissions import Operation, Role
from ordi_crf.core.proposals import State
from ordi_crf.db import access, takeover
from ordi_crf.db.errors import ExistsError
from ordi_crf.forms.schema import Language
from ordi_crf.imports import odm


@dataclass(frozen=True, slots=True)
class Made:
    """A study made from a file: how much history came along, and the key shown once."""

    entries: int
    recovery_key: str | None = None


def make(source: Path, file: Path, who: Who) -> Made:
    """Make a study from a file; encrypted, with one account, where a login is given."""
    carried = odm.read(source)
    if file.exists():
        raise ExistsError(file)
    if who.login is None:
        takeover.take_over(file, carried, actor(who.name, who.role)).close()
        return Made(len(carried.audit))
    password = os.environ.get(PASSWORD)
    if password is None:
        password = click.prompt("New password", hide_input=True, confirmation_prompt=True, err=True)
    study, code = access.set_up(
        file, siteid="", login=who.login, name=who.name or actor().name, role=Role.INVESTIGATOR,
        password=password, begin=takeover.beginning(carried),
    )  # fmt: skip
    study.close()
    return Made(len(carried.audit), code)


def compare(source: Path, file: Path, wish: Wish, who: Who) -> Done:
    """Compare a file with a study and take what is to be taken, as one event."""
    # Before the study is opened: a file that cannot be read does not even touch it.
    carried = odm.read(source)
    with opened(file, who, read_only=wish.dry_run) as study:
        study.permit(Operation.IMPORT)
        values, coming = odm.wanted(carried), odm.subjects(carried)
        review = study.importing.compare(values, carried.source, coming)
        if wish.dry_run:
            return Done(review, ())
        states = (State.NEW, State.CHANGED) if wish.everything else (State.NEW,)
        review = review.accept_states(*states)
        taken = study.importing.take(review, wish.reason) if review.taken else 0
        return Done(review, (), taken)


def rows(done: Done, language: Language) -> list[tuple[str, ...]]:
    """Return the differences as a table; what is equal, which is most of a study, is counted."""
    shown = tuple(p for p in done.review.proposals if p.state is not State.EQUAL)
    return replace(done, review=replace(done.review, proposals=shown, accepted=frozenset())).rows(
        language
    )
