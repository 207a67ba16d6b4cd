"""Which claim a sentence names: keywords and their paraphrases, soldiers and whose they are, users' own claims.

Knows claims and their words. Knows no cue and nobody who holds a position; who speaks is asked only where it says that no matter is meant.
"""
