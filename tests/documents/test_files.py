"""How documents reach the disk: marked, whole, and never over one that somebody changed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ita_tui.documents import files, marks
from ita_tui.documents.blocks import Paper, Paragraph, finished
from ita_tui.documents.export import Format, export, render
from ita_tui.errors import CannotWrite
from tests.documents.papers import every_block, minutes_facts


@pytest.fixture(params=Format)
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"paper.{request.param.value}"
    path.write_bytes(render(finished(every_block()), request.param)[0])
    return path


def change(path: Path) -> None:
    """Change a document as somebody might who opened it."""
    if path.suffix == ".docx":
        members = marks.members_of(path)
        members["word/document.xml"] = members["word/document.xml"].replace("ขอบคุณ".encode(), "ขอบใจ".encode())
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)
    else:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\n\n", 1))


def test_a_document_knows_that_we_wrote_it_and_that_nobody_changed_it(document: Path) -> None:
    assert not marks.changed_since(document)


def test_a_document_knows_that_somebody_changed_it(document: Path) -> None:
    change(document)
    assert marks.changed_since(document)


def test_a_document_whose_words_look_like_a_mark_is_still_known(tmp_path: Path) -> None:
    fake = f"ita-tui-sha256:{'0' * 64} ita-tui-sha256:{'a' * 64}"
    for wanted in (Format.HTML, Format.MD, Format.PDF):
        path = tmp_path / f"paper.{wanted.value}"
        path.write_bytes(render(finished(Paper(fake, (Paragraph(fake),))), wanted)[0])
        assert not marks.changed_since(path), wanted


def test_a_file_of_somebody_else_carries_no_mark(tmp_path: Path) -> None:
    for name, content in (("a.pdf", b"%PDF-1.7"), ("a.docx", b"no zip"), ("a.md", b"# x")):
        (tmp_path / name).write_bytes(content)
        assert marks.changed_since(tmp_path / name)


def test_our_own_unchanged_file_is_replaced(document: Path) -> None:
    content = document.read_bytes()
    assert files.write(document, content) == document
    assert [path.name for path in document.parent.iterdir()] == [document.name]


def test_a_file_somebody_changed_keeps_its_place(document: Path) -> None:
    content = document.read_bytes()
    change(document)
    changed = document.read_bytes()
    written = files.write(document, content)
    assert written.name == f"paper-2{document.suffix}"
    assert document.read_bytes() == changed
    assert files.write(document, content) == written


def test_a_link_is_never_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("ของคนอื่น", encoding="utf-8")
    link = tmp_path / "paper.md"
    link.symlink_to(outside)
    written = files.write(link, b"x")
    assert written.name == "paper-2.md"
    assert outside.read_text(encoding="utf-8") == "ของคนอื่น"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told_in_thai(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CannotWrite, match="เขียนไฟล์"):
        files.write(tmp_path / "paper.md", b"x")


def test_a_file_in_the_place_of_the_folder_is_told_in_thai(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(CannotWrite, match=r"เขียนไฟล์ paper\.md ไม่ได้"):
        files.write(tmp_path / "out" / "paper.md", b"x")


@pytest.mark.parametrize("part", ["../../x", "a/b\\c:d", "\x00\x1f", "..", "ก" * 300, "<>|?*\""])
def test_no_text_leaves_its_folder_or_outgrows_a_file_name(part: str) -> None:
    stem = files.safe_stem("รายงานการประชุม", part)
    assert not set(stem) & set('/\\:*?"<>|\x00\x1f')
    assert len(f"{stem}-2.docx".encode()) <= 255
    assert Path(f"/out/{stem}.pdf").resolve().parent == Path("/out")


def test_four_formats_are_written_with_progress_and_named_alike(tmp_path: Path) -> None:
    told: list[tuple[Format, int, int]] = []
    made = export(minutes_facts(), Format, tmp_path / "out", draft=True, progress=lambda *step: told.append(step))
    assert [path.name for path in made.paths] == [f"รายงานการประชุม_2-2567.{each.value}" for each in Format]
    assert all(path.is_absolute() and path.stat().st_size > 1000 for path in made.paths)
    assert told == [(each, at, 4) for at, each in enumerate(Format)]
    assert made.unshown == ()


def test_opening_the_door_of_the_room_loads_no_engine() -> None:
    heavy = "{'typst', 'pikepdf', 'docx', 'docxtpl', 'fontTools', 'jinja2', 'textual', 'lxml'}"
    code = f"import sys, ita_tui.documents.export; print(sorted(set(sys.modules) & {heavy}))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"
