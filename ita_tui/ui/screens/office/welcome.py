"""Where one begins: one's own body, the sample, or data that lies somewhere already."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.room import RoomScreen
from ita_tui.ui.widgets.hanging import Hanging
from ita_tui.ui.widgets.header_line import HeaderLine
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.walk_list import WalkList

Begin = Callable[[str, Path | None], Awaitable[None]]
"""Begins as chosen: the name of the choice, and the folder where one opened before was chosen."""

OWN, SAMPLE, OTHER = "own", "sample", "other"

_CHOICES = (
    (OWN, "เริ่มข้อมูลของหน่วยงาน", "ตอบคำถามสั้น ๆ แล้วเตรียมการประชุมครั้งแรกได้ทันที"),
    (SAMPLE, "ลองข้อมูลตัวอย่าง", "เทศบาลสมมติพร้อมการประชุมสองครั้ง ไม่กระทบข้อมูลจริง"),
    (OTHER, "เปิดโฟลเดอร์ข้อมูลที่มีอยู่แล้ว", "เช่น ย้ายมาจากเครื่องอื่น หรืออยู่ในแฟลชไดรฟ์"),
)


class WelcomeScreen(RoomScreen):
    """The choices of the first start; to begin as chosen is the app's."""

    BINDINGS = keys.WELCOME
    HELP_TOPIC = "welcome"
    AUTO_FOCUS = "#choices"

    def __init__(
        self, recent: tuple[Path, ...], begin: Begin, trouble: str = "", back: Path | None = None
    ) -> None:
        """Offer a beginning; `trouble` tells why the last data is not open, `back` is the data left just now."""
        super().__init__()
        self._recent, self._begin, self._trouble, self._back = recent, begin, trouble, back

    def compose(self) -> ComposeResult:
        yield HeaderLine("ita-tui ผู้ช่วยเลขานุการคณะกรรมการ ITA")
        with Vertical(id="welcome"):
            yield Static("ยินดีต้อนรับ", classes="title")
            yield Static(
                Content("จดการประชุม ติดตาม OIT รายข้อ และออกรายงานการประชุม\nข้อมูลอยู่ในเครื่องนี้เท่านั้น ไม่ต้องต่อเครือข่าย"),
                classes="hint",
            )
            yield Static(Content(self._trouble), id="trouble")
            yield WalkList(*self._options(), id="choices", markup=False)
        yield KeysFooter()

    def on_mount(self) -> None:
        self.query_one("#trouble").display = bool(self._trouble)
        self.query_one("#choices", OptionList).highlighted = 0

    def _options(self) -> list[Option | None]:
        recent: list[Option | None] = [
            Option(_line(f"เปิด {path.name}", str(path.parent)), id=f"recent-{number}")
            for number, path in enumerate(self._recent)
        ]
        choices = (Option(_line(title, what), id=name) for name, title, what in _CHOICES)
        return [*recent, *([None] if recent else []), *choices]

    @on(OptionList.OptionSelected, "#choices")
    @work(group=ACTS)
    async def action_choose(self) -> None:
        """Do what is highlighted."""
        choices = self.query_one("#choices", OptionList)
        if choices.highlighted is None:
            return
        name = choices.get_option_at_index(choices.highlighted).id or ""
        path = self._recent[int(name.removeprefix("recent-"))] if name.startswith("recent-") else None
        await self._begin(name, path)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is only a way back where one came from."""
        return action != "back" or self._back is not None

    @work(group=ACTS)
    async def action_back(self) -> None:
        """Go back to the data left just now."""
        await self._begin("back", self._back)


def _line(title: str, what: str) -> Hanging:
    return Hanging(("", Content.styled(title, "bold")), ("  ", Content.styled(what, "$text-muted")))
