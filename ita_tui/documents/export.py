"""One paper into the files asked for, with progress.

This is the door of the room: cheap to import, it loads the libraries of a format when that is asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import orjson

from ita_tui.documents import files
from ita_tui.documents.blocks import Paper, as_data, finished
from ita_tui.documents.facts import AnalysisFacts, Facts, MinutesFacts, OitFacts


class Format(StrEnum):
    """The formats of a document; the value is also the ending of its file."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MD = "md"


class Kind(StrEnum):
    """The kinds of documents, as the command line names them."""

    MINUTES = "minutes"
    OIT = "oit"
    ANALYSIS = "analysis"

    @property
    def label(self) -> str:
        """Return the Thai name, which is also how its files begin."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    Kind.MINUTES: "รายงานการประชุม", Kind.OIT: "ตารางติดตาม_OIT", Kind.ANALYSIS: "การวิเคราะห์ผลการประเมิน",
}  # fmt: skip


Progress = Callable[[Format, int, int], None]
"""Called before each format: which one, how many are done, of how many."""


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the documents went."""

    paths: tuple[Path, ...]
    """One file for each format asked for, in that order; absolute."""
    unshown: tuple[str, ...] = ()
    """Characters the PDF's font lacks; they stand in the PDF as [U+…]."""


def paper_of(facts: Facts, *, draft: bool) -> Paper:
    """Return the paper that these facts make, with every string finished."""
    from ita_tui.documents.analysis.report import analysis_paper  # noqa: PLC0415
    from ita_tui.documents.minutes import minutes_paper  # noqa: PLC0415
    from ita_tui.documents.oit_table import oit_paper  # noqa: PLC0415

    match facts:
        case MinutesFacts():
            return finished(minutes_paper(facts, draft=draft))
        case OitFacts():
            return finished(oit_paper(facts, draft=draft))
        case AnalysisFacts():
            return finished(analysis_paper(facts, draft=draft))


def stem_of(facts: Facts) -> str:
    """Return the name of the facts' files without the ending, e.g. รายงานการประชุม_1-2566."""
    if isinstance(facts, MinutesFacts):
        return files.safe_stem(Kind.MINUTES.label, facts.meeting.head.number_text)
    if isinstance(facts, AnalysisFacts):
        return files.safe_stem(Kind.ANALYSIS.label, str(facts.results.year))
    return files.safe_stem(Kind.OIT.label, str(facts.years.follow_up_year))


def seal_of(facts: Facts) -> str:
    """Return a SHA-256 of what the paper for signing says: the same facts in the same words give the same seal.

    Columns are no words: the same minutes in another style have the same seal.
    """
    said = replace(paper_of(facts, draft=False), one_column=False)
    return hashlib.sha256(orjson.dumps(as_data(said))).hexdigest()


def export(
    facts: Facts, formats: Iterable[Format], out_dir: Path, *, draft: bool, progress: Progress | None = None
) -> Exported:
    """Make the documents and write them into a folder, which is made where it is missing.

    Raises ExportError where a document cannot be made and CannotWrite where it cannot be written; formats
    before that one are kept.
    """
    wanted = tuple(dict.fromkeys(formats))
    paper = paper_of(facts, draft=draft)
    stem = stem_of(facts)
    paths: list[Path] = []
    unshown: tuple[str, ...] = ()
    for done, each in enumerate(wanted):
        if progress is not None:
            progress(each, done, len(wanted))
        content, missing = render(paper, each)
        unshown = unshown or missing
        paths.append(files.write(out_dir / f"{stem}.{each.value}", content))
    return Exported(tuple(paths), unshown)


def render(paper: Paper, wanted: Format) -> tuple[bytes, tuple[str, ...]]:
    """Return a finished paper in one format, and the characters that format could not show.

    Libraries are loaded only when their format is asked for.
    """
    if wanted is Format.PDF:
        from ita_tui.documents.formats import pdf  # noqa: PLC0415

        made = pdf.render(paper)
        return made.content, made.unshown
    if wanted is Format.DOCX:
        from ita_tui.documents.formats import docx  # noqa: PLC0415

        return docx.render(paper), ()
    if wanted is Format.HTML:
        from ita_tui.documents.formats import html  # noqa: PLC0415

        return html.render(paper), ()
    from ita_tui.documents.formats import markdown  # noqa: PLC0415

    return markdown.render(paper), ()
