"""The results of all years: looked at, typed in, checked and analysed."""
