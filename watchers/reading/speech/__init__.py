"""Who says what: reports with source and content, quotations over sentences, and who has the floor where nobody is named.

Knows report verbs and quotations. Knows neither claims nor positions.
"""
