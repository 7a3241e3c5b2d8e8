"""What stands in the way of completing, signing, locking and unlocking, as sentences."""

from __future__ import annotations

from collections.abc import Sequence

from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.schema import Text


class LockedError(StudyFileError):
    """A locked form, or something in a locked visit, subject or study, is changed."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "This is locked: nothing was changed. Who may unlock it does so with a reason.",
                "Está bloqueado: no se ha cambiado nada. Quien puede desbloquearlo lo hace con un "
                "motivo.",
            )
        )


class LockedAroundError(StudyFileError):
    """A part is unlocked while the whole it lies in is locked; `around` is that whole."""

    def __init__(self, around: Text) -> None:
        super().__init__(
            Text(
                f"{around.en} is locked as a whole: unlock that first.",
                f"{around.es}: el bloqueo es del conjunto; desbloquéelo primero.",
            )
        )


class OrderError(StudyFileError):
    """A form would pass into a state it cannot have yet."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "The order is: complete, verified where the study asks for it, signed, locked. "
                "Nothing was changed.",
                "El orden es: completo, verificado si el estudio lo pide, firmado, bloqueado. No "
                "se ha cambiado nada.",
            )
        )


class ObstaclesError(StudyFileError):
    """A lock was asked for although something is still open."""

    def __init__(self, obstacles: Sequence[Text], *, overridable: bool) -> None:
        found = Text(" ".join(o.en for o in obstacles), " ".join(o.es for o in obstacles))
        over = Text(
            "Settle them, or lock the study with a reason all the same.",
            "Resuélvalo o bloquee el estudio igualmente con un motivo.",
        )
        settle = Text("Nothing was locked.", "No se ha bloqueado nada.")
        end = over if overridable else settle
        super().__init__(Text(f"{found.en} {end.en}", f"{found.es} {end.es}"))
        self.obstacles = tuple(obstacles)


class NothingToSignError(StudyFileError):
    """No form of what is signed can be signed."""

    def __init__(self, *, sdv: bool) -> None:
        super().__init__(
            Text(
                "There is nothing to sign here: a form is signed once it is verified against its "
                "source.",
                "No hay nada que firmar: un formulario se firma cuando está verificado con su "
                "fuente.",
            )
            if sdv
            else Text(
                "There is nothing to sign here: a form is signed once it is complete.",
                "No hay nada que firmar: un formulario se firma cuando está completo.",
            )
        )


class NotInvestigatorError(StudyFileError):
    """Somebody who is not an investigator signs."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Only an investigator signs. Nothing was signed.",
                "Solo firma un investigador. No se ha firmado nada.",
            )
        )


class NotConfirmedError(StudyFileError):
    """Who signs could not show to be who is at work."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "This does not show that it is you: nothing was signed, and the try was written "
                "down.",
                "Esto no acredita que sea usted: no se ha firmado nada y el intento ha quedado "
                "registrado.",
            )
        )
