"""Facts and rules of committees, meetings and OIT follow-up; no I/O, no clock, no ids of its own making."""
