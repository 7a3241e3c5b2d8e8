"""The casebook: every form of one subject on paper, or every form of the study blank."""

from ordi_crf.export.casebook.blank import write_annotated, write_blank, write_files
from ordi_crf.export.casebook.book import write, write_all

__all__ = ["write", "write_all", "write_annotated", "write_blank", "write_files"]
