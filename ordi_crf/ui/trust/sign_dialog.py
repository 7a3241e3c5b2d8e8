"""SignDialog: an electronic signature: what is signed, what it means, and who signs."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ordi_crf import forms
from ordi_crf.core.life import Level, Scope
from ordi_crf.core.signing import MEANINGS
from ordi_crf.db.signing import Signing
from ordi_crf.forms.schema import Text
from ordi_crf.ui import life, theme
from ordi_crf.ui.access.password_field import PasswordField
from ordi_crf.ui.components.button import Kind
from ordi_crf.ui.components.fields import LineField, ListField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.waiting import waiting
from ordi_crf.ui.wording import visit_words

_WIDTH = 560
_NAMED = 12
"""So many kinds of forms are named."""


class SignDialog(Dialog):
    """Signs every form of a scope that is ready, once whoever signs has shown who they are."""

    def __init__(self, session: Session, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setMinimumWidth(_WIDTH)
        self._session, self._scope = session, scope
        self.set_title(self.tr("Sign: {what}").format(what=self._what()))
        self.body.addWidget(Label(self._forms(), theme.BODY, 400, Tone.INK, wrap=True))
        self._meaning = ListField()
        self._meaning.setObjectName("meaning")
        for code in MEANINGS.codes:
            self._meaning.addItem(session.say(code.text), code.value)
        self.add_field(self.tr("What the signature means"), self._meaning)
        self._signer, self._password = LineField(goes_on=True), PasswordField()
        self._signer.setObjectName("signer")
        self._password.setObjectName("signer_password")
        self._add_signer()
        self.add_words(
            self.tr(
                "Name, role, meaning and the time in UTC stay with each form, on screen and on "
                "paper. Any later change breaks the signature, visibly."
            ),
            Tone.MUTED,
            theme.LABEL,
        )
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self._sign = self.add_button(self.tr("Sign"), Kind.PRIMARY, name="sign_now")
        self._sign.clicked.connect(self._on_sign)
        session.refused.connect(self._on_refused)
        self._signer.setFocus()

    def _add_signer(self) -> None:
        """Ask for login and password; where the study has no accounts, for the name."""
        if self._session.guarded:
            who = self.tr("You sign as {name}").format(name=self._session.file.actor.name)
            self.add_words(who)
            self.add_field(self.tr("Login"), self._signer)
            self.add_field(self.tr("Password"), self._password)
            return
        self._signer.setPlaceholderText(self._session.file.actor.name)
        self.add_field(self.tr("Your name, typed out, is your signature"), self._signer)

    def _what(self) -> str:
        """Return what is signed, in words."""
        scope, language = self._scope, self._session.language
        match scope.level:
            case Level.FORM:
                return self._session.say(forms.form(scope.form).title)
            case Level.VISIT:
                return visit_words(scope.visit, scope.visit_repeat, language)
            case Level.SUBJECT:
                return self.tr("subject {subject}").format(subject=str(scope.subject))
            case Level.STUDY:
                return self.tr("the study")

    def _forms(self) -> str:
        """Return which forms are signed, by title and number."""
        keys = life.ready(self._session, self._scope)
        if self._scope.level is Level.FORM and self._scope.subject is not None:
            visit = visit_words(self._scope.visit, self._scope.visit_repeat, self._session.language)
            return self.tr("Subject {subject}, {visit}").format(
                subject=str(self._scope.subject), visit=visit
            )
        titles = Counter(self._session.say(forms.form(key.form).title) for key in keys)
        named = [f"{title} × {n}" if n > 1 else title for title, n in titles.items()]
        more = "…" if len(named) > _NAMED else ""
        count = self.tr("%n form(s) are signed, each by itself", "", len(keys))
        return f"{count}: {'; '.join(named[:_NAMED])}{more}"

    @Slot()
    def _on_sign(self) -> None:
        signer, password = " ".join(self._signer.text().split()), self._password.text()
        if not signer:
            name = self.tr("Type your name to sign.")
            self.say(self.tr("Type your login.") if self._session.guarded else name)
            self._signer.setFocus()
            return
        if self._session.guarded and not password:
            self.say(self.tr("Type your password."))
            self._password.setFocus()
            return
        signing = Signing(self._scope, str(self._meaning.currentData()), signer, password)
        with waiting():
            signed = life.sign(self._session, signing)
        if signed:
            self.accept()
        else:
            self._password.clear()
            self._password.hide_signs()
            (self._password if self._session.guarded else self._signer).setFocus()

    @Slot(object)
    def _on_refused(self, text: Text) -> None:
        self.say(self._session.say(text))
