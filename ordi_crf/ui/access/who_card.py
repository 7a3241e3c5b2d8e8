"""WhoCard: name and role of who is at work on a study without accounts, such as the sample."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ordi_crf.db.study_file import Actor
from ordi_crf.forms.schema import Language
from ordi_crf.ui import settings, theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.roles import role_choices
from ordi_crf.ui.theme import Tone


class WhoCard(Card):
    """Asks once per start."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.addWidget(Label(self.tr("Who is at work?"), theme.LABEL, 600))
        self._name = LineField()
        self._name.setPlaceholderText(self.tr("First and last name"))
        self._name.setAccessibleName(self.tr("Your name"))
        self._name.setObjectName("actor_name")
        self._name.setMinimumHeight(theme.CONTROL_HEIGHT + 4)
        self._name.setFixedWidth(300)
        self._role = SegmentedChoice(role_choices(language))
        self._role.setAccessibleName(self.tr("Your role"))
        self._role.setObjectName("actor_role")
        words = self.tr("Asked once per start. Both are written beside every change.")
        self.body.addWidget(self._name)
        self.body.addWidget(self._role)
        self.body.addWidget(Label(words, theme.LABEL, 400, Tone.MUTED))
        self.refresh()

    def refresh(self) -> None:
        """Show who was at work last."""
        last = settings.actor()
        self._name.setText(last.name)
        self._role.set_value(last.role or None)

    def actor(self) -> Actor | None:
        """Return who is at work, None while name or role is missing."""
        name, role = " ".join(self._name.text().split()), self._role.value()
        return Actor(name, role) if name and role else None

    def focus_first(self) -> bool:
        """Give the keyboard to what is still to be said; False when nothing is."""
        if self.actor() is not None:
            return False
        (self._role if self._name.text().strip() else self._name).setFocus()
        return True
