"""The one thread that writes: latest text wins, confirmed actions in their order, nothing forgotten on an error.

The user interface hands over text and actions in constant time and never waits for a disk.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Protocol, Self

from ita_tui.errors import CannotWrite, Damaged, ItaError, StoreError, TooNew

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from ita_tui.store.unsaved import TextKey, UnsavedText

DELAY: Final = 0.4
"""Seconds from the first unwritten change to its write, however fast the typing goes on."""

COURTESY: Final = 0.015
"""Seconds before a write begins, so that the key that caused it is on the screen first: both want the interpreter."""

RETRY: Final = 1.0
"""Seconds between two attempts while the system refuses to write."""


class Phase(StrEnum):
    """What may be shown to the user about saving."""

    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """How saving stands."""

    phase: Phase
    saved_at: datetime | None = None
    """When everything handed over until then was on disk; None before the first save."""
    error: ItaError | None = None
    """Why the last attempt failed; only while failed."""


class Writer(Protocol):
    """Where the saver's thread puts what it was given."""

    def apply(self, action: Any) -> Any:
        """Make a confirmed action durable; doing it again changes nothing."""

    def write_unsaved(self, texts: Sequence[UnsavedText], confirmed: Sequence[TextKey]) -> None:
        """Keep unconfirmed texts and forget confirmed ones, durably."""


@dataclass(frozen=True, slots=True)
class _Job:
    action: Any
    confirms: tuple[TextKey, ...]
    """Unsaved texts that the action makes a record of."""
    number: int
    """Texts noted after this number are later than the action."""
    future: Future[Any]


class Saver:
    """Owns every write of an opened folder, from `start` until `close`. `listener` is called from the thread."""

    def __init__(
        self,
        writer: Writer,
        listener: Callable[[SaveState], None] = lambda state: None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        *,
        delay: float = DELAY,
        retry: float = RETRY,
    ) -> None:
        self._writer = writer
        self._listener = listener
        self._now = now
        self._delay = delay
        self._retry = retry
        self._change = threading.Condition()
        self._jobs: deque[_Job] = deque()
        self._noted: dict[TextKey, tuple[int, UnsavedText]] = {}
        self._written: dict[TextKey, int] = {}
        self._forget: dict[TextKey, int] = {}
        self._number = 0
        self._due: float | None = None
        self._hurry = False
        self._closing = False
        self._state = SaveState(Phase.SAVED)
        self._at_hand: _Job | None = None
        self._dropped = False
        self._thread = threading.Thread(target=self._run, name="saver", daemon=False)

    # --- called from any thread, in constant time -------------------------------------------------------

    def start(self) -> Self:
        """Start the thread."""
        self._thread.start()
        return self

    @property
    def state(self) -> SaveState:
        """How saving stands now; `SAVED` only while nothing handed over is waiting."""
        with self._change:
            if self._state.phase is Phase.SAVED and self._waiting():
                return SaveState(Phase.SAVING, self._state.saved_at)
            return self._state

    def note_unsaved(self, text: UnsavedText) -> None:
        """Take over what stands in the editor; a later text of the same key replaces it unwritten."""
        with self._change:
            self._number += 1
            self._noted[text.key] = (self._number, text)
            if self._due is None:
                self._due = time.monotonic() + self._delay
            self._change.notify_all()

    def submit(self, action: Any, confirms: Sequence[TextKey] = ()) -> Future[Any]:
        """Take over a confirmed action; `confirms` are the unsaved texts that it makes a record of.

        The record is written first, then those texts are forgotten, unless newer ones were noted since. The
        future has what `Writer.apply` returned, or what it raised other than a refusal of the system, which is
        retried.
        """
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()  # what was confirmed is not called off
        with self._change:
            if self._closing:
                raise CannotWrite("โปรแกรมกำลังปิด จึงไม่รับการบันทึกเพิ่ม", "เปิดโปรแกรมอีกครั้ง")
            self._jobs.append(_Job(action, tuple(confirms), self._number, future))
            self._change.notify_all()
        return future

    # --- called from any thread, waiting ----------------------------------------------------------------

    def flush(self, timeout: float) -> None:
        """Wait at most `timeout` seconds until all handed over so far is on disk; raises `CannotWrite` else."""
        with self._change:
            self._hurry = True
            self._change.notify_all()
            done = self._change.wait_for(lambda: not self._waiting(), timeout)
            error = self._state.error
            self._hurry = self._hurry and not done
        if not done:
            raise CannotWrite("ยังบันทึกไม่สำเร็จ", str(error or "รอสักครู่แล้วลองอีกครั้ง"))

    def close(self, timeout: float = 10.0) -> None:
        """Write what is waiting and end the thread; raises `CannotWrite` when that took longer than `timeout`.

        The thread ends in any case; what could not be written is then given up.
        """
        try:
            if self._thread.is_alive():
                self.flush(timeout)
        finally:
            with self._change:
                self._closing = True
                self._change.notify_all()
            if self._thread.is_alive():
                self._thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- the thread -------------------------------------------------------------------------------------

    def _run(self) -> None:
        going_on = True
        while going_on:
            try:
                going_on = self._awaken()
                if going_on:
                    self._write_all()
            except Exception as error:  # the thread's top: whatever it is, what waits is still written
                self._drop_action_at_hand(error)
                self._tell(SaveState(Phase.FAILED, self._state.saved_at, _unforeseen(error)))
                self._pause()
        self._abandon()

    def _awaken(self) -> bool:
        """Wait until something is due; tell False when the saver closes."""
        with self._change:
            self._change.wait_for(lambda: self._closing or self._waiting())
            if self._closing:
                return False
            fresh = self._state.phase is Phase.SAVED
        if fresh:
            self._tell(SaveState(Phase.SAVING, self._state.saved_at))
        with self._change:
            while not self._ready():
                self._change.wait(max(0.0, (self._due or 0.0) - time.monotonic()))
            self._change.wait_for(lambda: self._closing or self._hurry, COURTESY)
            return True

    def _waiting(self) -> bool:
        return bool(self._jobs or self._noted or self._forget)

    def _ready(self) -> bool:
        if self._closing or self._hurry or self._jobs or self._forget:
            return True
        return self._due is None or time.monotonic() >= self._due

    def _write_all(self) -> None:
        self._dropped = False
        try:
            try:
                self._apply_actions()
            finally:
                self._write_texts()
        except (OSError, ItaError) as error:
            self._fail(error)
            return
        with self._change:
            done = not self._waiting()
            self._hurry = self._hurry and not done
        if done and not self._dropped:
            self._tell(SaveState(Phase.SAVED, self._now()))

    def _apply_actions(self) -> None:
        while self._jobs:
            job = self._at_hand = self._jobs[0]
            try:
                result = self._writer.apply(job.action)
            except (OSError, ItaError) as error:
                if isinstance(error, OSError) or _passing(error):
                    self._at_hand = None
                    raise
                self._drop_action_at_hand(error)
                self._tell(SaveState(Phase.FAILED, self._state.saved_at, error))
                continue
            self._at_hand = None
            with self._change:
                self._jobs.popleft()
                self._confirm(job)
                self._change.notify_all()
            job.future.set_result(result)

    def _confirm(self, job: _Job) -> None:
        """Forget the texts that `job` made a record of, but not what was typed after it was handed over."""
        for key in job.confirms:
            if key in self._noted and self._noted[key][0] <= job.number:
                del self._noted[key]
            if self._written.get(key, 0) <= job.number:
                self._forget[key] = job.number

    def _write_texts(self) -> None:
        with self._change:
            noted, forget = dict(self._noted), dict(self._forget)
            self._due = None
        if not noted and not forget:
            return
        self._writer.write_unsaved([text for _, text in noted.values()], list(forget))
        with self._change:
            for key, (number, _) in noted.items():
                self._written[key] = number
                if self._noted.get(key, (0,))[0] == number:
                    del self._noted[key]
            for key, number in forget.items():
                if self._forget.get(key) == number:
                    del self._forget[key]
            self._change.notify_all()

    def _drop_action_at_hand(self, error: Exception) -> None:
        """Give up an action that can never be written; its unsaved text stays."""
        job, self._at_hand = self._at_hand, None
        if job is not None:
            self._dropped = True
            with self._change:
                self._jobs.popleft()
                self._change.notify_all()
            job.future.set_exception(error)

    def _fail(self, error: OSError | ItaError) -> None:
        """Tell the failure, and wait before the next attempt."""
        known = error if isinstance(error, ItaError) else _unforeseen(error)
        self._tell(SaveState(Phase.FAILED, self._state.saved_at, known))
        self._pause()

    def _pause(self) -> None:
        with self._change:
            self._change.wait_for(lambda: self._closing, self._retry)

    def _tell(self, state: SaveState) -> None:
        with self._change:
            self._state = state
        with suppress(Exception):  # the thread's other edge: a screen that is gone must not stop the writing
            self._listener(state)

    def _abandon(self) -> None:
        for job in self._jobs:
            job.future.set_exception(CannotWrite("ปิดโปรแกรมก่อนบันทึกสำเร็จ", "เปิดโปรแกรมอีกครั้งแล้วตรวจข้อความที่กู้คืน"))


def _passing(error: ItaError) -> bool:
    """Tell whether a later attempt may do: the system refused, the data did not."""
    return isinstance(error, StoreError) and not isinstance(error, Damaged | TooNew)


def _unforeseen(error: Exception) -> CannotWrite:
    return CannotWrite(f"บันทึกไม่สำเร็จ ({type(error).__name__})", "โปรแกรมจะลองบันทึกใหม่เอง")
