"""Times of day of a meeting that may go on past midnight: what comes after midnight is of the next day.

Times are typed and shown as times of day. One that lies long before the opening cannot be of the meeting's own day, so
it is of the next; one that lies shortly before it is a slip, and stays on the day, where the rules refuse it.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

_SLIP = timedelta(hours=6)
"""Up to how long before the opening a time is taken for a slip; a meeting may last 24 hours less this."""


def in_session(at: time, opened: datetime) -> datetime:
    """Return a time of day as a time of the meeting that opened then: of the same day, or of the day after it."""
    same_day = datetime.combine(opened.date(), at)
    return same_day + timedelta(days=1) if same_day < opened - _SLIP else same_day
