"""What several rooms of tests start from."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from textual import _wait

from ita_tui.secretary.body.sample import write_sample

# How long an example takes is for the benchmarks to say: a busy machine must not make a law fail.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")


# How long a pilot watches whether the program rests, after each key: half of what is usual. Tests that need more
# than the key itself wait until every key has done all it does.
_wait.SLEEP_GRANULARITY = 1 / 100
_wait.SLEEP_IDLE = _wait.SLEEP_GRANULARITY / 20

_COLLECTED = gc.get_threshold()


def pytest_xdist_auto_num_workers() -> int:
    """Return more workers than processors: a pilot waits as long as it works."""
    processors = os.cpu_count() or 1
    return min(2 * processors, processors + 4)


@pytest.fixture(autouse=True)
def _programs_that_ended_are_collected() -> Iterator[None]:
    """Undo what a program does for its own speed: it freezes what it started with, since it ends with its process."""
    yield
    gc.unfreeze()
    gc.set_threshold(*_COLLECTED)


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample as a data folder; to be copied, never written in."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    write_sample(folder)
    return folder
