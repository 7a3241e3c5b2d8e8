"""What can be wrong with keys, accounts, backups and permissions, as sentences for the desk."""

from __future__ import annotations

from pathlib import Path

from ordi_crf.core import permission_words
from ordi_crf.core.permissions import Operation, Role, roles_for
from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.schema import Text


class TrustError(StudyFileError):
    """Something was refused, or cannot be relied on; `message` is for the user."""


class WrongPasswordError(TrustError):
    """Login and password do not belong together; which of them is wrong is not said."""

    def __init__(self, left: int) -> None:
        wording = (
            Text(
                "Login or password is not right; {left} more tries before a pause. "
                "Is Caps Lock on?",
                "El usuario o la contraseña no son correctos; quedan {left} intentos antes de una "
                "pausa. ¿Está activado el bloqueo de mayúsculas?",
            )
            if left > 1
            else Text(
                "Login or password is not right; one more try before a pause. Is Caps Lock on?",
                "El usuario o la contraseña no son correctos; queda un intento antes de una pausa. "
                "¿Está activado el bloqueo de mayúsculas?",
            )
        )
        super().__init__(wording.format(left=left))
        self.left = left


class LockedOutError(TrustError):
    """Too many tries failed: the login waits, whatever is typed."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            Text(
                "Too many tries failed. Wait {minutes} min, or open the study with the recovery "
                "key; colleagues can log in meanwhile.",
                "Demasiados intentos fallidos. Espere {minutes} min o abra el estudio con la clave "
                "de recuperación; los demás pueden entrar mientras tanto.",
            ).format(minutes=-(-seconds // 60))
        )
        self.seconds = seconds


class LoginNeededError(TrustError):
    """The study has accounts, and nobody logged in."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} has accounts: open it with your login and password.",
                "{name} tiene cuentas: ábralo con su usuario y contraseña.",
            ).format(name=path.name)
        )


class KeysMissingError(TrustError):
    """The file with the wrapped keys is not beside the study."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} is not in {folder}: without it no password opens the study. Bring it from "
                "a backup, or open the study with the recovery key.",
                "Falta {name} en {folder}: sin él ninguna contraseña abre el estudio. Recupérelo "
                "de una copia de seguridad o abra el estudio con la clave de recuperación.",
            ).format(name=path.name, folder=str(path.parent))
        )


class KeysDamagedError(TrustError):
    """The file with the wrapped keys is not as it was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} is damaged or was changed by hand, and was left untouched. Bring it from a "
                "backup, or open the study with the recovery key.",
                "{name} está dañado o se modificó a mano, y no se ha tocado. Recupérelo de una "
                "copia de seguridad o abra el estudio con la clave de recuperación.",
            ).format(name=path.name)
        )


class KeyDoesNotFitError(TrustError):
    """The key is one, and not of this file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "This key does not open {name}: it belongs to another study, or the beginning of "
                "the file is damaged. Check the key, then try the newest backup.",
                "Esta clave no abre {name}: es de otro estudio o el principio del archivo está "
                "dañado. Compruebe la clave y después pruebe la copia de seguridad más reciente.",
            ).format(name=path.name)
        )


class RecoveryCodeError(TrustError):
    """What was typed is no recovery key."""


class ForbiddenError(TrustError):
    """The person's role does not include this."""

    def __init__(self, role: Role, operation: Operation, form: str | None = None) -> None:
        ours = permission_words.ROLES[role]
        what = permission_words.described(operation, form)
        who = permission_words.listed(
            [permission_words.ROLES[other] for other in roles_for(operation, form)]
        )
        super().__init__(
            Text(
                _FORBIDDEN.en.format(role=ours.en, what=what.en, who=who.en),
                _FORBIDDEN.es.format(role=ours.es, what=what.es, who=who.es),
            )
        )
        self.role, self.operation, self.form = role, operation, form


class UnknownRoleError(TrustError):
    """The person has a role that this program does not know, so that nothing is theirs to do."""

    def __init__(self, role: str) -> None:
        super().__init__(
            Text(
                "Nothing was changed: “{role}” is no role of this study. Go on under one of the "
                "roles investigator, nurse, coordinator, monitor, data manager, administrator.",
                "No se ha cambiado nada: «{role}» no es un rol de este estudio. Continúe con uno "
                "de los roles: investigador, enfermería, coordinación, monitor, gestor de datos, "
                "administrador.",
            ).format(role=role)
        )


class UnverifiedBackupError(TrustError):
    """A backup does not hold what it should."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            Text(
                "The backup {name} does not hold what it should ({detail}); nothing was replaced. "
                "Choose another one.",
                "La copia de seguridad {name} no contiene lo que debería ({detail}); no se ha "
                "reemplazado nada. Elija otra.",
            ).format(name=path.name, detail=detail)
        )


class InUseError(TrustError):
    """The study is open somewhere, so it cannot be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} is open, here or on another computer. Close it there, then try again.",
                "{name} está abierto, aquí o en otro ordenador. Ciérrelo y vuelva a intentarlo.",
            ).format(name=path.name)
        )


class NothingToRescueError(TrustError):
    """Not even the list of tables can be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "Nothing in {name} can be read any more. Restore the newest backup, and keep the "
                "damaged file.",
                "Ya no se puede leer nada de {name}. Restaure la copia de seguridad más reciente y "
                "conserve el archivo dañado.",
            ).format(name=path.name)
        )


class NoSiteKeyError(TrustError):
    """The study has no key to sign with, and nobody may write one now."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "The package cannot be signed: this study has no key yet. Close the study in the "
                "other program, open it here and export again.",
                "El paquete no se puede firmar: este estudio aún no tiene clave. Ciérrelo en el "
                "otro programa, ábralo aquí y exporte de nuevo.",
            )
        )


_FORBIDDEN = Text(
    "Your role ({role}) does not include this: {what}. It is for: {who}. Nothing was changed.",
    "Su rol ({role}) no incluye esta operación: {what}. Corresponde a: {who}. No se ha cambiado "
    "nada.",
)
