"""The table of what each editing action does, for texts that a Thai writer meets.

A case is written twice: as the letters that a reader sees, each with its marks (what arrows, Delete and the mouse go
by), and as words with what stands behind them (what the same keys with Ctrl go by). `·` stands between two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.ui_thai.syllables import cells


@dataclass(frozen=True, slots=True)
class Case:
    """One text."""

    letters: tuple[str, ...]
    words: tuple[str, ...]
    rests: tuple[str, ...]
    """What is left each time the word at the start is deleted."""

    @classmethod
    def of(cls, letters: str, words: str, rests: str | None = None) -> Case:
        """A case as it is written below."""
        split = tuple(words.split("·"))
        left = tuple("".join(split[number:]) for number in range(1, len(split) + 1))
        case = cls(tuple(letters.split("·")), split, left if rests is None else tuple(rests.split("·")))
        assert "".join(case.letters) == "".join(case.words)
        return case

    @property
    def text(self) -> str:
        """The text."""
        return "".join(self.letters)


CASES = (
    # Two syllables with nothing beside them are one word to ICU, hence what is left is told too.
    Case.of("น้ำ·ที่·ก็·กำ", "น้ำ·ที่·ก็·กำ", "ที่ก็กำ·ก็กำ·"),
    Case.of("ที่·ป·ร·ะ·ชุ·ม·มี·ม·ติ", "ที่·ประชุม·มี·มติ"),
    Case.of(
        "ป·ร·ะ·จำ·ปี·ง·บ·ป·ร·ะ·ม·า·ณ· ·พ·.·ศ·.· ·๒·๕·๖·๖",
        "ประจำปี·งบประมาณ ·พ.ศ. ·๒๕๖๖",
    ),
    Case.of(
        "ข้·อ· ·o·1·2· ·ส่·ง· ·E·-·S·e·r·v·i·c·e· ·๓· ·วั·น",
        "ข้อ ·o12 ·ส่ง ·E-Service ·๓ ·วัน",
    ),
    Case.of(
        "M·e·e·t·i·n·g· ·ค·รั้·ง·ที่· ·1·/·2·5·6·7· ·ไ·ด้· ·9·2·.·4·5·%",
        "Meeting ·ครั้ง·ที่ ·1/2567 ·ได้ ·92.45%",
    ),
    Case.of("“·น้ำ·”· ·(·ก·)· ·-· ·กำ·ไ·ร·:· ·1·2·,·3·4·5·.·6·7", "“น้ำ” ·(ก) - ·กำไร: ·12,345.67"),
)


def edges(pieces: Sequence[str]) -> list[int]:
    """Offsets between pieces, both ends included."""
    found = [0]
    for piece in pieces:
        found.append(found[-1] + len(piece))
    return found


def edge_at_cell(letters: Sequence[str], cell: int) -> int:
    """Where a click on a cell of an unbroken row puts the cursor: before the letter there, behind the last one."""
    at = 0
    for letter in letters:
        if cell < cells(letter):
            return at
        cell -= cells(letter)
        at += len(letter)
    return at


def word_at(case: Case, offset: int) -> str:
    """The word that a double click before the letter at an offset selects, without the blanks behind it."""
    starts = edges(case.words)
    number = max(index for index, start in enumerate(starts[:-1]) if start <= offset)
    return case.words[number].rstrip()
