"""What every page is built from: cards, chips, buttons, states, figures and the window's frame.

Only the editors and `field_row` know the definition language; the others are given words and report
what was asked. None of them knows a form by name.
"""
