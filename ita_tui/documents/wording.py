"""The fixed sentences of our papers, kept in `templates/wording`, and how values are put into them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from ita_tui import paths
from ita_tui.documents import templating
from ita_tui.domain.record import FOLLOW_MARK
from ita_tui.errors import ExportError
from ita_tui.thai.digits import thai_digits_in_text

Value = str | int | list[str]

_FOLLOW_MARK = re.compile(rf"\s*{re.escape(FOLLOW_MARK)}")


def printed(text: str) -> str:
    """Return a text of hers as papers print it: Thai digits, and no marks that are for the screen only."""
    return thai_digits_in_text(_FOLLOW_MARK.sub("", text))


class Wording:
    """The sentences of one kind of paper, by name."""

    def __init__(self, name: str, sentences: Mapping[str, Any]) -> None:
        self._name = name
        self._sandbox = templating.sandbox(escape_markup=False)
        self._compiled: dict[str, Any] = {}
        self._sentences = sentences

    def with_words(self, name: str, sentences: Mapping[str, Any]) -> Wording:
        """Return this wording with some sentences said in other words, which come from the file of that name."""
        return Wording(name, {**self._sentences, **sentences}) if sentences else self

    def say(self, key: str, **values: Value) -> str:
        """Return the sentence of that name with the values put in; raise ExportError where it cannot be said."""
        return self._rendered(key, self._sentence(key, str), values)

    def said(self, sentence: str, **values: Value) -> str:
        """Return a sentence that stands elsewhere with the values put in; raise ExportError where it cannot be said."""
        return self._rendered(sentence, sentence, values)

    def say_lines(self, key: str, **values: Value) -> tuple[str, ...]:
        """Return the lines of that name with the values put in; raise ExportError where they cannot be said."""
        lines = self._sentence(key, list)
        return tuple(self._rendered(f"{key}.{at}", line, values) for at, line in enumerate(lines))

    def _sentence(self, key: str, kind: type) -> Any:
        sentence = self._sentences.get(key)
        if not isinstance(sentence, kind):
            raise ExportError(
                f"แฟ้มถ้อยคำ {self._name}.toml ไม่มีข้อความ {key}", "แก้แฟ้มถ้อยคำ หรือใช้แฟ้มเดิมของโปรแกรม"
            )
        return sentence

    def _rendered(self, key: str, sentence: str, values: Mapping[str, Value]) -> str:
        try:
            if key not in self._compiled:
                self._compiled[key] = self._sandbox.from_string(sentence)
            rendered: str = self._compiled[key].render(**values)
        except TemplateError as error:
            raise ExportError(
                f"ข้อความ {key} ในแฟ้มถ้อยคำ {self._name}.toml ใช้ไม่ได้: {error}",
                "แก้แฟ้มถ้อยคำ หรือใช้แฟ้มเดิมของโปรแกรม",
            ) from error
        return rendered


@cache
def wording(name: str) -> Wording:
    """Return the shipped wording of that name, e.g. minutes."""
    return read_wording(paths.templates() / "wording" / f"{name}.toml")


def read_wording(path: Path) -> Wording:
    """Read a file of wording; raise ExportError where it is not TOML."""
    try:
        return Wording(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ExportError(f"อ่านแฟ้มถ้อยคำ {path.name} ไม่ได้: {error}", "แก้แฟ้มถ้อยคำ หรือใช้แฟ้มเดิมของโปรแกรม") from error
