"""Run `edited_week`: python -m tests.end_to_end.edits [EDITS] [SEED].

A module of its own, since worker processes import the main module again and should find it light.
"""

if __name__ == "__main__":
    from tests.end_to_end.edited_week import main

    main()
