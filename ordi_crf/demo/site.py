"""The invented site of the demonstration study: its people, their reviewers, its laboratory."""

from __future__ import annotations

from ordi_crf.db.study_file import Actor

NURSE = Actor("Núria Prat (synthetic)", "Nurse")
INVESTIGATOR = Actor("Dr. Marc Soler (synthetic)", "Investigator")
COORDINATOR = Actor("Laia Font (synthetic)", "Coordinator")
MONITOR = Actor("Joan Ribas (synthetic)", "Monitor")
DATA_MANAGER = Actor("Eva Costa (synthetic)", "Data manager")
MACHINE = "demonstration"
LABORATORY = "Laboratori Clínic VH (synthetic)"
KIT = "Anti-dsDNA IgG ELISA, cut-off 15 IU/mL (synthetic)"
HEALTH_CENTRE = "CAP Sant Martí (synthetic)"
"""The laboratory of a health centre, which does blood counts alone."""
