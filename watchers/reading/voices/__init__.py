"""Who is named: countries, people, offices, descriptions, pronouns, and whom each means where it stands.

Knows noun phrases and who came before. Knows neither claims nor positions.
"""
