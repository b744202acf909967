"""The last resort of the screen: an error nobody foresaw becomes a Thai sentence and a log, never a traceback."""

from __future__ import annotations

import os
import traceback
from datetime import datetime
from pathlib import Path


def keep_log(folder: Path, error: BaseException, at: datetime) -> Path | None:
    """Append an error to `errors.log` of a data folder (readable by its owner only); None where that is refused."""
    path = folder / "errors.log"
    words = "".join(traceback.format_exception(error))
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as log:
            log.write(f"{at.isoformat(timespec='seconds')}\n{words}\n")
    except OSError:
        return None
    return path


def last_words(log: Path | None, *, saved: bool) -> str:
    """Return what is said in the terminal after the screen is gone."""
    where = f" รายละเอียดสำหรับผู้ดูแลอยู่ที่ {log}" if log else ""
    kept = "ข้อความที่พิมพ์ไว้บันทึกแล้ว" if saved else "ข้อความล่าสุดอาจยังไม่ได้บันทึก"
    return f"โปรแกรมขัดข้องจึงปิดตัวเอง {kept}\nเปิดโปรแกรมอีกครั้งเพื่อทำงานต่อจากที่เดิม{where}"
