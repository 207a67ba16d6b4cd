"""What stands over a matter: the cues, modals, negations and conditions that govern it, in every order that English has.

Knows constructions. What they amount to is looked up in `composition.py`; who holds it is not asked here.
"""
