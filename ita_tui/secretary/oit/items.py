"""One OIT item as a meeting sees it: its row, what stood before, what was reported, and whether it was settled."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ita_tui.domain.oit import FollowUpEntry, OitRow, Status, StatusChange, StatusReport
from ita_tui.domain.oit_changes import (
    Shift,
    report_for,
    settled_before,
    settled_in,
    shift_between,
    until_settled_in,
)


@dataclass(frozen=True, slots=True)
class ReviewPlace:
    """Where the secretary stands among the items, and whether she looks at one of them at a time."""

    code: str = ""
    """Empty where she has not been yet."""
    as_card: bool = False

    def at(self, code: str) -> ReviewPlace:
        """Return the place at another item."""
        return replace(self, code=code)

    def shown(self, *, as_card: bool) -> ReviewPlace:
        """Return the place, seen as a card or in the table."""
        return replace(self, as_card=as_card)


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A row of the table, and all that the follow-up list knows of its item."""

    row: OitRow
    """As it stands now, or as it froze when the meeting adjourned."""
    entry: FollowUpEntry
    last: StatusChange | None
    """What was settled before this meeting; None where nothing was."""
    report: StatusReport | None
    """What the division reported for this meeting; None where it did not."""
    settled: bool
    """Whether this meeting settled it."""

    @property
    def before(self) -> Status:
        """Return how it stood before this meeting touched it."""
        if not self.settled:
            return self.row.status
        return self.last.status if self.last else Status.UNSET

    def shift(self, *, reporting: bool) -> Shift | None:
        """Return how the status, or before the meeting its report, differs from what stood; None where untouched."""
        if reporting:
            return shift_between(self.before, self.report.status) if self.report else None
        return shift_between(self.before, self.row.status) if self.settled else None

    def touched(self, *, reporting: bool) -> bool:
        """Tell whether something was done about it: reported before the meeting, settled in it."""
        return self.report is not None if reporting else self.settled


def item_of(row: OitRow, entry: FollowUpEntry | None, meeting_id: str, *, frozen: bool) -> ReviewItem:
    """Return the item of a row; of a meeting that is over, without what later ones did and were told."""
    entry = entry or FollowUpEntry(row.code)
    settled = settled_in(entry, meeting_id)
    told = until_settled_in(entry, meeting_id) if frozen else entry
    last = settled_before(told, meeting_id) if settled or not frozen else None
    return ReviewItem(row, entry, last, report_for(told, meeting_id), settled)
