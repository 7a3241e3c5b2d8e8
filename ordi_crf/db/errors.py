"""What can be wrong with a study file, as sentences for the person at the desk.

An environment error says what happened, where, and what to do; nothing was written when it is
raised. Mistakes of ours are not wrapped: they reach the exception hook.
"""

from __future__ import annotations

from pathlib import Path

from ordi_crf.forms.schema import Text


class StudyFileError(Exception):
    """A study file could not be opened, read or written; `message` is for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class NotAStudyError(StudyFileError):
    """The file exists and is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} is not an ORDI CRF study file. Choose a file that ends in .ordi; "
                "this one was left untouched.",
                "{name} no es un archivo de estudio de ORDI CRF. Elija un archivo .ordi; "
                "este no se ha modificado.",
            ).format(name=path.name)
        )


class DamagedError(StudyFileError):
    """The file is a study file and cannot be read any more."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(
            Text(
                "{name} is damaged and was left untouched. Open the newest backup beside it, and "
                "keep the damaged file for the data manager. ({detail})",
                "{name} está dañado y no se ha modificado. Abra la copia de seguridad más reciente "
                "y conserve el archivo dañado para el gestor de datos. ({detail})",
            ).format(name=path.name, detail=detail)
        )
        self.detail = detail


class NewerSchemaError(StudyFileError):
    """The file was written by a later version of the program."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            Text(
                "{name} was written by a newer ORDI CRF (schema {found}, this program knows "
                "{known}). Update the program; the file was left untouched.",
                "{name} se creó con un ORDI CRF más reciente (esquema {found}; este programa "
                "conoce el {known}). Actualice el programa; el archivo no se ha modificado.",
            ).format(name=path.name, found=found, known=known)
        )


class UnknownSchemaError(StudyFileError):
    """The file holds items this program does not know, so it must not write to it."""

    def __init__(self, path: Path, items: str) -> None:
        super().__init__(
            Text(
                "{name} holds items this program does not know ({items}). Open it with the version "
                "that wrote it; the file was left untouched.",
                "{name} contiene ítems que este programa no conoce ({items}). Ábralo con la "
                "versión que lo creó; el archivo no se ha modificado.",
            ).format(name=path.name, items=items)
        )


class MissingFileError(StudyFileError):
    """There is no such file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} is no longer at {folder}. Was it moved, or is the drive not connected?",
                "{name} ya no está en {folder}. ¿Se ha movido o falta conectar la unidad?",
            ).format(name=path.name, folder=str(path.parent))
        )


class ExistsError(StudyFileError):
    """A new study would overwrite a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} exists already in {folder}. Open it, or choose another name.",
                "{name} ya existe en {folder}. Ábralo o elija otro nombre.",
            ).format(name=path.name, folder=str(path.parent))
        )


class RemainsError(StudyFileError):
    """A new study would meet the journal of an earlier file of its name."""

    def __init__(self, path: Path, journal: str) -> None:
        super().__init__(
            Text(
                "{folder} still holds {journal}, left by an earlier {name}; it may hold entries "
                "of that study. Choose another name, or keep that file elsewhere first.",
                "En {folder} queda {journal}, de un {name} anterior; puede contener datos de ese "
                "estudio. Elija otro nombre o guarde antes ese archivo en otro lugar.",
            ).format(name=path.name, folder=str(path.parent), journal=journal)
        )


class NotWritableError(StudyFileError):
    """The file or its folder cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} cannot be written in {folder}: the file or folder is read-only. Choose "
                "another folder or ask for permission.",
                "No se puede escribir {name} en {folder}: el archivo o la carpeta es de solo "
                "lectura. Elija otra carpeta o solicite permiso.",
            ).format(name=path.name, folder=str(path.parent))
        )


class NotReadableError(StudyFileError):
    """The file may not be read by this person."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} in {folder} cannot be read: ask for permission to read it.",
                "No se puede leer {name} en {folder}: solicite permiso de lectura.",
            ).format(name=path.name, folder=str(path.parent))
        )


class NeedsWritingError(StudyFileError):
    """The file must be put in order before it is read, and cannot be written where it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} is from an earlier version or was not closed properly, and cannot be put "
                "in order while it is read-only. Copy it to another folder, with {name}-wal where "
                "there is one, and open the copy.",
                "{name} es de una versión anterior o no se cerró bien, y no se puede poner al día "
                "en solo lectura. Cópielo a otra carpeta, con {name}-wal si existe, y abra la "
                "copia.",
            ).format(name=path.name)
        )


class EarlierSchemaError(StudyFileError):
    """The file was written by an earlier version, and reading alone does not upgrade it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} was written by an earlier version. Open it once in the window, for "
                "writing: it is upgraded after a backup, and can be read and verified from then "
                "on. A backup is not written to: restore it, or open a copy under another name.",
                "{name} se creó con una versión anterior. Ábralo una vez en la ventana, para "
                "escribir: se actualiza tras una copia de seguridad y desde entonces se puede leer "
                "y verificar. En una copia de seguridad no se escribe: restáurela o abra una copia "
                "con otro nombre.",
            ).format(name=path.name)
        )


class ReadOnlyError(StudyFileError):
    """The study was opened read-only."""

    def __init__(self, path: Path, holder: str = "") -> None:
        wording = (
            Text(
                "{name} is open read-only, because {holder} has it open; nothing was changed. "
                "Close it there, then open it here again.",
                "{name} está abierto en solo lectura porque lo tiene abierto {holder}; no se ha "
                "cambiado nada. Ciérrelo allí y vuelva a abrirlo aquí.",
            )
            if holder
            else Text(
                "{name} is open read-only; nothing was changed. To change it, open it from a "
                "folder in which you may write.",
                "{name} está abierto en solo lectura; no se ha cambiado nada. Para cambiarlo, "
                "ábralo en una carpeta en la que pueda escribir.",
            )
        )
        super().__init__(wording.format(name=path.name, holder=holder))


class DiskError(StudyFileError):
    """The disk does not answer as it should."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "The disk of {name} could not be read or written: this change is not saved, "
                "everything before it is. Check that the drive is connected, then try again.",
                "No se ha podido leer o escribir en el disco de {name}: este cambio no se ha "
                "guardado, lo anterior sí. Compruebe que la unidad está conectada y reintente.",
            ).format(name=path.name)
        )


class DiskFullError(StudyFileError):
    """The disk is full."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "The disk of {name} is full: this change is not saved, everything before it is. "
                "Free some space; what you entered is kept on the screen and tried again.",
                "El disco de {name} está lleno: este cambio no se ha guardado, lo anterior sí. "
                "Libere espacio; lo introducido queda en pantalla y se vuelve a intentar.",
            ).format(name=path.name)
        )


class BusyError(StudyFileError):
    """Another program holds the database for longer than we wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Text(
                "{name} is being used by another program; this change is not saved. Try again.",
                "{name} está en uso por otro programa; este cambio no se ha guardado. Reintente.",
            ).format(name=path.name)
        )


class ReasonNeededError(StudyFileError):
    """A completed form is changed without a reason."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "The form is complete: a correction needs a reason.",
                "El formulario está completo: una corrección necesita un motivo.",
            )
        )
