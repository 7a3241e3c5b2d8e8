"""Another program at every table: it is refused; where it makes itself room, it is found and named.

A program that may not call our functions cannot write while the triggers stand (T05). One that
drops them first leaves rows that the trail does not tell, and `verify` names them (T06, T07, T20).
Of an encrypted study it sees nothing at all without the key. The tables come from the schema: a new
one is tried like the others, and `tests.db.tables` is asked to fill it.
"""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
from contextlib import closing

import pytest

from ordi_crf.core.life import Scope
from ordi_crf.core.records import Status
from ordi_crf.db import (
    connection,
    digests,
    opening,
    problems,
    recoding,
    safekeeping,
    schema,
    upgrade,
)
from ordi_crf.db.connection import Access, Context, chain_hash
from ordi_crf.db.errors import DamagedError, StudyFileError
from ordi_crf.db.signing import Signing
from ordi_crf.db.snapshot import snapshot
from ordi_crf.db.triggers import AUDIT_FIELDS
from tests.builders import key
from tests.db import people, tables
from tests.db.sealed import KEY, PLAIN
from tests.db.ways import WAYS, rowids

SECTIONS = {section.name: section for section in schema.sections()}
NOT_DATA = {"setting", "drawing", "unaccepted"}
"""Preferences, a cache that is drawn again from strokes, and text that is no value: not told."""
NAMED = {
    "attachment": r"kept file|The file",
    "audit": r"[Aa]udit entry|audit trail",
    "explanation": r"AE\.X|explanation",
    "missing": r"\.NULL|missing",
    "password": r"account / \w+ / PASSWORD|password",
    "query": r"QUERY|[Qq]uery",
    "query_message": r"QUERY|query_message",
    "record": r"record| / DV / ",
    "verification": r"VERIFIED|verification",
}
"""How sentences name what is not named as its table is."""
FORGED = 40
"""The entry that is said to be another's."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("tables") / "study.ordi"
    return people.cheaply(tables.filled, path)


@pytest.fixture
def file(whole, tmp_path):
    """Give a copy of the study with two rows in every table, and its keys."""
    return people.copied(whole.parent, tmp_path / "copied")


@pytest.fixture(scope="module", params=[PLAIN, KEY], ids=["plain", "encrypted"])
def loosened(request, whole, tmp_path_factory):
    """Give a connection with the key, to a copy without triggers."""
    path = shutil.copy(whole, tmp_path_factory.mktemp("loosened") / "study.ordi")
    if request.param:
        recoding.recode(path, PLAIN, request.param)
    with closing(connection.connect(path, Access.WRITE, Context("", ""), request.param)) as link:
        drop_triggers(link)
        yield link


def drop_triggers(link):
    for (name,) in link.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        link.execute(f'DROP TRIGGER "{name}"')


def look(path, secret=PLAIN, head=None):
    """Return everything that is wrong with a study file."""
    return opening.peek(path, lambda link: problems.problems(link, head), secret)


def after(link, statements):
    """Return what is wrong, and what is read, after statements; None where the table refuses."""
    link.execute("BEGIN")
    try:
        link.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            link.execute(statement)
        link.execute("PRAGMA ignore_check_constraints = OFF")
        found = problems.problems(link)
        return found, None if found else snapshot(link)
    except connection.IntegrityError:
        return None
    finally:
        link.execute("PRAGMA ignore_check_constraints = OFF")
        link.execute("ROLLBACK")


def names(table, problems):
    named = NAMED.get(table, rf"\b{table}\b")
    return any(re.search(named, problem.en) and problem.es != problem.en for problem in problems)


def test_the_study_here_is_sound_and_has_two_rows_in_every_table(file):
    assert look(file) == []
    with closing(sqlite3.connect(file)) as link:
        few = [t for t in tables.names() if len(rowids(link, t)) < 2 and _repeats(t)]
    assert few == []


def _repeats(table):
    section = SECTIONS.get(table)
    return section is None or section.repeating


@pytest.mark.parametrize("way", WAYS)
def test_another_program_is_refused_at_every_table(file, way):
    """T05."""
    with closing(sqlite3.connect(file)) as link:
        for table in tables.names():
            for statements in WAYS[way](link, table):
                with pytest.raises(sqlite3.DatabaseError):
                    link.execute(statements[0])
                link.rollback()
    assert look(file) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("table", [t for t in tables.names() if t not in NOT_DATA])
def test_a_program_that_drops_the_triggers_is_found_and_the_place_named(loosened, table, way):
    """T06: where it is not, nothing but the numbers of rows inside the file is another."""
    tried = 0
    before = snapshot(loosened)
    for statements in list(WAYS[way](loosened, table)):
        found = after(loosened, statements)
        if found is None:
            continue
        tried += 1
        problems, data = found
        if problems:
            assert names(table, problems), (statements, problems)
        else:
            assert data == before, statements
            assert "SET rowid" in statements[0] or 'SET "id"' in statements[0], statements
    assert tried


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("table", sorted(NOT_DATA))
def test_what_is_no_data_may_be_lost_and_nothing_is_accused(loosened, table, way):
    """ADR 3: no record, no signature and no entry of the trail hangs on it."""
    before = snapshot(loosened)
    for statements in list(WAYS[way](loosened, table)):
        found = after(loosened, statements)
        if found is not None:
            problems, data = found
            assert all("belongs to" in problem.en for problem in problems)
            assert data is None or data.records == before.records


def test_rows_that_change_places_are_read_in_the_order_of_their_keys(loosened):
    """Strokes above all: an erasure before what it erased would be another drawing."""
    before = snapshot(loosened)
    moved = "UPDATE bm_stroke SET id = CASE id WHEN 1 THEN 1002 ELSE id + 2000 END"
    problems, data = after(loosened, [moved])
    assert problems == []
    strokes = [list(r.sections["bm_stroke"]) for r in (*before.records.values(),
               *data.records.values()) if "bm_stroke" in r.sections]  # fmt: skip
    assert strokes == [["1", "2"], ["1", "2"]]


HIDDEN = {
    "a row of another form": (
        "INSERT INTO dm (record_id, SEX) SELECT id, 'F' FROM record WHERE form = 'AE'",
        "Table dm, row 2: it belongs to a form AE, which has no such section.",
    ),
    "a row of nothing": (
        "INSERT INTO ae (record_id, row) VALUES (999, '1')",
        "Table ae, row 3: what it belongs to in record is not there.",
    ),
    "a blank row": (
        "INSERT INTO ae (record_id, row) SELECT id, '9' FROM record WHERE form = 'AE'",
        (
            "01 / 01-001 / LOG / 1 / AE / 1 / ae / 9: table ae has this row, the audit trail "
            "tells nothing of it."
        ),
    ),
    "a query nobody asked": (
        "INSERT INTO query (record_id, section, row, item, finding) VALUES (1, '', '', '', '')",
        "Query 3: its messages in query_message are not numbered from 1 without a gap.",
    ),
    "an unknown form": (
        "UPDATE record SET form = 'XX' WHERE form = 'AE'",
        "The study holds record.form XX, which no definition of this program has.",
    ),
    "an unknown state": (
        "UPDATE record SET status = 'DONE' WHERE form = 'AE'",
        "The file is not sound: CHECK constraint failed in record.",
    ),
    "a property without a value": (
        "INSERT INTO study (key) VALUES ('sdv')",
        "study / sdv: table study has this row, the audit trail tells nothing of it.",
    ),
    "a time of a password": (
        "UPDATE audit SET at = 'yesterday' WHERE item = 'PASSWORD.1'",
        "was changed, inserted or follows a removed one.",
    ),
}


@pytest.mark.parametrize(("statement", "said"), HIDDEN.values(), ids=HIDDEN)
def test_what_nothing_reads_is_found_as_well(loosened, statement, said):
    problems, _ = after(loosened, [statement])
    assert any(said in problem.en for problem in problems), problems


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET form = 'XX' WHERE form = 'AE'",
        "UPDATE record SET status = 'DONE' WHERE form = 'AE'",
        "UPDATE audit SET at = 'yesterday' WHERE item LIKE 'PASSWORD.%'",
        "UPDATE second_answer SET section = 'xx'",
        "UPDATE unaccepted SET section = 'xx'",
        "UPDATE ph SET PHFILE = 'no file'",
    ],
)
def test_a_study_edited_into_nonsense_opens_or_says_why_not(file, statement):
    with closing(sqlite3.connect(file)) as link:
        drop_triggers(link)
        link.execute("PRAGMA ignore_check_constraints = ON")
        link.execute(statement)
        link.commit()
    try:
        with closing(people.come(file, people.Role.INVESTIGATOR)) as study:
            found = study.problems()
    except StudyFileError as error:
        found = [error.message]
    assert found or "unaccepted" in statement


# The trail itself


def entry_at(content, hashes, number):
    """Return where the bytes of an entry lie: on its page each follows the next one's."""
    end, after = (content.index(hashes[n].encode()) + 64 for n in (number, number + 1))
    return after, end


def test_a_flipped_byte_of_an_entry_is_found_and_the_entry_named(file):
    """T06."""
    content = bytearray(file.read_bytes())
    with closing(sqlite3.connect(file)) as link:
        hashes = dict(link.execute("SELECT id, hash FROM audit").fetchall())
    spans = {n: entry_at(content, hashes, n) for n in range(60, 70)}
    number, (first, end) = next((n, s) for n, s in spans.items() if 150 < s[1] - s[0] < 600)
    for at in range(first, end, 7):
        flipped = bytearray(content)
        flipped[at] ^= 1
        file.write_bytes(flipped)
        try:
            problems = look(file)
        except StudyFileError:
            continue
        said = problems[0].en
        assert said.startswith((f"Audit entry {number} ", "The file is not sound")), (at, said)


@pytest.mark.parametrize("secret", [PLAIN, KEY], ids=["plain", "encrypted"])
def test_a_flipped_byte_anywhere_is_refused_or_found_or_in_what_is_no_data(file, secret):
    """T06: bytes that nothing uses are the only others; an encrypted file has none."""
    if secret:
        recoding.recode(file, PLAIN, secret)
    content, before = file.read_bytes(), digests.of_file(file, secret)
    chance, unseen = random.Random(6), 0
    for at in chance.sample(range(100, len(content)), 80):
        flipped = bytearray(content)
        flipped[at] ^= 1 << chance.randrange(8)
        file.write_bytes(flipped)
        try:
            if look(file, secret):
                continue
        except StudyFileError:
            continue
        unseen += 1
        try:
            now, stale = opening.peek(
                file, lambda link: (digests.of_connection(link), upgrade.pending(link)), secret
            )
        except DamagedError:
            # A definition that is no text, and made anew when the study is opened.
            continue
        assert set(digests.differing(before, now)) <= (NOT_DATA | ({"schema"} if stale else set()))
    assert not (secret and unseen)


@pytest.mark.parametrize("gone", [1, 3, 20])
def test_entries_cut_off_the_end_are_found_where_their_numbers_were_given(loosened, gone):
    """T07: no number of an entry is given twice."""
    last = len(snapshot(loosened).audit)
    problems, _ = after(loosened, [f"DELETE FROM audit WHERE id > {last - gone}"])
    said = f"The audit trail ends with entry {last - gone}, but {last} were written"
    assert any(problem.en.startswith(said) for problem in problems)


def kept_heads(study):
    """Return the heads that stay with an export, with a signature and in a backup."""
    backup = safekeeping.back_up(study).backup.path
    data = study.data()
    return {
        "export": data.head,
        "signature": data.signatures[-1].head,
        "backup": opening.peek(backup, snapshot, study.key).head,
    }


@pytest.mark.parametrize("where", ["export", "signature", "backup"])
def test_a_study_put_back_to_an_earlier_day_is_found_by_the_heads_that_others_keep(
    file, tmp_path, where, cheap
):
    """T07: by itself it is a whole study."""
    earlier = shutil.copy(file, tmp_path / "earlier.ordi")
    with closing(people.come(file, people.Role.INVESTIGATOR)) as study:
        scope = Scope.of(key("PE", "SCR"))
        study.set_status(key("PE", "SCR"), Status.COMPLETE)
        study.signing.sign(Signing(scope, "REVIEWED", "investigator", people.FIRST))
        head = kept_heads(study)[where]
    assert look(file, head=head) == []
    assert look(earlier) == []
    (problem,) = look(earlier, head=head)
    assert f"no longer holds the entry {head[:12]}" in problem.en


def test_a_trail_written_anew_with_every_hash_is_found_by_its_signatures(loosened):
    """T07, T20: a chain that holds is not the one that was signed."""
    signed = snapshot(loosened).signatures[0]
    loosened.execute("BEGIN")
    try:
        write_anew(loosened, FORGED)
        found = problems.problems(loosened)
    finally:
        loosened.execute("ROLLBACK")
    assert not any("Audit entry" in problem.en for problem in found)
    said = f"the entry that the signature of {signed.name} ({signed.at}) followed"
    assert any(said in problem.en for problem in found)


def write_anew(link, number):
    """Let an entry be somebody else's, and make its hash and every later one again."""
    link.execute("UPDATE audit SET actor = 'Somebody Else' WHERE id = ?", (number,))
    fields = f"SELECT id, {', '.join(AUDIT_FIELDS)} FROM audit ORDER BY id"
    previous = ""
    for entry, *said in link.execute(fields).fetchall():
        previous = chain_hash(previous, *said)
        link.execute("UPDATE audit SET hash = ? WHERE id = ?", (previous, entry))


# Without the key, and without triggers


def test_another_program_reads_nothing_of_an_encrypted_study(guarded):
    with (
        closing(sqlite3.connect(guarded)) as link,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        link.execute("SELECT * FROM sqlite_master").fetchall()


def test_every_table_is_tried_here():
    assert set(tables.names()) == set(schema.tables())
    assert len(tables.names()) > 50
