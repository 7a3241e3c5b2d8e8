"""A study made again from its ODM file, and one compared with it; nothing in it is believed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ordi_crf.core.life import Scope
from ordi_crf.core.proposals import State
from ordi_crf.core.signing import standings
from ordi_crf.db import audit
from ordi_crf.db.errors import ExistsError
from ordi_crf.db.import_errors import NotCarriedError
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.db.takeover import take_over
from ordi_crf.db.trust_errors import ForbiddenError
from ordi_crf.imports import odm
from ordi_crf.imports.errors import UnreadableFileError
from tests.builders import ANA, JOAN, SUBJECT, Ticking, key
from tests.db import people, tables
from tests.imports.lived import AE, DM, IMPORTER, content, lived, written


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> StudyFile:
    study = lived(tmp_path_factory.mktemp("lived") / "study.ordi")
    yield study
    study.close()


@pytest.fixture(scope="module")
def file(source: StudyFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(source, tmp_path_factory.mktemp("odm") / "study.xml")


@pytest.fixture
def again(file: Path, tmp_path: Path) -> StudyFile:
    study = take_over(tmp_path / "again.ordi", odm.read(file), IMPORTER, clock=Ticking())
    yield study
    study.close()


def altered(file: Path, folder: Path, old: str, new: str) -> Path:
    """Return a copy of a file with one thing written otherwise."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    path = folder / "altered.xml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_study_made_from_its_file_gives_the_same_file(
    source: StudyFile, file: Path, again: StudyFile, tmp_path: Path
) -> None:
    """T25, T36: ODM to an empty study to ODM is identical in content, the trail included."""
    entries = len(source.data().audit)
    back = written(again, tmp_path / "again.xml")
    assert content(back, entries=entries) == content(file, entries=entries)


def test_every_table_says_the_same_again(source: StudyFile, again: StudyFile) -> None:
    ours, theirs = source.data(), again.data()
    assert theirs.audit[: len(ours.audit)] == ours.audit
    for name in (
        "properties", "subjects", "records", "unaccepted", "signatures", "locks", "second",
        "queries", "verified",
    ):  # fmt: skip
        assert getattr(theirs, name) == getattr(ours, name), name
    assert all((ours.signatures, ours.locks, ours.second, ours.queries, ours.verified))


def test_the_chain_holds_and_goes_on_in_the_name_of_who_brought_it(
    source: StudyFile, file: Path, again: StudyFile
) -> None:
    """T06, T36: attributed to the importer, the file's name, its SHA-256 and its last hash."""
    data, before = again.data(), source.data()
    assert audit.verify(data) == []
    last = data.audit[-1]
    assert (last.actor, last.role, last.item) == (*_named(IMPORTER), "IMPORT")
    told = last.new or ""
    for part in ("study.xml", hashlib.sha256(file.read_bytes()).hexdigest(), before.head):
        assert part in told
    assert f"{len(before.audit)} entries" in told


def test_signatures_are_worth_what_they_were(source: StudyFile, again: StudyFile) -> None:
    """T18, T19: intact ones hold and broken ones stay broken, by the same entry."""
    ours, theirs = standings(source.data()), standings(again.data())
    assert theirs == ours
    worth = [s.intact for several in theirs.values() for s in several]
    assert set(worth) == {True, False}


def test_entry_goes_on_in_a_study_made_again(again: StudyFile) -> None:
    again.actor = ANA
    for form in (AE, DM):
        again.life.unlock(Scope.of(form), "there is more to say")
    again.add_row(AE, "ae", {"AETERM": "Cough"})
    again.answer(DM, [Answer("dm", "", "BRTHDAT", "1969-09")], "asked again")
    assert audit.verify(again.data()) == []


def test_kept_files_come_along(again: StudyFile) -> None:
    assert again.attachment(hashlib.sha256(b"a photograph").hexdigest()) == b"a photograph"
    assert again.damaged_files() == []


def test_accounts_end_since_no_password_travels(tmp_path: Path) -> None:
    """T12: nobody has a login in the new study by having had one where the file comes from."""
    tables.filled(tmp_path / "study.ordi")
    with_accounts = people.come(tmp_path / "study.ordi", people.Role.INVESTIGATOR)
    file = written(with_accounts, tmp_path / "study.xml")
    before = with_accounts.data().accounts
    with_accounts.close()
    again = take_over(tmp_path / "again.ordi", odm.read(file), IMPORTER)
    data = again.data()
    again.close()
    ended = {(e.row, e.item): e.old for e in data.audit if e.actor == IMPORTER.name and e.row}
    assert ended == before
    assert data.accounts == {}
    assert audit.verify(data) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            'ItemOID="I.dm.SEX" Value="F"', 'ItemOID="I.dm.SEX" Value="M"',
            "dm / SEX: the answers in the file say M, its audit trail says F", id="an answer",
        ),
        pytest.param('"Ana Puig","Inv', '"Ana Pons","Inv', "Audit entry 1 ", id="an entry"),
        pytest.param('RepeatKey="7"', 'RepeatKey="9000"', "Audit entry 7 ", id="the order"),
        pytest.param('"insert"', '"invent"', "tells of what this program does not", id="an action"),
        pytest.param('"SUBJID"', '"SUBJID', "audit entry", id="no entry at all"),
        pytest.param("YSBwaG90b2dyYXBo", "YSBwaG90b2dyYXBp", "SHA-256", id="a kept file"),
    ],
)  # fmt: skip
def test_what_was_altered_is_found_and_no_study_made(
    file: Path, tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = altered(file, tmp_path, old, new)
    with pytest.raises((NotCarriedError, UnreadableFileError)) as refused:
        take_over(tmp_path / "again.ordi", odm.read(path), IMPORTER)
    assert said in refused.value.message.en
    assert [p.name for p in tmp_path.iterdir()] == ["altered.xml"]


def test_a_file_without_a_trail_makes_no_study(file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    start, end = text.index(" <ReferenceData"), text.index(" <ClinicalData")
    (tmp_path / "bare.xml").write_text(text[:start] + text[end:], encoding="utf-8")
    with pytest.raises(NotCarriedError, match="no audit trail"):
        take_over(tmp_path / "again.ordi", odm.read(tmp_path / "bare.xml"), IMPORTER)


def test_a_study_is_never_replaced(file: Path, again: StudyFile) -> None:
    with pytest.raises(ExistsError):
        take_over(again.path, odm.read(file), IMPORTER)


def test_who_may_not_import_makes_no_study(file: Path, tmp_path: Path) -> None:
    with pytest.raises(ForbiddenError):
        take_over(tmp_path / "again.ordi", odm.read(file), JOAN)
    assert list(tmp_path.iterdir()) == []


ROOT = '<ODM xmlns="http://www.cdisc.org/ns/odm/v1.3">'
BOMB = (
    '<!DOCTYPE ODM [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f"{ROOT}&b;</ODM>"
)
OUTSIDE = f'<!DOCTYPE ODM [<!ENTITY x SYSTEM "file:///etc/passwd">]>{ROOT}&x;</ODM>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(BOMB.encode(), "document type", id="entities that grow"),
        pytest.param(OUTSIDE.encode(), "document type", id="entity of another file"),
        pytest.param(b'<!DOCTYPE ODM SYSTEM "http://x/y.dtd"><ODM/>', "document type", id="DTD"),
        pytest.param(f"{ROOT}<Study".encode(), "not a whole XML file", id="cut off"),
        pytest.param(f"{ROOT}&undeclared;</ODM>".encode(), "not a whole", id="unknown entity"),
        pytest.param(f"{ROOT}\x00</ODM>".encode(), "not a whole XML file", id="NUL"),
        pytest.param(f"{ROOT}\xff</ODM>".encode("latin-1"), "not a whole", id="wrong encoding"),
        pytest.param(
            b'<?xml version="1.0" encoding="x-none"?><a/>', "not a whole", id="no encoding"
        ),
        pytest.param(b"", "not a whole XML file", id="empty"),
        pytest.param(b"PK\x03\x04", "not a whole XML file", id="a zip"),
        pytest.param(ROOT.encode() + b"<a>" * 99, "nests elements", id="deep"),
        pytest.param(b"<html/>", "not CDISC ODM", id="another document"),
        pytest.param(
            ROOT.replace(">", ' FileType="Transactional"/>').encode(),
            "holds transactions",
            id="transactions",
        ),
        pytest.param(b'<ODM xmlns="urn:x"/>', "not CDISC ODM", id="another namespace"),
        pytest.param(
            f'{ROOT}<Study OID="OTHER"/></ODM>'.encode(), "of another study (OTHER)", id="study"
        ),
    ],
)
def test_a_hostile_file_is_a_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "hostile.xml"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError) as refused:
        odm.read(path)
    assert said in refused.value.message.en
    assert "hostile.xml" in refused.value.message.es


def test_a_file_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="not there any more"):
        odm.read(tmp_path / "gone.xml")


def test_a_study_compared_with_its_own_file_has_nothing_to_take(
    source: StudyFile, file: Path
) -> None:
    carried = odm.read(file)
    source.actor = IMPORTER
    review = source.importing.compare(odm.wanted(carried), carried.source, odm.subjects(carried))
    source.actor = ANA
    assert review.proposals
    assert {p.state for p in review.proposals} <= {State.EQUAL, State.REFUSED}
    assert not any(p.open for p in review.proposals)


def test_values_come_into_a_study_one_by_one_with_their_file(file: Path, study: StudyFile) -> None:
    """T36: accepted or rejected per value; who, which file and its SHA-256 stand at each."""
    study.answer(DM, [Answer("dm", "", "SEX", "M"), Answer("dm", "", "BRTHDAT", "1969-08")])
    study.actor = IMPORTER
    carried = odm.read(file)
    wanted = [w for w in odm.wanted(carried) if w.key == DM]
    review = study.importing.compare(wanted, carried.source)
    found = {p.place[2]: p for p in review.proposals}
    assert (found["SEX"].state, found["SEX"].old, found["SEX"].new) == (State.CHANGED, "M", "F")
    assert found["BRTHDAT"].state is State.EQUAL
    chosen = review.proposals.index(found["SEX"])
    assert study.importing.take(review.accept([chosen])) == 1
    entry = next(e for e in reversed(study.data().audit) if e.item == "SEX")
    assert (entry.actor, entry.old, entry.new) == (IMPORTER.name, "M", "F")
    assert carried.source.digest in (entry.reason or "")
    assert audit.verify(study.data()) == []


def test_subjects_of_a_file_can_be_enrolled_by_it(file: Path, tmp_path: Path) -> None:
    study = StudyFile.create(tmp_path / "empty.ordi", ANA, clock=Ticking())
    carried = odm.read(file)
    review = study.importing.compare(
        odm.wanted(carried), carried.source, odm.subjects(carried)
    ).accept_states(State.NEW)
    taken = study.importing.take(review)
    data = study.data()
    study.close()
    assert taken == len(review.taken)
    assert SUBJECT in data.subjects
    assert data.records[key("CLASI", "SCR")].sections["clasi_area"]
    assert audit.verify(data) == []


def _named(actor: Actor) -> tuple[str, str]:
    return actor.name, actor.role
