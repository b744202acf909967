"""Lines of figures and cells: exactly as wide as the window, whatever a name holds."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ita_tui.domain.analysis.rules import Change, Direction
from ita_tui.ui.widgets.oit.lines import Part
from ita_tui.ui.widgets.results import lines as results_lines
from ita_tui.ui.widgets.results import score_lines
from ita_tui.ui.widgets.results.lines import Figure, figure_parts, heading_parts, widths_of
from ita_tui.ui.widgets.results.score_lines import Cell, cell_parts

WIDTHS = st.integers(1, 200)
TEXT = st.text(max_size=60)
CHANGES = st.builds(Change, st.sampled_from(Direction), st.integers(0, 10000).map(lambda n: Decimal(n) / 100))
FIGURES = st.builds(
    Figure, TEXT, TEXT, st.lists(TEXT, min_size=1, max_size=8).map(tuple), CHANGES,
    st.none() | st.decimals(-5, 105, places=2), st.sampled_from(["", "!", "?"]), st.booleans(), st.integers(0, 2),
    st.booleans(),
)


def width_of(parts: list[Part]) -> int:
    return sum(cell_len(text) for text, _ in parts)


@given(figure=FIGURES, width=WIDTHS)
def test_a_figure_is_exactly_as_wide_as_the_window(figure: Figure, width: int) -> None:
    assert width_of(figure_parts(figure, width)) == width


@given(cell=st.builds(Cell, TEXT, TEXT, st.none() | TEXT, TEXT, st.booleans()), width=WIDTHS)
def test_a_cell_is_exactly_as_wide_as_the_window(cell: Cell, width: int) -> None:
    assert width_of(cell_parts(cell, width)) == width


@given(years=st.lists(st.sampled_from(["ปี 2568", "ปี 2566"]), min_size=1, max_size=9), words=TEXT, width=WIDTHS)
def test_heads_are_exactly_as_wide_as_the_window(years: list[str], words: str, width: int) -> None:
    assert width_of(results_lines.head_parts(tuple(years), width)) == width
    assert width_of(score_lines.head_parts(width)) == width
    assert width_of(heading_parts(words, width)) == width


def test_two_years_fit_eighty_columns_and_four_a_hundred_and_twenty() -> None:
    assert widths_of(79, 9).years >= 2
    assert widths_of(119, 9).years >= 4
    assert widths_of(119, 9).bar > widths_of(79, 9).bar > 0
