"""The visit calendar as files: to print (PDF), to work with (xlsx), to put beside others (.ics)."""

from ordi_crf.export.calendar.edition import Edition, edition
from ordi_crf.export.calendar.formats import Format, write

__all__ = ["Edition", "Format", "edition", "write"]
