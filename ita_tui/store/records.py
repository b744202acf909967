"""The domain's values as plain JSON values and back, strictly: what does not fit exactly is damage, never a guess."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

import cattrs
from cattrs.gen import make_dict_structure_fn
from cattrs.strategies import configure_tagged_union

from ita_tui.domain.oit import ItemChange
from ita_tui.domain.record import Block, Entry
from ita_tui.domain.years import BEYear
from ita_tui.errors import Damaged
from ita_tui.store.framing import damaged

T = TypeVar("T")
TAG: Final = "type"


def encode(value: object, kind: Any = None) -> Any:
    """Return `value` as plain JSON values; `kind` is its declared type where that is a union (Entry, Block)."""
    return _converter.unstructure(value, unstructure_as=kind)


def decode(plain: object, kind: type[T], path: Path, where: str = "") -> T:
    """Return the value of type `kind` that `plain`, read from `path`, stands for.

    Raises `Damaged`, which names the file and the place (`where`, then the path to the field), for a field too
    many or too few, another type than was written, or a code that is not known.
    """
    try:
        return _converter.structure(plain, kind)
    except (cattrs.BaseValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise _misfit(path, where, error) from error


def decode_entry(plain: object, path: Path, where: str = "") -> Entry:
    """Return the statement or resolution that `plain` stands for; raises as `decode`."""
    return decode(plain, Entry, path, where)  # type: ignore[arg-type]  # a union is no type, but cattrs knows it


def _misfit(path: Path, where: str, error: Exception) -> Damaged:
    """Name the place only: what the library says of it is in English, and stays in the cause."""
    field = ""
    if isinstance(error, cattrs.BaseValidationError):
        field = cattrs.transform_error(error)[0].rpartition(" @ ")[2]
    return damaged(path, " ".join(part for part in (where, field) if part))


# --- strictness ---------------------------------------------------------------------------------------------


def _exactly(kind: type) -> Callable[[object, object], object]:
    """Return a hook that takes nothing but `kind` itself: True is no number, and 1 is no text."""

    def structure(plain: object, _: object) -> object:
        if type(plain) is not kind:
            raise ValueError(f"expected {kind.__name__}, found {type(plain).__name__}")
        return plain

    return structure


def _iso(kind: Any) -> Callable[[object, object], object]:
    """Return a hook that takes the one spelling that `isoformat` writes."""

    def structure(plain: object, _: object) -> object:
        value = kind.fromisoformat(plain)
        if value.isoformat() != plain:
            raise ValueError(f"not an ISO {kind.__name__}: {plain}")
        return value

    return structure


def _decimal(plain: object, _: object) -> Decimal:
    if not isinstance(plain, str) or not re.fullmatch(r"-?\d+(\.\d+)?", plain, re.ASCII):
        raise ValueError(f"not a decimal number: {plain}")
    return Decimal(plain)


def _number(plain: object, _: object) -> float:
    if type(plain) not in {int, float} or not math.isfinite(float(str(plain))):
        raise ValueError(f"not a number: {plain}")
    return float(str(plain))


def _whole(kind: Any) -> Callable[[Any, object], object]:
    """Return a hook for a dataclass that wants every field without a default; a default is what is not written."""
    names = frozenset(field.name for field in dataclasses.fields(kind) if not _has_default(field))
    structure = make_dict_structure_fn(kind, _converter, _cattrs_forbid_extra_keys=True)

    def structure_whole(plain: Any, _: object) -> object:
        if not isinstance(plain, dict):
            raise ValueError(f"expected fields of {kind.__name__}, found {type(plain).__name__}")
        missing = sorted(names - plain.keys())
        if missing:
            raise ValueError(f"missing in {kind.__name__}: {', '.join(missing)}")
        return structure(plain, kind)

    return structure_whole


def _has_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING


def _tag(kind: type) -> str:
    """Return the class name in lower case with underscores: ResultsAccount → results_account."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def _made() -> cattrs.Converter:
    # What equals its default is not written, so a field added later changes no row that stands already; the checksum
    # guards against lost ones. A default, once it was used, belongs to the file format and stays.
    converter = cattrs.Converter(
        forbid_extra_keys=True, omit_if_default=True, unstruct_collection_overrides={tuple: list}
    )
    for primitive in (str, int, bool):
        converter.register_structure_hook(primitive, _exactly(primitive))
    converter.register_structure_hook(BEYear, _exactly(int))
    converter.register_structure_hook(float, _number)
    for kind in (date, time, datetime):
        converter.register_structure_hook(kind, _iso(kind))
        converter.register_unstructure_hook(kind, lambda value: value.isoformat())
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    # For StrEnum, not Enum: a code is a str too, and the hook of its nearest class is taken.
    converter.register_unstructure_hook(StrEnum, lambda value: value.value)
    converter.register_structure_hook(StrEnum, lambda plain, kind: kind(plain))
    return converter


_converter: Final = _made()
_converter.register_structure_hook_factory(dataclasses.is_dataclass, _whole)
for _union in (ItemChange, Block, Entry):  # the inner ones first: an entry holds blocks
    configure_tagged_union(_union, _converter, tag_name=TAG, tag_generator=_tag)
