"""The OIT items under a meeting's hands: reported before it, settled in it."""
