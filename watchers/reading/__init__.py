"""From an article's text to the positions that it reports. Pure, and deterministic.

One folder for each stage, in the order in which they work; each may use those before it and the modules here:

    text/        paragraphs, sentences, quotations, questions
    words/       every known expression and its forms
    voices/      who is named
    speech/      who says what
    matter/      which claim a sentence names
    clauses/     how a sentence is built
    stance/      what stands over the matter: cues, modals, negations
    statements/  whose the position is, when it was held, which one counts
    thread/      what carries over from sentence to sentence
    weighing/    a linear model beside the rules

`reader.py` is the way in; `glance.py` passes over texts that name no claim; `article.py` takes one article through the
stages, `trace.py` holds what they found in a sentence, `knowledge.py` what was compiled for all; `composition.py` is
the algebra of positions.
"""
