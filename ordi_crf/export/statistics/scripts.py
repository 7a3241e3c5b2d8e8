"""Syntax that reads the CSV files into R and into SPSS as what they are: numbers, labels, codes.

Both take back the apostrophes of ESCAPED.csv, so that every text is the one that was entered. SPSS
reads a file line by line: a table with a line break within a text is not in its syntax, which says
so; the files for SPSS, written by `native`, have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ordi_crf import study
from ordi_crf.export.statistics.tables import LEFT_OUT, Column, Format, Table, is_number, tables
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.sheet import Content
from ordi_crf.forms.schema import CodeList, Language

R_NAME, SPSS_NAME = "read_tables.R", "read_tables.sps"
Escapes = Sequence[tuple[str, int, str]]
"""Sheet, row of data and variable of each text that got an apostrophe."""

_R_HEAD = """\
# {study}: reads every table of this folder into the list `tables`, each a data frame.
#     source("{name}", chdir = TRUE, encoding = "UTF-8"); tables$DM
# Numbers are numeric, all else is text as it was entered. Attribute "label" of a column is its
# wording; attribute "labels" its codes, named by their wordings (as package haven has them).
escaped <- read.csv("ESCAPED.csv", colClasses = "character", encoding = "UTF-8")
read_table <- function(name, numbers, labels, codes) {{
  table <- read.csv(paste0(name, ".csv"), colClasses = "character", na.strings = "",
                    check.names = FALSE, encoding = "UTF-8")
  for (i in which(escaped$SHEET == name)) {{
    row <- as.integer(escaped$ROW[i])
    variable <- escaped$VARIABLE[i]
    table[row, variable] <- substring(table[row, variable], 2)
  }}
  for (variable in numbers) table[[variable]] <- as.numeric(table[[variable]])
  for (variable in names(codes)) {{
    known <- codelists[[codes[[variable]]]]
    if (variable %in% numbers) storage.mode(known) <- "numeric"
    attr(table[[variable]], "labels") <- known
  }}
  for (variable in names(labels)) attr(table[[variable]], "label") <- labels[[variable]]
  table
}}
"""
_SPSS_HEAD = """\
* {study}: reads the tables of this folder and saves each, with its labels, as .sav beside it.
* Go to the folder first: CD 'C:\\...'.
"""


def r_syntax(contents: Sequence[Content], language: Language) -> Iterator[str]:
    """Yield the lines of the R script."""
    yield _R_HEAD.format(study=study.STUDYID, name=R_NAME)
    yield "codelists <- list("
    yield ",\n".join(
        f"  {_r(name)} = {_named((c.text.in_(language), c.value) for c in codes.codes)}"
        for name, codes in _codelists(contents).items()
    )
    yield ")\n\ntables <- list()"
    for content in contents:
        sheet, variables = content.sheet, content.sheet.variables
        cells = [[line[n] for line in content.lines] for n in range(len(variables))]
        numbers = [v.name for v, c in zip(variables, cells, strict=True) if is_number(v, c)]
        labels = _named((v.name, v.label.in_(language)) for v in variables)
        codes = _named((v.name, v.codes.name) for v in variables if v.codes)
        yield f"# {sheet.title.in_(language)}"
        yield f"tables[[{_r(sheet.name)}]] <- read_table({_r(sheet.name)},"
        yield f"  numbers = c({', '.join(map(_r, numbers))}),"
        yield f"  labels = {labels},"
        yield f"  codes = {codes})"


def spss_syntax(contents: Sequence[Content], escapes: Escapes, language: Language) -> Iterator[str]:
    """Yield the lines of the SPSS syntax."""
    yield _SPSS_HEAD.format(study=study.STUDYID)
    by_name = {content.sheet.name: content for content in contents}
    for table in tables(contents, Format.SAV, language):
        lines = by_name[table.sheet].lines
        if any(isinstance(cell, str) and "\n" in cell for line in lines for cell in line):
            yield f"* Not read here, for its line breaks within texts: {table.sheet}."
            continue
        mine = [(row, name) for sheet, row, name in escapes if sheet == table.sheet]
        yield from _spss_table(table, lines, mine)
    yield f"* Not read here: {', '.join(LEFT_OUT)}."


def _spss_table(
    table: Table, lines: Sequence[Sequence[Cell]], escapes: Sequence[tuple[int, str]]
) -> Iterator[str]:
    yield f"\nGET DATA /TYPE=TXT /FILE={_s(f'{table.sheet}.csv')} /ENCODING='UTF8'"
    yield '  /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS="," /QUALIFIER=\'"\''
    # Names stand at ends of lines: a line that begins with COMMENT is no syntax to PSPP.
    said = "  /VARIABLES="
    for n, column in enumerate(table.columns):
        yield f"{said}{column.name}"
        said = f"    {_format(column, [line[n] for line in lines])} "
    yield f"{said}."
    for row, name in escapes:
        yield f"IF ($CASENUM = {row}) {name} = SUBSTR({name}, 2)."
    if escapes:
        yield "EXECUTE."
    yield from (f"VARIABLE LABELS {c.name} {_s(c.label)}." for c in table.columns)
    for column in table.columns:
        if column.codes:
            yield f"VALUE LABELS {column.name}"
            worded = (f"  {_value(code)} {_s(words)}" for code, words in column.codes.items())
            yield "\n".join(worded) + "."
    yield f"SAVE OUTFILE={_s(f'{table.sheet}.sav')}."


def _format(column: Column, cells: Sequence[Cell]) -> str:
    """Return how SPSS reads and shows a column: wide enough for each of its values."""
    if not column.number:
        return f"A{max((len(str(value).encode()) + 1 for value in column.values), default=1)}"
    places = (-int(c.as_tuple().exponent) for c in cells if isinstance(c, Decimal))
    return f"F20.{max((0, *places))}"


def _codelists(contents: Sequence[Content]) -> Mapping[str, CodeList]:
    found = (v.codes for content in contents for v in content.sheet.variables if v.codes)
    return {codes.name: codes for codes in found}


def _named(pairs: Iterator[tuple[str, str]]) -> str:
    return "c(" + ", ".join(f"{_r(name)} = {_r(value)}" for name, value in pairs) + ")"


def _r(text: str) -> str:
    """Return a text as R writes it."""
    said = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{said}"'


def _s(text: str) -> str:
    """Return a text as SPSS writes it, in one line."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _value(code: str | float) -> str:
    return _s(code) if isinstance(code, str) else f"{code:g}"
