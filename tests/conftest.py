"""What several rooms of tests start from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from ita_tui.secretary.body.sample import write_sample

# How long an example takes is for the benchmarks to say: a busy machine must not make a law fail.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample as a data folder; to be copied, never written in."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    write_sample(folder)
    return folder
