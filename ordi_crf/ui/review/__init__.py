"""Review: queries and source verification at a form, and on pages of their own."""
