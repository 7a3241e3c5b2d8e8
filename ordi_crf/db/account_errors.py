"""What can be wrong with an account or a password, as sentences for the desk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ordi_crf.db.trust_errors import TrustError
from ordi_crf.forms.schema import Text


class AccountTakenError(TrustError):
    """A login or a printed name belongs to another account, perhaps of somebody who left."""

    def __init__(self, word: str) -> None:
        super().__init__(
            Text(
                "“{word}” belongs to an account already, and none is ever given twice. Choose "
                "another, or activate that account again.",
                "«{word}» ya pertenece a una cuenta, y nunca se asigna dos veces. Elija otro o "
                "vuelva a activar esa cuenta.",
            ).format(word=word)
        )


class AccountBlankError(TrustError):
    """An account has no login or no name."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "An account needs a login and the person's name.",
                "Una cuenta necesita un usuario y el nombre de la persona.",
            )
        )


class PasswordRefusedError(TrustError):
    """A new password is too easy; `problems` says each reason."""

    def __init__(self, problems: Sequence[Text]) -> None:
        super().__init__(
            Text(" ".join(p.en for p in problems), " ".join(p.es for p in problems)),
        )
        self.problems = tuple(problems)


class DeactivatedError(TrustError):
    """The account was deactivated."""

    def __init__(self, login: str) -> None:
        super().__init__(
            Text(
                "The account {login} is deactivated. An investigator or administrator can activate "
                "it again.",
                "La cuenta {login} está desactivada. Un investigador o administrador puede "
                "volver a activarla.",
            ).format(login=login)
        )


class MustChangeError(TrustError):
    """The password was given by somebody else: until it is changed nothing else is done."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Choose a password of your own first; until then the study can only be read.",
                "Elija antes una contraseña propia; hasta entonces el estudio solo se puede leer.",
            )
        )


class AgedPasswordError(TrustError):
    """The password is older than the study lets one grow: until it is changed nothing is done."""

    def __init__(self, days: int) -> None:
        super().__init__(
            Text(
                "Your password is older than the {days} days this study gives it. Choose another "
                "first; until then the study can only be read.",
                "Su contraseña supera los {days} días que este estudio le concede. Elija antes "
                "otra; hasta entonces el estudio solo se puede leer.",
            ).format(days=str(days))
        )


class OwnAccountError(TrustError):
    """Somebody would change the role of their own account, or shut it."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Another investigator or administrator must do this: nobody changes the role of "
                "their own account or deactivates it, so that somebody is always left.",
                "Debe hacerlo otro investigador o administrador: nadie cambia el rol de su propia "
                "cuenta ni la desactiva, para que siempre quede alguien.",
            )
        )


class AccountReasonError(TrustError):
    """An account would be changed without a reason."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Say why: a change of somebody's role or access needs a reason.",
                "Indique el motivo: cambiar el rol o el acceso de alguien lo requiere.",
            )
        )


class OldKeysError(TrustError):
    """The file of keys holds a password that was changed since."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} is an older one than the study: this password was changed since. Use the "
                "newer password, bring the file that belongs here, or take the recovery key.",
                "{name} es más antiguo que el estudio: esta contraseña se cambió después. Use la "
                "contraseña nueva, traiga el archivo correcto o use la clave de recuperación.",
            ).format(name=path.name)
        )


class NoAccountsError(TrustError):
    """The study has no accounts to log in with."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} has no accounts: it is opened without a password.",
                "{name} no tiene cuentas: se abre sin contraseña.",
            ).format(name=path.name)
        )


class NoVaultKeyError(TrustError):
    """The account has no key to the subject identification list."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Your account has no key to the identification list yet: ask an investigator to "
                "give you a new password. A study that is not encrypted has no such list.",
                "Su cuenta aún no tiene llave de la lista de identificación: pida a un "
                "investigador una nueva contraseña. Un estudio sin cifrar no tiene esa lista.",
            )
        )
