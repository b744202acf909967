"""Files in from other programs, and out to them (only the readers and writers, no rules)."""
