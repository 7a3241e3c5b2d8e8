"""What the files of a de-identified export say of it: what was left out, and how to read the rest.

Every sentence is said by every file that has room for sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf.core.deidentification.moved import DAY_1
from ordi_crf.core.deidentification.profile import Profile
from ordi_crf.forms.schema import Text

NAME = Text("De-identification", "Desidentificación")

_TEXT = Text(
    "Free text is left out, also from reasons, comments, queries and the audit trail: [withheld] "
    "says that there was one. Equal texts of one item have the same number.",
    "Se omite el texto libre, también en motivos, comentarios, consultas y auditoría: [withheld] "
    "indica que lo había. Los textos iguales de un ítem llevan el mismo número.",
)
_DAYS = Text(
    "Dates are study days, in a calendar of each subject in which Day 1, the first dose, is {day}; "
    "without a dose, the screening visit. Partial dates are moved by whole months or years. Dates "
    "found in texts are moved too, in the notations of numbers and of month names. What concerns "
    "no subject has no time. Windows and findings were judged by the dates as entered.",
    "Las fechas son días del estudio, en un calendario de cada paciente en el que el día 1, la "
    "primera dosis, es {day}; sin dosis, la visita de selección. Las incompletas se desplazan por "
    "meses o años enteros. También se desplazan las de los textos, en cifras o con el nombre del "
    "mes. Lo que no se refiere a un paciente no tiene hora. Las ventanas y los hallazgos se "
    "juzgaron con las fechas introducidas.",
).format(day=DAY_1.isoformat())
_BIRTH = Text(
    "Of the date of birth only the year is given. Age, and filtration rates that rest on it, are "
    "computed from the year: the youngest age that is possible.",
    "De la fecha de nacimiento solo figura el año. La edad y los filtrados que dependen de ella "
    "se calculan con el año: la edad mínima posible.",
)
_FILES = Text(
    "Photographs and other kept files are left out; their SHA-256 and no name is given.",
    "Se omiten las fotografías y otros archivos guardados; figura su SHA-256 sin nombre.",
)
_CHAIN = Text(
    "Hashes and digests are those of what this file says, since from a digest a short value can "
    "be guessed: the trail is chained anew under the same entry numbers, and a signature or "
    "verification that holds is bound anew. The originals are in the study file at the site.",
    "Los hash y resúmenes son los de lo que dice este archivo, pues de un resumen puede adivinarse "
    "un valor corto: la auditoría se encadena de nuevo con los mismos números de entrada, y la "
    "firma o verificación íntegra se vincula de nuevo. Los originales están en el archivo del "
    "centro.",
)


def sentences(profile: Profile) -> Iterator[Text]:
    """Yield what a reader has to know; nothing of a full export."""
    if profile.full:
        return
    if profile.no_text:
        yield _TEXT
    if profile.study_days:
        yield _DAYS
    if profile.birth_year:
        yield _BIRTH
    if not profile.keeps_files:
        yield _FILES
    yield _CHAIN
