"""Finding words in the text that is being written: a line beside the editor, every place marked while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.keys_footer import KeysFooter
from ita_tui.ui.widgets.thai.line import ThaiInput
from ita_tui.ui.widgets.thai.sought import Sought

if TYPE_CHECKING:
    from textual.document._document import Selection
    from textual.geometry import Region

_BOX_ROWS = 3


class Searched(Protocol):
    """A text that is searched: what is selected in it, where it stands, and its places of some words."""

    selection: Selection

    @property
    def selected_text(self) -> str:
        """Return the selected words."""

    @property
    def region(self) -> Region:
        """Return where it stands on the screen."""

    def seek(self, sought: Sought | None) -> None:
        """Mark every place, or none any more."""

    def places(self, sought: Sought) -> list[Selection]:
        """Return every place, from the first on."""


class FindScreen(Dialog[None]):
    """Goes to each place of what is typed; leaving stays at the place found."""

    BINDINGS = keys.FIND
    TITLE_TEXT = "ค้นหาในข้อความ"
    HELP_TOPIC = "find"

    words = getters.query_one("#words", ThaiInput)
    standing = getters.query_one("#standing", Static)

    last_words: ClassVar[str] = ""
    """What was sought last, offered again."""

    def __init__(self, editor: Searched) -> None:
        super().__init__()
        self._editor = editor
        self._from = editor.selection
        self._places: list[Selection] = []
        self._at = -1

    def compose(self) -> ComposeResult:
        with Horizontal(id="box") as box:
            box.border_title = Content(self.TITLE_TEXT)
            yield ThaiInput(self._offered(), id="words", compact=True)
            yield Static("", id="standing")
        yield KeysFooter()

    def _offered(self) -> str:
        selected = self._editor.selected_text
        return selected if selected and "\n" not in selected and len(selected) < 60 else FindScreen.last_words

    def on_mount(self) -> None:
        self._stand_beside_the_editor()
        self.words.select_all()

    def on_resize(self) -> None:
        self._stand_beside_the_editor()

    def _stand_beside_the_editor(self) -> None:
        """Above the editor, so that no row of it is hidden; on its first rows where there is no room."""
        region = self._editor.region
        width = max(30, min(60, region.width))
        box = self.query_one("#box")
        box.styles.width = width
        box.styles.offset = (max(0, region.right - width), max(0, region.y - _BOX_ROWS))

    def on_unmount(self) -> None:
        self._editor.seek(None)

    @on(Input.Changed)
    def look(self, event: Input.Changed) -> None:
        """Mark every place, and go to the first from where the cursor stood."""
        FindScreen.last_words = event.value
        sought = Sought.of(event.value)
        self._editor.seek(sought)
        self._places = self._editor.places(sought) if sought else []
        start = min(self._from)
        after = [at for at, place in enumerate(self._places) if place.start >= start]
        self._go(after[0] if after else 0)

    def action_next_match(self) -> None:
        """Go to the next place, after the last to the first."""
        self._go(self._at + 1)

    def action_previous_match(self) -> None:
        """Go to the place before, before the first to the last."""
        self._go(self._at - 1)

    def _go(self, at: int) -> None:
        self._at = at % len(self._places) if self._places else -1
        self._editor.selection = self._places[self._at] if self._places else self._from
        blank = Sought.of(self.words.value) is None
        words = f"{self._at + 1} จาก {len(self._places)}" if self._places else "" if blank else "ไม่พบ"
        self.standing.update(Content(thai_digits(words)))
        self.standing.set_class(not self._places and not blank, "-trouble")
