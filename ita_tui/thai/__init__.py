"""The Thai language as this field writes it: digits, dates, cleaning, clusters, word breaks."""
