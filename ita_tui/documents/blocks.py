"""The blocks a paper is made of: finished strings only, in the order of the paper.

One list of blocks feeds PDF, DOCX, HTML and Markdown, so that the same words stand in all four. Nothing here
is looked up or worded: digits are already Thai, names already chosen, dots already stand for what is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from ita_tui.documents.charts.shapes import Bar, Drawing, Label, Rule
from ita_tui.thai.text import clean


class Indent(StrEnum):
    """How a paragraph begins."""

    FIRST_LINE = "first_line"
    NONE = "none"


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str
    indent: Indent = Indent.FIRST_LINE


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a numbered list; the marker is printed as it stands, e.g. ๑."""

    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A numbered list."""

    items: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of a list of people: number, who, and what they are there."""

    marker: str
    left: str
    right: str = ""
    below: str = ""
    """A second line about who it is, e.g. whom they came for."""
    notes: tuple[str, ...] = ()
    """Remarks below what they are there, one on each line, e.g. when they came in."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A two-column list of people or seats."""

    rows: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the table's width in percent, and how its cells stand."""

    width: int
    align: Align = Align.LEFT


Cell = str | tuple[str, ...]
"""What a cell says: one line, or several paragraphs."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a group row is one cell over the whole width."""

    cells: tuple[Cell, ...]
    is_group: bool = False
    spans: tuple[int, ...] = ()
    """Over how many rows each cell reaches down, 0 for one that a cell above covers; empty where none does."""
    may_split: bool = False
    """Whether the row may go on over a page end: one that is longer than a page must."""

    @property
    def reaches(self) -> tuple[int, ...]:
        """Return over how many rows each cell reaches."""
        return self.spans or (1,) * len(self.cells)

    @property
    def centred(self) -> tuple[bool, ...]:
        """Tell which cells stand in the middle of the rows they reach over: those that say a word, not a paragraph."""
        return tuple(
            reach > 1 and isinstance(cell, str) and len(cell) <= _WORD
            for cell, reach in zip(self.cells, self.reaches, strict=True)
        )


_WORD = 40
"""Code points of what is read at a glance."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on every page."""

    columns: tuple[Column, ...]
    head: tuple[str, ...]
    rows: tuple[Row, ...]


Inner = Paragraph | Points | Listing | Table


@dataclass(frozen=True, slots=True)
class Title:
    """The centred lines at the head of a paper."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the form, e.g. ผู้มาประชุม or เลิกประชุมเวลา ๑๑.๓๐ น."""

    text: str


@dataclass(frozen=True, slots=True)
class AgendaHeading:
    """An agenda item: its number at the left, its title at the right."""

    label: str
    title: str
    is_sub_item: bool = False


@dataclass(frozen=True, slots=True)
class Say:
    """What one speaker said: the speaker's label at the left, the words at the right."""

    speaker: str
    role: str
    inner: tuple[Inner, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the meeting resolved or answered: ที่ประชุม or มติที่ประชุม at the left, the words at the right."""

    label: str
    inner: tuple[Inner, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: the line, what is signed as, the name in brackets, the position below."""

    line: str
    signed_as: str
    name: str
    position: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signatures at the end; never alone on a page."""

    items: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in the paper that is set apart from its text."""

    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of figures; where none can be shown, its table stands for it.

    Whatever the table says is written in the drawing too, so that no format tells less than another.
    """

    title: str
    drawing: Drawing
    table: Table

    @property
    def alt(self) -> str:
        """Return the picture in words, for who cannot see it: every row of the table after its title."""
        told = (", ".join(_named(self.table.head, row.cells)) for row in self.table.rows)
        return f"{self.title}: {'; '.join(told)}"


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks that stand on pages turned sideways, for they are wide."""

    inner: tuple[Heading | Chart | Inner, ...]


Block = Title | Heading | AgendaHeading | Say | Resolution | Signatures | Note | Chart | Landscape | Inner


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper: its title for the file's properties, its blocks, and the mark of a draft."""

    title: str
    blocks: tuple[Block, ...]
    draft_mark: str = ""
    """Printed on every page, e.g. (ร่าง); empty on a paper for signing."""
    one_column: bool = False
    """Whether a speaker stands above the words instead of beside them."""


_ODD_SPACES = str.maketrans({"\n": " ", "\t": " ", "\u00a0": " ", "\u200b": "", "\u2060": "", "\u00ad": ""})


def finished(paper: Paper) -> Paper:
    """Return the paper with every string cleaned: one line each, no control characters, Thai in one order.

    Zero-width and no-break spaces go, since no format shows them alike and readers of a PDF give them back.
    """
    cleaned: Paper = _mapped(paper, lambda text: " ".join(clean(text).translate(_ODD_SPACES).split()))
    return cleaned


def strings_of(paper: Paper) -> tuple[str, ...]:
    """Return every string that the paper prints, in its order, without the empty ones."""
    return tuple(text for text in (*_strings(paper.blocks), paper.draft_mark) if text)


def as_data(paper: Paper) -> dict[str, Any]:
    """Return the paper as plain lists, dictionaries and strings; `t` tells what each block is."""
    data: dict[str, Any] = _plain(paper)
    return data


def _named(head: tuple[str, ...], cells: tuple[Cell, ...]) -> Iterator[str]:
    for name, cell in zip(head, cells, strict=True):
        yield f"{name} {cell if isinstance(cell, str) else ' '.join(cell)}"


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, StrEnum | int | float | None):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(each, change) for each in value)
    return type(value)(**{field.name: _mapped(getattr(value, field.name), change) for field in fields(value)})


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, StrEnum):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, Chart):
        yield from _strings((value.title, value.table))
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))


_TAGS: dict[type, str] = {
    Title: "title", Heading: "heading", AgendaHeading: "agenda", Say: "say", Resolution: "resolution",
    Signatures: "signatures", Note: "note", Paragraph: "paragraph", Points: "points", Listing: "listing",
    Table: "table", Chart: "chart", Landscape: "landscape", Bar: "bar", Rule: "rule", Label: "label",
}  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Row):
        return _plain_row(value)
    if isinstance(value, Chart):
        return {"t": "chart", "title": value.title, "alt": value.alt, **_drawn(value)}
    if is_dataclass(value):
        data = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"t": _TAGS[type(value)], **data} if type(value) in _TAGS else data
    return str(value) if isinstance(value, StrEnum) else value


def _plain_row(row: Row) -> dict[str, Any]:
    """Return a row whose cells are all lists of paragraphs, each with its span."""
    cells = [[cell] if isinstance(cell, str) else list(cell) for cell in row.cells]
    return {
        "cells": cells, "spans": list(row.reaches), "centred": list(row.centred), "is_group": row.is_group,
        "may_split": row.may_split,
    }  # fmt: skip


def _drawn(chart: Chart) -> dict[str, Any]:
    return {"drawing": _plain(chart.drawing), "table": _plain(chart.table)}
