"""A linear model beside the rules: pairs of actor and claim with their evidence, what it vetoes, fills in, and how sure it is.

Knows what the stages found, and weights. Finds nothing in the text by itself but words that colour.
"""
