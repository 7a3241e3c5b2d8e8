"""What is due in the whole study: by urgency, and over the weeks ahead."""
