"""What the secretary does in one meeting: the record and its words, people in and out, opening and closing."""
