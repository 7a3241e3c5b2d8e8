"""The sponsor workbook: one file of sheets that explains itself."""

from ordi_crf.export.workbook.book import sheets, write

__all__ = ["sheets", "write"]
