"""Tests, one folder a room; shared helpers are imported as `tests.<helper>`."""
