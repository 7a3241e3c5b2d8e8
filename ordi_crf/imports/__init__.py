"""Files that come from elsewhere, read without trusting them: nothing here writes anything."""
