"""Times of a meeting as papers print them: of its day, and past midnight with the day they are of."""

from __future__ import annotations

from datetime import datetime

from ita_tui.documents.wording import Wording
from ita_tui.domain.meeting import Meeting
from ita_tui.thai.dates import clock, long_date


def told_time(meeting: Meeting, at: datetime, words: Wording) -> str:
    """Return a time of the meeting, e.g. ๐๙.๓๐ น.; with its date where that is not the day of the meeting."""
    time = clock(at.time())
    return time if at.date() == meeting.head.on else words.say("other_day", time=time, date=long_date(at.date()))
