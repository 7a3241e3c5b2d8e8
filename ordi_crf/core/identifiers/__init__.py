"""What in free text may tell who a subject is, looked for before anything leaves (T31).

A hit is a suspicion, not a verdict: it names its place, so that a person can look and decide.
"""
