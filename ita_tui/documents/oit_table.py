"""The OIT follow-up table as blocks: within the minutes, and as a paper of its own.

Every row of the list is printed, also one without a status.
"""

from __future__ import annotations

from collections.abc import Iterable

from ita_tui.documents.blocks import Align, Cell, Column, Heading, Indent, Paper, Paragraph, Row, Table, Title
from ita_tui.documents.facts import OitFacts
from ita_tui.documents.wording import Wording, wording
from ita_tui.domain.meeting import OitList
from ita_tui.domain.oit import Group, OitRow, Status, standing_of
from ita_tui.thai.dates import long_date
from ita_tui.thai.digits import thai_digits, thai_digits_in_text

_MINUTES_COLUMNS = (Column(50), Column(16, Align.CENTRE), Column(34))
_PAPER_COLUMNS = (
    Column(7, Align.CENTRE), Column(30), Column(10, Align.CENTRE), Column(25), Column(14), Column(14),
)  # fmt: skip
_COUNT_COLUMNS = (Column(70), Column(30, Align.CENTRE))


def table_in_minutes(years: OitList, groups: Iterable[Group], rows: Iterable[OitRow]) -> Table:
    """Return the table as it stands in minutes: heading of assessment, score, what was done."""
    words = wording("oit")
    made: list[Row] = []
    for group, members in _grouped(groups, rows):
        if group is not None:
            heading = words.say("group", code=thai_digits(group.code), name=thai_digits_in_text(group.name))
            made.append(Row((heading,), is_group=True))
        for row in members:
            name = words.say("minutes_item", code=thai_digits(row.code), name=thai_digits_in_text(row.name))
            made.append(Row((name, _score(words, row), _done(words, row))))
    return Table(_MINUTES_COLUMNS, words.say_lines("minutes_head", **_years(years)), tuple(made))


def oit_paper(facts: OitFacts, *, draft: bool = False) -> Paper:
    """Return the follow-up table as a paper of its own: counts per status, then every row by group."""
    words = wording("oit")
    years = _years(facts.years)
    lines = words.say_lines("title", body=facts.body_name, **years)
    if facts.as_of is not None:
        lines = (*lines, words.say("as_of", date=f"วันที่ {long_date(facts.as_of)}"))
    standing = standing_of(facts.rows)
    said = words.say("standing", complete=thai_digits(str(standing.complete)), total=thai_digits(str(standing.total)))
    return Paper(
        words.say("file_title", body=facts.body_name, **years),
        (
            Title(lines),
            Paragraph(said, Indent.NONE),
            _counts(words, standing.by_status, standing.total),
            Heading(words.say("file_title", body="", **years).strip()),
            _full_table(words, facts),
        ),
        words.say("draft") if draft else "",
    )


def _years(years: OitList) -> dict[str, str]:
    return {
        "follow_up_year": thai_digits(str(years.follow_up_year)),
        "catalogue_year": thai_digits(str(years.catalogue_year)),
        "score_year": thai_digits(str(years.score_year)),
    }


def _counts(words: Wording, by_status: dict[Status, int], total: int) -> Table:
    rows = [Row((status.label, thai_digits(str(number)))) for status, number in by_status.items()]
    rows.append(Row((words.say("total"), thai_digits(str(total)))))
    return Table(_COUNT_COLUMNS, words.say_lines("status_head"), tuple(rows))


def _full_table(words: Wording, facts: OitFacts) -> Table:
    made: list[Row] = []
    for group, members in _grouped(facts.groups, facts.rows):
        if group is not None:
            made.append(_group_row(words, group, members))
        for row in members:
            name, division, due = (
                thai_digits_in_text(each) or words.say("unknown") for each in (row.name, row.division, row.due)
            )
            made.append(Row((thai_digits(row.code), name, _score(words, row), _done(words, row), division, due)))
    return Table(_PAPER_COLUMNS, words.say_lines("head", **_years(facts.years)), tuple(made))


def _group_row(words: Wording, group: Group, members: list[OitRow]) -> Row:
    standing = standing_of(members)
    text = words.say(
        "group_standing", code=thai_digits(group.code), name=thai_digits_in_text(group.name),
        complete=thai_digits(str(standing.complete)), total=thai_digits(str(standing.total)),
    )  # fmt: skip
    return Row((text,), is_group=True)


def _done(words: Wording, row: OitRow) -> Cell:
    """Return what was done about an item, and the note on it as a line of its own."""
    done = thai_digits_in_text(row.text) or words.say("unknown")
    return (done, words.say("note", note=thai_digits_in_text(row.note))) if row.note else done


def _score(words: Wording, row: OitRow) -> str:
    return thai_digits(row.score) or words.say("unknown")


def _grouped(groups: Iterable[Group], rows: Iterable[OitRow]) -> list[tuple[Group | None, list[OitRow]]]:
    """Return the rows by group in the catalogue's order; rows of a group nobody named come last, none is lost."""
    rows = list(rows)
    known = list(groups)
    named = {group.code for group in known}
    parted: list[tuple[Group | None, list[OitRow]]] = [
        (group, [row for row in rows if row.group == group.code]) for group in known
    ]
    parted.append((None, [row for row in rows if row.group not in named]))
    return [(group, members) for group, members in parted if members]
