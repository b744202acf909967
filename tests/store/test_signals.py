"""SIGTERM and SIGHUP end the program, after what was typed is on disk."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ita_tui.errors import CannotWrite
from ita_tui.store.repository import DataFolder
from ita_tui.store.saver import Saver
from ita_tui.store.signals import ENDING, EndingSignals

from .test_kill import context, needs_kill, started
from .test_saver import LONG_ENOUGH, typed

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def type_until_ended(root: Path, ready: Connection) -> None:
    """Type into a folder whose saver would wait for a minute; only the signal's flush can save it."""
    with DataFolder.open(root) as folder:
        assert folder.writer is not None
        saver = Saver(folder.writer, delay=60).start()
        with EndingSignals(lambda: saver.flush(LONG_ENOUGH)):
            saver.note_unsaved(typed("พิมพ์ก่อนถูกปิด"))
            ready.send("typed")
            while True:
                time.sleep(0.01)


@needs_kill
@pytest.mark.parametrize("number", ENDING, ids=str)
def test_what_was_typed_is_on_disk_and_the_process_died_of_the_signal(tmp_path: Path, number: int) -> None:
    assert context is not None
    ours, theirs = context.Pipe(duplex=False)
    process = started(type_until_ended, tmp_path / "data", theirs)
    assert ours.recv() == "typed"
    assert process.pid is not None
    os.kill(process.pid, number)
    process.join(LONG_ENOUGH)
    assert process.exitcode == -number
    with DataFolder.open(tmp_path / "data", write=False) as folder:
        assert [text.text for text in folder.unsaved().all()] == ["พิมพ์ก่อนถูกปิด"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to raise")
class TestInThisProcess:
    """The handler as the program installs it, with an end that does not kill the test."""

    def raised(self, flush: Any, *numbers: int) -> list[Any]:
        order: list[Any] = []
        ended = threading.Event()

        def end(number: int) -> None:
            order.append(number)
            ended.set()

        with EndingSignals(lambda: flush(order), end):
            for number in numbers:
                signal.raise_signal(number)
            assert ended.wait(LONG_ENOUGH)
            time.sleep(0.02)
        return order

    def test_the_flush_comes_before_the_end(self) -> None:
        assert self.raised(lambda order: order.append("flushed"), signal.SIGTERM) == ["flushed", signal.SIGTERM]

    def test_a_second_signal_does_not_end_it_twice(self) -> None:
        order = self.raised(lambda order: order.append("flushed"), signal.SIGHUP, signal.SIGTERM, signal.SIGHUP)
        assert order == ["flushed", signal.SIGHUP]

    def test_a_disk_that_refuses_does_not_keep_the_program_alive(self) -> None:
        def refuse(order: list[Any]) -> None:
            raise CannotWrite("เต็ม")

        assert self.raised(refuse, signal.SIGTERM) == [signal.SIGTERM]

    def test_the_handlers_of_before_come_back(self) -> None:
        before = [signal.getsignal(number) for number in ENDING]
        with EndingSignals(lambda: None, lambda number: None):
            assert [signal.getsignal(number) for number in ENDING] != before
        assert [signal.getsignal(number) for number in ENDING] == before
