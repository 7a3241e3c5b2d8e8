"""The site's key pair, kept in the study file: what it signs can be told from what others made.

Ed25519 (RFC 8032). The trail tells the public key alone. The private one never leaves the file, and
is encrypted with it in an encrypted study (ADR 19).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping

from ordi_crf.core.permissions import Operation
from ordi_crf.db.clauses import FOREIGN, OURS, append_only, entry, refusal
from ordi_crf.db.connection import Connection
from ordi_crf.db.transaction import Reading, Writing
from ordi_crf.db.trust_errors import NoSiteKeyError

SECTION = "site_key"
"""Under which the trail tells of keys."""
_SEED = 32
"""Bytes of a private key (RFC 8032, 5.1.5)."""
_FOREIGN_SEED = "(another private key)"
ELSEWHERE = b"kept where it was made, not here"
"""Stands for a private key that did not come along with the history that tells of it."""

TABLES = {
    "site_key": (
        "CREATE TABLE site_key (\n  id INTEGER PRIMARY KEY,\n"
        "  public TEXT NOT NULL CHECK (length(public) = 64),\n"
        f"  seed BLOB NOT NULL CHECK (length(seed) = {_SEED})\n) STRICT"
    ),
}


def triggers() -> Iterator[str]:
    """Yield what tells the trail of a key, and keeps every key there ever was."""
    yield from append_only("site_key")
    yield refusal("site_key_ours", "INSERT", "site_key", OURS, FOREIGN)
    told = entry(
        "key", SECTION, "'PUBLIC'", "new.public", row="CAST(new.id AS TEXT)", record="NULL"
    )
    yield f'CREATE TRIGGER "site_key_inserted" AFTER INSERT ON site_key BEGIN\n{told}\nEND'


class SiteKey:
    """The key pair of one study file; the last one made counts."""

    def __init__(self, read: Reading, write: Writing, permit: Callable[[Operation], None]) -> None:
        self._reading, self._writing, self._permit = read, write, permit

    def public(self) -> str | None:
        """Return the public key as 64 hexadecimal digits, None before one was made."""
        with self._reading() as connection:
            found = _last(connection)
        return None if found is None else found[0]

    def make(self) -> str:
        """Return the public key, made with its private one the first time it is asked for."""
        known = self.public()
        if known is not None:
            return known
        seed = secrets.token_bytes(_SEED)
        public = public_of(seed)
        with self._writing(operation=Operation.EXPORT) as connection:
            connection.execute("INSERT INTO site_key (public, seed) VALUES (?, ?)", (public, seed))
        return public

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message, 64 bytes, for a role that exports.

        ForbiddenError for another one, NoSiteKeyError before a key was made.
        """
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._permit(Operation.EXPORT)
        with self._reading() as connection:
            found = _last(connection)
        if found is None:
            raise NoSiteKeyError
        return Ed25519PrivateKey.from_private_bytes(found[1]).sign(message)


def told(connection: Connection) -> Mapping[str, str]:
    """Return what the table holds as the trail tells it: number to public key."""
    rows = connection.execute("SELECT id, public, seed FROM site_key ORDER BY id")
    return {
        str(number): public if seed == ELSEWHERE or public_of(seed) == public else _FOREIGN_SEED
        for number, public, seed in rows
    }


def public_of(seed: bytes) -> str:
    """Return the public key of a private one, blank for what is none."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw().hex()
    except ValueError:
        return ""


def _last(connection: Connection) -> tuple[str, bytes] | None:
    row = connection.execute(
        "SELECT public, seed FROM site_key WHERE seed <> ? ORDER BY id DESC LIMIT 1", (ELSEWHERE,)
    ).fetchone()
    return None if row is None else (str(row[0]), bytes(row[1]))
