"""What is said of a workbook that is verified."""

from __future__ import annotations

from ordi_crf.forms.schema import Text

NOT_OURS = Text(
    "{name} is no sponsor workbook of ORDI CRF: its first sheet does not say what it is.",
    "{name} no es un libro del promotor de ORDI CRF: su primera hoja no dice qué es.",
)
NO_TRAIL = Text("the sheet is missing.", "falta la hoja.")
HEADER = Text("the names of the columns were changed.", "se han cambiado los nombres de columna.")
CUT_OFF = Text(
    "the last entry is not {head}…, which README gives as the head: entries were cut off.",
    "la última entrada no es {head}…, que README da como cabecera: faltan entradas.",
)
CHAIN = Text(
    "The audit trail holds: {n} entries, each with the hash that follows from the one before.",
    "La auditoría es íntegra: {n} entradas, cada una con el hash que resulta de la anterior.",
)
OTHER_PROGRAM = Text(
    "Made by {program}, not by this version: digests and audit trail were verified; scores and "
    "outcomes are recomputed by the version that made the file.",
    "Hecho por {program}, no por esta versión: se han verificado resúmenes y auditoría; las "
    "puntuaciones y resultados los recalcula la versión que lo hizo.",
)
OTHER_BUILD = Text(
    "Made by another build of this version of the program.",
    "Hecho por otra compilación de esta versión del programa.",
)
WRONG_PROGRAM = Text(
    "the program it names is not the one that wrote the last entry of the audit trail.",
    "el programa que nombra no es el que escribió la última entrada de la auditoría.",
)
UNTOLD = Text(
    "the trail tells of what the definitions do not have ({error}).",
    "la auditoría se refiere a algo que las definiciones no tienen ({error}).",
)
RECOMPUTED = Text(
    "Every cell of {n} sheets is what the trail gives, with every score, % of body surface and "
    "outcome computed again.",
    "Cada celda de {n} hojas es la que da la auditoría, con cada puntuación, % de superficie "
    "corporal y resultado recalculados.",
)
STRANGE = Text("the sheet is not of this workbook.", "la hoja no es de este libro.")
ABSENT = Text("the sheet is missing.", "falta la hoja.")
WRONG_DIGEST = Text(
    "the cells are not those of the SHA-256 that README gives.",
    "las celdas no son las del SHA-256 que da README.",
)
NO_DIGEST = Text("README gives no SHA-256 for it.", "README no da su SHA-256.")
DIGESTS = Text(
    "The SHA-256 of each of {n} sheets is the one README gives.",
    "El SHA-256 de cada una de {n} hojas es el que da README.",
)
MERGED = Text(
    "Made from several files: their audit trails are verified in the merged file it came from.",
    "Hecho de varios archivos: sus auditorías se verifican en el archivo combinado de origen.",
)
