"""What several rooms of tests start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_tui.secretary.sample import write_sample


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample as a data folder; to be copied, never written in."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    write_sample(folder)
    return folder
