"""The parts of the meeting room: agenda, record, editor, people."""
