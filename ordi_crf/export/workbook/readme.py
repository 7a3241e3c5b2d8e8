"""The first sheet: what the file is, what is in it, and how to read and verify it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ordi_crf import __version__, atlas, build, forms, study
from ordi_crf.core.delivery import Delivery
from ordi_crf.export.deidentified import NAME, sentences
from ordi_crf.export.workbook.sheet import Written
from ordi_crf.forms.fingerprint import fingerprint
from ordi_crf.forms.schema import Language, Text

SYNTHETIC = Text(
    "SYNTHETIC DATA. This is the demonstration study: no person described in this file exists.",
    "DATOS SINTÉTICOS. Este es el estudio de demostración: ninguna persona descrita existe.",
)

DIGEST = "SHA-256"
"""What follows the name of a sheet where its digest stands."""

SAYS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "export": ("Export", "Exportación"),
        "at": ("Exported at (UTC)", "Exportado (UTC)"),
        "by": ("Exported by", "Exportado por"),
        "program": ("Program", "Programa"),
        "build": ("Build (SHA-256)", "Compilación (SHA-256)"),
        "definitions": ("Definitions (SHA-256)", "Definiciones (SHA-256)"),
        "language": ("Language of wordings", "Idioma de los textos"),
        "sources": ("Merged from", "Combinado de"),
        "head": ("Audit head (SHA-256)", "Cabecera de auditoría (SHA-256)"),
    }
)
"""What a program reads on this sheet, and the words beside which it stands, English and Spanish."""

READING: tuple[tuple[Text, Text], ...] = (
    (
        Text("Rows and keys", "Filas y claves"),
        Text(
            "One row for each observation; row 1 holds the names of the variables. Every row is "
            "named by STUDYID, SITEID, USUBJID, SUBJID, VISITNUM, VISIT and a sequence number. "
            "A visit held more than once is VISITNUM 90, 90.01, 90.02. Keys are never translated.",
            "Una fila por observación; la fila 1 contiene los nombres de las variables. Cada fila "
            "se identifica por STUDYID, SITEID, USUBJID, SUBJID, VISITNUM, VISIT y un número de "
            "secuencia. Una visita repetida es VISITNUM 90, 90.01, 90.02. Las claves no se "
            "traducen.",
        ),
    ),
    (
        Text("Blank", "En blanco"),
        Text(
            "An empty cell is blank: not answered, not asked or not known. It is never a zero. "
            "A CLASI total is blank while any of its items is blank.",
            "Una celda vacía es un dato en blanco: sin respuesta, no preguntado o no conocido. "
            "Nunca es un cero. Un total CLASI queda en blanco si falta alguno de sus ítems.",
        ),
    ),
    (
        Text("Codes", "Códigos"),
        Text(
            "A coded variable X has its wording beside it as X_DEC; CODELISTS holds every code in "
            "English and Spanish. Codes that are grades are numbers; identifiers are text.",
            "Una variable codificada X lleva al lado su texto como X_DEC; CODELISTS contiene todos "
            "los códigos en inglés y español. Los códigos que son grados son números; los "
            "identificadores son texto.",
        ),
    ),
    (
        Text("Dates", "Fechas"),
        Text(
            "ISO 8601 as text; 2010 and 2010-03 are partial dates as entered. Study day (DY) "
            "counts from the first dose, Day 1; the day before is -1, there is no Day 0; it is "
            "blank for partial dates and before a first dose is recorded. DTC is the date of the "
            "form itself where it has one, else that of its visit.",
            "ISO 8601 como texto; 2010 y 2010-03 son fechas incompletas tal como se introdujeron. "
            "El día del estudio (DY) cuenta desde la primera dosis, día 1; el día anterior es -1, "
            "no hay día 0; queda en blanco con fechas incompletas y sin primera dosis. DTC es la "
            "fecha del propio formulario si la tiene; si no, la de su visita.",
        ),
    ),
    (
        Text("Numbers and units", "Números y unidades"),
        Text(
            "Results stand as reported (LBORRES, text) and as a number (LBSTRESN); for < and > "
            "the number is the limit reported and LBCENS says which. Units have a column of their "
            "own.",
            "Los resultados figuran como se informaron (LBORRES, texto) y como número (LBSTRESN); "
            "con < y > el número es el límite informado y LBCENS indica cuál. Las unidades tienen "
            "su propia columna.",
        ),
    ),
    (
        Text("Body surface", "Superficie corporal"),
        Text(
            "% BSA is computed as an exact fraction (…_EXACT); the number beside it is rounded to "
            "15 digits. BSAGT18 is read from the fraction: strictly more than 18 %. Active "
            "lesions and damage are never summed. BODYMAP lists painted regions alone: a region "
            "that is not listed has nothing painted, and BMPERF = Y says that it was examined. "
            "% BSA = sum over groups of painted cells / BMGRPCEL × BMGRPPCT. The cells are those "
            "counted when the strokes were painted, kept under the SHA-256 of map and strokes; "
            "“ordi-crf verify” paints every stroke again and compares.",
            "El % de SC se calcula como fracción exacta (…_EXACT); el número contiguo está "
            "redondeado a 15 cifras. BSAGT18 se decide con la fracción: estrictamente más del "
            "18 %. Lesiones activas y daño nunca se suman. BODYMAP enumera solo regiones pintadas: "
            "una región ausente no tiene nada pintado, y BMPERF = Y indica que se exploró. "
            "% SC = suma por grupos de celdas pintadas / BMGRPCEL × BMGRPPCT. Las celdas son las "
            "contadas al pintar los trazos, guardadas bajo el SHA-256 de mapa y trazos; "
            "«ordi-crf verify» pinta de nuevo cada trazo y compara.",
        ),
    ),
    (
        Text("Strokes", "Trazos"),
        Text(
            'BMSTROKE is the record of what was painted. ["s", radius, level, [x, y, dx, dy, …]] '
            "is a stroke in eighths of a cell of the map, each point relative to the one before; "
            '["f", region, level] fills a region; level 0 erases. Strokes taken back have '
            "BMVOID = Y and do not count. A text too long for a cell goes on in the next row "
            "(BMPART of BMPARTS).",
            'BMSTROKE es el registro de lo pintado. ["s", radio, nivel, [x, y, dx, dy, …]] es un '
            "trazo en octavos de celda del mapa, cada punto relativo al anterior; "
            '["f", región, nivel] rellena una región; el nivel 0 borra. Los trazos deshechos '
            "llevan BMVOID = Y y no cuentan. Un texto demasiado largo continúa en la fila "
            "siguiente (BMPART de BMPARTS).",
        ),
    ),
    (
        Text("Registered outcomes", "Medidas de resultado"),
        Text(
            "ENDPOINTS judges each subject by every reading (EPREAD) of each outcome measure of "
            "the registry and names the records that prove it; EPMET = Y out of EPASSD = Y and "
            "out of EPALL = Y are the proportions of ENDPOINTS_SUMMARY, with exact 95 % "
            "intervals. EPHEAD marks the reading reported first. Out of nobody nothing is "
            "estimated: the percentage is blank, never 0.",
            "ENDPOINTS juzga a cada paciente según cada lectura (EPREAD) de cada medida de "
            "resultado del registro y nombra los registros que lo prueban; EPMET = Y entre "
            "EPASSD = Y y entre EPALL = Y son las proporciones de ENDPOINTS_SUMMARY, con "
            "intervalos exactos del 95 %. EPHEAD marca la lectura que se comunica primero. Sin "
            "nadie no se estima: el porcentaje queda en blanco, nunca 0.",
        ),
    ),
    (
        Text("Corrections", "Correcciones"),
        Text(
            "Rows that were voided are left out of their sheet and stay in AUDIT, with who, when "
            "and why. FINDINGS holds what is open, and what was kept with a reason, on the day of "
            "the export.",
            "Las filas anuladas no figuran en su hoja y permanecen en AUDIT, con quién, cuándo y "
            "por qué. FINDINGS contiene lo abierto, y lo mantenido con motivo, en el día de la "
            "exportación.",
        ),
    ),
    (
        Text("Verify this file", "Verificar este archivo"),
        Text(
            "“ordi-crf verify FILE” makes every SHA-256 again, replays the audit trail, computes "
            "every score, % BSA and outcome from it and names each cell that says otherwise. "
            "Without the program: the SHA-256 of a sheet is over its rows, header first, each a "
            "JSON array and a line feed, in UTF-8: no spaces, no ASCII escapes, as many values as "
            "the header has; a blank cell is null, a text a string with line feeds, a number "
            "%.15g of C. Where a program gives _x005F_ in a text, it stands for _ (ECMA-376).",
            "«ordi-crf verify ARCHIVO» rehace cada SHA-256, reproduce la auditoría, calcula con "
            "ella cada puntuación, % de SC y resultado, y nombra cada celda que diga otra cosa. "
            "Sin el programa: el SHA-256 de una hoja es el de sus filas, primero la cabecera, cada "
            "una una matriz JSON y un salto de línea, en UTF-8: sin espacios ni escapes ASCII, "
            "tantos valores como la cabecera; una celda vacía es null, un texto una cadena con "
            "saltos de línea, un número %.15g de C. Si un programa da _x005F_ en un texto, "
            "equivale a _ (ECMA-376).",
        ),
    ),
    (
        Text("Verify the audit trail", "Verificar la auditoría"),
        Text(
            "HASH is SHA-256, in UTF-8, over the previous HASH (none for entry 1), a line feed and "
            "the JSON array of the columns from AT to REASON: no spaces, no ASCII escapes, the two "
            "repeats as numbers; blank OLD, NEW and REASON are null, other blanks are empty texts. "
            "Parts are joined first. The last HASH is the head given above.",
            "HASH es SHA-256, en UTF-8, del HASH anterior (nada en la entrada 1), un salto de "
            "línea y la matriz JSON de las columnas de AT a REASON: sin espacios, sin escapes "
            "ASCII, las dos repeticiones como números; OLD, NEW y REASON en blanco son null, los "
            "demás, textos vacíos. Antes se unen las partes. El último HASH es el indicado arriba.",
        ),
    ),
)
"""How to read the sheets."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the README; `sheet` is where its link leads."""

    item: str
    text: str = ""
    heading: bool = False
    loud: bool = False
    sheet: str = ""


def told(lines: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return what the lines of a README say, by the names of `SAYS`."""
    names = {words: name for name, both in SAYS.items() for words in both}
    found: dict[str, str] = {}
    for item, text in lines:
        if item in names:
            found.setdefault(names[item], text)
    return found


def readme(delivery: Delivery, written: Sequence[Written]) -> list[Entry]:
    """Return the lines of the README, in the language of the delivery."""
    language = delivery.language

    def heading(en: str, es: str) -> Entry:
        return Entry(Text(en, es).in_(language), heading=True)

    return [
        Entry(f"{study.STUDYID}", study.TITLE.in_(language), heading=True),
        *([Entry("SYNTHETIC", SYNTHETIC.in_(language), loud=True)] * delivery.data.synthetic),
        *_identity(delivery),
        *_deidentified(delivery),
        heading("Sheets", "Hojas"),
        *_index(written, language),
        heading("SHA-256 of each sheet", "SHA-256 de cada hoja"),
        *(Entry(f"{page.name} {DIGEST}", page.digest) for page in written),
        heading("How to read it", "Cómo leerlo"),
        *(Entry(item.in_(language), text.in_(language)) for item, text in READING),
        *_instruments(language),
    ]


def _identity(delivery: Delivery) -> Iterator[Entry]:
    data, language = delivery.data, delivery.language
    of_study = data.properties
    for en, es, text in (
        ("Study", "Estudio", of_study.get("studyid", study.STUDYID)),
        ("ClinicalTrials.gov", "ClinicalTrials.gov", of_study.get("nct", study.NCT)),
        ("EudraCT", "EudraCT", of_study.get("eudract", study.EUDRACT)),
        ("Sponsor", "Promotor", study.SPONSOR),
        ("Site", "Centro", f"{of_study.get('siteid', study.DEFAULT_SITEID)}: {study.SITE}"),
        ("Kind of data", "Tipo de datos", of_study.get("kind", "")),
        (*SAYS["export"], delivery.export_id),
        (*SAYS["at"], delivery.at),
        (*SAYS["by"], delivery.actor),
        (*SAYS["program"], f"ORDI CRF {__version__}"),
        (*SAYS["build"], build.digest()),
        ("Validation", "Validación", build.VALIDATION.in_(language)),
        ("Schema", "Esquema", of_study.get("schema", study.SCHEMA_VERSION)),
        (*SAYS["definitions"], fingerprint()),
        ("Body map (SHA-256)", "Mapa corporal (SHA-256)", atlas.body_map().sha256),
        ("Filters", "Filtros", Text("none: all subjects, all visits, all forms",
                                    "ninguno: todos los pacientes, visitas y formularios")
         .in_(language)),
        (NAME.en, NAME.es, delivery.profile.words.in_(language)),
        (*SAYS["language"], language.value),
        ("Audit entries", "Entradas de auditoría", str(len(data.audit))),
        (*SAYS["head"], data.head),
    ):  # fmt: skip
        yield Entry(Text(en, es).in_(language), text)
    for source in delivery.sources:
        yield Entry(Text(*SAYS["sources"]).in_(language), source)


def _deidentified(delivery: Delivery) -> Iterator[Entry]:
    language = delivery.language
    for n, said in enumerate(sentences(delivery.profile)):
        if not n:
            yield Entry(NAME.in_(language), heading=True)
        yield Entry("", said.in_(language))


def _index(written: Sequence[Written], language: Language) -> Iterator[Entry]:
    rows = Text("{title}: {n} rows", "{title}: {n} filas")
    for page in written:
        text = rows.in_(language).format(title=page.sheet.title.in_(language), n=page.rows)
        yield Entry(page.name, text, sheet=page.name)


def _instruments(language: Language) -> Iterator[Entry]:
    """Yield what forms say of themselves: instructions, and whose instrument they are."""
    for form in forms.FORMS:
        if form.note is not None:
            yield Entry(form.title.in_(language), form.note.in_(language))
