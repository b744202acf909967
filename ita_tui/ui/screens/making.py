"""Making papers on a screen: what can be made, in which formats and into which folder, beside how it will read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, ProgressBar, Static

from ita_tui.errors import BadText, ItaError
from ita_tui.secretary.papers import publish
from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.printing import NoPrinterScreen, PrintScreen
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.typed_paths import folder_of
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.tick_list import Tick, TickList
from ita_tui.ui.widgets.walk_list import WalkList

Make = Callable[[list[publish.Format], Path, publish.Progress], publish.Exported]
"""Makes a paper in some formats into a folder, telling its progress."""
_WAIT = "กำลังออกเอกสาร โปรดรอสักครู่"


class MakingScreen(RoomScreen):
    """Acts at the left, what the highlighted one will make at the right; a screen says which acts and does them."""

    BINDINGS = keys.DOCUMENTS
    AUTO_FOCUS = "#acts"

    header = getters.query_one(HeaderLine)
    acts = getters.query_one("#acts", OptionList)
    step = getters.query_one("#step", Static)
    progress = getters.query_one(ProgressBar)
    outcome = getters.query_one("#outcome", Static)

    def __init__(self) -> None:
        super().__init__()
        self._busy = False

    def compose(self) -> ComposeResult:
        yield HeaderLine()
        with Horizontal():
            with VerticalScroll(id="choices", can_focus=False):
                yield WalkList(id="acts", markup=False)
                yield Static("", id="step")
                yield Static("รูปแบบ (Space เลือก)", classes="label")
                yield TickList([Tick(each.value, each.value.upper()) for each in publish.FORMATS], no="·", id="formats")
                yield Static("โฟลเดอร์ที่เก็บ", classes="label")
                yield ThaiInput(str(self.program.documents_folder), id="folder", compact=True)
                yield ProgressBar(show_eta=False, show_percentage=False)
                yield Static("", id="outcome")
            with VerticalScroll(id="paper", can_focus=False):
                yield Static("", id="preview")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.progress.display = False

    async def do(self) -> None:
        """Do what is highlighted, and tell what came of it; may raise ItaError."""
        raise NotImplementedError

    def show_again(self) -> None:
        """Show what can be done now, after something was done."""
        raise NotImplementedError

    def read(self, words: str) -> None:
        """Show what the highlighted paper will say, another paper from its head on."""
        preview = self.query_one("#preview", Static)
        if str(preview.content).partition("\n")[0] != words.partition("\n")[0]:
            self.query_one("#paper", VerticalScroll).scroll_home(animate=False)
        preview.update(Content(words))

    # --- keys -------------------------------------------------------------------------------------------

    def action_page(self, step: int) -> None:
        """Scroll what the paper will say."""
        paper = self.query_one("#paper", VerticalScroll)
        paper.scroll_page_down(animate=False) if step > 0 else paper.scroll_page_up(animate=False)

    def action_back(self) -> None:
        """Go back, once what is being made is there."""
        if self._busy:
            self.notify(_WAIT, markup=False)
        else:
            self.dismiss(None)

    @on(OptionList.OptionSelected, "#acts")
    @work(group=ACTS)
    async def action_do_highlighted(self) -> None:
        """Do what is highlighted, and tell what came of it."""
        if self._busy:
            self.notify(_WAIT, markup=False)
            return
        self._busy = True
        try:
            await self.do()
        except ItaError as error:
            self.outcome.update(Content(error.message) if self.progress.display else "")
            self.program.tell(error)
        self._busy = self.progress.display = False
        self.show_again()

    # --- making -----------------------------------------------------------------------------------------

    def formats(self) -> list[publish.Format]:
        """Return the ticked formats."""
        return [each for each in publish.FORMATS if each.value in self.query_one(TickList).ticked]

    async def files(self, formats: list[publish.Format], make: Make) -> publish.Exported:
        """Make a paper beside the screen, with progress, and tell where it lies; raise what making raises."""
        if not formats:
            raise BadText("ยังไม่ได้เลือกรูปแบบเอกสาร", "กด Space ที่รูปแบบที่ต้องการอย่างน้อยหนึ่งรูปแบบ")
        folder = folder_of(self.query_one("#folder", ThaiInput).value)
        self.progress.update(total=len(formats), progress=0)
        self.progress.display = True
        self.outcome.update("กำลังออกเอกสาร")

        def tell_progress(_: publish.Format, done: int, total: int) -> None:
            self.app.call_from_thread(self.progress.update, progress=done, total=total)

        made = await asyncio.to_thread(make, formats, folder, tell_progress)
        self.progress.display = False
        self._tell(_names(made.paths), made.paths[0])
        self.notify(thai_digits(f"ออกเอกสารแล้ว {len(made.paths)} แฟ้ม"), title="เรียบร้อย", markup=False)
        if made.unshown:
            unknown = " ".join(made.unshown)
            self.notify(
                f"แบบอักษรไม่มีอักขระ {unknown} ในไฟล์ PDF จึงพิมพ์เป็นรหัส", title="โปรดตรวจ", severity="warning", markup=False
            )
        return made

    async def offer_print(self, title: str, path: Path) -> None:
        """Offer to print a PDF; where there is no printer, say where it lies and offer to show it."""
        printers = await asyncio.to_thread(publish.printers)
        if printers:
            printed = await self.ask(PrintScreen(title, path, printers))
            if printed is not None:
                said = thai_digits(f"ส่งพิมพ์แล้ว {printed.copies} ชุด")
                self._tell(f"✓ {said} {printed.printer.name}".rstrip(), path)
                self.notify(said, title="เรียบร้อย", markup=False)
        elif await self.ask(NoPrinterScreen(path, can_open=publish.can_open())):
            await asyncio.to_thread(publish.open_file, path)

    def _tell(self, said: str, path: Path) -> None:
        self.outcome.update(Content(f"{said}\nเก็บไว้ที่ {path.parent}"))
        self.call_after_refresh(self.outcome.scroll_visible, animate=False)


def _names(paths: Sequence[Path]) -> str:
    """Return the names of files, those that differ only in their endings on one line."""
    endings: dict[str, list[str]] = {}
    for path in paths:
        endings.setdefault(path.stem, []).append(path.suffix[1:].upper())
    return "\n".join(f"✓ {stem} {' '.join(own)}" for stem, own in endings.items())
