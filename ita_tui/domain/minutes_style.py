"""How an office wants its minutes to look; the words and headings are the same in every style."""

from __future__ import annotations

from enum import StrEnum


class MinutesStyle(StrEnum):
    """Whether the speaker stands beside what was said, or above it with มติที่ประชุม after the text."""

    TWO_COLUMNS = "two_columns"
    ONE_COLUMN = "one_column"

    @property
    def label(self) -> str:
        """Return the Thai name."""
        return _LABELS[self]


_LABELS = {
    MinutesStyle.TWO_COLUMNS: "สองคอลัมน์",
    MinutesStyle.ONE_COLUMN: "คอลัมน์เดียว",
}
