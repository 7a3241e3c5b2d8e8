"""Whether a file that left the site still says what the site said: workbook, casebook, package.

Nothing here writes, and nothing a file holds is executed, followed or believed unread.
"""
