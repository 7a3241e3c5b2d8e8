"""What whoever is at work may do here, and the sentence for what they may not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ordi_crf.core import permission_words
from ordi_crf.core.permissions import Operation, Role, allowed, roles_for
from ordi_crf.ui.session import Session

translate = QCoreApplication.translate


def may(session: Session, operation: Operation, form: str | None = None) -> bool:
    """Return whether something can be done now, to a form where one is named."""
    return not session.read_only and entitled(session, operation, form)


def entitled(session: Session, operation: Operation, form: str | None = None) -> bool:
    """Return whether the role and the account allow something, wherever the file lies."""
    if session.file.accounts.unready:
        return operation is Operation.CHANGE_OWN_PASSWORD
    try:
        role = Role(session.file.actor.role)
    except ValueError:
        return False
    return allowed(role, operation, form)


def tip(session: Session, operation: Operation, form: str | None = None) -> str:
    """Return why something cannot be done now, the empty text when it can."""
    if session.read_only:
        return translate("Permits", "The study is open read-only.")
    return whose(session, operation, form)


def whose(session: Session, operation: Operation, form: str | None = None) -> str:
    """Return for whom something is, the empty text for those; wherever the file lies."""
    if entitled(session, operation, form):
        return ""
    if session.file.accounts.unready:
        return translate("Permits", "Choose a password of your own first.")
    return translate("Permits", "This is for: {who}.").format(who=who(session, operation, form))


def who(session: Session, operation: Operation, form: str | None = None) -> str:
    """Return the roles that may do something, as a list in words."""
    found = [permission_words.ROLES[role] for role in roles_for(operation, form)]
    return session.say(permission_words.listed(found))
