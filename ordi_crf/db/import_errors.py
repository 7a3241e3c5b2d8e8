"""What stands in the way of taking what a file brings, as sentences; nothing was taken."""

from __future__ import annotations

from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.schema import Text


class NothingAcceptedError(StudyFileError):
    """Nobody accepted any value of the file."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "No value of the file is accepted: nothing was changed.",
                "No se ha aceptado ningún valor del archivo: no se ha cambiado nada.",
            )
        )


class MovedOnError(StudyFileError):
    """The study changed between the comparison with the file and the taking of its values."""

    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                "Values changed here since the file was compared: {n}. Nothing was taken. "
                "Compare the file again.",
                "Valores cambiados aquí desde que se comparó el archivo: {n}. No se ha tomado "
                "nada. Compare el archivo de nuevo.",
            ).format(n=count)
        )


class NotCarriedError(StudyFileError):
    """A file that should carry a whole study does not; no study was made."""

    def __init__(self, name: str, why: Text) -> None:
        wording = Text(
            "No study can be made from {name}: {why}.",
            "No se puede crear un estudio a partir de {name}: {why}.",
        )
        super().__init__(
            Text(
                wording.en.format(name=name, why=why.en.rstrip(".")),
                wording.es.format(name=name, why=why.es.rstrip(".")),
            )
        )
