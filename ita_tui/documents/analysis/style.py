"""House styles of the analysis report as data: which sections, tables and columns, which rule set, which words.

A style is a TOML file `analysis_<name>.toml`: the shipped ones lie in `templates/wording`, an office's own in the
`templates/wording` of its data folder, where one of the same name takes the place of ours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, TypeVar

from ita_tui import paths
from ita_tui.documents.blocks import Align
from ita_tui.domain.analysis.texts import Judgement, RuleSet
from ita_tui.errors import ExportError, NotFound

T = TypeVar("T")

USUAL: Final = "groups"
"""The style of an office that picked none."""
_PREFIX: Final = "analysis_"
_HINT: Final = "แก้แฟ้มรูปแบบรายงาน หรือใช้รูปแบบเดิมของโปรแกรม"


class SectionKind(StrEnum):
    """What a section of the report is."""

    WORDS = "words"
    """Sentences by their names."""
    CHART = "chart"
    INDICATORS = "indicators"
    """A table of the ten indicators."""
    INSTRUMENTS = "instruments"
    """A table of instruments."""
    JUDGED = "judged"
    """A table of the indicators that a rule set judged so."""
    BY_INSTRUMENT = "by_instrument"
    """A table of all indicators, by instrument, with what the judgements say of each instrument's."""
    LIST = "list"
    """What the judgements say, point by point."""
    EACH_INDICATOR = "each_indicator"
    """Each indicator under a heading of its own, with all that a rule set says of it."""


class ChartKind(StrEnum):
    """The charts there are."""

    YEARS = "years"
    INDICATORS = "indicators"
    LOWEST = "lowest"


class Show(StrEnum):
    """What a column of a table shows."""

    INSTRUMENT = "instrument"
    INSTRUMENT_NAME = "instrument_name"
    INSTRUMENT_SCORE = "instrument_score"
    NUMBER = "number"
    NAME = "name"
    NUMBER_NAME = "number_name"
    SCORE = "score"
    PREVIOUS = "previous"
    CHANGE = "change"
    DETAIL = "detail"
    ANALYSIS = "analysis"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class StyleColumn:
    """A column: what it shows under which head, and its share of the width in percent."""

    show: Show
    head: str
    width: int
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report; what does not belong to its kind stays empty."""

    kind: SectionKind
    heading: str = ""
    """A template; headings are numbered where they stand."""
    sub: bool = False
    """Whether the heading belongs under the one before."""
    landscape: bool = False
    lines: tuple[str, ...] = ()
    """Names of sentences that stand under the heading."""
    chart: ChartKind | None = None
    columns: tuple[StyleColumn, ...] = ()
    rows: tuple[str, ...] = ()
    """Codes of instruments."""
    footer: tuple[str, ...] = ()
    """Rows below the indicators: overall, level."""
    rules: RuleSet | None = None
    judgements: tuple[Judgement, ...] = ()
    advice: bool = False
    """Whether a list tells what is advised beside each point."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How an office writes its analysis."""

    name: str
    label: str
    """What it is called on screen."""
    sections: tuple[Section, ...]
    words: Mapping[str, Any] = field(default_factory=dict)
    """Sentences that it says in its own words."""

    @property
    def rules(self) -> tuple[RuleSet, ...]:
        """Return the rule sets that its sections ask, in their order."""
        asked = (section.rules for section in self.sections if section.rules is not None)
        return tuple(dict.fromkeys(asked))


# --- which there are ----------------------------------------------------------------------------------------


def style_of(name: str, own: Path | None = None) -> HouseStyle:
    """Return the style of that name, the office's own (in the folder `own`) before ours; USUAL for an empty name.

    Raises NotFound for a name that no file has, ExportError for a file that is no style.
    """
    found = _files(own)
    wanted = name or USUAL
    if wanted not in found:
        raise NotFound(f"ไม่มีรูปแบบรายงาน “{name}”", f"รูปแบบที่มี: {' '.join(found)}")
    return _kept(found[wanted]) if found[wanted].parent == _shipped_folder() else read_style(found[wanted])


def styles(own: Path | None = None) -> tuple[HouseStyle, ...]:
    """Return every style, by name; raise ExportError for a file that is no style."""
    return tuple(style_of(name, own) for name in _files(own))


def _files(own: Path | None) -> dict[str, Path]:
    """Return the files of all styles by name: ours, then what the office has of its own."""
    folders = [_shipped_folder(), *([own] if own is not None and own.is_dir() else [])]
    found = (path for folder in folders for path in sorted(folder.glob(f"{_PREFIX}*.toml")))
    return {path.stem.removeprefix(_PREFIX): path for path in found}


def _shipped_folder() -> Path:
    return paths.templates() / "wording"


# --- reading a file -----------------------------------------------------------------------------------------


def read_style(path: Path) -> HouseStyle:
    """Read a style; raise ExportError, which names the section, where it is not one."""
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        known = _only(read, ("label", "section", "words"))
        sections = tuple(_section(raw, at) for at, raw in enumerate(_list(known.get("section", [])), start=1))
        words = known.get("words", {})
        if not isinstance(words, dict):
            raise _Wrong("words")
        return HouseStyle(path.stem.removeprefix(_PREFIX), _named(known), sections, words)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ExportError(f"อ่านแฟ้มรูปแบบรายงาน {path.name} ไม่ได้: {error}", _HINT) from error
    except (_Wrong, TypeError) as error:
        where = str(error) if isinstance(error, _Wrong) else "section"
        raise ExportError(f"แฟ้มรูปแบบรายงาน {path.name} ใช้ไม่ได้ที่ {where}", _HINT) from error


_kept = cache(read_style)


class _Wrong(ValueError):
    """What does not fit; says where."""


def _named(known: Mapping[str, Any]) -> str:
    label = known.get("label")
    if not isinstance(label, str) or not label.strip():
        raise _Wrong("label")
    return label


def _section(raw: Any, at: int) -> Section:
    try:
        return _made(Section, raw, _SECTION)
    except _Wrong as error:
        raise _Wrong(f"ส่วนที่ {at} {error}") from error


def _made(kind: Callable[..., T], raw: Any, readers: Mapping[str, Callable[[Any], Any]]) -> T:
    values = {}
    for key, value in _only(raw, [each.name for each in fields(kind)]).items():  # type: ignore[arg-type]
        try:
            values[key] = readers[key](value)
        except (ValueError, TypeError) as error:
            raise _Wrong(f"{key} {error}" if isinstance(error, _Wrong) else key) from error
    try:
        return kind(**values)
    except TypeError as error:
        raise _Wrong("ข้อมูลไม่ครบ") from error


def _only(raw: Any, known: Iterable[str]) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise _Wrong("ต้องเป็นตาราง")
    unknown = sorted(raw.keys() - set(known))
    if unknown:
        raise _Wrong(f"ไม่รู้จัก {unknown[0]}")
    return raw


def _exactly(kind: type[T], value: Any) -> T:
    if type(value) is not kind:
        raise TypeError(value)
    return value


_text: Final = partial(_exactly, str)
_flag: Final = partial(_exactly, bool)


def _list(value: Any) -> list[Any]:
    return _exactly(list, value)


def _each(reader: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    return lambda value: tuple(reader(each) for each in _list(value))


def _column(raw: Any) -> StyleColumn:
    return _made(StyleColumn, raw, _COLUMN)


def _share(value: Any) -> int:
    if not 1 <= _exactly(int, value) <= 100:
        raise ValueError(value)
    return int(value)


def _columns(value: Any) -> tuple[StyleColumn, ...]:
    """Read columns; together they are as wide as the page."""
    made: Sequence[StyleColumn] = [_column(each) for each in _list(value)]
    if sum(each.width for each in made) != 100:
        raise _Wrong("width รวมต้องเป็น 100")
    return tuple(made)


_COLUMN: Final[Mapping[str, Callable[[Any], Any]]] = {
    "show": Show, "head": _text, "width": _share, "align": Align,
}  # fmt: skip
_SECTION: Final[Mapping[str, Callable[[Any], Any]]] = {
    "kind": SectionKind, "heading": _text, "sub": _flag, "landscape": _flag, "lines": _each(_text),
    "chart": ChartKind, "columns": _columns, "rows": _each(_text), "footer": _each(_text), "rules": RuleSet,
    "judgements": _each(Judgement), "advice": _flag,
}  # fmt: skip
