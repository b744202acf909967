"""The README tells the keys and commands that there are."""

from __future__ import annotations

import re

from ita_tui.cli import program
from tests.architecture import readme_keys


def test_the_keys_in_the_readme_are_the_programs_keys() -> None:
    assert readme_keys.in_readme() == readme_keys.table(), "run: python -m tests.architecture.readme_keys"


def test_every_command_in_the_readme_is_one_and_every_command_is_told() -> None:
    text = readme_keys.README.read_text(encoding="utf-8")
    told = set(re.findall(r"^ita-tui (?:--\S+ )*([a-z]+)", text, re.MULTILINE))
    assert told == set(program.commands)


def test_the_two_commands_are_told_for_both_systems() -> None:
    text = readme_keys.README.read_text(encoding="utf-8")
    for what in ("demo", "test"):
        assert f"python3 .ci/start.py {what}" in text
        assert f"py -3 .ci\\start.py {what}" in text
