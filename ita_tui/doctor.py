"""What this machine needs for the program, looked at one by one: each finding is a fact, and advice where it lacks."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout

from ita_tui import paths, terminal_width
from ita_tui.errors import ItaError
from ita_tui.store.backups import verify
from ita_tui.store.layout import Layout, is_data
from ita_tui.terminal import COLUMNS, ROWS

_LIBRARIES: Final = (
    "textual", "rich", "tinydb", "jinja2", "docxtpl", "typst", "fonttools", "pikepdf", "icu4py", "orjson", "openpyxl",
)  # fmt: skip
_LEAST_FREE: Final = 200 * 10**6
"""Bytes below which a disk is called nearly full: many years of meetings, and every paper of one."""
_FULL: Final = 20 * 10**6
_TERMINAL_WAIT: Final = 1.0
"""Seconds for a terminal to answer; a person waits, and the line may be a slow one."""
_COMMAND_WAIT: Final = 5.0


class Health(StrEnum):
    """How one thing stands."""

    FINE = "fine"
    NOTE = "note"
    """Works, but something could be better or is not known."""
    TROUBLE = "trouble"

    @property
    def mark(self) -> str:
        """Return the mark that stands before it."""
        return {"fine": "✓", "note": "•", "trouble": "✗"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    """English, for programs."""
    title: str
    health: Health
    message: str
    advice: str = ""
    value: Any = None
    """What was found, as plain data."""


def findings(data: Path | None, why_not: str = "") -> Iterator[Finding]:
    """Look at everything; `data` is the data folder, or None with the reason why there is none."""
    yield _program()
    yield _libraries()
    yield _hooks()
    if sys.stdin.isatty() and sys.stdout.isatty():
        yield _terminal()
        yield _widths()
    else:
        yield Finding("terminal", "เทอร์มินัล", Health.NOTE, "ไม่ได้สั่งจากหน้าต่างเทอร์มินัล จึงไม่ได้ตรวจ")
    yield _language()
    yield _paper_fonts()
    yield _screen_fonts()
    yield _printer()
    if data is None or not is_data(data):
        yield Finding("data", "ข้อมูล", Health.NOTE, f"ไม่พบข้อมูลที่ “{data}”" if data else why_not)
        return
    yield _data(data)
    yield _lock(data)
    yield _disk(data)


def _program() -> Finding:
    ours = _version("ita-tui")
    words = f"ita-tui {ours} · Python {platform.python_version()} · {platform.system()} {platform.release()}"
    fine = sys.version_info >= (3, 11)
    return Finding(
        "program", "โปรแกรม", Health.FINE if fine else Health.TROUBLE, words, "" if fine else "ติดตั้ง Python 3.11 ขึ้นไป",
        {"version": ours, "python": platform.python_version(), "system": platform.platform()},
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _libraries() -> Finding:
    found = {name: _version(name) for name in _LIBRARIES}
    missing = [name for name, number in found.items() if not number]
    if missing:
        return Finding(
            "libraries", "ชุดคำสั่ง", Health.TROUBLE, f"ไม่พบ {', '.join(missing)}",
            "ติดตั้งตาม requirements.lock ที่มากับโปรแกรม", found,
        )
    words = f"ครบ {len(found)} ชุด · textual {found['textual']} · rich {found['rich']}"
    return Finding("libraries", "ชุดคำสั่ง", Health.FINE, words, value=found)


def _hooks() -> Finding:
    from ita_tui.ui.widgets.thai import hooks as thai_hooks  # noqa: PLC0415 - loads textual, which no other check needs

    try:
        thai_hooks.check()
    except ItaError as error:
        return Finding("hooks", "ส่วนภาษาไทย", Health.TROUBLE, error.message, error.hint)
    return Finding("hooks", "ส่วนภาษาไทย", Health.FINE, "เข้ากับชุดแสดงผลที่ติดตั้งอยู่")


# --- the terminal -------------------------------------------------------------------------------------------


def _terminal() -> Finding:
    name = os.environ.get("TERM", "")
    size = os.get_terminal_size(sys.stdout.fileno())
    words = f"{size.columns}×{size.lines} · {name or 'ไม่ทราบชนิด'}"
    value = {"columns": size.columns, "rows": size.lines, "term": name}
    if 0 < size.columns < COLUMNS or 0 < size.lines < ROWS:  # 0: it does not know
        return Finding(
            "terminal", "เทอร์มินัล", Health.TROUBLE, words, f"ขยายหน้าต่างให้ได้อย่างน้อย {COLUMNS}×{ROWS}", value
        )
    return Finding("terminal", "เทอร์มินัล", Health.FINE, words, value=value)


def _language() -> Finding:
    told = next((os.environ[each] for each in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(each)), "")
    if sys.platform == "win32" or "utf-8" in told.lower() or "utf8" in told.lower():
        return Finding("encoding", "รหัสอักขระ", Health.FINE, told or "UTF-8", value=told)
    return Finding(
        "encoding", "รหัสอักขระ", Health.NOTE, f"ไม่ใช่ UTF-8 ({told or 'ไม่ได้ตั้งไว้'})",
        "ตั้ง LANG=th_TH.UTF-8 หรือ C.UTF-8 แล้วเปิดเทอร์มินัลใหม่", told,
    )


def _widths() -> Finding:
    title = "ภาษาไทยบนจอ"
    plain = [text for text, _ in terminal_width.SAMPLES]
    answer = terminal_width.ask((*terminal_width.DRAWN, *plain), _TERMINAL_WAIT)
    count = len(plain)
    drawn, written = answer.cells[:count], answer.cells[count:]
    if len(written) < count:
        return Finding("widths", title, Health.NOTE, "เทอร์มินัลไม่ตอบ จึงไม่ทราบความกว้างของตัวอักษร")
    value = {"drawn": dict(zip(plain, drawn, strict=True)), "written": dict(zip(plain, written, strict=True))}
    words = " · ".join(f"{text} {cells} ช่อง" for text, cells in zip(plain, drawn, strict=True))
    advice = terminal_width.advice(drawn)
    if advice:
        return Finding("widths", title, Health.TROUBLE, words, advice, value)
    if written != drawn:
        return Finding(
            "widths", title, Health.NOTE, f"{words} (สระอำที่โปรแกรมอื่นพิมพ์กว้าง {written[-1] - 1} ช่อง)",
            "โปรแกรมนี้วาดสระอำแยกส่วนแล้วจึงไม่เหลื่อม", value,
        )
    return Finding("widths", title, Health.FINE, words, value=value)


def _screen_fonts() -> Finding:
    title = "แบบอักษรบนจอ"
    lister = shutil.which("fc-list")
    if lister is None:
        return Finding("screen_fonts", title, Health.NOTE, "ไม่มีคำสั่ง fc-list จึงไม่ได้ตรวจ")
    lines = _output([lister, ":lang=th", "family"]).splitlines()
    families = sorted({line.split(",")[0].strip() for line in lines} - {""})
    if families:
        return Finding("screen_fonts", title, Health.FINE, f"มีภาษาไทย {len(families)} แบบ", value=families)
    return Finding(
        "screen_fonts", title, Health.TROUBLE, "เครื่องนี้ไม่มีแบบอักษรภาษาไทย",
        "ติดตั้ง fonts-thai-tlwg หรือ fonts-noto-core แล้วเปิดเทอร์มินัลใหม่", [],
    )


# --- papers -------------------------------------------------------------------------------------------------


def _paper_fonts() -> Finding:
    title = "แบบอักษรเอกสาร"
    found = sorted(path.name for path in (paths.templates() / "fonts").glob("*.ttf"))
    if len(found) >= 4:
        return Finding("paper_fonts", title, Health.FINE, f"มากับโปรแกรมครบ {len(found)} แบบ", value=found)
    return Finding("paper_fonts", title, Health.TROUBLE, "ไม่ครบ เอกสาร PDF จะออกไม่ได้", "ติดตั้งโปรแกรมใหม่", found)


def _printer() -> Finding:
    title = "เครื่องพิมพ์"
    if sys.platform == "win32":
        return Finding("printer", title, Health.NOTE, "บน Windows ให้เปิดแฟ้ม PDF แล้วสั่งพิมพ์จากโปรแกรมอ่าน")
    lp = shutil.which("lp")
    if lp is None:
        return Finding(
            "printer", title, Health.NOTE, "ไม่มีคำสั่ง lp", "ติดตั้ง cups-client หรือเปิดแฟ้ม PDF แล้วสั่งพิมพ์จากโปรแกรมอ่าน"
        )
    queues = _output([shutil.which("lpstat") or "lpstat", "-e"]).split()
    if not queues:
        return Finding("printer", title, Health.NOTE, "มีคำสั่ง lp แต่ยังไม่มีเครื่องพิมพ์", "เพิ่มเครื่องพิมพ์ในระบบก่อนสั่งพิมพ์", [])
    return Finding("printer", title, Health.FINE, ", ".join(queues), value=queues)


def _output(command: list[str]) -> str:
    """What a command of the system prints; nothing where it fails or takes long."""
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_COMMAND_WAIT, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


# --- the data folder ----------------------------------------------------------------------------------------


def _data(data: Path) -> Finding:
    files = [path for path in Layout(data).data_files() if path.exists()]
    bad = dict(_unsound(files))
    value = {"path": str(data), "files": len(files), "damaged": sorted(bad)}
    if bad:
        return Finding(
            "data", "ข้อมูล", Health.TROUBLE, f"{data}: {'; '.join(f'{name} {why}' for name, why in bad.items())}",
            "เปิดโปรแกรมเพื่อกู้จากสำเนาสำรองล่าสุด", value,
        )
    if not os.access(data, os.W_OK):
        return Finding("data", "ข้อมูล", Health.NOTE, f"{data} อ่านได้อย่างเดียว", "ตรวจสิทธิ์ของโฟลเดอร์", value)
    return Finding("data", "ข้อมูล", Health.FINE, f"{data} · {len(files)} แฟ้ม สมบูรณ์ทุกแฟ้ม", value=value)


def _unsound(files: list[Path]) -> Iterator[tuple[str, str]]:
    for path in files:
        try:
            verify(path)
        except ItaError as error:
            yield path.name, error.message


def _lock(data: Path) -> Finding:
    """Tell whether another window writes; where no lock was ever taken none is made."""
    title, lock = "หน้าต่างอื่น", Layout(data).lock
    if lock.exists():
        try:
            with FileLock(lock, timeout=0):
                pass
        except Timeout:
            return Finding("lock", title, Health.NOTE, "ข้อมูลชุดนี้เปิดอยู่ในอีกหน้าต่างหนึ่ง", value=True)
        except OSError as error:
            return Finding("lock", title, Health.NOTE, f"ไม่ทราบ ({error.strerror})")
    return Finding("lock", title, Health.FINE, "ไม่มีหน้าต่างอื่นเปิดข้อมูลชุดนี้", value=False)


def _disk(data: Path) -> Finding:
    free = 0
    with suppress(OSError):
        free = shutil.disk_usage(data).free
    words = f"ว่าง {free / 10**9:,.1f} GB"
    if free >= _LEAST_FREE:
        return Finding("disk", "ที่ว่างของดิสก์", Health.FINE, words, value=free)
    health = Health.TROUBLE if free < _FULL else Health.NOTE
    return Finding("disk", "ที่ว่างของดิสก์", health, f"ว่าง {free / 10**6:,.0f} MB", "ลบแฟ้มที่ไม่ใช้ก่อนเริ่มประชุม", free)


