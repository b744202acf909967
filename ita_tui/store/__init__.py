"""The durable store: the only room that knows TinyDB."""
