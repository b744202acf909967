"""The figures of one year as the report prints them: those that were announced, and those that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from ita_tui.domain.results import Results
from ita_tui.domain.scores.arithmetic import recomputed
from ita_tui.thai.digits import thai_digits


class Figures:
    """The figures of a year by their codes; a computed one carries a mark, so that nobody takes it for announced."""

    def __init__(self, results: Results, mark: str) -> None:
        self.results = results
        self.year = results.year
        self._mark = mark

    @cached_property
    def _computed(self) -> Mapping[str, Decimal]:
        return recomputed(self.results)

    def value(self, code: str) -> Decimal | None:
        """Return a figure, computed where it was not announced; None where neither is known."""
        return self.results.scores.get(code, self._computed.get(code))

    def plain(self, code: str) -> str:
        """Return a figure as `printed` does, without the mark: for sentences that say themselves what is computed."""
        value = self.value(code)
        return "" if value is None else thai_digits(f"{value:.2f}")

    def printed(self, code: str) -> str:
        """Return a figure with two decimals in Thai digits; empty where it is not known."""
        if code in self.results.scores:
            return thai_digits(self.results.printed(code))
        if code not in self._computed:
            return ""
        return thai_digits(f"{self._computed[code]:.2f}") + self._mark

    def height(self, code: str) -> float:
        """Return a figure as a number for drawing; 0 where it is not known."""
        return float(self.value(code) or 0)
