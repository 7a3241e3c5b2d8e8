"""The bands over every page of a study: what holds for all of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ordi_crf.db.backup import is_backup
from ordi_crf.ui.access.lockout_band import LockoutBand
from ordi_crf.ui.components.banner import Banner
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

translate = QCoreApplication.translate


def bands(session: Session) -> list[Banner]:
    """Return the bands of a study."""
    found: list[Banner] = []
    if session.synthetic:
        words = translate(
            "Bands", "Synthetic demonstration study: invented people, no patient data."
        )
        found.append(Banner(words, Tone.WARN))
    if session.read_only:
        holder = session.file.holder
        words = (
            translate("Bands", "Read-only: open for writing by {holder}.").format(
                holder=str(holder)
            )
            if holder is not None
            else translate("Bands", "Read-only: this is a backup. To go on from it, restore it.")
            if is_backup(session.file.path)
            else translate("Bands", "Read-only: the file or its folder cannot be written.")
        )
        found.append(Banner(words, Tone.ACCENT))
    if session.guarded:
        found.append(LockoutBand(session))
    if session.file.backup is not None:
        words = translate("Bands", "The study was upgraded; a backup was made first: {name}")
        found.append(Banner(words.format(name=session.file.backup.name), Tone.OK))
    return found
