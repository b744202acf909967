"""How documents reach the disk: whole or not at all, and never over one that somebody changed since."""

from __future__ import annotations

import os
import tempfile
from itertools import count
from pathlib import Path

from ita_tui.documents import marks
from ita_tui.errors import CannotWrite

_LONGEST_NAME = 255
"""Bytes of UTF-8 that file systems take for a name."""


def write(path: Path, content: bytes) -> Path:
    """Write a document and return where it went, an absolute path.

    A file of that name that is ours and unchanged is replaced; any other keeps its place, and the document
    gets the next free name (-2, -3, …). Raises CannotWrite where the system refuses.
    """
    try:
        path = path.parent.resolve() / path.name  # a loop of links is a RuntimeError
        path.parent.mkdir(parents=True, exist_ok=True)
        target = _free(path)
        _put(target, content)
    except (OSError, RuntimeError) as error:
        raise CannotWrite(
            f"เขียนไฟล์ {path.name} ไม่ได้: {getattr(error, 'strerror', None) or error}",
            "ปิดไฟล์ที่เปิดอยู่ หรือเลือกโฟลเดอร์อื่นที่เขียนได้",
        ) from error
    return target


def _free(path: Path) -> Path:
    if _replaceable(path):
        return path
    for number in count(2):
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
        if _replaceable(candidate):
            return candidate
    raise AssertionError  # count never ends


def _replaceable(path: Path) -> bool:
    if not os.path.lexists(path):
        return True
    return path.is_file() and not path.is_symlink() and not marks.changed_since(path)


def _put(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".ita-", suffix=target.suffix, dir=target.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        made.chmod(0o644)
        made.replace(target)
    except OSError:
        made.unlink(missing_ok=True)
        raise


def safe_stem(*parts: str) -> str:
    """Return a file name (without its ending) of parts joined by _, short enough and without path characters."""
    stem = "_".join("".join("-" if each in '/\\:*?"<>|' or ord(each) < 32 else each for each in part) for part in parts)
    while len(stem.encode()) > _LONGEST_NAME - 16:
        stem = stem[:-1]
    return stem.strip(". ") or "-"
