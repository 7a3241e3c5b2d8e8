"""ORDI CRF: the case report form of ORDI-02 (NCT01408199) on the desktop."""

__version__ = "0.1.0"
