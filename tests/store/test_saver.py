"""The saving thread: latest text wins, soon enough, records before clearing, and nothing lost on a refusal."""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from ita_tui.domain.record import person
from ita_tui.errors import CannotWrite, Damaged, RuleBroken
from ita_tui.store.repository import DataFolder
from ita_tui.store.saver import DELAY, Phase, Saver, SaveState
from ita_tui.store.unsaved import TextKey, TypingPlace, UnsavedText

from .conftest import NOON
from .samples import BODY, action, opened, said

LONG_ENOUGH = 20.0  # seconds; the machine that runs the tests may be busy


def typed(text: str, statement: str = "e1", base: int = 0) -> UnsavedText:
    return UnsavedText(TextKey("m1", statement), base, text, TypingPlace("i1", statement, person("p1"), 0, len(text)))


@dataclass
class Paper:
    """A writer that keeps what it is given, and refuses or waits when told to."""

    done: list[tuple[str, Any]] = field(default_factory=list)
    """What was made durable, in order, with the time of each."""
    refuse: Callable[[str], Exception | None] = lambda what: None
    gate: threading.Event = field(default_factory=threading.Event)
    threads: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.gate.set()

    def apply(self, what: Any) -> Any:
        self._before("apply")
        self.done.append(("apply", what))
        return f"{what} done"

    def write_unsaved(self, texts: Sequence[UnsavedText], confirmed: Sequence[TextKey]) -> None:
        self._before("unsaved")
        kept = {text.key.statement_id: text.text for text in texts}
        self.done.append(("unsaved", (kept, [key.statement_id for key in confirmed])))

    def _before(self, what: str) -> None:
        self.threads.add(threading.current_thread().name)
        assert self.gate.wait(LONG_ENOUGH)
        error = self.refuse(what)
        if error is not None:
            raise error

    def held(self) -> dict[str, str]:
        """Return the unsaved texts as the file would hold them."""
        texts: dict[str, str] = {}
        for kind, what in self.done:
            if kind == "unsaved":
                for key in what[1]:
                    texts.pop(key, None)
                texts.update(what[0])
        return texts


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def states() -> list[SaveState]:
    return []


@pytest.fixture
def saver(paper: Paper, states: list[SaveState]) -> Iterator[Saver]:
    saver = Saver(paper, states.append, now=lambda: NOON, retry=0.05)
    with saver:
        yield saver
        paper.gate.set()
        paper.refuse = lambda what: None


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + LONG_ENOUGH
    while not true():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.005)


def test_of_many_changes_only_the_latest_text_is_written(saver: Saver, paper: Paper) -> None:
    for end in range(1, 200):
        saver.note_unsaved(typed("ก" * end))
    saver.flush(LONG_ENOUGH)
    assert paper.held() == {"e1": "ก" * 199}
    assert len(paper.done) <= 2


def test_typing_without_a_pause_does_not_put_the_writing_off(saver: Saver, paper: Paper) -> None:
    begin = time.monotonic()
    text = ""
    while not paper.done:
        text += "ก"
        saver.note_unsaved(typed(text))
        assert time.monotonic() - begin < LONG_ENOUGH
        time.sleep(0.01)
    # Well under a second is the promise; a loaded machine is given more.
    assert time.monotonic() - begin < DELAY + 2


def test_a_first_change_waits_so_that_not_every_key_is_a_write(paper: Paper) -> None:
    with Saver(paper, delay=LONG_ENOUGH) as saver:
        saver.note_unsaved(typed("ก"))
        time.sleep(0.05)
        assert paper.done == []
    assert paper.held() == {"e1": "ก"}


def test_noting_text_never_waits_for_the_disk(saver: Saver, paper: Paper) -> None:
    paper.gate.clear()
    saver.submit("slow")
    for end in range(1000):
        saver.note_unsaved(typed("ก" * end))
    assert paper.done == []
    assert saver.state.phase is Phase.SAVING
    paper.gate.set()
    saver.flush(LONG_ENOUGH)
    assert paper.held() == {"e1": "ก" * 999}


def test_actions_are_written_in_the_order_they_were_confirmed_by_one_thread(saver: Saver, paper: Paper) -> None:
    futures = [saver.submit(number) for number in range(20)]
    assert [future.result(LONG_ENOUGH) for future in futures] == [f"{number} done" for number in range(20)]
    assert [what for kind, what in paper.done if kind == "apply"] == list(range(20))
    assert paper.threads == {"saver"}


def test_a_record_is_written_before_its_unsaved_text_is_forgotten(saver: Saver, paper: Paper) -> None:
    saver.note_unsaved(typed("ที่ประชุมรับทราบ"))
    saver.flush(LONG_ENOUGH)
    saver.submit("record", [TextKey("m1", "e1")])
    saver.flush(LONG_ENOUGH)
    assert paper.done[-2:] == [("apply", "record"), ("unsaved", ({}, ["e1"]))]
    assert paper.held() == {}


def test_a_recovered_text_of_an_earlier_run_is_forgotten_once_it_is_a_record(saver: Saver, paper: Paper) -> None:
    saver.submit("record", [TextKey("m1", "e9")])
    saver.flush(LONG_ENOUGH)
    assert paper.done[-1] == ("unsaved", ({}, ["e9"]))


def test_text_typed_after_the_confirmation_is_kept(saver: Saver, paper: Paper) -> None:
    paper.gate.clear()
    saver.note_unsaved(typed("คำแรก"))
    saver.submit("record", [TextKey("m1", "e1")])
    saver.note_unsaved(typed("คำแรกและต่อ", base=1))
    paper.gate.set()
    saver.flush(LONG_ENOUGH)
    assert paper.held() == {"e1": "คำแรกและต่อ"}


def test_text_typed_on_and_written_while_its_record_was_refused_is_kept(saver: Saver, paper: Paper) -> None:
    paper.refuse = lambda what: CannotWrite("แฟ้มการประชุมเขียนไม่ได้") if what == "apply" else None
    saver.submit("record", [TextKey("m1", "e1")])
    saver.note_unsaved(typed("พิมพ์ต่อจากที่ยืนยัน", base=1))
    until(lambda: paper.held() == {"e1": "พิมพ์ต่อจากที่ยืนยัน"})
    paper.refuse = lambda what: None
    saver.flush(LONG_ENOUGH)
    assert ("apply", "record") in paper.done
    assert paper.held() == {"e1": "พิมพ์ต่อจากที่ยืนยัน"}


def test_confirmed_text_that_was_never_written_is_not_written_any_more(saver: Saver, paper: Paper) -> None:
    paper.gate.clear()
    saver.submit("first")
    saver.note_unsaved(typed("ลงเป็นบันทึกแล้ว"))
    saver.submit("record", [TextKey("m1", "e1")])
    paper.gate.set()
    saver.flush(LONG_ENOUGH)
    assert all("e1" not in what[0] for kind, what in paper.done if kind == "unsaved")


# --- refusals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("error", [OSError(errno.EIO, "broken"), CannotWrite("ดิสก์เต็ม")])
def test_a_refusal_keeps_everything_tells_it_and_ends_by_itself(
    saver: Saver, paper: Paper, states: list[SaveState], error: Exception
) -> None:
    paper.refuse = lambda what: error
    future = saver.submit("record", [TextKey("m1", "e1")])
    saver.note_unsaved(typed("ระหว่างดิสก์เต็ม", "e2"))
    until(lambda: states and states[-1].phase is Phase.FAILED)
    assert saver.state.error is not None
    assert paper.done == []
    assert not future.done()
    paper.refuse = lambda what: None
    saver.flush(LONG_ENOUGH)
    assert future.result(0) == "record done"
    assert paper.held() == {"e2": "ระหว่างดิสก์เต็ม"}
    until(lambda: states[-1].phase is Phase.SAVED)
    assert states[-1] == SaveState(Phase.SAVED, NOON)


def test_text_is_kept_even_while_the_record_before_it_is_refused(saver: Saver, paper: Paper) -> None:
    paper.refuse = lambda what: CannotWrite("แฟ้มการประชุมเขียนไม่ได้") if what == "apply" else None
    saver.submit("record", [TextKey("m1", "e1")])
    saver.note_unsaved(typed("ยังพิมพ์ต่อ", "e2"))
    until(lambda: paper.held() == {"e2": "ยังพิมพ์ต่อ"})
    assert all(kind == "unsaved" for kind, _ in paper.done)


@pytest.mark.parametrize("error", [Damaged("แฟ้มเสียหาย"), RuleBroken("ทำไม่ได้"), TypeError("a mistake of ours")])
def test_an_action_that_can_never_be_written_is_given_back_and_holds_up_nothing(
    saver: Saver, paper: Paper, states: list[SaveState], error: Exception
) -> None:
    refusals = [error]
    paper.refuse = lambda what: refusals.pop() if what == "apply" and refusals else None
    saver.note_unsaved(typed("ยังไม่เป็นบันทึก"))
    bad = saver.submit("bad", [TextKey("m1", "e1")])
    good = saver.submit("good")
    assert type(bad.exception(LONG_ENOUGH)) is type(error)
    assert good.result(LONG_ENOUGH) == "good done"
    saver.flush(LONG_ENOUGH)
    assert paper.held() == {"e1": "ยังไม่เป็นบันทึก"}
    assert Phase.FAILED in {state.phase for state in states}


def test_flushing_against_a_disk_that_refuses_says_so_after_its_time(saver: Saver, paper: Paper) -> None:
    paper.refuse = lambda what: CannotWrite("เนื้อที่เต็ม")
    saver.note_unsaved(typed("ค้าง"))
    until(lambda: saver.state.phase is Phase.FAILED)
    with pytest.raises(CannotWrite, match="เนื้อที่เต็ม"):
        saver.flush(0.05)


def test_closing_against_a_disk_that_refuses_ends_the_thread_and_fails_what_is_left(paper: Paper) -> None:
    paper.refuse = lambda what: CannotWrite("เนื้อที่เต็ม")
    saver = Saver(paper).start()
    future = saver.submit("record")
    with pytest.raises(CannotWrite):
        saver.close(0.05)
    assert isinstance(future.exception(LONG_ENOUGH), CannotWrite)
    with pytest.raises(CannotWrite):
        saver.submit("later")


def test_a_listener_that_breaks_loses_nothing(paper: Paper) -> None:
    def broken(state: SaveState) -> None:
        raise RuntimeError("the screen is gone")

    with Saver(paper, broken, retry=0.01) as saver:
        for number in range(5):
            saver.note_unsaved(typed(f"ข้อความ {number}", f"e{number}"))
            assert saver.submit(number).result(LONG_ENOUGH) == f"{number} done"
    assert paper.held() == {f"e{number}": f"ข้อความ {number}" for number in range(5)}


# --- what may be shown --------------------------------------------------------------------------------------


def test_saved_is_told_only_after_the_write_returned(saver: Saver, paper: Paper, states: list[SaveState]) -> None:
    paper.gate.clear()
    saver.submit("record")
    until(lambda: states)
    time.sleep(0.02)
    assert {state.phase for state in states} == {Phase.SAVING}
    assert saver.state.phase is Phase.SAVING
    paper.gate.set()
    until(lambda: states[-1].phase is Phase.SAVED)
    assert states[-1].saved_at == NOON


def test_a_noted_key_turns_saved_into_saving_at_once(paper: Paper) -> None:
    with Saver(paper, delay=LONG_ENOUGH) as saver:
        phases = [saver.state.phase]
        saver.note_unsaved(typed("ก"))
        phases.append(saver.state.phase)
    assert phases == [Phase.SAVED, Phase.SAVING]


def test_closing_writes_all_that_is_waiting(paper: Paper) -> None:
    with Saver(paper, delay=LONG_ENOUGH) as saver:
        saver.note_unsaved(typed("คำสุดท้าย"))
        saver.submit("last")
    assert paper.held() == {"e1": "คำสุดท้าย"}
    assert ("apply", "last") in paper.done


# --- with a real folder -------------------------------------------------------------------------------------


def test_typing_confirming_and_crashing_over_a_real_folder(tmp_path: Any) -> None:
    with DataFolder.open(tmp_path / "data") as folder:
        assert folder.writer is not None
        with Saver(folder.writer) as saver:
            saver.submit(action("create", body=BODY, meetings=(opened(),)))
            saver.note_unsaved(typed("กำลังพิมพ์"))
            saver.flush(LONG_ENOUGH)
            [text] = folder.unsaved().all()
            assert text == typed("กำลังพิมพ์")
            saver.submit(action("say", meetings=(opened().with_entry(said("e1", "กำลังพิมพ์")),)), [text.key])
            saver.note_unsaved(typed("ข้อความถัดไป", "e2"))
            saver.flush(LONG_ENOUGH)
            assert [entry.id for entry in folder.meeting("m1").entries] == ["e1"]
    with DataFolder.open(tmp_path / "data") as folder:
        assert [text.text for text in folder.unsaved().all()] == ["ข้อความถัดไป"]
        assert folder.unsaved().place("m1") == typed("ข้อความถัดไป", "e2").place


def test_the_place_stays_when_its_text_became_a_record(tmp_path: Any) -> None:
    with DataFolder.open(tmp_path / "data") as folder:
        assert folder.writer is not None
        folder.writer.write_unsaved([typed("คำ")], [])
        folder.writer.write_unsaved([], [TextKey("m1", "e1")])
        assert folder.unsaved().all() == ()
        assert folder.unsaved().place("m1") == typed("คำ").place
