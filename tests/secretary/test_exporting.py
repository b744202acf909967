"""Tables that go out come in again without a change."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ita_tui.domain.years import BEYear
from ita_tui.errors import CannotWrite, NotFound
from ita_tui.exchange.results import read_results
from ita_tui.secretary.exporting import DataFormat, export_oit, export_results
from ita_tui.secretary.importing.oit import preview_oit
from ita_tui.secretary.importing.preview import apply
from ita_tui.secretary.importing.results import preview_results
from ita_tui.secretary.keeping.office import Office

_ALL = tuple(DataFormat)
_2566, _2567 = BEYear(2566), BEYear(2567)


def test_results_that_went_out_change_nothing_when_they_come_in(office: Office, tmp_path: Path) -> None:
    paths = export_results(office, [_2566], _ALL, tmp_path)
    assert [path.name for path in paths] == ["ผลประเมิน_2566.csv", "ผลประเมิน_2566.xlsx", "ผลประเมิน_2566.json"]
    for path in paths:
        preview = preview_results(office, path)
        assert (preview.added, preview.changes, preview.notices) == (0, (), ())
        assert preview.rows == preview.same > 50


def test_a_catalogue_and_its_items_that_went_out_differ_in_nothing_when_they_come_in(
    office: Office, tmp_path: Path
) -> None:
    for path in export_oit(office, _2567, _ALL, tmp_path):
        preview = preview_oit(office, path, as_catalogue=True)
        assert (preview.changes, preview.notices) == ((), ())
        assert preview.catalogues == (office.catalogue(_2566),)
        before, after = preview.before[0].follow_ups[0], preview.after[0].follow_ups[0]
        for old, new in zip(before.entries, after.entries, strict=True):
            assert (old.status, old.due, old.division_id, old.note) == (new.status, new.due, new.division_id, new.note)


def test_the_same_table_is_written_once_and_no_file_is_written_over(office: Office, tmp_path: Path) -> None:
    (first,) = export_results(office, [_2566], [DataFormat.XLSX], tmp_path)
    assert export_results(office, [_2566], [DataFormat.XLSX], tmp_path) == (first,)
    first.write_bytes(b"changed by hand")
    (second,) = export_results(office, [_2566], [DataFormat.XLSX], tmp_path)
    assert second.name == "ผลประเมิน_2566-2.xlsx"
    assert first.read_bytes() == b"changed by hand"
    assert export_results(office, [_2566], [DataFormat.XLSX], tmp_path) == (second,)


def test_several_years_go_into_one_file(office: Office, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("year,code,score\n2560,overall,80\n", encoding="utf-8")
    apply(office, preview_results(office, tmp_path / "a.csv"))
    (path,) = export_results(office, [_2566, BEYear(2560)], [DataFormat.JSON], tmp_path)
    assert path.name == "ผลประเมิน_2560-2566.json"
    lines = {(line.year, line.code): line.score for line in read_results(path).lines}
    assert (lines[BEYear(2560), "overall"], lines[_2566, "overall"]) == (Decimal(80), Decimal("99.33"))


def test_a_year_of_which_nothing_is_known_is_not_written(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        export_results(office, [_2566, BEYear(2599)], _ALL, tmp_path)
    with pytest.raises(NotFound):
        export_results(office, [], _ALL, tmp_path)
    with pytest.raises(NotFound):
        export_oit(office, _2566, _ALL, tmp_path)
    assert list(tmp_path.glob("*.csv")) == []


def test_a_folder_that_cannot_be_written_is_told(office: Office, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CannotWrite):
        export_results(office, [_2566], _ALL, tmp_path / "file")
