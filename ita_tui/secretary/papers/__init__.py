"""The papers of a meeting: made, printed for signing, signed."""
