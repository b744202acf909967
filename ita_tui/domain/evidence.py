"""Evidence: a page on the web that shows how an item stands. Addresses are read and cleaned here, never visited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from ita_tui.errors import BadText
from ita_tui.thai.text import clean

_LIMIT = 2000
"""Longest address, in code points; browsers and servers take no longer ones."""
_HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w\u0e31-\u0e4e-]*[\w\u0e31-\u0e4e])?)+\.?")
"""Labels with dots between them; Thai names of hosts (เทศบาล.ไทย) are labels too."""
_HINT = "คัดลอกที่อยู่จากช่องที่อยู่ของเบราว์เซอร์ เช่น https://www.example.go.th/oit/o12"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something is published, and what it shows."""

    url: str
    explanation: str = ""


def evidence_of(url: str, explanation: str = "") -> Evidence:
    """Return evidence with a cleaned address and explanation; one typed without http:// is given it.

    Raises BadText for what is no address of a page: another scheme than http or https, no host, blanks inside,
    a user name before the host, or more than 2,000 code points.
    """
    address = clean(url, multiline=False).replace("\u200b", "").strip().strip("<>").strip()
    if not address:
        raise BadText("ยังไม่มีที่อยู่เว็บไซต์", _HINT)
    if "://" not in address and not re.match(r"[a-z]+:(?!\d)", address, re.IGNORECASE):
        address = f"http://{address}"
    problem = _problem(address)
    if problem:
        raise BadText(problem, _HINT)
    return Evidence(address, clean(explanation, multiline=False).strip())


def _problem(address: str) -> str:
    """Return what is wrong with an address, or an empty text."""
    if len(address) > _LIMIT:
        return "ที่อยู่เว็บไซต์ยาวเกินไป"
    if any(each.isspace() for each in address):
        return "ที่อยู่เว็บไซต์มีช่องว่าง"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "ที่อยู่เว็บไซต์อ่านไม่ได้"
    return _problem_of_parts(parts, host)


def _problem_of_parts(parts: SplitResult, host: str) -> str:
    if parts.scheme not in ("http", "https"):
        return "ที่อยู่เว็บไซต์ต้องขึ้นต้นด้วย http:// หรือ https://"
    if "@" in parts.netloc:  # what stands before it only looks like the host
        return "ที่อยู่เว็บไซต์มีเครื่องหมาย @ หน้าชื่อเว็บไซต์"
    return "" if _HOST.fullmatch(host) else "ที่อยู่เว็บไซต์ไม่มีชื่อเว็บไซต์ที่ถูกต้อง"
