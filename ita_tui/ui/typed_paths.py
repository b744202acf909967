"""Where files lie and go, as typed into a field or dragged into the terminal."""

from __future__ import annotations

import os
from pathlib import Path

from ita_tui.errors import BadText


def folder_of(text: str) -> Path:
    """Return the folder of a typed path, absolute; raise BadText for none, or for the home of nobody."""
    plain = text.strip()
    if not plain:
        raise BadText("ยังไม่ได้ระบุโฟลเดอร์ที่เก็บ", "พิมพ์ตำแหน่งโฟลเดอร์")
    try:
        return Path(plain).expanduser().absolute()
    except RuntimeError as error:
        raise BadText(f"ไม่พบผู้ใช้ตามที่ระบุใน “{plain}”", "พิมพ์ตำแหน่งโฟลเดอร์ให้เต็ม") from error


def file_of(text: str) -> Path:
    """Return the file of a typed path, quotes around it aside; raise BadText for none that is there."""
    plain = text.strip().strip("\"'").removeprefix("file://")
    if not plain:
        raise BadText("ยังไม่ได้พิมพ์ที่อยู่ของแฟ้ม", "ลากแฟ้มมาวางในหน้าต่างนี้ก็ได้")
    path = Path(os.path.expanduser(plain))  # noqa: PTH111 - Path's own raises for a home nobody has
    if not path.is_file():
        raise BadText("ไม่พบแฟ้มนี้", "ตรวจที่อยู่ หรือลากแฟ้มมาวางในหน้าต่างนี้")
    return path
