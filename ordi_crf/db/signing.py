"""Signatures in the study file: given by an investigator who showed who they are, kept for good.

A signature is one row, and one entry of the audit trail that says the same. A form passes into
SIGNED only where a signature of that moment stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ordi_crf.core import life
from ordi_crf.core.life import Level, Scope
from ordi_crf.core.permissions import Operation, Role
from ordi_crf.core.records import RecordKey, Status, SubjectKey
from ordi_crf.core.signing import MEANINGS, Signature, Standing, standing
from ordi_crf.db import life as states
from ordi_crf.db import life_errors, reading, writing
from ordi_crf.db.accounts import Accounts
from ordi_crf.db.clauses import FOREIGN, OURS, append_only, entry, refusal
from ordi_crf.db.connection import ORDER, Connection, Context
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.transaction import Reading, Writing

_LEVELS = ", ".join(f"'{level}'" for level in Level)
_MEANINGS = ", ".join(f"'{code.value}'" for code in MEANINGS.codes)

TABLES = {
    "signature": (
        "CREATE TABLE signature (\n  id INTEGER PRIMARY KEY,\n"
        "  record_id INTEGER NOT NULL REFERENCES record (id),\n"
        f"  level TEXT NOT NULL CHECK (level IN ({_LEVELS})),\n  name TEXT NOT NULL,\n"
        "  role TEXT NOT NULL,\n  login TEXT NOT NULL,\n"
        f"  meaning TEXT NOT NULL CHECK (meaning IN ({_MEANINGS})),\n  at TEXT NOT NULL,\n"
        "  digest TEXT NOT NULL CHECK (length(digest) = 64),\n"
        "  head TEXT NOT NULL CHECK (length(head) = 64)\n) STRICT"
    ),
}

_SAID = ("at", "digest", "head", "level", "login", "meaning", "name", "role")
"""The columns that an audit entry of a signature holds, in the order of its JSON."""

_SIGNATURE = (
    "SELECT g.id, s.siteid, s.subjid, r.visit, r.form, r.visit_repeat, r.form_repeat, g.level, "
    "g.name, g.role, g.login, g.meaning, g.at, g.digest, g.head FROM signature g "
    "JOIN record r ON r.id = g.record_id JOIN subject s ON s.id = r.subject_id"
)


@dataclass(frozen=True, slots=True)
class Signing:
    """What a person who signs says: which data, what it means, and who they are."""

    scope: Scope
    meaning: str
    login: str
    password: str


def triggers() -> Iterator[str]:
    """Yield what keeps signatures, tells the audit trail, and lets no form be signed without."""
    yield from append_only("signature")
    yield refusal("signature_ours", "INSERT", "signature", OURS, FOREIGN)
    said = ", ".join(f"'{name}', new.{name}" for name in _SAID)
    told = entry(
        "sign", "signature", "'SIGNATURE'", f"json_object({said})", row="CAST(new.id AS TEXT)"
    )
    yield f'CREATE TRIGGER "signature_inserted" AFTER INSERT ON signature BEGIN\n{told}\nEND'
    none = (
        f"new.status = '{Status.SIGNED}' AND old.status NOT IN ('{Status.SIGNED}', "
        f"'{Status.LOCKED}') AND NOT EXISTS (SELECT 1 FROM signature WHERE record_id = new.id "
        "AND at = crf_now())"
    )
    yield refusal("record_signed", "UPDATE OF status", "record", ORDER, none)


class Signatures:
    """The signatures of one study file."""

    def __init__(self, read: Reading, write: Writing, context: Context, accounts: Accounts) -> None:
        self._reading, self._writing, self._context = read, write, context
        self._accounts = accounts

    def sign(self, signing: Signing) -> tuple[Signature, ...]:
        """Sign every form of a scope that can be signed, as one event, and return the signatures.

        Who signs gives login and password once more (21 CFR 11.200(a)); without accounts, the name.
        NotInvestigatorError for any other role; NotConfirmedError or WrongPasswordError where they
        are not those of who is at work, which is written down; LockedOutError after too many tries;
        NothingToSignError where no form is ready for it.
        """
        if self._context.role != Role.INVESTIGATOR:
            raise life_errors.NotInvestigatorError
        try:
            self._confirm(signing)
        except StudyFileError:
            said = self._accounts.said(signing.login)
            with self._writing(operation=Operation.LOG_EVENT) as connection:
                writing.log_event(connection, "SIGNATURE REFUSED", said)
            raise
        with self._writing(operation=Operation.SIGN) as connection:
            return _sign(connection, signing, self._context)

    def _confirm(self, signing: Signing) -> None:
        """Raise unless login and password are those of who is at work."""
        at_work = self._accounts.current
        if at_work is None:
            same = " ".join(signing.login.split()) == " ".join(self._context.actor.split())
        else:
            same = self._accounts.check(signing.login, signing.password).login == at_work.login
        if not same or not self._context.actor:
            raise life_errors.NotConfirmedError

    def of(self, key: RecordKey) -> tuple[Standing, ...]:
        """Return the signatures of one form and what each is worth, oldest first."""
        with self._reading() as connection:
            return standings_of(connection, key)

    def signed(self, key: RecordKey) -> bool:
        """Return whether a form was ever signed, whether that still holds or not."""
        query = f"SELECT EXISTS (SELECT 1 FROM signature WHERE record_id = ({reading.RECORD_ID}))"
        with self._reading() as connection:
            return bool(connection.execute(query, reading.record_where(key)).fetchone()[0])

    def all(self) -> tuple[Signature, ...]:
        """Return every signature ever given, oldest first."""
        with self._reading() as connection:
            return signatures(connection)


def signatures(connection: Connection, subject: SubjectKey | None = None) -> tuple[Signature, ...]:
    """Return every signature, oldest first; those of one subject where it is named."""
    where, of = reading.of_subject(subject)
    return tuple(map(_signature, connection.execute(f"{_SIGNATURE}{where} ORDER BY g.id", of)))


def standings_of(connection: Connection, key: RecordKey) -> tuple[Standing, ...]:
    """Return the signatures of one form and what each is worth, oldest first."""
    where = f"{_SIGNATURE} WHERE g.record_id = ({reading.RECORD_ID}) ORDER BY g.id"
    given = [_signature(row) for row in connection.execute(where, reading.record_where(key))]
    if not given:
        return ()
    record, entries = reading.record(connection, key), reading.audit_of(connection, key)
    found = []
    for signature in given:
        head = connection.execute("SELECT id FROM audit WHERE hash = ?", (signature.head,))
        after = head.fetchone()
        if after is None:
            found.append(Standing(signature, false=True))
        else:
            since = [e for e in entries if e.id > after[0]]
            found.append(standing(signature, record, since))
    return tuple(found)


def told(given: Iterable[Signature]) -> Iterator[tuple[RecordKey, tuple[str, str, str], str]]:
    """Yield what the audit trail has to say of each signature: form, place and value."""
    for signature in given:
        place = ("signature", str(signature.id), "SIGNATURE")
        yield signature.record, place, signature.entry()


def _sign(connection: Connection, signing: Signing, context: Context) -> tuple[Signature, ...]:
    sdv = reading.properties(connection).get(life.SDV) == life.ON
    statuses = reading.statuses(connection, signing.scope.subject)
    keys = life.to_sign(statuses, signing.scope, sdv=sdv)
    if not keys:
        raise life_errors.NothingToSignError(sdv=sdv)
    head = connection.execute("SELECT hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()[0]
    last = connection.execute("SELECT coalesce(max(id), 0) FROM signature").fetchone()[0]
    given = []
    for number, key in enumerate(keys, start=last + 1):
        unbound = Signature(
            number, key, signing.scope.level, context.actor, context.role,
            context.login or " ".join(signing.login.split()), signing.meaning, context.at, "", head,
        )  # fmt: skip
        bound = replace(unbound, digest=unbound.bound(reading.record(connection, key)))
        _keep(connection, bound)
        states.move(connection, key, Status.SIGNED)
        given.append(bound)
    return tuple(given)


def _keep(connection: Connection, signature: Signature) -> None:
    names = ", ".join(_SAID)
    said = [getattr(signature, name) for name in _SAID]
    connection.execute(
        f"INSERT INTO signature (id, record_id, {names}) "
        f"SELECT ?, ({reading.RECORD_ID}){', ?' * len(said)}",
        (signature.id, *reading.record_where(signature.record), *map(str, said)),
    )


def _signature(row: tuple[int, str, str, str, str, int, int, str, *tuple[str, ...]]) -> Signature:
    number, siteid, subjid, visit, form, visit_repeat, form_repeat, level, *rest = row
    key = RecordKey(SubjectKey(siteid, subjid), visit, form, visit_repeat, form_repeat)
    return Signature(number, key, Level(level), *rest)
