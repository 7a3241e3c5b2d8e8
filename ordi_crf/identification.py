"""Who the subjects are, for those who may know it, to be looked for before an export leaves.

Exports themselves never load the list (T30): who asks for one brings along what must not be in it.
"""

from __future__ import annotations

from contextlib import closing

from ordi_crf.core.identifiers.listed import Listed
from ordi_crf.core.identifiers.places import NOBODY
from ordi_crf.core.permissions import Operation, Role, allowed
from ordi_crf.db import access, vault
from ordi_crf.db.account_errors import NoVaultKeyError
from ordi_crf.db.study_file import StudyFile


def listed(file: StudyFile) -> Listed:
    """Return who the subjects are, where whoever is at work may know it; the look is recorded."""
    may = allowed(Role(file.actor.role), Operation.SEE_IDENTITIES)
    if not may or not vault.beside(file.path).exists():
        return NOBODY
    try:
        with closing(access.open_vault(file)) as identification:
            known = identification.identities().values()
    except NoVaultKeyError:
        return NOBODY
    numbers = (n for who in known for n in (who.hospital_number, who.phone) if n)
    return Listed(
        tuple(who.name for who in known if who.name),
        tuple(numbers),
        tuple(who.birth for who in known if who.birth),
    )
