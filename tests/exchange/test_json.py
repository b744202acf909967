"""JSON from other programs."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_tui.exchange.oit import read_oit
from ita_tui.exchange.refusals import Refused
from ita_tui.exchange.results import read_results
from tests.exchange.files import refused, scores

_ROWS = '[{"year": 2566, "code": "overall", "score": 99.33}, {"ปี": "๒๕๖๖", "รหัส": "o๑", "คะแนน": "100"}]'
_SAME_KEYS = (
    '[{"year": 2566, "code": "overall", "score": 99.33}, '
    '{"code": 6, "year": "๒๕๖๖", "score": 98.190000000000012}]'
)


def _file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "a.json"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("text", [_SAME_KEYS, f'{{"rows": {_SAME_KEYS}}}', f'{{"note": 1, "rows": {_SAME_KEYS}}}'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_of_objects_is_a_table(tmp_path: Path, text: str, encoding: str) -> None:
    read = scores(_file(tmp_path, text, encoding))
    assert read == {(2566, "overall"): Decimal("99.33"), (2566, "6"): Decimal("98.19")}


def test_one_column_under_two_keys_is_refused(tmp_path: Path) -> None:
    assert {column for _, column, _ in refused(_file(tmp_path, _ROWS))} == {"year", "code", "score"}


def test_missing_keys_are_empty_cells_and_objects_are_counted_from_one(tmp_path: Path) -> None:
    text = '[{"year": 2566, "code": "1", "score": 90}, {}, {"year": 2566, "code": "2", "score": null}]'
    assert [(row, column) for row, column, _ in refused(_file(tmp_path, text))] == [(3, "score")]


@pytest.mark.parametrize(
    ("value", "column"), [("true", "score"), ("[1]", "score"), ("{}", "score"), ("NaN", "score"), ("1e400", "score")]
)
def test_what_is_no_text_and_no_number_is_refused_in_its_place(tmp_path: Path, value: str, column: str) -> None:
    text = f'[{{"year": 2566, "code": "1", "score": {value}}}]'
    assert [(row, where) for row, where, _ in refused(_file(tmp_path, text))] == [(1, column)]


def test_one_key_twice_in_an_object_is_refused(tmp_path: Path) -> None:
    text = '[{"year": 2566, "code": "1", "score": 90, "score": 91}]'
    assert [(row, where) for row, where, _ in refused(_file(tmp_path, text))] == [(1, "score")]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[", "5", '"x"', "null", "{}", '{"rows": 1}', "[1]", "[[1]]", "[]", "[" * 99_999, '{"a":' * 99_999],
)
def test_what_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(_file(tmp_path, text))


def test_a_bad_row_is_counted_as_an_object(tmp_path: Path) -> None:
    assert refused(_file(tmp_path, '[{"year": 1}, 2]'))[0][0] == 2


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["year", "code", "rows"]), inner),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_VALUES)
def test_any_json_is_read_or_refused(tmp_path: Path, value: object) -> None:
    import json

    with suppress(Refused):
        read_results(_file(tmp_path, json.dumps(value)))


def test_an_oit_list_reads_from_json(tmp_path: Path) -> None:
    text = '[{"year": 2567, "catalogue_year": 2566, "code": "O๑๒", "status": "done", "note": "=1+1"}]'
    (line,) = read_oit(_file(tmp_path, text)).lines
    assert (line.code, line.status.value, line.note) == ("o12", "done", "=1+1")
