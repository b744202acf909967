"""What the secretary does, without a screen: prepare, run, adjourn, review and publish a meeting."""
