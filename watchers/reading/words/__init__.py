"""Words by themselves: every known expression and its forms, and lists of small words. Finds them in a text.

Knows spelling, inflection and the seeds' expressions. Knows no sentence.
"""
