"""Backup and restore in a process of its own, to be killed: each step is told once it returned."""

from __future__ import annotations

from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import filelock  # noqa: F401 - loaded before the fork, as is all that a step needs
import sqlite_utils  # noqa: F401

from ordi_crf.db import key_file
from ordi_crf.db.backup import Kind, make
from ordi_crf.db.connection import utc_now
from ordi_crf.db.key_file import KeyFile
from ordi_crf.db.keys import Cost, Slot
from ordi_crf.db.restore import restore
from tests.db.sealed import KEY, ana, at_work

KEYS = KeyFile("study").with_slot(Slot("apuig", Cost(64, 1, 1), bytes(16), bytes(12), bytes(48)))


def go_round(path: Path, told: Connection) -> None:
    """Enter, back up, restore and change the keys by turns, without end."""
    told.send_bytes(b"started")
    number = 0
    while True:
        with at_work(path, KEY) as study:
            study.log_event("ROUND", str(number))
        told.send_bytes(b"entered")
        made = make(path, KEY, Kind.CLOSE, utc_now())
        told.send_bytes(b"backed up")
        restore(made.backup.path, path, KEY, ana(), utc_now())
        told.send_bytes(b"restored")
        failure = key_file.Failure(str(number), "apuig", "pc")
        key_file.change(
            key_file.beside(path), lambda found, new=failure: replace(found, failures=(new,))
        )
        told.send_bytes(b"counted")
        number += 1
