"""Whether what left the site still says what the site said: workbook, casebook, ODM, package.

Nothing here writes, and nothing a file holds is executed, followed or believed unread.
"""
