"""The meeting room, and what is asked for in it."""
