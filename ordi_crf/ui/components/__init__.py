"""What every page is built from: cards, chips, buttons, states, figures and the window's frame.

Components know the theme and nothing of the study: they are given words and report what was asked.
"""
