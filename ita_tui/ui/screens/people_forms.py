"""What is asked about one person of a roster: who came instead, in which post somebody acts, why somebody is absent.

The same questions are asked while the meeting goes on (the desk keeps each answer) and before it opens (a draft does).
Each function returns what was done in words, or an empty text where she left without a change.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from ita_tui.domain.roster import RosterEntry
from ita_tui.errors import RuleBroken
from ita_tui.ui.roster_words import REASONS, acting_forms
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.screens.forms import Field, FormScreen, WordsScreen


class Attendees(Protocol):
    """Takes what is told about the people of a roster; every method may raise an ItaError."""

    def entry(self, person_id: str) -> RosterEntry:
        """Return a person as things stand."""

    def stand_in(self, person_id: str, name: str, position: str) -> None:
        """Record who came instead; both empty for nobody."""

    def rename(self, person_id: str, name: str, position: str) -> None:
        """Put a guest's name and position right."""

    def act_as(self, person_id: str, acting: str) -> None:
        """Record in which post a person acts."""

    def excuse(self, person_id: str, reason: str) -> None:
        """Record why a person is absent."""


async def ask_stand_in(dialog: Dialog[Any], people: Attendees, entry: RosterEntry) -> str:
    """Ask who came instead of a person; a guest's name and position are put right instead."""
    if entry.is_guest:
        return await _ask_name(dialog, people, entry)
    old, whose = entry.stand_in, entry.name or entry.position
    fields = [Field("ชื่อผู้มาแทน", old.name if old else ""), Field("ตำแหน่ง", old.position if old else "")]
    note = "เว้นว่างทั้งสองช่องเมื่อไม่มีผู้มาแทน" if old else "กรอกอย่างน้อยหนึ่งช่อง"
    form = FormScreen(f"มาประชุมแทน{whose}", fields, lambda *words: people.stand_in(entry.id, *words), note)
    if await dialog.ask(form) is None:
        return ""
    now = people.entry(entry.id)
    return f"{now.title} มาประชุมแทน{whose}" if now.stand_in else f"ไม่มีผู้มาประชุมแทน{whose}"


async def _ask_name(dialog: Dialog[Any], people: Attendees, guest: RosterEntry) -> str:
    fields = [Field("ชื่อ", guest.name), Field("ตำแหน่งหรือหน่วยงาน", guest.position)]
    form = FormScreen("แก้ไขผู้เข้าร่วมประชุม", fields, lambda *words: people.rename(guest.id, *words))
    return "" if await dialog.ask(form) is None else f"แก้ไขเป็น {people.entry(guest.id).title}"


async def ask_acting(dialog: Dialog[Any], people: Attendees, entry: RosterEntry, posts: Iterable[str]) -> str:
    """Ask in which of these posts, or in which other, a person acts."""
    question = f"{entry.title} มาประชุมในฐานะใด (เว้นว่างเมื่อไม่มี)"
    acting = await dialog.ask(WordsScreen("รักษาการ", question, entry.acting, acting_forms(posts, entry.position)))
    if acting is None:
        return ""
    people.act_as(entry.id, acting)
    return f"{entry.title} {acting}" if acting else f"{entry.title} ไม่ได้รักษาการในตำแหน่งใด"


async def ask_reason(dialog: Dialog[Any], people: Attendees, entry: RosterEntry) -> str:
    """Ask why a person is absent; raise RuleBroken for one who attended."""
    if entry.attended:
        raise RuleBroken(f"{entry.title} มาประชุม จึงไม่มีเหตุผลที่ไม่มา", "เลือกผู้ที่ไม่ได้มาประชุม")
    reason = await dialog.ask(WordsScreen("เหตุผลที่ไม่มาประชุม", entry.title, entry.reason, REASONS))
    if reason is None:
        return ""
    people.excuse(entry.id, reason)
    return f"{entry.title} ไม่มา {reason}" if reason else f"ลบเหตุผลของ {entry.title} แล้ว"
