"""The arithmetic of scores, in Decimal: structure, sums, levels, and which figures can be wrong when sums disagree."""
