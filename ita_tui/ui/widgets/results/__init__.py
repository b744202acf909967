"""How scores are drawn: lines with bars, the grid to enter them."""
