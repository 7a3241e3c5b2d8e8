"""What is said of an ODM file that is verified."""

from __future__ import annotations

from ordi_crf.forms.schema import Text

NOT_OURS = Text(
    "{name} was not written by ORDI CRF: its first element does not say so.",
    "{name} no lo escribió ORDI CRF: su primer elemento no lo dice.",
)
NO_TRAIL = Text(
    "The file has no audit trail: it was taken out.",
    "El archivo no tiene auditoría: se ha quitado.",
)
NO_SEAL = Text(
    "The file does not end with its SHA-256: its end was changed or cut off.",
    "El archivo no termina con su SHA-256: su final se ha cambiado o falta.",
)
CUT_OFF = Text(
    "The last audit entry is not {head}…, which the end of the file gives: entries were cut off.",
    "La última entrada de auditoría no es {head}…, que figura al final del archivo: faltan "
    "entradas.",
)
CHAIN = Text(
    "The audit trail holds: {n} entries, each with the hash that follows from the one before.",
    "La auditoría es íntegra: {n} entradas, cada una con el hash que resulta de la anterior.",
)
WHOLE = Text(
    "The file is the one that was made, to the last byte.",
    "El archivo es el que se creó, hasta el último byte.",
)
RECOMPUTED = Text(
    "Made again from the trail the file is the same: every answer and definition, with every "
    "score, % of body surface and other figure computed again.",
    "Rehecho a partir de la auditoría el archivo es el mismo: cada respuesta y definición, con "
    "cada puntuación, % de superficie corporal y demás cifras recalculadas.",
)
CHANGED = Text(
    "The file was changed after it was made: its bytes are not those of its SHA-256. What was "
    "changed is nothing that its trail tells: unreadable text that was typed, who exported it and "
    "when, or how it is set.",
    "El archivo se ha cambiado después de crearse: sus bytes no son los de su SHA-256. Lo cambiado "
    "no es nada de lo que dice su auditoría: texto ilegible que se tecleó, quién lo exportó y "
    "cuándo, o cómo está compuesto.",
)
OTHER_BYTES = Text(
    "The file was changed after it was made: its bytes are not those of its SHA-256.",
    "El archivo se ha cambiado después de crearse: sus bytes no son los de su SHA-256.",
)
OTHER_PROGRAM = Text(
    "Made by {program}, not by this version: SHA-256, audit trail and answers were verified; "
    "definitions and figures are made again by the version that made the file.",
    "Hecho por {program}, no por esta versión: se han verificado SHA-256, auditoría y respuestas; "
    "las definiciones y cifras las rehace la versión que lo hizo.",
)
ANSWERS = Text(
    "The answers are those that the trail tells.", "Las respuestas son las que dice la auditoría."
)
WRONG_PROGRAM = Text(
    "The program it names is not the one that wrote the last entry of the audit trail.",
    "El programa que nombra no es el que escribió la última entrada de la auditoría.",
)
UNTOLD = Text(
    "The trail tells of what the definitions do not have ({error}).",
    "La auditoría se refiere a algo que las definiciones no tienen ({error}).",
)
MERGED = Text(
    "Made from several files: their audit trails are verified in the merged file it came from.",
    "Hecho de varios archivos: sus auditorías se verifican en el archivo combinado de origen.",
)
WRONG_FILE = Text(
    "The kept file {digest}… is not the one of its SHA-256.",
    "El archivo guardado {digest}… no es el de su SHA-256.",
)
NO_FILE = Text(
    "The kept file {digest}… was taken out, of which the trail tells.",
    "Se ha quitado el archivo guardado {digest}…, del que habla la auditoría.",
)
NEVER_THERE = Text(
    "Kept files that the trail tells of and that were not in the study when it was made: {n}.",
    "Archivos guardados de los que habla la auditoría y que no estaban en el estudio al "
    "crearse: {n}.",
)
