"""BackupCard: one backup: whether it is sound, and what going back to it would cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import AuditEntry
from ordi_crf.db import backup as backups
from ordi_crf.db import safekeeping
from ordi_crf.db.backup import Backup
from ordi_crf.db.safekeeping import Loss
from ordi_crf.forms.schema import Text
from ordi_crf.ui import permits, theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_NAMED = 8
"""So many subjects are named whose entries would be lost."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a sound backup has not, in numbers and names."""

    loss: Loss
    people: tuple[str, ...]
    subjects: tuple[str, ...]


class BackupCard(Card):
    """Shows one backup at a time."""

    restore_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._backup: Backup | None = None
        self._asked = False
        self._title = Label("", theme.TITLE, 700)
        self._name = Label("", theme.META, 400, Tone.MUTED, wrap=True)
        self._said = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._check = Button(self.tr("Check it"))
        self._check.setObjectName("check_backup")
        self._check.clicked.connect(self._on_check)
        self._restore = Button(self.tr("Restore…"))
        self._restore.setObjectName("restore_backup")
        self._restore.clicked.connect(self._on_restore)
        for widget in (self._title, self._name, self._said):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self._check)
        row.addWidget(self._restore)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_backup(self, backup: Backup) -> None:
        """Show a backup."""
        if backup == self._backup:
            return
        self._backup = backup
        self._title.setText(f"{backup.at.astimezone():%Y-%m-%d %H:%M}")
        self._name.setText(backup.path.name)
        self._say(self.tr("Verified row by row when it was made."), Tone.MUTED)
        self._show_ready()

    def _show_ready(self, *, busy: bool = False) -> None:
        refusal = permits.tip(self._session, Operation.RESTORE)
        self._check.setEnabled(not busy)
        self._restore.setEnabled(not busy and not refusal)
        self._restore.setToolTip(refusal)

    def _say(self, words: str, tone: Tone) -> None:
        self._said.set_tone(tone)
        self._said.setText(words)

    def _weigh(self, *, asked: bool) -> None:
        """Read the backup, and find out what it has not."""
        backup, session = self._backup, self._session
        if backup is None:
            return
        self._asked = asked
        path, key, audit = session.file.path, session.file.key, session.file.data().audit

        def work(_progress: Progress, _cancelled: Cancelled) -> object:
            backups.verify(backup.path, key)
            return _weighed(safekeeping.loss(path, backup.path, key), audit)

        self._show_ready(busy=True)
        self._say(self.tr("Reading it row by row…"), Tone.MUTED)
        job = Job(work, session)
        job.done.connect(self._on_weighed)
        job.failed.connect(self._on_failed)
        job.start()

    @Slot()
    def _on_check(self) -> None:
        self._weigh(asked=False)

    @Slot()
    def _on_restore(self) -> None:
        self._weigh(asked=True)

    @Slot(object)
    def _on_weighed(self, weighed: Weighed) -> None:
        self._show_ready()
        self._say(self.tr("It is whole: every row and the chain of its trail."), Tone.OK)
        if self._asked and self._backup is not None:
            dialog = RestoreDialog(self._backup, weighed, self)
            dialog.accepted.connect(self._on_accepted)
            dialog.open()

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self._show_ready()
        self._say(self._session.say(text), Tone.BAD)

    @Slot()
    def _on_accepted(self) -> None:
        self.restore_asked.emit(self._backup)


class RestoreDialog(Dialog):
    """Says what would be lost, before it is."""

    def __init__(self, backup: Backup, weighed: Weighed, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setMinimumWidth(560)
        when = f"{backup.at.astimezone():%Y-%m-%d %H:%M}"
        self.set_title(self.tr("Go back to {when}?").format(when=when))
        self.add_words(self._lost(weighed), Tone.WARN if weighed.loss.entries else Tone.INK)
        if weighed.people:
            self.add_words(self.tr("Entered by: {who}").format(who=_listed(weighed.people)))
        if weighed.subjects:
            self.add_words(self.tr("Subjects: {who}").format(who=_listed(weighed.subjects)))
        self.add_words(
            self.tr(
                "The study as it is now is set aside among the backups, so that nothing is gone "
                "for good. Passwords are those of the backup. You log in again afterwards."
            ),
            Tone.MUTED,
            theme.LABEL,
        )
        self.add_button(self.tr("Restore"), name="restore_now").clicked.connect(self.accept)
        stay = self.add_button(self.tr("Stay as it is"), Kind.PRIMARY, name="stay")
        stay.clicked.connect(self.reject)
        stay.setFocus()

    def _lost(self, weighed: Weighed) -> str:
        if not weighed.loss.entries:
            return self.tr("The backup holds everything that the study holds.")
        since = weighed.loss.since.replace("T", " ")[:16]
        words = self.tr(
            "%n entry(ies) of the audit trail since {since} UTC are not in this backup.", "",
            weighed.loss.entries,
        )  # fmt: skip
        return words.format(since=since)


def _weighed(loss: Loss, audit: Sequence[AuditEntry]) -> Weighed:
    later = [entry for entry in audit if loss.since and entry.at >= loss.since and entry.subjid]
    people = tuple(dict.fromkeys(entry.actor for entry in later))
    return Weighed(loss, people, tuple(sorted({entry.subjid for entry in later})))


def _listed(words: tuple[str, ...]) -> str:
    more = "…" if len(words) > _NAMED else ""
    return ", ".join(words[:_NAMED]) + more
