"""Layouts run in child processes: Typst keeps some 90 MB for each paper it ever laid out, until its process ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import ita_tui
from ita_tui.errors import ExportError

_TIME_LIMIT: Final = 120
"""Seconds after which a layout is given up; minutes of 11 pages take less than one."""
_HINT: Final = "ลองอีกครั้ง หรือส่งออกเป็นรูปแบบอื่น แล้วแจ้งผู้ดูแลโปรแกรม"


def run_layout(module: str, data: bytes, what: str) -> bytes:
    """Return what a module of ours writes when it is given data.

    Raises ExportError, which names in Thai `what` was to be made, where it fails or takes too long.
    """
    command = [sys.executable, "-P", "-m", module]
    roots = [str(Path(ita_tui.__file__).resolve().parents[1]), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(root for root in roots if root)}
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=_TIME_LIMIT, check=False, env=environment
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ExportError(f"จัดหน้า{what} ไม่สำเร็จ", _HINT) from error
    if done.returncode != 0:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ExportError(f"จัดหน้า{what} ไม่สำเร็จ: {why[-1] if why else done.returncode}", _HINT)
    return done.stdout
