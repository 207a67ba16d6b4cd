"""An article as text: folded, in paragraphs and sentences, its quotations, and which sentences are questions and answers.

Knows letters and marks. Knows no word.
"""
