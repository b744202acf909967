"""The report on a year's results, as blocks in an office's house style."""
