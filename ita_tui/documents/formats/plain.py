"""A paper as plain lines of text: how it will read, for looking at before it is made."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from ita_tui.documents import blocks as b


def plain(paper: b.Paper) -> str:
    """Return the words of a finished paper, one block after the other."""
    mark = [paper.draft_mark, ""] if paper.draft_mark else []
    return "\n".join([*mark, *(line for block in paper.blocks for line in _lines(block))])


@singledispatch
def _lines(block: object) -> Iterator[str]:
    raise TypeError(f"no plain text for {type(block).__name__}")


@_lines.register
def _(block: b.Title) -> Iterator[str]:
    yield from block.lines


@_lines.register
def _(block: b.Heading | b.Note) -> Iterator[str]:
    yield from ("", block.text)


@_lines.register
def _(block: b.AgendaHeading) -> Iterator[str]:
    yield from ("", f"{block.label}  {block.title}")


@_lines.register
def _(block: b.Paragraph) -> Iterator[str]:
    yield block.text if block.indent is b.Indent.NONE else f"    {block.text}"


@_lines.register
def _(block: b.Points) -> Iterator[str]:
    yield from (f"    {point.marker} {point.text}" for point in block.items)


@_lines.register
def _(block: b.Listing) -> Iterator[str]:
    for row in block.rows:
        yield "  ".join(part for part in (f"{row.marker} {row.left}", row.below, row.right, *row.notes) if part)


@_lines.register
def _(block: b.Table) -> Iterator[str]:
    yield " | ".join(block.head)
    yield from (" | ".join(map(_cell, row.cells)) for row in block.rows)


def _cell(cell: b.Cell) -> str:
    return cell if isinstance(cell, str) else " ".join(cell)


@_lines.register
def _(block: b.Chart) -> Iterator[str]:
    yield from ("", block.title, *_lines(block.table))


@_lines.register
def _(block: b.Landscape) -> Iterator[str]:
    for inner in block.inner:
        yield from _lines(inner)


@_lines.register
def _(block: b.Say) -> Iterator[str]:
    if block.speaker:
        yield f"{block.speaker} ({block.role})" if block.role else block.speaker
    for inner in block.inner:
        yield from _lines(inner)


@_lines.register
def _(block: b.Resolution) -> Iterator[str]:
    yield block.label
    for inner in block.inner:
        yield from (f"    {line.strip()}" for line in _lines(inner))


@_lines.register
def _(block: b.Signatures) -> Iterator[str]:
    for each in block.items:
        yield from ("", f"{each.line} {each.signed_as}", each.name, each.position)
