"""The CLASI on screen: built from its definition, scored as it is answered (Albrecht 2005)."""
