"""The office itself: begun with a few answers, settled in its settings, or shown by the sample."""
