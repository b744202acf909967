"""Words that wait at an agenda item: prepared statements, then the formulas that are said there at every meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ita_tui.documents.wording import wording
from ita_tui.domain.agenda import AgendaItem, AgendaKind, approved_at, nothing_to_approve
from ita_tui.domain.record import ROOM, SECRETARIAT, Speaker, Statement, blocks_of, text_of
from ita_tui.secretary.meeting.account import account_of
from ita_tui.secretary.meeting.desk import MeetingDesk
from ita_tui.secretary.meeting.pen import Pen
from ita_tui.thai.dates import full_date, long_date
from ita_tui.thai.digits import thai_digits

_TELLING = (AgendaKind.CHAIR_INFORMS, AgendaKind.FOR_INFORMATION)
_ABOUT_RESULTS = ("OIT", "ผลการประเมิน", "ผลประเมิน")
"""Words in an item's title that say it is where results belong, whatever its kind."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One text that can be taken in; it stays editable."""

    speaker: Speaker
    text: str
    prepared_id: str = ""
    """Id of the prepared statement; empty for a formula."""
    again: bool = False
    """Whether it is said at more than one item of a meeting."""


class Offers:
    """Takes the offers of the present item one after the other, and comes back to an empty statement at the end."""

    def __init__(self, desk: MeetingDesk, pen: Pen) -> None:
        self._desk = desk
        self._pen = pen
        self._list: tuple[Offer, ...] = ()
        self._at = -1
        self._before: Speaker = pen.speaker

    def next(self, text: str) -> str | None:
        """Begin the next offered statement and return its words; None where `text` is her own or nothing waits.

        After the last offer the statement is empty again and its speaker the one before.
        """
        if not self._is_offered(text):
            if text.strip() or not self._pen.is_new:
                return None
            self._list, self._at, self._before = self._waiting(), -1, self._pen.speaker
        if not self._list:
            return None
        self._pen.confirm("")  # forgets the words that were only tried
        self._at += 1
        if self._at == len(self._list):
            self._at = -1
            self._pen.speak(self._before)
            return ""
        offer = self._list[self._at]
        self._pen.speak(offer.speaker)
        if offer.prepared_id:
            self._pen.statement_id = offer.prepared_id
        return offer.text

    def _is_offered(self, text: str) -> bool:
        """Tell whether the editor holds an offer as it was given."""
        return self._at >= 0 and self._pen.is_new and text == self._list[self._at].text

    def place(self, text: str) -> tuple[int, int]:
        """Return which of how many offers stands in the editor, counted from 1; 0 where it is none of them."""
        return (self._at + 1, len(self._list)) if self._is_offered(text) else (0, 0)

    def _waiting(self) -> tuple[Offer, ...]:
        prepared = (Offer(each.speaker, each.text, each.id) for each in self._pen.waiting())
        said = {text_of(entry.blocks) for entry in self._desk.meeting.entries if isinstance(entry, Statement)}
        return (*prepared, *(each for each in formulas(self._desk, self._pen.item_id) if each.again or
                             text_of(blocks_of(each.text)) not in said))


def formulas(desk: MeetingDesk, item_id: str) -> tuple[Offer, ...]:
    """Return the formulas that fit an item, made from the facts as they stand now."""
    return tuple(_of_item(desk, desk.item(item_id)))


def _of_item(desk: MeetingDesk, item: AgendaItem) -> Iterator[Offer]:
    words, chair = wording("formulas"), desk.chair()
    kind = item.kind
    if item.id == desk.stops[0][1].id:
        yield Offer(chair, _opening(desk))
        yield Offer(SECRETARIAT, _order(desk))
    earlier = approved_at(desk.meeting.agenda, item)
    if kind is AgendaKind.APPROVE_MINUTES and earlier is not None:
        number = thai_digits(f"{earlier.number}/{earlier.year}")
        yield Offer(chair, words.say("approve", number=number, date=full_date(earlier.held_on)))
    if nothing_to_approve(desk.meeting.agenda, item):
        yield Offer(chair, words.say("none_to_approve"))
    elif kind is AgendaKind.OTHER:
        yield Offer(chair, words.say("anything_else"))
    else:
        yield from _told_by_secretariat(desk, item, Offer(chair, words.say("hand_over"), again=True))
    yield Offer(ROOM, words.say("nothing"), again=True)
    if item.id == desk.stops[-1][1].id:
        yield Offer(chair, words.say("closing"))


def _told_by_secretariat(desk: MeetingDesk, item: AgendaItem, hand_over: Offer) -> Iterator[Offer]:
    """Yield the hand-over and what the secretariat tells then; once it was said here, that comes first."""
    said = [text_of(entry.blocks) for entry in desk.meeting.entries_of(item.id) if isinstance(entry, Statement)]
    offers = [hand_over, *_account(desk, item)]
    yield from reversed(offers) if hand_over.text in said else offers


def _account(desk: MeetingDesk, item: AgendaItem) -> Iterator[Offer]:
    """Yield the account of the results where it is given, once results of the meeting's score year are stored."""
    results, previous = desk.results()
    about = any(word in item.title for word in _ABOUT_RESULTS)
    if results is not None and results.scores and (item.kind in _TELLING or about):
        rows = desk.oit.rows() if desk.meeting.oit is not None else ()
        yield Offer(SECRETARIAT, account_of(results, previous, desk.body.name, rows, desk.meeting.oit))


def _opening(desk: MeetingDesk) -> str:
    meeting = desk.meeting
    quorum = meeting.quorum_at(meeting.opened_at) if meeting.opened_at else meeting.quorum
    return wording("formulas").say(
        "opening" if quorum.met else "opening_without_quorum", present=thai_digits(str(quorum.present)),
        total=thai_digits(str(quorum.total)), committee=desk.committee.name,
        number=thai_digits(meeting.head.number_text),
    )


def _order(desk: MeetingDesk) -> str:
    words, order = wording("formulas"), desk.committee.order
    first = words.say(
        "order", body=desk.body.name, number=thai_digits(f"{order.number or '......'}/{order.year}"),
        date=long_date(order.date) if order.date else "", subject=order.subject,
    )
    lines = [words.say("order_line", post=post, role=role) for post, role in order.lines()]
    powers = [words.say("powers"), *_numbered(order.powers)] if order.powers else []
    return "\n".join([first, *_numbered(lines), *powers])


def _numbered(lines: tuple[str, ...] | list[str]) -> list[str]:
    return [thai_digits(f"{number}. {line}") for number, line in enumerate(lines, start=1)]
