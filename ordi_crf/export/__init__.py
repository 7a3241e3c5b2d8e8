"""What the sponsor receives, from one snapshot: the workbook and the casebooks."""
