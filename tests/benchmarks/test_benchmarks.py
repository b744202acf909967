"""Every figure is measured beside its yardstick and printed; how large it is, is for the reader to judge."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import LEGEND, MEASURES
from tests.benchmarks.figures import Figure, Verdict, table

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX"),
]


@pytest.fixture(scope="module")
def figures() -> Iterator[list[Figure]]:
    """Give a list that is printed as one table at the end."""
    found: list[Figure] = []
    yield found
    print(f"\n\n{table(found)}\n{LEGEND}")


@pytest.mark.parametrize("name", MEASURES)
def test_it_was_measured_beside_a_yardstick(name: str, tmp_path: Path, figures: list[Figure]) -> None:
    measured = MEASURES[name](tmp_path)
    figures += measured
    assert measured
    for each in measured:
        assert each.n > 0 or each.verdict is Verdict.SKIPPED
        assert each.yardstick or each.verdict is Verdict.SKIPPED
