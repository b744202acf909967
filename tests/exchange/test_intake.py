"""Only an ordinary file of a known kind is opened, and nothing waits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ita_tui.errors import NotFound
from ita_tui.exchange.intake import LARGEST_FILE, read_bytes
from ita_tui.exchange.refusals import Unreadable
from ita_tui.exchange.results import read_results
from tests.exchange.files import csv_file, refused


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(csv_file(tmp_path, "year,code,score\n2566,1,90\n"))
    assert "ทางลัด" in refused(link)[0][2]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders are a thing of POSIX systems")
def test_a_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert refused(tmp_path / "pipe.csv")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (Path("/dev/zero"), tmp_path):
        with pytest.raises(Unreadable):
            read_bytes(path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert "MB" in refused(path)[0][2]


@pytest.mark.parametrize("name", ["a.xls", "a.pdf", "a", "a.csv.exe"])
def test_another_kind_of_file_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("year,code,score\n2566,1,90\n", encoding="utf-8")
    assert refused(tmp_path / name)


def test_the_ending_of_a_name_may_be_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "A.CSV"
    path.write_text("year,code,score\n2566,1,90\n", encoding="utf-8")
    assert len(read_results(path).lines) == 1


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_results(tmp_path / "none.csv")
