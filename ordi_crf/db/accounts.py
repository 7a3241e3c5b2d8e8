"""The accounts of a study: who may log in, as what, and with which passwords (T12 to T16).

An account is never deleted and its login never given again. Its password is a slot (ADR 10), here
and in the file of keys: a new slot is laid there first as one that is coming, counts from the
moment it stands here, and then takes its place there, so that no interruption shuts anybody out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ordi_crf.core import passwords
from ordi_crf.core.permissions import Operation, Role, allowed
from ordi_crf.db import account_errors as errors
from ordi_crf.db import account_rows, key_file, keys, writing
from ordi_crf.db.account_rows import Account
from ordi_crf.db.connection import Clock, Connection, Context, timestamp
from ordi_crf.db.key_file import Failure, KeyFile
from ordi_crf.db.keys import Ring, Slot
from ordi_crf.db.transaction import Reading, Writing
from ordi_crf.db.trust_errors import TrustError

__all__ = ["Account", "Accounts"]

LOGIN, LOGOUT, RECOVERED = "LOGIN", "LOGOUT", "RECOVERED"
"""How the trail names who comes and goes."""
_UNKNOWN = "unknown login"
_BEFORE_A_PASSWORD = {Operation.CHANGE_OWN_PASSWORD, Operation.LOG_EVENT, Operation.REMEMBER}
"""What is open to somebody who has yet to choose a password."""


class Accounts:
    """The accounts of one open study file; none where it is opened without a password."""

    def __init__(
        self, path: Path, read: Reading, write: Writing, context: Context, clock: Clock, *,
        read_only: bool,
    ) -> None:  # fmt: skip
        self._reading, self._writing = read, write
        self._context, self._clock = context, clock
        self._keys = key_file.beside(path)
        self._ring = Ring()
        self._held_elsewhere = read_only
        self.current: Account | None = None
        """Whose account is at work, None where the study has none."""
        self.aged: int | None = None
        """The days beyond which their password had grown when they came, None where it had not."""

    # Coming and going

    def check(self, login: str, password: str) -> Account:
        """Return the account of a login and its password; WrongPasswordError, LockedOutError.

        Failures are counted and told in the trail as at the first login.
        """
        return self._authenticated(login, password)[0]

    def switch(self, login: str, password: str) -> Account:
        """Let another person go on, or the same one again after a pause."""
        account, ring = self._authenticated(login, password)
        if self.current is not None and self.current.login != account.login:
            self.note(LOGOUT, self.current.login)
        self.enter(account, ring)
        self.note(LOGIN, account.login)
        return account

    def enter(self, account: Account, ring: Ring) -> None:
        """Let a person be at work whose password was right."""
        sees = allowed(account.role, Operation.SEE_IDENTITIES)
        self._ring = ring if sees else Ring(ring.study)
        self._context.actor, self._context.role = account.name, account.role.value
        self._context.login = account.login
        self._be_at_work(account)

    @property
    def unready(self) -> bool:
        """Return whether who is at work has yet to choose a password."""
        return self.current is not None and (self.current.must_change or self.aged is not None)

    def refuse_unready(self, operation: Operation) -> None:
        """Raise for somebody who has yet to choose a password (T16).

        MustChangeError for one that was given, AgedPasswordError for one that is too old.
        """
        if operation in _BEFORE_A_PASSWORD or self.current is None:
            return
        if self.current.must_change:
            raise errors.MustChangeError
        if self.aged is not None:
            raise errors.AgedPasswordError(self.aged)

    def note(self, event: str, detail: str) -> None:
        """Write into the trail who comes or goes, or leave word of it where that cannot be."""
        if self._held_elsewhere:
            self.leave_word(event, detail)
            return
        with self._writing(operation=Operation.LOG_EVENT) as connection:
            writing.log_event(connection, event, detail)

    def tell(self, failures: Sequence[Failure]) -> None:
        """Write into the trail what happened at the door while nobody could (T15)."""
        if failures and not self._held_elsewhere:
            with self._writing(operation=Operation.LOG_EVENT) as connection:
                for failure in failures:
                    _tell(connection, failure)
            key_file.handed_over(self._keys, tuple(failures))

    def leave_word(self, event: str, detail: str) -> None:
        """Keep an event for the trail, while another program writes it."""
        at = timestamp(self._clock())
        word = Failure(at, self._context.login, self._context.machine, event, detail)
        key_file.change(self._keys, lambda found: replace(found, failures=(*found.failures, word)))

    def said(self, login: str) -> str:
        """Return a login as the trail may hold it: one that nobody has may be a password."""
        known = {account.login for account in self.all()}
        found = keys.canonical_login(login)
        return login.strip() if not known else found if found in known else _UNKNOWN

    def vault_key(self) -> bytes:
        """Return the key of the vault, blank where the person at work has none."""
        return self._ring.vault

    # Who may come

    def all(self) -> tuple[Account, ...]:
        """Return every account there ever was, in the order in which they were made."""
        with self._reading() as connection:
            return account_rows.accounts(connection)

    def add(self, login: str, name: str, role: Role, password: str) -> Account:
        """Make an account with a password for the first login; AccountTakenError."""
        login, name = keys.canonical_login(login), " ".join(name.split())
        if not name or not login:
            raise errors.AccountBlankError
        for known in self.all():
            if known.login == login:
                raise errors.AccountTakenError(login)
            if known.name.casefold() == name.casefold():
                raise errors.AccountTakenError(name)
        refuse_weak(password, login, name)
        slot = self._slot(login, role, password)
        with self._giving(slot), self._writing(operation=Operation.MANAGE_ACCOUNTS) as connection:
            account_rows.insert(connection, login, name, role, slot, must_change=True)
        return self._of(login)

    def lockouts(self) -> tuple[str, ...]:
        """Return who was locked out since the person at work was last here (21 CFR 11.300(d)).

        Each as login, machine and time; none for who does not manage accounts.
        """
        mine = self.current
        if mine is None or not allowed(mine.role, Operation.MANAGE_ACCOUNTS):
            return ()
        with self._reading() as connection:
            return account_rows.lockouts(connection, mine.login)

    def deactivate(self, login: str, reason: str) -> Account:
        """Take somebody else's access away; the account stays, and can be activated again."""
        return self._set(login, "active", 0, reason)

    def activate(self, login: str, reason: str) -> Account:
        """Give access back, with the password of before."""
        return self._set(login, "active", 1, reason)

    def set_role(self, login: str, role: Role, reason: str) -> Account:
        """Give somebody else another role.

        One that sees identities does so once an investigator has given a new password.
        """
        return self._set(login, "role", role.value, reason)

    def change_password(self, login: str, old: str, new: str) -> Account:
        """Take a new password for one's own account, by the old one; PasswordRefusedError."""
        account = self.check(login, old)
        if self.current is None or account.login != self.current.login:
            raise ValueError("this is another person's account")
        account = self._give(account, new, Operation.CHANGE_OWN_PASSWORD)
        self._be_at_work(account)
        return account

    def reset_password(self, login: str, temporary: str) -> Account:
        """Give somebody else a password with which they choose their own."""
        return self._give(self._another(login), temporary, Operation.MANAGE_ACCOUNTS)

    def recover(self, login: str, password: str, ring: Ring) -> Account:
        """Give an account a new password by the recovery key, and everybody their slots again."""
        account = self._of(login)
        if not account.active:
            raise errors.DeactivatedError(account.login)
        self.enter(account, ring)
        self._ring = ring
        slot = self._slot(account.login, account.role, password)
        with self._writing(operation=Operation.CHANGE_OWN_PASSWORD) as connection:
            self._refuse_former(connection, account, password)
            account_rows.give(connection, slot, must_change=False)
            writing.log_event(connection, RECOVERED, account.login)
            found = KeyFile(account_rows.bound_to(connection), account_rows.counting(connection))
        key_file.write(self._keys, found)
        self.enter(self._of(login), ring)
        return self._of(login)

    def settle(self) -> None:
        """Let the file of keys hold the slots that count here, and no other."""
        with self._reading() as connection:
            wanted = account_rows.counting(connection)
        found = key_file.read(self._keys)
        if dict(found.slots) != wanted or found.coming:
            key_file.change(self._keys, lambda found: found.with_only(wanted))

    def _authenticated(self, login: str, password: str) -> tuple[Account, Ring]:
        try:
            opened = key_file.log_in(
                self._keys, login, password, self._clock(), self._context.machine
            )
        except TrustError:
            self.tell(key_file.read(self._keys).failures)
            raise
        self.tell(opened.failures)
        with self._reading() as connection:
            account = admitted(connection, opened.slot, self._keys)
        return account, keys.ring(opened.key)

    def _give(self, account: Account, password: str, operation: Operation) -> Account:
        """Let another password count; one that somebody else gave is for a single login."""
        with self._reading() as connection:
            self._refuse_former(connection, account, password)
        slot = self._slot(account.login, account.role, password)
        given = operation is Operation.MANAGE_ACCOUNTS
        with self._giving(slot), self._writing(operation=operation) as connection:
            account_rows.give(connection, slot, must_change=given)
        return self._of(account.login)

    @contextmanager
    def _giving(self, slot: Slot) -> Iterator[None]:
        """Lay a slot ready in the file of keys, and in its place there when it counts."""
        key_file.change(self._keys, lambda found: found.with_coming(slot))
        try:
            yield
        except BaseException:
            key_file.change(self._keys, lambda found: found.without_coming(slot.login))
            raise
        key_file.change(self._keys, lambda found: found.with_slot(slot))

    def _set(self, login: str, column: str, value: str | int, reason: str) -> Account:
        account = self._another(login)
        if not reason.strip():
            raise errors.AccountReasonError
        with self._writing(reason, operation=Operation.MANAGE_ACCOUNTS) as connection:
            account_rows.update(connection, account.login, column, value)
        self.settle()
        return self._of(login)

    def _be_at_work(self, account: Account) -> None:
        with self._reading() as connection:
            days = account_rows.rules(connection).days
        old = passwords.due(account.changed_at.date(), self._clock().date(), days)
        self.current, self.aged = account, days if old else None

    def _another(self, login: str) -> Account:
        account = self._of(login)
        if self.current is None or account.login == self.current.login:
            raise errors.OwnAccountError
        return account

    def _of(self, login: str) -> Account:
        with self._reading() as connection:
            return account_rows.account(connection, login)

    def _slot(self, login: str, role: Role, password: str) -> Slot:
        sees = allowed(role, Operation.SEE_IDENTITIES)
        ring = self._ring if sees else Ring(self._ring.study)
        with self._reading() as connection:
            study = account_rows.bound_to(connection)
        return keys.wrap(ring.sealed, login, password, study)

    def _refuse_former(self, connection: Connection, account: Account, password: str) -> None:
        former = account_rows.slots_of(connection, account.login)
        kept = account_rows.rules(connection).kept
        used = keys.used(password, former, account_rows.bound_to(connection), kept)
        refuse_weak(password, account.login, account.name, used=used, kept=kept)


def refuse_weak(
    password: str, login: str, name: str, *, used: bool = False, kept: int = passwords.KEPT
) -> None:
    """Raise PasswordRefusedError for a password that is not to be taken."""
    problems = passwords.problems(password, login, name, used=used, kept=kept)
    if problems:
        raise errors.PasswordRefusedError(problems)


def admitted(connection: Connection, slot: Slot, place: Path) -> Account:
    """Return the account whose slot was opened; OldKeysError, DeactivatedError.

    A slot counts when it is the last that the account table has.
    """
    try:
        account = account_rows.account(connection, slot.login)
    except KeyError as error:
        raise errors.OldKeysError(place) from error
    if not account.active:
        raise errors.DeactivatedError(account.login)
    if account_rows.slots_of(connection, account.login)[-1] != slot:
        raise errors.OldKeysError(place)
    return account


def _tell(connection: Connection, failure: Failure) -> None:
    who = f"{failure.login or _UNKNOWN}, {failure.machine}, {failure.at}"
    detail = f"{failure.detail}; {who}" if failure.detail else who
    if failure.what == key_file.LOCKED_OUT:
        writing.log_event(connection, key_file.FAILED, detail)
    writing.log_event(connection, failure.what, detail)
