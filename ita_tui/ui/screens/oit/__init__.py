"""The review of the OIT items."""
