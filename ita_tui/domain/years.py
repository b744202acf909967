"""Years of the Buddhist era as a type of their own, so that no C.E. year is taken for one."""

from typing import NewType

BEYear = NewType("BEYear", int)
"""A year of the Buddhist era (พ.ศ.), e.g. 2567; a fiscal year 2567 runs from 1 Oct 2566 to 30 Sep 2567."""
