"""Preferences of this computer: recent studies, logins and names used last, language, theme.

Never study data: those live in the study file alone.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ordi_crf.db.study_file import Actor
from ordi_crf.forms.schema import Language

_RECENT, _LOGINS = 6, 8


def _store() -> QSettings:
    return QSettings("ORDI CRF", "ORDI CRF")


def _text(key: str) -> str:
    value = _store().value(key, "")
    return value if isinstance(value, str) else ""


def _code(path: Path) -> str:
    """Return a name for a file that a preference may have: a path has slashes."""
    return hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:16]


def recent() -> list[Path]:
    """Return the study files opened last, newest first; those that are gone are left out."""
    paths = [Path(line) for line in _text("recent").split("\n") if line]
    return [path for path in paths if path.is_file()]


def add_recent(path: Path) -> None:
    """Put a study file at the top of the recent ones."""
    path = path.absolute()
    others = [other for other in recent() if other != path]
    _store().setValue("recent", "\n".join(str(p) for p in [path, *others][:_RECENT]))


def logins(path: Path) -> list[str]:
    """Return the logins with which a study was opened on this computer, the last one first."""
    return [login for login in _text(f"logins/{_code(path)}").split("\n") if login]


def add_login(path: Path, login: str) -> None:
    """Remember a login that opened a study; never a password."""
    others = [other for other in logins(path) if other != login]
    _store().setValue(f"logins/{_code(path)}", "\n".join([login, *others][:_LOGINS]))


def actor() -> Actor:
    """Return who was at work last on this computer; to be confirmed at each start."""
    return Actor(_text("actor/name"), _text("actor/role"))


def set_actor(value: Actor) -> None:
    """Remember who is at work."""
    store = _store()
    store.setValue("actor/name", value.name)
    store.setValue("actor/role", value.role)


def language() -> Language:
    """Return the language of the study's wording on screen."""
    value = _text("language")
    return Language(value) if value in tuple(Language) else Language.EN


def set_language(value: Language) -> None:
    """Remember the language."""
    _store().setValue("language", value.value)


def dark() -> bool | None:
    """Return whether the dark theme was chosen, None to follow the system."""
    return {"dark": True, "light": False}.get(_text("theme"))


def set_dark(value: bool | None) -> None:
    """Remember the theme."""
    _store().setValue("theme", {True: "dark", False: "light", None: ""}[value])


def geometry() -> QByteArray:
    """Return the window's last place and size, as Qt wrote it."""
    value = _store().value("geometry")
    return value if isinstance(value, QByteArray) else QByteArray()


def set_geometry(value: QByteArray) -> None:
    """Remember the window's place and size."""
    _store().setValue("geometry", value)
