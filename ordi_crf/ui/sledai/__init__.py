"""The SLEDAI-2K on screen: 24 descriptors at once, with their definitions and what is suggested."""
