"""F2: who speaks now. The last speakers stand on top; letters narrow the list; Enter takes the first.

Letters find those too who are not in the room: one who has not come yet comes in by being taken. Letters that find
nobody offer a guest of that name, so that an unknown voice costs no search.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ita_tui.domain.meeting import Prepared
from ita_tui.domain.meeting_head import GOING_ON
from ita_tui.domain.record import Speaker, SpeakerKind, person
from ita_tui.domain.roster import RosterEntry
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.pen import Pen
from ita_tui.ui.roster_words import last_movement, sought_in, whom_for
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.filter_list import FilterList, Row, Search

_WIDTH = 68
"""Cells of a line of the list."""

_SPEAKER, _LEFT, _COMING, _GUEST, _PREPARED = "speaker:", "left:", "coming:", "guest:", "prepared:"
"""What a row means, before the id that follows."""
_PREPARED_MARK = "เตรียมไว้"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who speaks, or a prepared statement of theirs."""

    speaker: Speaker
    prepared: Prepared | None = None


class SpeakerScreen(Dialog[Candidate]):
    """Answers with who speaks; who was not in the room is in the roster by then."""

    TITLE_TEXT = "ผู้พูด"

    def __init__(self, desk: MeetingDesk, pen: Pen, note: str = "") -> None:
        """Ask; `note` tells why, where she did not ask for it herself."""
        super().__init__()
        self._note = note
        self._desk = desk
        self._open = desk.meeting.state in GOING_ON
        self._speakers = {f"{_SPEAKER}{at}": each for at, each in enumerate(pen.speakers())}
        self._prepared = {_PREPARED + each.id: each for each in pen.waiting()}

    def compose_body(self) -> ComposeResult:
        if self._note:
            yield Static(Content(self._note), classes="note")
        yield FilterList(
            self._rows(),
            Search("พิมพ์ชื่อ ตำแหน่ง หรือบทบาทเพื่อค้นหา", otherwise=_guest_row if self._open else None),
        )

    @on(FilterList.Taken)
    def take(self, event: FilterList.Taken) -> None:
        """Answer with the one taken, who comes in or joins as a guest with that."""
        if event.row is None:
            self.refuse("ไม่พบผู้ที่ตรงกับคำค้น", "ลบคำค้นหรือพิมพ์ใหม่")
            return
        with self.refusing():
            self.dismiss(self._candidate(event.row.id))

    def _candidate(self, row_id: str) -> Candidate:
        what, _, name = row_id.partition(":")
        if row_id in self._prepared:
            return Candidate(self._prepared[row_id].speaker, self._prepared[row_id])
        if row_id in self._speakers:
            return Candidate(self._speakers[row_id])
        if f"{what}:" == _GUEST:
            return Candidate(person(self._desk.people.welcome_unknown(name).id))
        if f"{what}:" == _COMING:
            self._desk.people.come(name)
        return Candidate(person(name))

    # --- rows -------------------------------------------------------------------------------------------

    def _rows(self) -> list[Row]:
        present = [self._row(row_id, speaker) for row_id, speaker in self._speakers.items()]
        prepared = [self._prepared_row(row_id, each) for row_id, each in self._prepared.items()]
        away = [each for each in self._desk.meeting.roster if not each.here]
        return [*present, *prepared, *(row for each in away for row in self._away_row(each))]

    def _row(self, row_id: str, speaker: Speaker) -> Row:
        if speaker.kind is SpeakerKind.PERSON:
            entry = self._desk.people.entry(speaker.person_id)
            return Row(row_id, _line(entry.title, whom_for(entry)), sought_in(entry))
        label, role = self._desk.speaker_lines(speaker)
        return Row(row_id, _line(label, role), (label, role))

    def _prepared_row(self, row_id: str, prepared: Prepared) -> Row:
        label, role = self._desk.speaker_lines(prepared.speaker)
        mark = Content.styled(f"{_PREPARED_MARK} · ", "$accent")
        line = Content.assemble(mark, _line(label, prepared.text.split("\n")[0]))
        return Row(row_id, line.truncate(_WIDTH, ellipsis=True), (label, role, _PREPARED_MARK))

    def _away_row(self, entry: RosterEntry) -> list[Row]:
        """Return the row of one who left, whose words may come late, or of one who comes in by speaking."""
        if entry.attended:
            return [Row(_LEFT + entry.id, _line(entry.title, last_movement(entry)), sought_in(entry), only_sought=True)]
        if not self._open:
            return []
        line = _line(entry.title, "ยังไม่มา · Enter เข้าประชุมขณะนี้และพูด")
        return [Row(_COMING + entry.id, line, sought_in(entry), only_sought=True)]


def _guest_row(words: str) -> Row:
    return Row(_GUEST + words, _line(f"เพิ่มผู้เข้าร่วมประชุม “{words}”", "Enter เข้าประชุมขณะนี้และพูด"), ())


def _line(label: str, aside: str) -> Content:
    return Content.assemble(label, Content.styled(f"  {aside}", "$text-muted")).truncate(_WIDTH, ellipsis=True)
