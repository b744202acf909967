"""JSON → PDF by Typst, run as a process of its own: `python -m ita_tui.documents.formats.pdf_layout` < JSON > PDF.

The words go in as data, never as source. Fonts are ours only: those of the system took 0.17 s to look through.
"""

from __future__ import annotations

import io
import sys

import pikepdf
import typst

from ita_tui import paths
from ita_tui.documents import fonts, marks
from ita_tui.documents.formats import pdf_text


def lay_out(data: bytes) -> bytes:
    """Return the PDF of a prepared paper; raise typst.TypstError where Typst refuses."""
    layouts = paths.templates() / "typst"
    content = typst.compile(
        str(layouts / "paper.typ"),
        root=str(layouts),
        font_paths=[str(fonts.font_folder())],
        ignore_system_fonts=True,
        sys_inputs={"paper": data.decode()},
    )
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf_text.mend(pdf)
        marks.add_to_pdf(pdf)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return marks.seal(out.getvalue())


def main() -> int:
    """Read a prepared paper from standard input and write its PDF to standard output."""
    try:
        content = lay_out(sys.stdin.buffer.read())
    except (typst.TypstError, pikepdf.PdfError) as error:
        sys.stderr.buffer.write(f"{type(error).__name__}: {error}\n".encode())
        return 1
    sys.stdout.buffer.write(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
