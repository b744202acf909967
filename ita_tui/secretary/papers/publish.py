"""The papers of a meeting: what they will say, making them, printing for signing, and the signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_tui.documents import printing
from ita_tui.documents.export import Exported, Format, Kind, export, paper_of
from ita_tui.documents.export import seal_of as seal_of_facts
from ita_tui.documents.facts import Facts, MinutesFacts, OitFacts
from ita_tui.documents.formats.plain import plain
from ita_tui.documents.printing import Printer, can_open, copies_of, open_file, printers
from ita_tui.domain import life
from ita_tui.domain.meeting_head import MeetingState
from ita_tui.errors import CannotPrint, RuleBroken
from ita_tui.secretary.meeting.desk import MeetingDesk

__all__ = [
    "FORMATS", "Exported", "Format", "Kind", "Printed", "Printer", "Progress", "can_open", "check_may_sign",
    "check_signed", "copies_of", "facts_of", "is_draft", "make", "open_file", "preview", "print_file",
    "print_for_signing", "print_made", "print_paper", "printers", "seal_of", "sign",
]

FORMATS = tuple(Format)

Progress = Callable[[Format, int, int], None]
"""Called before each format: which one, how many are done, of how many."""


def facts_of(kind: Kind, desk: MeetingDesk) -> Facts:
    """Return the facts of a paper as they stand; raise RuleBroken where the meeting follows no OIT items."""
    rows = desk.oit.rows()
    groups = desk.oit.catalogue.groups if rows else ()
    if kind is Kind.MINUTES:
        return MinutesFacts(desk.committee.name, desk.meeting, groups, rows, desk.body.settings.minutes)
    if kind is not Kind.OIT:
        raise RuleBroken(f"{kind.label}ไม่ใช่เอกสารของการประชุม", "เลือกเอกสารอื่น")
    if desk.meeting.oit is None:
        raise RuleBroken("การประชุมนี้ไม่มีรายการติดตาม OIT", "เลือกการประชุมอื่น")
    return OitFacts(desk.body.name, desk.meeting.oit, groups, rows, desk.meeting.head.on)


def is_draft(desk: MeetingDesk) -> bool:
    """Tell whether minutes still carry the mark of a draft.

    They do until they were printed for signing, and again once anything they say was changed since.
    """
    head = desk.meeting.head
    if head.state is MeetingState.FINAL:
        return False
    return not head.seal or head.seal != seal_of(desk)


def seal_of(desk: MeetingDesk) -> str:
    """Return the seal of what the minutes say now."""
    return seal_of_facts(facts_of(Kind.MINUTES, desk))


def preview(kind: Kind, desk: MeetingDesk, *, for_signing: bool = False) -> str:
    """Return what a paper will say, as plain lines; printed for signing, minutes are no draft."""
    draft = kind is Kind.MINUTES and not for_signing and is_draft(desk)
    return plain(paper_of(facts_of(kind, desk), draft=draft))


def make(
    kind: Kind, desk: MeetingDesk, formats: Sequence[Format], folder: Path, progress: Progress | None = None
) -> Exported:
    """Make a paper in any state of the meeting; raise ExportError or CannotWrite."""
    draft = kind is Kind.MINUTES and is_draft(desk)
    return export(facts_of(kind, desk), formats, folder, draft=draft, progress=progress)


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper that was handed to a printer."""

    path: Path
    """The PDF that was printed, which stays; absolute."""
    printer: Printer
    copies: int


def print_paper(
    kind: Kind, desk: MeetingDesk, folder: Path, *, printer: str = "", copies: int = 1
) -> Printed:
    """Make the PDF of a paper and print it, on the default printer where none is named.

    Raises BadText for a number of copies out of 1 to 99, ExportError, CannotWrite, NoPrinter and CannotPrint; the last
    two name the PDF, which stays.
    """
    printing.check_copies(copies)
    (path,) = make(kind, desk, (Format.PDF,), folder).paths
    return print_made(path, printer, copies)


def print_made(path: Path, printer: str, copies: int) -> Printed:
    """Print a PDF on the named printer, or the default one; raise NoPrinter or CannotPrint, which name the PDF."""
    try:
        chosen = printing.printer_of(printer)
        printing.print_pdf(path, chosen, copies)
    except CannotPrint as error:
        raise type(error)(error.message, f"{error.hint} ไฟล์ PDF อยู่ที่ {path}") from error
    return Printed(path, chosen, copies)


def print_file(path: Path, printer: Printer, copies: int) -> Printed:
    """Print a PDF that was made; raise BadText for a number of copies out of 1 to 99, CannotPrint."""
    printing.print_pdf(path, printer, copies)
    return Printed(path, printer, copies)


def print_for_signing(
    desk: MeetingDesk, formats: Sequence[Format], folder: Path, progress: Progress | None = None
) -> tuple[Exported, str]:
    """Make the minutes without the mark of a draft; return them and the seal to be kept of what they say.

    Raises RuleBroken unless the meeting has adjourned and is not signed, ExportError, CannotWrite.
    """
    check_may_sign(desk)
    facts = facts_of(Kind.MINUTES, desk)
    return export(facts, formats, folder, draft=False, progress=progress), seal_of_facts(facts)


def check_may_sign(desk: MeetingDesk) -> None:
    """Raise RuleBroken unless the minutes may be printed for signing now."""
    life.sealed(desk.meeting, "-")


def check_signed(desk: MeetingDesk) -> None:
    """Raise RuleBroken unless the minutes were printed for signing and still say what was printed."""
    desk.gavel.check_may_sign(seal_of(desk))


def sign(desk: MeetingDesk) -> None:
    """Record that the printed minutes were signed; raise RuleBroken unless they still say what was printed."""
    desk.gavel.sign(seal_of(desk))
