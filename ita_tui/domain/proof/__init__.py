"""The check of a year's figures: findings that point at a number, with the values that would make all agree."""
