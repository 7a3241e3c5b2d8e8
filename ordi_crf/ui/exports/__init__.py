"""What the exports page is made of: what to deliver, how it leaves, and the export under way."""
