"""Hands a PDF to a printer, or to the program that shows PDF files.

Linux and macOS print by `lp` of CUPS, a child process with a time limit and no shell. Windows prints by the program
that opens PDF files there; that way is written after Python's documentation and was never run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ita_tui.errors import BadText, CannotPrint, NoPrinter
from ita_tui.thai.digits import arabic_digits
from ita_tui.thai.text import clean

MOST_COPIES = 99
_TIME_TO_LIST = 10
"""Seconds to ask for printers: CUPS looks for those in the network too."""
_TIME_TO_SEND = 60
_TIME_TO_OPEN = 3
"""Seconds in which a program that cannot show a file says so."""
_LONGEST_REASON = 200
"""Code points of what a command complained about that are worth showing."""
_ON_WINDOWS = sys.platform == "win32"


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue that takes papers."""

    name: str
    """As the system names it; empty for whatever Windows prints to."""
    is_default: bool = False


def printers() -> tuple[Printer, ...]:
    """Return the printers of this machine, the default one first; empty where there is none or no CUPS.

    On Windows the one answer stands for whatever Windows prints to.
    """
    if _ON_WINDOWS:
        return (Printer("", is_default=True),)
    if shutil.which("lp") is None:
        return ()
    default = _answer(["lpstat", "-d"]).partition(":")[2].strip()
    listed = (each.strip() for each in [default, *_answer(["lpstat", "-e"]).splitlines()])
    names = dict.fromkeys(each for each in listed if each and each.isprintable())
    return tuple(Printer(name, is_default=name == default) for name in names)


def printer_of(name: str) -> Printer:
    """Return the printer of that name, or the default one for an empty name.

    Raises NoPrinter where there is none at all, CannotPrint for an unknown name, or where none is the default.
    """
    known = printers()
    if not known:
        raise _no_printer()
    names = ", ".join(each.name for each in known)
    if name:
        found = [each for each in known if each.name == name]
        if not found:
            raise CannotPrint(f"ไม่พบเครื่องพิมพ์ชื่อ “{name}”", f"เครื่องพิมพ์ที่มี: {names}")
        return found[0]
    if len(known) > 1 and not known[0].is_default:
        raise CannotPrint("เครื่องนี้ยังไม่ได้ตั้งเครื่องพิมพ์หลัก", f"ระบุเครื่องพิมพ์: {names}")
    return known[0]


def _no_printer() -> NoPrinter:
    if shutil.which("lp") is None:
        return NoPrinter("เครื่องนี้ไม่มีคำสั่ง lp จึงสั่งพิมพ์จากโปรแกรมนี้ไม่ได้", "ติดตั้ง CUPS หรือพิมพ์จากโปรแกรมอ่าน PDF")
    return NoPrinter("ไม่พบเครื่องพิมพ์ในเครื่องนี้", "เปิดและต่อเครื่องพิมพ์ หรือพิมพ์จากโปรแกรมอ่าน PDF")


def print_pdf(path: Path, printer: Printer, copies: int = 1) -> None:
    """Send a PDF to a printer.

    Raises BadText for a number of copies out of 1 to 99, CannotPrint for a file that is no PDF and for a printer that
    refuses.
    """
    check_copies(copies)
    path = _pdf(path)
    if _ON_WINDOWS:
        _print_on_windows(path, copies)
    else:
        _run_lp(["-d", printer.name, "-n", str(copies), "-o", "media=A4", "--", str(path)], printer.name)


def copies_of(text: str) -> int:
    """Read a number of copies as typed, in either digits; raise BadText unless it is one of 1 to 99."""
    digits = arabic_digits(text).strip()
    copies = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 0
    check_copies(copies)
    return copies


def check_copies(copies: int) -> None:
    """Raise BadText unless a printer may be asked for so many copies."""
    if not 1 <= copies <= MOST_COPIES:
        raise BadText(f"จำนวนชุดต้องเป็นตัวเลข 1 ถึง {MOST_COPIES}", "พิมพ์จำนวนชุดใหม่")


def can_open() -> bool:
    """Tell whether this machine has a program that shows files to somebody: on a bare terminal there is none."""
    return _ON_WINDOWS or bool(_opener())


def open_file(path: Path) -> None:
    """Show a file in the system's own program for it; raise CannotPrint where that fails at once."""
    if sys.platform == "win32":
        _start_file(path, "open")
        return
    opener = _opener()
    refused = CannotPrint(f"เปิดไฟล์ {path.name} ไม่ได้", f"เปิดเองจากโฟลเดอร์ {path.parent}")
    if not opener:
        raise refused
    quiet = subprocess.DEVNULL
    try:
        child = subprocess.Popen(
            [opener, str(path.absolute())], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        with suppress(subprocess.TimeoutExpired):  # the program that shows it may go on for hours
            if child.wait(_TIME_TO_OPEN):
                raise refused
    except OSError as error:
        raise refused from error


def _opener() -> str:
    if sys.platform == "darwin":
        return shutil.which("open") or ""
    seen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return (shutil.which("xdg-open") or "") if seen else ""


def _pdf(path: Path) -> Path:
    """Return the absolute path of a PDF, which no command takes for an option; raise CannotPrint for other files."""
    try:
        path = path.resolve(strict=True)
        with path.open("rb") as file:
            is_pdf = file.read(5) == b"%PDF-"
    except (OSError, RuntimeError) as error:
        raise CannotPrint(f"อ่านไฟล์ {path.name} เพื่อพิมพ์ไม่ได้", "ออกเอกสาร PDF ใหม่อีกครั้ง") from error
    if not is_pdf:
        raise CannotPrint(f"ไฟล์ {path.name} ไม่ใช่ PDF", "พิมพ์ได้เฉพาะไฟล์ PDF")
    return path


# --- CUPS -------------------------------------------------------------------------------------------------


def _answer(command: Sequence[str]) -> str:
    """Return what a command that lists printers says; nothing where it fails or takes too long."""
    try:
        done = _run(command, _TIME_TO_LIST)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _run_lp(arguments: Sequence[str], name: str) -> None:
    failed = f"เครื่องพิมพ์ {name} ไม่รับงานพิมพ์"
    try:
        done = _run(["lp", *arguments], _TIME_TO_SEND)
    except subprocess.TimeoutExpired as error:
        raise CannotPrint(f"{failed}: ไม่ตอบภายใน {_TIME_TO_SEND} วินาที", "ตรวจว่าเครื่องพิมพ์เปิดและต่ออยู่ แล้วลองใหม่") from error
    except OSError as error:
        raise CannotPrint(f"เรียกคำสั่ง lp ไม่ได้: {error.strerror}", "ตรวจการติดตั้ง CUPS") from error
    if done.returncode != 0:
        said = clean(done.stderr.decode("utf-8", "replace"), multiline=False).strip()[:_LONGEST_REASON]
        raise CannotPrint(f"{failed}: {said or done.returncode}", "ตรวจว่าเครื่องพิมพ์เปิด มีกระดาษ และไม่ถูกพักไว้ แล้วลองใหม่")


def _run(command: Sequence[str], limit: float) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C"}  # what lpstat answers is read
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=limit, check=False, env=environment
    )


# --- Windows: not run anywhere yet ------------------------------------------------------------------------


def _print_on_windows(path: Path, copies: int) -> None:
    if copies != 1:
        raise CannotPrint("บน Windows สั่งพิมพ์จากโปรแกรมนี้ได้ครั้งละหนึ่งชุด", "พิมพ์หนึ่งชุด หรือเปิดไฟล์ PDF แล้วกด Ctrl+P")
    _start_file(path, "print")


def _start_file(path: Path, operation: str) -> None:
    if sys.platform == "win32":
        try:
            os.startfile(str(path), operation)
        except OSError as error:
            raise CannotPrint(
                f"ไม่มีโปรแกรมสำหรับไฟล์ {path.name}: {error.strerror}", f"เปิดเองจากโฟลเดอร์ {path.parent} แล้วกด Ctrl+P"
            ) from error
