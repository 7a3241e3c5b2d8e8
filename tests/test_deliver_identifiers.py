"""What an export looks for before anything is written, and who may know what it looks for."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from ordi_crf.core.identifiers.kinds import Kind
from ordi_crf.core.identifiers.listed import Listed
from ordi_crf.core.permissions import Role
from ordi_crf.db import access, keys
from ordi_crf.db.study_file import StudyFile
from ordi_crf.db.vault import Identity
from ordi_crf.deliver import Request, UnconfirmedError, deliver, identifiers
from ordi_crf.identification import listed
from tests.builders import ANA, SUBJECT, key
from tests.db import people

ROSA = Identity("Rosa Delgado Puig", "0481516", "93 274 61 00", "1969-07-12", "")


def test_nothing_is_written_while_a_hit_is_not_confirmed(study: StudyFile, tmp_path: Path) -> None:
    """T31: what was typed since somebody looked is looked at again."""
    study.add_row(key("AE"), "ae", {"AETERM": "Call 612345678"})
    request = Request(tmp_path, casebooks=False)
    looked = frozenset(identifiers(study.path, ANA, request))
    study.add_row(key("AE"), "ae", {"AETERM": "Call 612345679"})
    with pytest.raises(UnconfirmedError):
        deliver(study.path, ANA, Request(tmp_path, casebooks=False, confirmed=looked))
    assert [*tmp_path.glob("*.xlsx")] == []
    looked = frozenset(identifiers(study.path, ANA, request))
    assert deliver(study.path, ANA, Request(tmp_path, casebooks=False, confirmed=looked))


def test_a_listed_name_is_looked_for(study: StudyFile, tmp_path: Path) -> None:
    """T30, T31."""
    study.add_row(key("AE"), "ae", {"AETERM": "Rash; Rosa phoned"})
    request = Request(tmp_path, casebooks=False, listed=Listed(("Rosa Delgado Puig",)))
    (hit,) = identifiers(study.path, ANA, request)
    assert (hit.kind, hit.text) == (Kind.NAME, "Rosa")


@pytest.fixture
def peopled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study with an account for each role, and Rosa on its identification list."""
    monkeypatch.setattr(keys, "COST", people.CHEAP)
    path = tmp_path / "study.ordi"
    people.cheaply(people.peopled, path)
    with (
        closing(people.come(path, Role.INVESTIGATOR)) as file,
        closing(access.open_vault(file)) as vault,
    ):
        vault.change(SUBJECT, ROSA)
    return path


@pytest.mark.parametrize(
    ("role", "known"),
    [(Role.INVESTIGATOR, True), (Role.COORDINATOR, True), (Role.MONITOR, False),
     (Role.DATA_MANAGER, False)],
    ids=str,
)  # fmt: skip
def test_the_list_is_read_for_whoever_may_read_it(peopled: Path, role: Role, known: bool) -> None:
    """T30, T31."""
    with closing(people.come(peopled, role)) as file:
        found = listed(file)
    names = ("Rosa Delgado Puig",) if known else ()
    assert found.names == names
    assert bool(found.numbers) is bool(found.births) is known


def test_the_look_is_in_the_trail_of_the_list(peopled: Path) -> None:
    with closing(people.come(peopled, Role.COORDINATOR)) as file:
        listed(file)
        with closing(access.open_vault(file)) as vault:
            last = vault.trail()[-1]
    assert (last.action, last.role) == ("looked at all", "Coordinator")


def test_a_study_without_a_list_has_nothing_to_look_for(study: StudyFile) -> None:
    assert listed(study) == Listed()
