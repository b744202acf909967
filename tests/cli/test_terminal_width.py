"""The terminal is asked how wide it draws Thai: quickly, leaving it as it was, and no key is lost."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.cells import cell_len

from ita_tui.terminal_width import DRAWN, SAMPLES, advice, question, understood

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal of Unix is needed", allow_module_level=True)

import os
import pty
import select
import subprocess

ASKING = """
import json, sys, time, termios
from pathlib import Path
from ita_tui import terminal_width
before = termios.tcgetattr(0)
begin = time.perf_counter()
if sys.argv[1] == "ask":
    answer = terminal_width.ask(terminal_width.DRAWN, terminal_width.PATIENCE)
    told = {"cells": answer.cells, "typed": answer.typed.decode()}
else:
    typed, advice = terminal_width.at_start(Path(sys.argv[1]))
    told = {"typed": typed.decode(), "advice": advice}
told["seconds"] = time.perf_counter() - begin
told["as_before"] = termios.tcgetattr(0) == before
print(json.dumps(told), file=sys.stderr)
"""


def told(what: str, *replies: bytes, wait: float = 0.0) -> dict[str, object]:
    """What a program finds out in a terminal that answers its first question with `replies`."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "made-up", "PYTHONPATH": os.pathsep.join(sys.path)}
    program = subprocess.Popen(
        [sys.executable, "-c", ASKING, what], stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, env=environment
    )
    asked = b""
    while asked.count(b"\x1b[6n") < 3 and program.poll() is None:
        if select.select([ours], [], [], 0.05)[0]:
            asked += os.read(ours, 4096)
    time.sleep(wait)
    for reply in replies:
        os.write(ours, reply)
    _, err = program.communicate(timeout=30)
    os.close(ours)
    os.close(theirs)
    found: dict[str, object] = json.loads(err.decode().splitlines()[-1])
    return found


RIGHT = (b"\x1b[7;21R", b"\x1b[7;22R\x1b[7;22R")
WRONG = (b"\x1b[7;21R\x1b[7;22R\x1b[7;21R",)


def test_the_samples_are_as_wide_as_the_program_counts() -> None:
    assert [(text, cell_len(text)) for text, _ in SAMPLES] == list(SAMPLES)
    assert [cell_len(text) for text in DRAWN] == [width for _, width in SAMPLES]


def test_a_terminal_that_draws_thai_rightly_is_believed_and_left_as_it_was() -> None:
    found = told("ask", *RIGHT)
    assert found["cells"] == [1, 2, 2]
    assert found["typed"] == ""
    assert found["as_before"]


def test_keys_pressed_meanwhile_are_handed_on_in_their_order() -> None:
    found = told("ask", b"\x1bOP", RIGHT[0], "กx\r".encode(), RIGHT[1])
    assert found["cells"] == [1, 2, 2]
    assert found["typed"] == "\x1bOPกx\r"


def test_shift_f3_is_no_answer() -> None:
    found = told("ask", b"\x1b[1;2R", *RIGHT)
    assert found["cells"] == [1, 2, 2]
    assert found["typed"] == "\x1b[1;2R"


def test_a_terminal_that_does_not_answer_is_waited_for_50_ms_and_not_asked_again(tmp_path: Path) -> None:
    memory = tmp_path / "a" / "terminals.json"
    found = told(str(memory), b"k")
    assert found["typed"] == "k"
    assert found["advice"] == ""
    assert found["as_before"]
    assert 0.045 < float(str(found["seconds"])) < 0.5  # the machine may be busy, the wait itself is 0.05
    again = told(str(memory))
    assert float(str(again["seconds"])) < 0.045


def test_a_terminal_that_draws_thai_wrongly_is_told_of_once(tmp_path: Path) -> None:
    memory = tmp_path / "terminals.json"
    first = told(str(memory), *WRONG)
    assert "“กำ” กว้าง ๑ ช่อง (ควรเป็น ๒)" in str(first["advice"])
    assert told(str(memory), *WRONG)["advice"] == ""
    other = told(str(memory), b"\x1b[7;22R\x1b[7;22R\x1b[7;22R")  # it draws otherwise since an update
    assert "“ที่” กว้าง ๒ ช่อง (ควรเป็น ๑)" in str(other["advice"])


def test_a_memory_that_cannot_be_read_or_written_stops_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "terminals.json"
    broken.write_bytes(b"[1")
    assert "“กำ”" in str(told(str(broken), *WRONG)["advice"])
    assert "“กำ”" in str(told(str(tmp_path / "terminals.json" / "below"), *WRONG)["advice"])


@pytest.mark.parametrize(
    ("cells", "environ", "words"),
    [
        ((1, 2, 2), {}, []),
        ((), {}, []),
        ((2, 3, 2), {"WT_SESSION": "x"}, ["“ที่” กว้าง ๒", "“น้ำ” กว้าง ๓", "Windows Terminal รุ่น 1.22", "แบบอักษร"]),
        ((1, 2, 1), {}, ["“กำ” กว้าง ๑ ช่อง (ควรเป็น ๒)", "ita-tui doctor"]),
    ],
)
def test_the_advice_says_what_is_wrong_and_what_helps(
    cells: Sequence[int], environ: dict[str, str], words: list[str]
) -> None:
    given = advice(cells, environ)
    assert all(word in given for word in words)
    assert bool(given) == bool(words)


def test_the_question_puts_the_cursor_back_and_wipes_its_line() -> None:
    asked = question(DRAWN)
    assert asked.startswith(b"\x1b7")
    assert asked.endswith(b"\x1b[2K\x1b8")
    assert asked.count(b"\x1b[6n") == 3


def test_a_fourth_answer_is_a_key_for_somebody_else() -> None:
    assert understood(b"\x1b[1;21R" * 4, 3).typed == b"\x1b[1;21R"
