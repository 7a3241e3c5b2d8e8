"""Into a study with accounts: set it up, log in, or come back by the recovery key (ADR 10)."""

from __future__ import annotations

import platform
from pathlib import Path

from ordi_crf.core.permissions import Operation, Role, allowed
from ordi_crf.db import account_rows, accounts, key_file, keys, opening, vault
from ordi_crf.db import connection as sql
from ordi_crf.db.account_errors import AccountBlankError, NoAccountsError, NoVaultKeyError
from ordi_crf.db.connection import Clock, Connection, utc_now
from ordi_crf.db.key_file import KeyFile, LoggedIn
from ordi_crf.db.keys import Ring
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.db.trust_errors import ForbiddenError
from ordi_crf.db.vault import Vault


def set_up(
    path: Path, *, siteid: str, login: str, name: str, role: Role, password: str,
    encrypted: bool = True, kind: str = "clinic", clock: Clock = utc_now,
    machine: str | None = None, begin: opening.Begin | None = None,
) -> tuple[StudyFile, str | None]:  # fmt: skip
    """Return a new study with its first account at work, and its recovery key, to be shown once.

    The first account manages the others: ForbiddenError for a role that may not. A study that is
    not encrypted has no recovery key. ExistsError, PasswordRefusedError.
    """
    login, name = keys.canonical_login(login), " ".join(name.split())
    if not login or not name:
        raise AccountBlankError
    if not allowed(role, Operation.MANAGE_ACCOUNTS):
        raise ForbiddenError(role, Operation.MANAGE_ACCOUNTS)
    accounts.refuse_weak(password, login, name)
    master = keys.new_key() if encrypted else keys.NO_KEY
    ring = keys.ring_of(master) if encrypted else Ring()
    study = keys.new_study()
    sees = allowed(role, Operation.SEE_IDENTITIES)
    slot = keys.wrap((ring if sees else Ring(ring.study)).sealed, login, password, study)

    def fill(connection: Connection) -> None:
        account_rows.insert(connection, login, name, role, slot, must_change=False)

    file = StudyFile.create(
        path, Actor(name, role.value, login), siteid=siteid, kind=kind, clock=clock,
        machine=machine, key=ring.study, fill=fill, more={account_rows.STUDY: study},
        slots=KeyFile(study).with_slot(slot), begin=begin,
    )  # fmt: skip
    file.accounts.enter(file.accounts.all()[0], ring)
    file.accounts.note(accounts.LOGIN, login)
    return file, keys.recovery_code(master) if encrypted else None


def log_in(
    path: Path, login: str, password: str, *, read_only: bool = False, clock: Clock = utc_now,
    machine: str | None = None,
) -> StudyFile:  # fmt: skip
    """Return a study opened by one of its accounts; WrongPasswordError, LockedOutError.

    What failed at the door before is written into the trail, where the study can be written.
    """
    place = key_file.beside(path)
    if not guarded(path):
        raise NoAccountsError(path)
    machine = machine if machine is not None else platform.node()
    opened = key_file.log_in(place, login, password, clock(), machine)
    ring = keys.ring(opened.key)
    account = opening.peek(
        path, lambda link: accounts.admitted(link, opened.slot, place), ring.study
    )
    file = StudyFile.open(
        path, Actor(account.name, account.role.value, account.login), read_only=read_only,
        clock=clock, machine=machine, key=ring.study,
    )  # fmt: skip
    file.accounts.enter(account, ring)
    if file.read_only:
        file.accounts.leave_word(key_file.READ_ONLY, "")
    else:
        _welcome(file, opened)
    return file


def recover(
    path: Path, code: str, login: str, new_password: str, *, clock: Clock = utc_now,
    machine: str | None = None,
) -> StudyFile:  # fmt: skip
    """Return a study opened by its recovery key, after a login was given a new password.

    The file of keys is written anew. RecoveryCodeError, KeyDoesNotFitError, PasswordRefusedError;
    KeyError for a login that the study does not have.
    """
    ring = keys.ring_of(keys.recovered_key(code))
    account = opening.peek(path, lambda link: account_rows.account(link, login), ring.study)
    file = StudyFile.open(
        path, Actor(account.name, account.role.value, account.login), clock=clock,
        machine=machine, key=ring.study,
    )  # fmt: skip
    try:
        file.accounts.recover(account.login, new_password, ring)
    except BaseException:
        file.close()
        raise
    return file


def open_vault(file: StudyFile) -> Vault:
    """Return the vault of an open study, made when there is none; every look at it is recorded.

    ForbiddenError for a role that sees no identities, NoVaultKeyError for an account that has been
    given no key yet. Whoever opens it shows a password first: see `Accounts.check`.
    """
    file.permit(Operation.SEE_IDENTITIES)
    key = file.accounts.vault_key()
    if not key:
        raise NoVaultKeyError
    place, actor = vault.beside(file.path), file.actor
    how = Vault.open if place.exists() else Vault.create
    return how(place, key, actor, clock=file.moment)


def logins(path: Path) -> tuple[str, ...]:
    """Return the logins that the file of keys beside a study knows."""
    return tuple(key_file.read(key_file.beside(path)).slots)


def guarded(path: Path) -> bool:
    """Return whether a study is opened by login and password; MissingFileError, NotAStudyError."""
    with sql.translated(path):
        opening.refuse_absent(path)
        if key_file.beside(path).exists() or sql.may_be_encrypted(path):
            return True
        return opening.peek(path, _has_accounts)


def _has_accounts(connection: Connection) -> bool:
    table = "SELECT 1 FROM sqlite_master WHERE name = 'account'"
    if connection.execute(table).fetchone() is None:
        return False
    return connection.execute("SELECT 1 FROM account").fetchone() is not None


def _welcome(file: StudyFile, opened: LoggedIn) -> None:
    """Put the file of keys in order and tell the trail who came, and who could not."""
    try:
        file.accounts.settle()
        file.accounts.tell(opened.failures)
        file.accounts.note(accounts.LOGIN, opened.slot.login)
    except BaseException:
        file.close()
        raise
