"""The errors that a person can do something about; anything else that is raised is a defect.

VoltefaceError            one clear line: what, where, and the cure
├── Misuse                what was asked for cannot be: a wrong key, file, name or option
└── Trouble               what was asked for failed: a store, a page, a service
"""


class VoltefaceError(Exception):
    """What went wrong, in one line for the person who runs this."""


class Misuse(VoltefaceError):
    """The request is at fault, and the message says how to put it right."""


class Trouble(VoltefaceError):
    """The request was right and the world did not play along."""
