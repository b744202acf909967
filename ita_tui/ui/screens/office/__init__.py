"""Before the meeting: the first screen, the office's own facts, a meeting planned and prepared."""
