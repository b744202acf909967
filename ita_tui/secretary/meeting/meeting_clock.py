"""The clock of one meeting: times are of its own days, whatever day it is written down on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from ita_tui.domain.meeting import Meeting
from ita_tui.domain.midnight import in_session

_AHEAD = timedelta(hours=1)
"""How far ahead of the clock somebody may type a time past midnight."""


class MeetingClock:
    """Tells the time of a meeting: of its day, or of the day after once it has gone on past midnight."""

    def __init__(self, meeting: Callable[[], Meeting], clock: Callable[[], datetime]) -> None:
        self._meeting = meeting
        self._clock = clock

    def now(self) -> datetime:
        """Return the clock's time of day as a time of the meeting."""
        meeting, clock = self._meeting(), self._clock()
        if meeting.opened_at is None or clock.date() == meeting.head.on:
            return datetime.combine(meeting.head.on, clock.time())
        return in_session(clock.time(), meeting.opened_at)

    def when(self, at: time) -> datetime:
        """Return a time of day that was typed as a time of the meeting.

        On the very day of the meeting one that midnight still lies before is no such time, but a slip.
        """
        meeting, clock = self._meeting(), self._clock()
        same_day = datetime.combine(meeting.head.on, at)
        if meeting.opened_at is None:
            return same_day
        told = in_session(at, meeting.opened_at)
        ahead = clock.date() == meeting.head.on and told > clock + _AHEAD
        return same_day if ahead else told

    def moment(self, at: time | None) -> datetime:
        """Return a time of day that was typed, or now where none was."""
        return self.now() if at is None else self.when(at)

    def after_all(self) -> datetime:
        """Return the time on the clock, or of the last thing that happened where that is later."""
        return max((self._clock(), *(event.at for event in self._meeting().events)))
