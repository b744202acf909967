"""Thai at the keyboard: fields of one line and of many, where one letter is what a reader sees."""
