"""What comes before a meeting: planning the next one, its agenda, and words to be said."""
