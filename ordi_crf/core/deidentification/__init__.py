"""De-identification at export: one profile, applied to a study's data before anything is rendered.

Every file of an export is made from the same rewritten data, so that none of them can hold what
another one leaves out (GDPR 4(5); T30, T32).
"""
