"""The first start: a program of its own on the screen, whose answer is the data folder to open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ita_tui.errors import BadText
from ita_tui.secretary.body import setup
from ita_tui.secretary.keeping.changes import Tools
from ita_tui.store.layout import is_data
from ita_tui.ui.screens.asking.form import Field, Form, FormScreen, Values
from ita_tui.ui.screens.office.body_form import answers_of, body_form, path_of
from ita_tui.ui.screens.office.welcome import OTHER, OWN, SAMPLE, WelcomeScreen
from ita_tui.ui.shell import ShellApp
from ita_tui.ui.telling import attempt


@dataclass(frozen=True, slots=True)
class Places:
    """Where data lies or would lie."""

    documents: Path
    """Where a new body's folder is proposed."""
    recent: tuple[Path, ...] = ()
    """Folders opened before that are still there."""
    asked_for: Path | None = None
    """The folder she named, where nothing lies yet."""
    back: Path | None = None
    """The folder that was open until now."""
    trouble: str = ""
    """Why the last folder is not simply opened."""


class FirstStartApp(ShellApp[Path]):
    """Asks where to begin; its result is the folder, or None where she left."""

    def __init__(self, places: Places, tools: Tools, write_sample: Callable[[], Path]) -> None:
        super().__init__()
        self._places, self._tools, self._write_sample = places, tools, write_sample

    def on_mount(self) -> None:
        self.push_screen(WelcomeScreen(self._places.recent, self.begin, self._places.trouble, self._places.back))

    async def action_leave(self) -> None:
        """Go; nothing was begun."""
        if not self.asks_first():
            self.exit()

    async def begin(self, name: str, folder: Path | None) -> None:
        """Begin as chosen on the welcome screen."""
        if folder is not None:
            self.exit(folder)
        elif name == OWN:
            await self._found()
        elif name == SAMPLE:
            attempt(self, lambda: self.exit(self._write_sample()))
        elif name == OTHER:
            where = str(self._places.asked_for or self._places.documents)
            field = Field("folder", "โฟลเดอร์ข้อมูล", where, check=_check_data)
            answer = await self.push_screen_wait(FormScreen(Form("เปิดโฟลเดอร์ข้อมูลที่มีอยู่แล้ว", (field,))))
            if answer is not None:
                self.exit(path_of(answer["folder"]))

    async def _found(self) -> None:
        form = body_form("หน่วยงานของท่าน", None, self._places.documents, self._places.asked_for)
        # Founded while the form stands: where the system refuses, nothing typed is lost.
        answer = await self.push_screen_wait(FormScreen(replace(form, act=self._write)))
        if answer is not None:
            self.exit(path_of(answer["folder"]))

    def _write(self, values: Values) -> None:
        setup.found(answers_of(values), path_of(values["folder"]), self._tools)


def _check_data(text: str) -> None:
    if not is_data(path_of(text)):
        raise BadText("ไม่พบข้อมูลในโฟลเดอร์นี้", "เลือกโฟลเดอร์ที่มีแฟ้ม body.json")
