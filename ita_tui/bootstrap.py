"""How the program is put together: the clock, the folders outside a data folder, an opened office, the app."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import orjson
import platformdirs

from ita_tui.errors import BadText, NotFound
from ita_tui.secretary.keeping.changes import Tools
from ita_tui.secretary.keeping.office import Office, tools_of
from ita_tui.store.layout import is_data, is_free
from ita_tui.store.signals import EndingSignals, die_of
from ita_tui.terminal import Terminal, colours

_NAME = "ita-tui"
_REMEMBERED = 20
"""How many data folders the list of recent ones keeps."""


def clock() -> Callable[[], datetime]:
    """Return the clock: the system's, or one that stands still at ITA_CLOCK (ISO; local where it has no offset).

    Raises BadText for an ITA_CLOCK that is no time.
    """
    fixed = os.environ.get("ITA_CLOCK", "")
    if not fixed:
        return lambda: datetime.now().astimezone()
    try:
        moment = datetime.fromisoformat(fixed).astimezone()
    except (ValueError, OverflowError) as error:
        raise BadText(f"ITA_CLOCK “{fixed}” ไม่ใช่เวลา", "ใช้รูปแบบ 2024-01-17T09:30:00") from error
    return lambda: moment


def tools() -> Tools:
    """Return clock and ids for desks."""
    return tools_of(clock())


# --- folders ------------------------------------------------------------------------------------------------


def recent_folders() -> tuple[Path, ...]:
    """Return the data folders opened last, newest first; a list that cannot be read counts as empty."""
    try:
        names = orjson.loads(_recent_file().read_bytes())
    except (OSError, ValueError):
        return ()
    return tuple(Path(name) for name in names if isinstance(name, str)) if isinstance(names, list) else ()


def remember(folder: Path) -> None:
    """Put a data folder on top of the recent ones; a home that cannot be written only forgets it."""
    folder = folder.absolute()
    kept = [folder, *(each for each in recent_folders() if each != folder)][:_REMEMBERED]
    with suppress(OSError):
        _recent_file().parent.mkdir(parents=True, exist_ok=True)
        _recent_file().write_bytes(orjson.dumps([str(each) for each in kept]))


def _recent_file() -> Path:
    return platformdirs.user_config_path(_NAME, appauthor=False) / "recent.json"


def _terminals_file() -> Path:
    return platformdirs.user_config_path(_NAME, appauthor=False) / "terminals.json"


def data_folder(given: Path | None) -> Path:
    """Return the folder to work in: the one given, else the last one opened; raise NotFound where there is none."""
    if given is not None:
        return given.absolute()
    recent = recent_folders()
    if not recent:
        raise NotFound(
            "ยังไม่เคยเปิดข้อมูลชุดใดบนเครื่องนี้",
            "สั่ง ita-tui เพื่อเริ่มข้อมูลของหน่วยงาน ระบุโฟลเดอร์ด้วย --data DIR หรือลองข้อมูลตัวอย่างด้วย ita-tui demo",
        )
    return recent[0]


def documents_folder(data: Path) -> Path:
    """Return where papers of a data folder are put unless she says otherwise; not created yet."""
    return platformdirs.user_documents_path() / _NAME / data.name


def demo_folder(folder: Path | None = None) -> Path:
    """Write a fresh sample in a folder, or under the user's data; return where."""
    from ita_tui.secretary.body.sample import write_sample  # noqa: PLC0415 - see run_app

    if folder is not None:
        write_sample(folder)
        return folder
    base = platformdirs.user_data_path(_NAME, appauthor=False)
    stamp = clock()().strftime("%Y%m%d-%H%M%S")
    names = (f"demo-{stamp}", *(f"demo-{stamp}-{number}" for number in range(2, 100)))
    folder = next(base / name for name in names if not (base / name).exists())
    write_sample(folder)
    return folder


# --- opening ------------------------------------------------------------------------------------------------


def read_office(data: Path) -> Office:
    """Open a data folder to read; raise NotFound where none lies there, Damaged, TooNew."""
    _must_be_data(data)
    return Office.open(data, tools(), write=False)


def write_office(data: Path) -> Office:
    """Open a data folder to write, which mends it; raise NotFound, LockedByAnother, CannotWrite, Damaged, TooNew."""
    _must_be_data(data)
    return Office.open(data, tools())


def _must_be_data(data: Path) -> None:
    """Raise NotFound where no data folder lies: opening to write would make one of any folder."""
    if not is_data(data):
        raise NotFound(f"ไม่พบข้อมูลที่ “{data}”", "ตรวจตำแหน่งโฟลเดอร์ หรือสร้างข้อมูลตัวอย่างด้วย ita-tui sample DIR")


def run_app(given: Path | None) -> bool:
    """Open the app on the folder given, else on the last one; ask where to begin where there is none yet.

    Another folder may be opened from inside. Returns whether it ended as its user wished. Raises WrongTerminal where
    it could not be used, NotFound for a folder given that holds other things, and what opening a folder raises.
    """
    terminal = Terminal()
    terminal.check()
    terminal.ask(_terminals_file())
    gc.disable()  # until the first screen stands: collections only delay it
    os.environ.setdefault("TEXTUAL_FPS", "240")  # a key waits for the next frame
    os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", colours(os.environ))
    data = given.absolute() if given is not None else next(iter(recent_folders()), None)
    if given is not None and not is_free(given):
        _must_be_data(given)
    back, well = None, True
    while True:
        fresh = data is None or not is_data(data)
        if fresh:
            well, data = _first_start(terminal, data, given, back)
        if data is None:
            return well
        well, another = _run_on(data, terminal, fresh=fresh)
        if not another:
            return well
        data, given, back = None, None, data


def _first_start(
    terminal: Terminal, data: Path | None, given: Path | None, back: Path | None
) -> tuple[bool, Path | None]:
    """Ask where to begin; return whether it ended well, and the data folder or None where she left.

    `back` is the folder open until now.
    """
    from ita_tui.ui.first_start import FirstStartApp, Places  # noqa: PLC0415 - see _run_on

    known = tuple(each for each in recent_folders() if is_data(each))
    lost = f"ไม่พบข้อมูลชุดล่าสุดที่ “{data}”" if data is not None and given is None else ""
    places = Places(platformdirs.user_documents_path(), known, given and given.absolute(), back, lost)
    def end(number: int) -> None:
        terminal.give_back()
        die_of(number)

    def write_sample_there() -> Path:
        return demo_folder(given.absolute() if given is not None else None)

    with EndingSignals(lambda: None, end):  # nothing was begun that could be lost
        app = FirstStartApp(places, tools(), write_sample_there)
        app.typed_before, app.advice_on_terminal = terminal.said()
        folder = app.run()
    return not app.return_code, folder


def _run_on(data: Path, terminal: Terminal, *, fresh: bool) -> tuple[bool, bool]:
    """Run the app on one folder; return whether it ended well, and whether another folder is to be chosen."""
    # Textual is loaded only here: a command that prints papers does not wait for it, nor this for the sample.
    from ita_tui.ui.app import ItaApp  # noqa: PLC0415

    office = Office.open_or_read(data, tools())
    rescued: list[Path] = []

    def keep() -> None:
        rescued.extend(filter(None, [office.flush_or_rescue(Path.home())]))

    def end(number: int) -> None:
        terminal.give_back()
        _tell_rescued(rescued)
        die_of(number)

    try:
        remember(data)
        with EndingSignals(keep, end):
            app = ItaApp(office, documents_folder(data), fresh=fresh)
            app.typed_before, app.advice_on_terminal = terminal.said()
            another = bool(app.run())
        keep()
        _tell_rescued(rescued)
    finally:
        office.close(1 if rescued else 10)  # what the disk refused until now lies elsewhere
    return not app.return_code, another


def _tell_rescued(files: list[Path]) -> None:
    for file in files:
        print(f"โฟลเดอร์ข้อมูลเขียนไม่ได้ เก็บข้อความไว้ที่ {file}", file=sys.stderr)


def run_demo() -> bool:
    """Open the app on a fresh sample, as run_app does; in a wrong terminal nothing is written."""
    Terminal().check()
    return run_app(demo_folder())
