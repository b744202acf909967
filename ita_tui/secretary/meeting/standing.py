"""The standing of the OIT items in the record: the table where it was presented, and a sentence with its counts.

The sentence is an ordinary statement of prose. Until she changes it, it says what the table says; once she did, it
is hers. There is one table and one sentence in a meeting, however often the items are gone through.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from uuid import NAMESPACE_OID, uuid5

from ita_tui.domain.meeting import Meeting, OitList
from ita_tui.domain.oit import OitRow, Standing, Status, standing_of
from ita_tui.domain.record import SECRETARIAT, OitTable, Paragraph, Speaker, Statement
from ita_tui.errors import ExportError, NotFound
from ita_tui.thai.digits import thai_digits

_NAMED = 5
"""Up to how many items without a status are told by their codes."""


class Presented(StrEnum):
    """What leaving the OIT items did to the record."""

    NOTHING = "nothing"
    ADDED = "added"
    """Table and sentence stand there now."""
    RENEWED = "renewed"
    """The sentence tells the counts of now."""
    HERS = "hers"
    """Figures changed, but the words of the sentence are her own and stay."""


def sentence_of(rows: Iterable[OitRow], years: OitList) -> str:
    """Return the standing in one sentence with Thai digits, each status that some row has with its count.

    Raises ExportError where the file of its wording cannot be used.
    """
    from ita_tui.documents.wording import wording  # noqa: PLC0415 - templates are not needed at the start

    rows = list(rows)
    return wording("standing").say(
        "sentence", standing=counts_of(rows), total=thai_digits(str(len(rows))),
        follow_up_year=thai_digits(str(years.follow_up_year)), catalogue_year=thai_digits(str(years.catalogue_year)),
    )


def counts_of(rows: Iterable[OitRow]) -> str:
    """Return each status that some row has with its count, in words with Thai digits; raises as `sentence_of`."""
    from ita_tui.documents.wording import wording  # noqa: PLC0415 - as above

    words = wording("standing")
    rows = list(rows)
    standing = standing_of(rows)
    counts = [(words.say("complete"), standing.complete)]
    counts += [(status.label, number) for status, number in standing.by_status.items() if not status.complete]
    counts = [(status, number) for status, number in counts if number]
    if len(counts) == 1:
        [(status, number)] = counts
        return words.say("one", status=status, count=thai_digits(str(number)))
    parts = [words.say("part", status=status, count=thai_digits(str(number))) for status, number in counts]
    unset = [thai_digits(row.code) for row in rows if row.status is Status.UNSET]
    if 0 < len(unset) <= _NAMED:
        parts[-1] = words.say("named", part=parts[-1], codes=unset)
    return words.say("several", parts=parts)


def place_for(meeting: Meeting, item_id: str, speaker: Speaker) -> tuple[str, Speaker]:
    """Return the item whose words the standing joins, and who presents it, when she comes back to an item.

    It is the item that she is at where its title names OIT, else the first of the agenda whose title does: there
    it is looked for, wherever she went to the items from. Nobody there has spoken yet: the secretariat presents.
    Without such an item it is the one that she is at.
    """
    titled = [item.id for _, item in meeting.stops if "oit" in item.title.casefold()]
    if item_id in titled or not titled:
        return item_id, speaker
    said = [entry for entry in meeting.entries_of(titled[0]) if isinstance(entry, Statement)]
    return titled[0], said[-1].speaker if said else SECRETARIAT


def presented(
    meeting: Meeting, rows: tuple[OitRow, ...], place: Statement, before: Standing
) -> tuple[Meeting, Presented]:
    """Return the meeting with table and sentence in its record, and what was done about them.

    `place` is a statement without blocks: id for the table, item, speaker and time. `before` is the standing that
    was left behind last time: her own words are told to be behind only when it has changed since. Raises
    ExportError, and what writing down raises.
    """
    if meeting.oit is None:
        return meeting, Presented.NOTHING
    if meeting.presented():
        after = renewed(meeting, rows)
        if after is not meeting:
            return after, Presented.RENEWED
        behind = _is_hers(meeting) and standing_of(rows) != before
        return meeting, Presented.HERS if behind else Presented.NOTHING
    sentence = replace(place, id=_sentence_id(meeting), blocks=(Paragraph(sentence_of(rows, meeting.oit)),))
    table = OitTable(meeting.oit.follow_up_year, meeting.oit.catalogue_year)
    told = renewed(meeting, rows) if _sentence(meeting) else meeting.with_entry(sentence)
    return told.with_entry(replace(place, blocks=(table,))), Presented.ADDED


def renewed(meeting: Meeting, rows: tuple[OitRow, ...]) -> Meeting:
    """Return the meeting with its sentence telling these rows; the same meeting where it does, or is hers, or gone."""
    sentence = _sentence(meeting)
    if sentence is None or meeting.oit is None or _is_hers(meeting):
        return meeting
    blocks = (Paragraph(sentence_of(rows, meeting.oit)),)
    return meeting if sentence.blocks == blocks else meeting.with_entry(replace(sentence, blocks=blocks))


def renewed_at_the_end(meeting: Meeting, rows: tuple[OitRow, ...]) -> Meeting:
    """Return the meeting as `renewed`; a file of wording that cannot be used keeps no meeting from adjourning."""
    with suppress(ExportError):
        return renewed(meeting, rows)
    return meeting


def _sentence_id(meeting: Meeting) -> str:
    """Return the id of the meeting's sentence: always the same, so that there is never a second one."""
    return uuid5(NAMESPACE_OID, f"{meeting.head.id}/standing").hex


def _sentence(meeting: Meeting) -> Statement | None:
    with suppress(NotFound):
        entry = meeting.entry(_sentence_id(meeting))
        return entry if isinstance(entry, Statement) else None
    return None


def _is_hers(meeting: Meeting) -> bool:
    """Tell whether she changed the sentence; what the program writes anew counts as no revision."""
    sentence = _sentence(meeting)
    return sentence is not None and sentence.revision > 0
