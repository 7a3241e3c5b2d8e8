"""Programs that are started, timed to their first painted window, and ended."""
