"""The key of a study and the slots it is wrapped in: one for each account (ADR 10).

A slot is the study's random key, sealed by AES-256-GCM under what argon2id makes of a password
(RFC 9106). It is bound to its login and its study, so a slot that is renamed, moved or made cheaper
opens nothing. A study that is not encrypted has no key: its slots seal nothing, what is left is the
verifier of a password. The keys of a study and of its vault are made of one master key, which is
the recovery key, to be typed from paper.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields

from ordi_crf.core import passwords
from ordi_crf.db.trust_errors import RecoveryCodeError
from ordi_crf.forms.schema import Text

KEY_BYTES = 32
NO_KEY = b""
"""The key of a study that is not encrypted."""
_SALT, _NONCE = 16, 12

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letters that look like digits, and none that spells."""
_LOOKALIKES = str.maketrans("OIL", "011")
_GROUP = 4
_SIGNS = -(-KEY_BYTES * 8 // 5)
"""Signs of a key: 52, which is 13 groups; one more group checks them."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a password costs: KiB of memory, passes over it, lanes at once."""

    memory: int
    passes: int
    lanes: int


COST = Cost(memory=64 * 1024, passes=3, lanes=4)
"""RFC 9106, 4, second recommended option: 64 MiB fit a clinic's old PC, and 4 GiB of a graphics
card hold 64 tries at once. A quarter of a second on two cores."""
DEAREST = Cost(memory=1024 * 1024, passes=16, lanes=16)
"""More than this a slot does not ask for, unless to block the computer that opens it."""


@dataclass(frozen=True, slots=True)
class Ring:
    """What a slot seals: the study's key, and the vault's where the role may see identities."""

    study: bytes = field(default=NO_KEY, repr=False)
    vault: bytes = field(default=NO_KEY, repr=False)

    @property
    def sealed(self) -> bytes:
        """Return both keys as one; nothing where there is neither."""
        return bytes([len(self.study)]) + self.study + self.vault


@dataclass(frozen=True, slots=True)
class Slot:
    """The study's key, wrapped for one login."""

    login: str
    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes

    @property
    def text(self) -> str:
        """Return the slot as one line, as the account table and the file of keys hold it."""
        known = {f.name: getattr(self, f.name) for f in fields(self)} | {"cost": asdict(self.cost)}
        return json.dumps(
            {name: v.hex() if isinstance(v, bytes) else v for name, v in known.items()},
            ensure_ascii=False,
        )


def slot(text: str) -> Slot:
    """Return a slot from its line; ValueError when it is none."""
    try:
        known = json.loads(text)
        cost = Cost(**known["cost"])
        binary = (bytes.fromhex(known[name]) for name in ("salt", "nonce", "sealed"))
        found = Slot(known["login"], cost, *binary)
    except (KeyError, TypeError) as error:
        raise ValueError("this is no slot") from error
    asked = tuple(asdict(cost).values())
    if not all(
        isinstance(value, int) and 0 < value <= most
        for value, most in zip(asked, asdict(DEAREST).values(), strict=True)
    ):
        raise ValueError("the slot asks for too much")
    if cost.memory < 8 * cost.lanes:
        raise ValueError("the slot asks for less than there is (RFC 9106, 3.1)")
    if (
        found.login != canonical_login(found.login)
        or len(found.nonce) != _NONCE
        or len(found.salt) != _SALT
    ):
        raise ValueError("this is no slot")
    return found


def canonical_login(login: str) -> str:
    """Return a login as it is compared: without case, and alike from every keyboard."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def new_key() -> bytes:
    """Return a random key for a new study."""
    return secrets.token_bytes(KEY_BYTES)


def new_study() -> str:
    """Return a random name that binds slots to one study."""
    return secrets.token_hex(16)


def ring(sealed: bytes) -> Ring:
    """Return the keys that a slot sealed."""
    end = 1 + sealed[0]
    return Ring(sealed[1:end], sealed[end:])


def ring_of(master: bytes) -> Ring:
    """Return the keys made of a master key; neither leads to the other, or back (RFC 5869, 2.3)."""
    study, vault = (
        hmac.digest(master, b"ORDI %s 1" % part, "sha256") for part in (b"study", b"vault")
    )
    return Ring(study, vault)


def wrap(key: bytes, login: str, password: str, study: str, cost: Cost | None = None) -> Slot:
    """Return a study's key sealed under a password; with NO_KEY, a verifier of the password.

    `cost` is COST where none is given.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cost = cost or COST
    name, salt = canonical_login(login), secrets.token_bytes(_SALT)
    nonce = secrets.token_bytes(_NONCE)
    sealed = AESGCM(_derived(password, salt, cost)).encrypt(
        nonce, key, _bound(name, study, cost, salt)
    )
    return Slot(name, cost, salt, nonce, sealed)


def unwrap(slot: Slot, password: str, study: str) -> bytes | None:
    """Return the key, None when the password is wrong or the slot is not as it was made."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    bound = _bound(slot.login, study, slot.cost, slot.salt)
    try:
        return AESGCM(_derived(password, slot.salt, slot.cost)).decrypt(
            slot.nonce, slot.sealed, bound
        )
    except InvalidTag:
        return None


def used(password: str, former: Sequence[Slot], study: str, kept: int = passwords.KEPT) -> bool:
    """Return whether a password is one of the last, by their slots or verifiers, newest last."""
    return any(unwrap(slot, password, study) is not None for slot in former[-kept:])


def recovery_code(key: bytes) -> str:
    """Return a key in groups of four signs to be printed; the last group checks the others."""
    signs = _base32(int.from_bytes(key) << _SIGNS * 5 - KEY_BYTES * 8, _SIGNS) + _check(key)
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))


def recovered_key(typed: str) -> bytes:
    """Return the key of a recovery code, however it is spaced and cased; RecoveryCodeError."""
    upper = typed.upper().translate(_LOOKALIKES)
    signs = "".join(sign for sign in upper if sign.isalnum())
    for place, sign in enumerate(signs):
        if sign not in ALPHABET:
            raise RecoveryCodeError(_NO_SIGN.format(sign=sign, group=place // _GROUP + 1))
    if len(signs) != _SIGNS + _GROUP:
        raise RecoveryCodeError(_LENGTH.format(wanted=_SIGNS + _GROUP, found=len(signs)))
    number = 0
    for sign in signs[:_SIGNS]:
        number = number * 32 + ALPHABET.index(sign)
    padding = _SIGNS * 5 - KEY_BYTES * 8
    key = (number >> padding).to_bytes(KEY_BYTES)
    if number & ((1 << padding) - 1) or _check(key) != signs[_SIGNS:]:
        raise RecoveryCodeError(_MISTYPED)
    return key


def _derived(password: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        passwords.canonical(password).encode("utf-8", "surrogatepass"), salt,
        time_cost=cost.passes, memory_cost=cost.memory, parallelism=cost.lanes,
        hash_len=KEY_BYTES, type=Type.ID,
    )  # fmt: skip


def _bound(login: str, study: str, cost: Cost, salt: bytes) -> bytes:
    """Return what the seal covers beside the key."""
    costs = list(asdict(cost).values())
    return json.dumps(["ORDI slot 1", study, login, costs, salt.hex()]).encode()


def _base32(number: int, length: int) -> str:
    places = range((length - 1) * 5, -1, -5)
    return "".join(ALPHABET[number >> place & 31] for place in places)


def _check(key: bytes) -> str:
    digest = hashlib.sha256(b"ORDI recovery key 1" + key).digest()
    return _base32(int.from_bytes(digest) >> 256 - 5 * _GROUP, _GROUP)


_NO_SIGN = Text(
    "“{sign}” in group {group} is no sign of a recovery key: it has digits and letters without U.",
    "«{sign}», en el grupo {group}, no es un signo de la clave de recuperación: lleva cifras y "
    "letras sin U.",
)
_LENGTH = Text(
    "A recovery key has {wanted} signs; these are {found}. Is a group missing or twice there?",
    "La clave de recuperación tiene {wanted} signos; aquí hay {found}. ¿Falta o sobra un grupo?",
)
_MISTYPED = Text(
    "The last group does not fit the others: one sign or more is mistyped. Compare group by group.",
    "El último grupo no concuerda con los demás: hay algún signo mal escrito. Compare grupo a "
    "grupo.",
)
