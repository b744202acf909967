"""The results of a year: seen, entered, imported."""
