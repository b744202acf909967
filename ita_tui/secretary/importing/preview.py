"""Taking in what came in a file: first what it would change is seen, then it is done as one act, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ita_tui.domain.oit import Catalogue
from ita_tui.domain.results import YearRecord
from ita_tui.errors import RuleBroken
from ita_tui.exchange.refusals import Refusal, Refused
from ita_tui.secretary.keeping.office import Office


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored value that the file would replace."""

    row: int
    """Row of the file, as Refusal counts."""
    column: str
    where: str
    """Of what it is the value, in Thai."""
    old: str
    new: str

    @property
    def told(self) -> str:
        """Return old and new value in Thai."""
        return f"{self.where} เดิม “{self.old}” ใหม่ “{self.new}”"


class Ledger:
    """What a file says compared with what is stored, value by value."""

    def __init__(self) -> None:
        self.changes: list[Difference] = []
        self.refusals: list[Refusal] = []
        self.notices: list[str] = []
        self.added: set[int] = set()
        """Rows that tell something of which nothing was known."""

    def takes(self, row: int, column: str, where: str, *, old: str, new: str) -> bool:
        """Keep account of one value; tell whether it is to be stored: an empty one never replaces a stored one."""
        if not new or new == old:
            return False
        if old:
            self.changes.append(Difference(row, column, where, old, new))
        else:
            self.added.add(row)
        return True

    def refuse(self, row: int, column: str, reason: str) -> None:
        """Keep account of a row that cannot be taken."""
        self.refusals.append(Refusal(row, column, reason))


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would change; nothing is changed yet."""

    file: str
    verb: str
    rows: int
    """How many rows were read."""
    added: int
    """Rows that only add."""
    changes: tuple[Difference, ...]
    notices: tuple[str, ...]
    before: tuple[YearRecord, ...]
    after: tuple[YearRecord, ...]
    catalogues: tuple[Catalogue, ...] = ()

    @property
    def replaced(self) -> int:
        """Return how many rows replace something."""
        return len({each.row for each in self.changes})

    @property
    def same(self) -> int:
        """Return how many rows say what is stored already."""
        return self.rows - self.added - self.replaced


def preview_of(
    file: str, verb: str, rows: int, ledger: Ledger, before: Iterable[YearRecord], after: Iterable[YearRecord],
    catalogues: Iterable[Catalogue] = (),
) -> Preview:
    """Return what a ledger tells; raise Refused where a row cannot be taken."""
    if ledger.refusals:
        raise Refused(file, sorted(ledger.refusals, key=lambda each: each.row))
    only_added = ledger.added - {each.row for each in ledger.changes}
    return Preview(
        file, verb, rows, len(only_added), tuple(ledger.changes), tuple(ledger.notices), tuple(before), tuple(after),
        tuple(catalogues),
    )


def apply(office: Office, preview: Preview, *, replace: bool = False) -> None:
    """Store what was previewed, as one act; return when it is on disk.

    Raises Refused where stored values would be replaced and `replace` does not allow it, RuleBroken where something
    changed since the preview or the window only reads, CannotWrite.
    """
    if preview.changes and not replace:
        reasons = (Refusal(each.row, each.column, each.told) for each in preview.changes)
        raise Refused(preview.file, reasons, "ตรวจค่าเดิมกับค่าใหม่ แล้วนำเข้าอีกครั้งด้วย --replace เพื่อแทนค่าเดิม")
    if any(office.year(record.year) != record for record in preview.before):
        raise RuleBroken("ข้อมูลเปลี่ยนไประหว่างตรวจก่อนนำเข้า", "นำเข้าแฟ้มนี้อีกครั้ง")
    office.take_in(preview.verb, preview.after, preview.catalogues)
