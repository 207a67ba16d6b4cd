"""What a text speaks of from sentence to sentence: its topic, a question that waits, words that point back, stances without a matter.

Knows what came before. Hands each position that it finds to `statements`.
"""
