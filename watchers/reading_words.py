"""Compiles the shipped cues as soon as it is imported: for the fork server, whose processes then have them.

Two thirds of the time in which a reader is compiled go into them, and every process would do it again.
"""

from watchers.cues import load_cues
from watchers.reading.words.vocabulary import lexicon_of

lexicon_of(load_cues())
