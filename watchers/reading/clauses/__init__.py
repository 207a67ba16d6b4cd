"""How a sentence is built: its clauses, its subjects, and where a cue's words lie apart.

Knows word order. Knows no claim.
"""
