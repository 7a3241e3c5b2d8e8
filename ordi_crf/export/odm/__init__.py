"""The study as CDISC ODM-XML 1.3.2: definitions, people, data, and the whole audit trail (T25)."""

from ordi_crf.export.odm.document import write

__all__ = ["write"]
