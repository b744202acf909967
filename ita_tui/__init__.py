"""The secretary's companion for an ITA committee: meeting, OIT follow-up, printed minutes."""

__version__ = "0.1.0"
