"""Deliveries merged and compared in the window; it opens over the Exports page."""
