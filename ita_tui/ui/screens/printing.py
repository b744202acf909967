"""Which printer and how many copies; where there is no printer, where the PDF lies and how to see it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from ita_tui.secretary.papers import publish
from ita_tui.secretary.papers.publish import Printed, Printer
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.walk_list import WalkList


class PrintScreen(Dialog[Printed]):
    """Answers with what was printed; a printer that refuses is told here, so that another may be chosen."""

    def __init__(self, title: str, path: Path, printers: Sequence[Printer]) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._path = path
        self._printers = tuple(printers)
        self._sending = False

    def compose_body(self) -> ComposeResult:
        yield Static("เครื่องพิมพ์", classes="label")
        yield WalkList(*map(_line, self._printers), markup=False, id="printers")
        yield Static("จำนวนชุด", classes="label")
        yield ThaiInput("๑", id="copies", compact=True)
        yield Static("Enter พิมพ์ · Tab จำนวนชุด · Esc ยังไม่พิมพ์", classes="hint")

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def take(self) -> None:
        """Print on the highlighted printer."""
        if not self._sending:
            self._send()

    @work(group=ACTS)
    async def _send(self) -> None:
        self._sending = True
        printer = self._printers[self.query_one(OptionList).highlighted or 0]
        self.query_one(".hint", Static).update("กำลังส่งไปเครื่องพิมพ์")
        with self.refusing():
            copies = publish.copies_of(self.query_one("#copies", ThaiInput).value)
            self.dismiss(await asyncio.to_thread(publish.print_file, self._path, printer, copies))
        self.query_one(".hint", Static).update("Enter พิมพ์ · Tab จำนวนชุด · Esc ยังไม่พิมพ์")
        self._sending = False


def _line(printer: Printer) -> Content:
    name = Content(printer.name or "เครื่องพิมพ์ของ Windows")
    return Content.assemble(name, Content.styled("  เครื่องพิมพ์หลัก", "$text-muted")) if printer.is_default else name


class NoPrinterScreen(Dialog[bool]):
    """Says where the PDF lies; answers True once she wants to see it in the system's own program."""

    TITLE_TEXT = "ไม่พบเครื่องพิมพ์"

    def __init__(self, path: Path, *, can_open: bool) -> None:
        super().__init__()
        self._path, self._can_open = path, can_open

    def compose_body(self) -> ComposeResult:
        yield Static("เครื่องนี้ยังไม่มีเครื่องพิมพ์ที่โปรแกรมใช้ได้ ไฟล์ PDF พร้อมพิมพ์อยู่ที่", classes="note")
        yield Static(Content(str(self._path)), id="path", classes="note")
        yield WalkList(*(["เปิดไฟล์ PDF เพื่อสั่งพิมพ์จากโปรแกรมอ่าน PDF"] if self._can_open else []), "ปิด", markup=False)
        if not self._can_open:
            yield Static("คัดลอกไฟล์ไปเครื่องที่มีเครื่องพิมพ์ หรือต่อเครื่องพิมพ์แล้วสั่งพิมพ์ใหม่", classes="hint")

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Answer with what was chosen."""
        self.dismiss(self._can_open and event.option_index == 0)
