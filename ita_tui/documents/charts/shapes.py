"""What a chart is drawn from: bars, rules and labels at places in points, which every format paints alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """The tones of a chart, told apart in black and white too; the value is the colour."""

    INK = "#1a1a1a"
    QUIET = "#5a5a5a"
    HAIR = "#b4b4b4"
    STRONG = "#1f4e79"
    MIDDLE = "#6f9bc4"
    PALE = "#d6e2ee"


class Anchor(StrEnum):
    """Which end of a label stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight line from one place to another."""

    x: float
    y: float
    to_x: float
    to_y: float
    tone: Tone
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text whose baseline is at y."""

    x: float
    y: float
    text: str
    anchor: Anchor = Anchor.START
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet; x and y count in points from its upper left corner."""

    width: float
    height: float
    size: float
    """Points of the labels' type."""
    shapes: tuple[Bar | Rule | Label, ...]
