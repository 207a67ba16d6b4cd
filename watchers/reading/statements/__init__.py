"""From a governed matter to statements: whose the position is, when it was held and said, and which of several counts.

Knows the guide's rules for choosing.
"""
