"""Earlier versions of what was written down, from the history of a meeting; nothing is deleted beyond recall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ita_tui.domain.record import Entry, Statement, text_of
from ita_tui.domain.resolutions import Resolution
from ita_tui.secretary.keeping.undo import taken_back_by
from ita_tui.store.history import AuditRow
from ita_tui.store.records import decode_entry


@dataclass(frozen=True, slots=True)
class Version:
    """An entry as it stood until a change."""

    entry: Entry
    until: str
    """ISO time with offset of the change that ended it; only shown."""
    taken_out: bool
    """Whether that change took it out of the record."""

    @property
    def text(self) -> str:
        """Return its words."""
        return self.entry.text if isinstance(self.entry, Resolution) else text_of(self.entry.blocks)


def versions_of(history: Iterable[AuditRow], entry_id: str) -> tuple[Version, ...]:
    """Return the earlier versions of an entry, the last one first; versions of the same words count once."""
    found: dict[str, Version] = {}
    for row in sorted(history, key=lambda row: row.seq):
        if row.kind == "entries" and row.target_id == entry_id and row.before is not None:
            version = _version(row)
            found.pop(version.text, None)
            found[version.text] = version
    return tuple(reversed(found.values()))


def taken_out(history: Iterable[AuditRow], item_id: str, standing: Iterable[Entry]) -> tuple[Version, ...]:
    """Return the last versions of statements of an item that stand in the record no more, the last one first.

    Those whose words stand there still are none of them: joined to the statement before, or split off it until that
    was taken back.
    """
    here = {entry.id for entry in standing}
    history = sorted(history, key=lambda row: row.seq)
    verbs = {row.action_id: row.verb for row in history}
    found: dict[str, Version] = {}
    for row in history:
        if row.kind != "entries" or row.after is not None or row.target_id in here:
            continue
        found.pop(row.target_id, None)
        version = _version(row)
        words_stay = row.verb == "join" or verbs.get(taken_back_by(row.verb)) == "split"
        if version.entry.item_id == item_id and isinstance(version.entry, Statement) and not words_stay:
            found[row.target_id] = version
    return tuple(reversed(found.values()))


def _version(row: AuditRow) -> Version:
    return Version(decode_entry(row.before, Path("audit"), row.id), row.at, row.after is None)
