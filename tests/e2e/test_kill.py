"""kill -9 in mid-sentence: at most one second of typing is gone, what is left is a prefix, and it goes on there."""

from __future__ import annotations

import os
import random
import subprocess
import time
from pathlib import Path

import pytest

from tests.e2e.steps import open_meeting
from tests.e2e.terminal import Terminal, command, environment, folded

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")

WORDS = "กองคลังรายงานว่าประกาศเชิญชวนและสรุปผลการจัดซื้อจัดจ้างเผยแพร่แล้วทุกเดือน ส่วนแผนปรับปรุงรอคณะกรรมการเห็นชอบ "
SECONDS_LOST = 1.0


def type_until_killed(terminal: Terminal, text: str, pause: float) -> tuple[list[float], float]:
    """Type, kill -9 in the middle; return when each code point was sent, and when the end came."""
    sent: list[float] = []
    for character in text:
        terminal.write(character, pause=pause)
        sent.append(time.monotonic())
    killed = time.monotonic()
    terminal.kill()
    return sent, killed


def kept_words(data: Path) -> str:
    """Return the one unconfirmed text as the store reads it."""
    from ita_tui.bootstrap import tools
    from ita_tui.secretary.keeping.office import Office

    with Office.open(data, tools(), write=False) as office:
        _, text = office.left_at(office.head("1/2567").id)
    return text


def rounds(data: Path, env: dict[str, str], number: int) -> list[float]:
    """Run the rounds; return how many seconds of typing each lost."""
    chance = random.Random(number)
    lost: list[float] = []
    with Terminal(command("--data", str(data)), env) as terminal:
        open_meeting(terminal)
        terminal.press("f10", "ctrl+q")
        assert terminal.wait() == 0
    before = ""
    for each in range(number):
        with Terminal(command("--data", str(data)), env) as terminal:
            terminal.see("ระเบียบวาระ", "ผ่านไป")
            if each:
                terminal.see("กู้คืนแล้ว", before[:20])
            typed = WORDS[: chance.randint(20, len(WORDS))]
            sent, killed = type_until_killed(terminal, typed, pause=0.02)
        now = kept_words(data)
        assert folded(now) == folded((before + typed)[: len(now)]), (each, now)
        assert now.startswith(before)
        missing = len(before) + len(typed) - len(now)
        lost.append(killed - sent[-missing] if missing > 0 else 0.0)
        before = now
    return lost


def test_killed_in_mid_sentence_it_loses_at_most_a_second_and_goes_on_without_a_question(tmp_path: Path) -> None:
    check(tmp_path, 4)


@pytest.mark.slow
def test_killed_thirty_times_it_loses_at_most_a_second_each_time(tmp_path: Path) -> None:
    check(tmp_path, 30)


def check(tmp_path: Path, number: int) -> None:
    env = environment(tmp_path / "home", "2024-01-17T09:30:00+07:00")
    data = tmp_path / "data"
    subprocess.run(command("sample", str(data)), env=env, check=True, capture_output=True)
    lost = rounds(data, env, number)
    print("seconds of typing lost:", [round(each, 2) for each in lost])
    assert max(lost) <= SECONDS_LOST
    assert kept_words(data), "the rounds typed nothing that was kept"
