"""A few fields on one box: Enter goes through them, nothing typed is lost without asking."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from ita_tui.thai.digits import thai_digits
from ita_tui.ui import keys
from ita_tui.ui.key_order import ACTS
from ita_tui.ui.screens.asking.ask import ConfirmScreen
from ita_tui.ui.screens.asking.dialog import Dialog
from ita_tui.ui.widgets.choice_line import ChoiceLine
from ita_tui.ui.widgets.thai.fields import ThaiInput
from ita_tui.ui.widgets.thai.known_words import KnownWords

Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    id: str
    label: str
    value: str = ""
    placeholder: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """(code, words) of each choice; empty for a field to type in."""
    check: Callable[[str], object] | None = None
    """Reads what was typed; what it raises is told at the field."""
    known: tuple[str, ...] = ()
    """What is usually typed here; the rest of one that was begun is offered, and taken by →."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form asks, and what it does with the answers."""

    title: str
    fields: tuple[Field, ...]
    intro: str = ""
    act: Callable[[Values], object] | None = None
    """Does what the answers say while the form still stands: what it raises keeps it open, with all that was typed."""
    note: Callable[[Values], str] | None = None
    """What to say below the fields as they stand."""
    propose: Callable[[Values], Mapping[str, str]] | None = None
    """What to put into fields she did not change herself."""


def line_form(title: str, label: str, act: Callable[[str], object], value: str = "", placeholder: str = "") -> Form:
    """Return a form of one field, and what is done with what was typed there."""
    field = Field("line", label, value, placeholder)
    return Form(title, (field,), act=lambda values: act(values["line"]))


class FormScreen(Dialog[Values]):
    """Answers with what stands in the fields, once all of it can be taken."""

    BINDINGS = keys.FORM
    HELP_TOPIC = "form"
    WRITES = True

    def __init__(self, form: Form, step: str = "") -> None:
        """Ask a form; `step` tells which of several it is."""
        super().__init__()
        self.TITLE_TEXT = f"{form.title} · {thai_digits(step)}" if step else form.title
        self._form = form
        self._own: set[str] = set()
        self._proposed: Values = {field.id: field.value for field in form.fields}

    def compose_body(self) -> ComposeResult:
        if self._form.intro:
            yield Static(Content(self._form.intro), classes="hint intro")
        with VerticalScroll(id="fields", can_focus=False):
            for field in self._form.fields:
                with Horizontal(classes="field"):
                    yield Static(Content(field.label), classes="name")
                    yield _widget(field)
        yield Static("", id="note")

    def on_mount(self) -> None:
        self.set_focus(self._fields()[0])
        self._renew()

    @property
    def holds_answers(self) -> bool:
        """Tell whether something was typed that leaving would lose."""
        return bool(self._own)

    @property
    def values(self) -> Values:
        """Return what stands in the fields."""
        return {widget.id or "": widget.value for widget in self._fields()}

    def _fields(self) -> Sequence[ThaiInput | ChoiceLine]:
        return [each for each in self.query(".field > *").results() if isinstance(each, ThaiInput | ChoiceLine)]

    def _field(self, name: str) -> ThaiInput | ChoiceLine:
        return next(each for each in self._fields() if each.id == name)

    @on(Input.Changed)
    def note_typing(self, event: Input.Changed) -> None:
        """Keep apart what she typed from what was proposed."""
        self._note(event.input.id or "", event.value)

    @on(ChoiceLine.Changed)
    def note_choice(self, event: ChoiceLine.Changed) -> None:
        """Keep apart what she chose from what was proposed."""
        self._note(event.choice.id or "", event.choice.value)

    def _note(self, name: str, value: str) -> None:
        if value != self._proposed[name]:
            self._own.add(name)
        self._renew()

    def _renew(self) -> None:
        values = self.values
        if self._form.propose is not None:
            for name, value in self._form.propose(values).items():
                if name not in self._own and values[name] != value:
                    self._proposed[name] = value
                    field = self._field(name)
                    with field.prevent(Input.Changed, ChoiceLine.Changed):
                        field.value = value
        if self._form.note is not None:
            self.query_one("#note", Static).update(Content(self._form.note(self.values)))

    # --- keys -------------------------------------------------------------------------------------------

    def action_next_field(self) -> None:
        """Go to the next field; at the last one take them all."""
        if not self._go(1):
            self.action_take()

    def action_walk(self, step: int) -> None:
        """Go to the field above or below; the first and the last are the ends."""
        self._go(step)

    def _go(self, step: int) -> bool:
        """Go to a field by steps; return whether there was one."""
        fields = self._fields()
        there = step + next((place for place, each in enumerate(fields) if each is self.focused), -1)
        if not 0 <= there < len(fields):
            return False
        self.set_focus(fields[there])  # at once: the next key is its own
        return True

    def action_take(self) -> None:
        """Answer, once every field can be read and the whole can be taken."""
        values = self.values
        if self._form.propose is not None:  # a field that she emptied is answered as proposed
            values |= {name: value for name, value in self._form.propose(values).items() if not values[name].strip()}
        for field in self._form.fields:
            if not self._takes(field.check, values[field.id]):
                self.set_focus(self._field(field.id))
                return
        if self._takes(self._form.act, values):
            self.dismiss(values)

    def _takes(self, read: Callable[[Any], object] | None, value: object) -> bool:
        taken = read is None
        with self.refusing():
            if read is not None:
                read(value)
                taken = True
        return taken

    def action_cancel(self) -> None:
        """Leave without a change; ask first where something was typed."""
        self._leave()

    @work(group=ACTS)
    async def _leave(self) -> None:
        question = ConfirmScreen("ยังไม่ได้บันทึก", "ทิ้งข้อมูลที่กรอกไว้ในหน้านี้หรือไม่", "ทิ้ง และกลับ")
        leaves = await self.ask(question) if self.holds_answers else True
        if leaves:
            self.dismiss(None)


def _widget(field: Field) -> ThaiInput | ChoiceLine:
    if field.choices:
        return ChoiceLine(field.choices, field.value, id=field.id)
    known = KnownWords(field.known) if field.known else None
    return ThaiInput(field.value, id=field.id, placeholder=field.placeholder, suggester=known, compact=True)
