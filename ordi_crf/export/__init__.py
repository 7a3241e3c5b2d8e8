"""What the sponsor receives: workbook, casebook and codebook, rendered from a snapshot."""
