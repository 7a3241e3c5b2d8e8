"""BackupsPage: the copies of the study, one more by hand, and the way back to one of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.permissions import Operation
from ordi_crf.db import backup as backups
from ordi_crf.db import safekeeping
from ordi_crf.db.backup import DAYS, LAST, WEEKS, Backup, Kind, Made
from ordi_crf.forms.schema import Text
from ordi_crf.ui import permits, theme
from ordi_crf.ui.access.backup_card import BackupCard
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import Exports
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import folder_words

_ROOM = ((150, 2), (190, 3), (80, 1), (260, 5))
_RIGHT = 340


class BackupsPage(Page):
    """A list, newest first; the chosen one stands at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: list[Backup] = []
        self._job: Job | None = None
        titles = (self.tr("When"), self.tr("Why"), self.tr("Size"), self.tr("File"))
        self._rows = Rows(titles, [], self)
        self._table = Table(self._rows)
        self._table.setAccessibleName(self.tr("Backups"))
        self._table.set_columns(_ROOM)
        self._table.clicked.connect(self._on_chosen)
        self._table.activated.connect(self._on_chosen)
        self._table.selectionModel().currentChanged.connect(self._on_chosen)
        self.setFocusProxy(self._table)
        self._card = BackupCard(session)
        self._card.setFixedWidth(_RIGHT)
        self._card.restore_asked.connect(self.restore_asked)
        self._said = Label("", theme.LABEL, 600, Tone.MUTED, wrap=True)
        listed = Card()
        listed.body.setContentsMargins(1, 1, 1, 1)
        listed.body.addWidget(self._table)
        right = QVBoxLayout()
        right.addWidget(self._card)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        row.addWidget(listed, 1)
        row.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(Label(self._rule(), theme.LABEL, 400, Tone.MUTED, wrap=True))
        column.addWidget(self._said)
        column.addLayout(row, 1)
        self._said.hide()
        self._show()

    def header(self) -> Header:
        running = self._job is not None and self._job.running
        tip = permits.tip(self._session, Operation.BACK_UP)
        count = self.tr("%n backup(s)", "", len(self._found))
        return Header(
            self.tr("Backups"),
            ((self.tr("Exports"), Exports()), (count, None)),
            Action("back_up", self.tr("Back up now"), not tip and not running, tip),
        )

    def act(self, code: str) -> None:
        file = self._session.file

        def work(_progress: Progress, _cancelled: Cancelled) -> object:
            return safekeeping.back_up(file)

        self._job = Job(work, self._session)
        self._job.done.connect(self._on_made)
        self._job.failed.connect(self._on_failed)
        self._say(self.tr("Copying, and reading the copy row by row…"), Tone.MUTED)
        self._job.start()
        self.headed.emit()

    def _rule(self) -> str:
        return self.tr(
            "Made when the study is closed after something was entered, before every change of "
            "the file, and by hand. Of those at close the last {last}, one of each day for {days} "
            "days and one of each week for {weeks} weeks are kept, in “{folder}”. Copy that folder "
            "to another disk now and then: it is encrypted like the study."
        ).format(
            last=LAST, days=DAYS, weeks=WEEKS,
            folder=folder_words(backups.folder(self._session.file.path)),
        )  # fmt: skip

    def _show(self) -> None:
        self._found = backups.backups(self._session.file.path)
        self._rows.set_rows([self._line(backup) for backup in self._found])
        self._card.setVisible(bool(self._found))
        if self._found:
            self._table.selectRow(0)
            self._card.show_backup(self._found[0])
        self.headed.emit()

    def _line(self, backup: Backup) -> tuple[str, ...]:
        size = backup.path.stat().st_size / 1e6
        return (
            f"{backup.at.astimezone():%Y-%m-%d %H:%M}",
            self._why(backup.kind),
            f"{size:.1f} MB",
            backup.path.name,
        )

    def _why(self, kind: Kind) -> str:
        return {
            Kind.CLOSE: self.tr("the study was closed"),
            Kind.ASKED: self.tr("by hand"),
            Kind.UPGRADE: self.tr("before an upgrade"),
            Kind.RESTORE: self.tr("set aside by a restore"),
        }[kind]

    def _say(self, words: str, tone: Tone) -> None:
        self._said.set_tone(tone)
        self._said.setText(words)
        self._said.show()

    @Slot(object)
    def _on_made(self, made: Made) -> None:
        words = self.tr("{name} was made, and holds every row of the study.")
        self._say(words.format(name=made.backup.path.name), Tone.OK)
        self._show()

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self._say(self._session.say(text), Tone.BAD)
        self.headed.emit()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._found):
            self._card.show_backup(self._found[index.row()])
