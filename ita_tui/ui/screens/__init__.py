"""One module per screen or box, by the place it belongs to; each style sheet has the stem of its screen."""
