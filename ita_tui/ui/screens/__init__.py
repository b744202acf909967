"""One module per screen, each with its style sheet of the same stem."""
