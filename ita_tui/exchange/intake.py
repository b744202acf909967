"""The bytes of a file that somebody hands over: an ordinary file of bounded size, or nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from ita_tui.errors import NotFound
from ita_tui.exchange.refusals import Unreadable

LARGEST_FILE: Final = 16 * 1024 * 1024
"""Bytes; a table of 10,000 rows has about 1 MB."""

# Neither exists on Windows, which has no devices in folders; opening a pipe must not wait for its other end.
_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def read_bytes(path: Path) -> bytes:
    """Return what an ordinary file of at most LARGEST_FILE bytes holds.

    Raises Unreadable for a link, a device, a folder, an empty file and one that is too large, NotFound where there
    is none, OSError where the system refuses.
    """
    if path.is_symlink():
        raise Unreadable("เป็นทางลัด (symbolic link) ไม่ใช่แฟ้มข้อมูล", "ระบุแฟ้มจริง")
    try:
        handle = os.open(path, _FLAGS)
    except FileNotFoundError as error:
        raise NotFound(f"ไม่พบแฟ้ม “{path}”", "ตรวจชื่อและตำแหน่งของแฟ้ม") from error
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Unreadable("ไม่ใช่แฟ้มข้อมูล", "ระบุแฟ้ม .csv .xlsx หรือ .json")
        with os.fdopen(handle, "rb", closefd=False) as file:
            content = file.read(LARGEST_FILE + 1)
    finally:
        os.close(handle)
    if len(content) > LARGEST_FILE:
        raise Unreadable(f"แฟ้มใหญ่เกิน {LARGEST_FILE // 2**20} MB", "แบ่งเป็นหลายแฟ้ม")
    if not content:
        raise Unreadable("แฟ้มว่างเปล่า")
    return content
