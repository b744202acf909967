"""Builds the DOCX template `templates/docx/paper.docx`, which an office may restyle in Word.

Run `python -m ita_tui.documents.formats.docx_template` to build it anew. The template holds docxtpl tags over the items
that `ita_tui.documents.formats.docx` prepares; every look is a named style, so that restyling needs no tag touched.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell

from ita_tui import paths

FONT = "TH Sarabun New"
ALTERNATIVE_FONT = "TH SarabunPSK"
LABEL_CM, TEXT_CM = 4.5, 11.5
"""Widths of the speaker's column and of the text's; together the width between the margins."""
RESOLUTION_CM = 2.7
"""Width of the label of a resolution where minutes are in one column."""

TITLE, HEADING, SUB_HEADING = "Heading 1", "Heading 2", "Heading 3"
BODY, SPEECH, PLAIN, LABEL = "ITA เนื้อหา", "ITA คำกล่าว", "ITA ข้อความ", "ITA ผู้กล่าว"
RESOLUTION_LABEL, SPACER, CELL, CELL_HEAD = "ITA ที่ประชุม", "ITA คั่น", "ITA ตาราง", "ITA หัวตาราง"
SIGNATURE, NOTE, SPEAKER = "ITA ลงชื่อ", "ITA หมายเหตุ", "ITA ผู้กล่าวนำ"
PICTURE, CAPTION, TURN = "ITA แผนภูมิ", "ITA คำอธิบายแผนภูมิ", "ITA พลิกหน้า"


def template_path() -> Path:
    """Return where the shipped template lies."""
    return paths.templates() / "docx" / "paper.docx"


def build() -> Any:
    """Return the template as a python-docx document."""
    document = Document()
    _page(document)
    _defaults(document)
    _styles(document)
    _header(document)
    _body(document)
    _font_table(document)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.title = ""
    return document


def _element(tag: str, **attributes: object) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    section.header_distance = Cm(1.25)
    section.different_first_page_header_footer = True
    # Word wants pgNumType right behind pgMar.
    section._sectPr.find(qn("w:pgMar")).addnext(_element("w:pgNumType", fmt="thaiNumbers"))


def _fonts(properties: Any, size: int) -> None:
    """Set font, size and language for Latin and for complex script, which python-docx leaves out."""
    for tag in ("w:rFonts", "w:sz", "w:szCs", "w:lang"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    properties.insert(0, _element("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    for element in (
        _element("w:sz", val=size * 2),
        _element("w:szCs", val=size * 2),
        _element("w:lang", val="en-US", eastAsia="en-US", bidi="th-TH"),
    ):
        properties.append(element)


def _defaults(document: Any) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in list(properties):
        properties.remove(old)
    _fonts(properties, 16)


def _styles(document: Any) -> None:
    normal = document.styles["Normal"]
    _fonts(normal.element.get_or_add_rPr(), 16)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    for tag in ("w:autoSpaceDN", "w:autoSpaceDE"):  # no gap between o and ๑ in o๑
        normal.element.get_or_add_pPr().insert(0, _element(tag, val=0))
    _heading(document, TITLE, align=WD_ALIGN_PARAGRAPH.CENTER, before=0)
    for name in (HEADING, SUB_HEADING):
        style = _heading(document, name, align=WD_ALIGN_PARAGRAPH.LEFT, before=6)
        style.paragraph_format.left_indent = Cm(LABEL_CM)
        style.paragraph_format.first_line_indent = Cm(-LABEL_CM)
        style.paragraph_format.tab_stops.add_tab_stop(Cm(LABEL_CM))
    _style(document, BODY, first_line=2.5, justify=True)
    _style(document, SPEECH, first_line=1.0, justify=True)
    _style(document, PLAIN, justify=True)
    _style(document, LABEL)
    _style(document, RESOLUTION_LABEL, bold=True)
    _style(document, CELL, size=15)
    _style(document, CELL_HEAD, size=15, bold=True).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _style(document, NOTE)
    _style(document, SPEAKER).paragraph_format.keep_with_next = True
    picture = _style(document, PICTURE)
    picture.paragraph_format.keep_with_next = True
    for style in (picture, _style(document, CAPTION)):
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        style.paragraph_format.space_before = Pt(6)
    signature = _style(document, SIGNATURE)
    signature.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    signature.paragraph_format.keep_with_next = True
    for name in (SPACER, TURN):
        spacer = _style(document, name, size=1)
        spacer.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        spacer.paragraph_format.line_spacing = Pt(2)


def _font_table(document: Any) -> None:
    """Name the font an office has in place of ours: Word takes it where ours is not installed."""
    table = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:font w:name="{FONT}"><w:altName w:val="{ALTERNATIVE_FONT}"/><w:charset w:val="DE"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
    for part in document.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = table.encode()


def _heading(document: Any, name: str, *, align: Any, before: int) -> Any:
    style = document.styles[name]
    properties = style.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    style.font.bold = True
    style.font.cs_bold = True
    _fonts(properties, 16)
    style.paragraph_format.alignment = align
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(0)
    style.paragraph_format.keep_with_next = True
    return style


def _style(
    document: Any, name: str, *, size: int = 16, first_line: float = 0, justify: bool = False, bold: bool = False
) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    if bold:
        style.font.bold = True
        style.font.cs_bold = True
    _fonts(style.element.get_or_add_rPr(), size)
    if first_line:
        style.paragraph_format.first_line_indent = Cm(first_line)
    if justify:
        style.element.get_or_add_pPr().append(_element("w:jc", val="thaiDistribute"))
    return style


def _header(document: Any) -> None:
    section = document.sections[0]
    for header, numbered in ((section.first_page_header, False), (section.header, True)):
        paragraph = header.paragraphs[0]
        paragraph.style = document.styles["Normal"]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(8), WD_TAB_ALIGNMENT.CENTER)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run("\t- " if numbered else "\t")
        if numbered:
            _page_field(paragraph)
            paragraph.add_run(" -")
        paragraph.add_run("\t")
        run = paragraph.add_run("{{ draft_mark }}")
        run.font.bold = True
        run.font.cs_bold = True


def _page_field(paragraph: Any) -> None:
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run("๒" if kind == "shown" else "")
        if kind == "instruction":
            instruction = _element("w:instrText")
            instruction.text = " PAGE "
            instruction.set(qn("xml:space"), "preserve")
            run._r.append(instruction)
        elif kind != "shown":
            run._r.append(_element("w:fldChar", fldCharType=kind))


def _body(document: Any) -> None:
    document.add_paragraph("{%p for item in items %}")
    _lines(document, _HEADINGS)
    document.add_paragraph("{%p elif item.t == 'spoken' %}")
    _spoken(document, LABEL_CM)
    document.add_paragraph("{%p elif item.t == 'resolved' %}")
    _spoken(document, RESOLUTION_CM)
    document.add_paragraph("{%p elif item.t == 'speaker' %}")
    _speaker(document)
    _lines(document, _TEXTS)
    document.add_paragraph("{%p elif item.t == 'listing' %}")
    _listing(document, "item", (1.0, 9.0, 6.0))
    document.add_paragraph("{%p elif item.t == 'table' %}")
    _table(document)
    _lines(document, _ENDINGS)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")


_HEADINGS = (
    ("{%p if item.t == 'title' %}", ""),
    ("{%p for line in item.lines %}", ""),
    ("{{ line }}", TITLE),
    ("{%p endfor %}", ""),
    ("{%p elif item.t == 'heading' %}", ""),
    ("{{ item.text }}", HEADING),
    ("{%p elif item.t == 'agenda' and item.is_sub_item %}", ""),
    ("{{ item.label }}\t{{ item.title }}", SUB_HEADING),
    ("{%p elif item.t == 'agenda' %}", ""),
    ("{{ item.label }}\t{{ item.title }}", HEADING),
)
_TEXTS = (
    ("{%p elif item.t == 'paragraph' and item.indent == 'none' %}", ""),
    ("{{ item.text }}", PLAIN),
    ("{%p elif item.t == 'paragraph' %}", ""),
    ("{{ item.text }}", BODY),
    ("{%p elif item.t == 'points' %}", ""),
    ("{%p for point in item['items'] %}", ""),
    ("{{ point.marker }} {{ point.text }}", BODY),
    ("{%p endfor %}", ""),
)
_ENDINGS = (
    ("{%p elif item.t == 'spacer' %}", ""),
    ("", SPACER),
    ("{%p elif item.t == 'turn' %}", ""),
    ("", TURN),
    ("{%p elif item.t == 'chart' %}", ""),
    ("{{ item.picture }}", PICTURE),
    ("{{ item.title }}", CAPTION),
    ("{%p elif item.t == 'note' %}", ""),
    ("{{ item.text }}", NOTE),
    ("{%p elif item.t == 'signatures' %}", ""),
    ("{%p for place in item['items'] %}", ""),
    ("", SIGNATURE),
    (f"{{{{ place.line }}}} {'.' * 56} {{{{ place.signed_as }}}}", SIGNATURE),
    ("{{ place.name }}", SIGNATURE),
    ("{{ place.position }}", SIGNATURE),
    ("{%p endfor %}", ""),
)
_WORDS = (
    ("{%p if part.t == 'paragraph' and part.indent == 'none' %}", ""),
    ("{{ part.text }}", PLAIN),
    ("{%p elif part.t == 'paragraph' %}", ""),
    ("{{ part.text }}", SPEECH),
    ("{%p elif part.t == 'points' %}", ""),
    ("{%p for point in part['items'] %}", ""),
    ("{{ point.marker }} {{ point.text }}", SPEECH),
    ("{%p endfor %}", ""),
    ("{%p elif part.t == 'listing' %}", ""),
)
_MARKER = (("{{ line.marker }}", LABEL),)
_WHO = (
    ("{{ line.left }}", LABEL),
    ("{%p if line.below %}", ""),
    ("{{ line.below }}", LABEL),
    ("{%p endif %}", ""),
)
_WHAT = (
    ("{%p if line.right or not line.notes %}", "Normal"),
    ("{{ line.right }}", LABEL),
    ("{%p endif %}", ""),
    ("{%p for note in line.notes %}", ""),
    ("{{ note }}", LABEL),
    ("{%p endfor %}", ""),
)
_LABEL_LINES = (
    ("{%p if row.is_resolution %}", ""),
    ("{{ line }}", RESOLUTION_LABEL),
    ("{%p else %}", ""),
    ("{{ line }}", LABEL),
    ("{%p endif %}", ""),
    ("{%p endfor %}", ""),
)


def _lines(parent: Any, lines: tuple[tuple[str, str], ...]) -> None:
    for text, style in lines:
        parent.add_paragraph(text, style=style or "Normal")


def _grid(parent: Any, rows: int, widths_cm: tuple[float, ...]) -> Any:
    """Add a table without borders, with its widths in the grid and in every cell."""
    table = parent.add_table(rows, len(widths_cm))
    _margins(table, left=0, right=113)
    if isinstance(parent, _Cell):
        # python-docx closes such a cell with an empty paragraph of its own; ours follow.
        behind = parent.paragraphs[-1]._p
        behind.getparent().remove(behind)
    table.autofit = False
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths_cm, strict=True):
        column.set(qn("w:w"), str(round(width * 567)))
    for row in table.rows:
        for cell, width in zip(row.cells, widths_cm, strict=True):
            cell.width = Cm(width)
    return table


def _margins(table: Any, *, left: int, right: int) -> None:
    """Set the space in a table's cells, in twips."""
    margins = _element("w:tblCellMar")
    for side, twips in (("left", left), ("right", right)):
        margins.append(_element(f"w:{side}", w=twips, type="dxa"))
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    properties.append(margins)
    properties.append(look)  # Word wants tblLook last


def _speaker(document: Any) -> None:
    """A line of its own for who speaks, in one column."""
    paragraph = document.add_paragraph(style=SPEAKER)
    name = paragraph.add_run("{{ item.speaker }}")
    name.font.bold = name.font.cs_bold = True
    paragraph.add_run(" {{ item.role }}")


def _spoken(document: Any, label_cm: float) -> None:
    """One row for each speaker or resolution: label | words."""
    table = _grid(document, 3, (label_cm, LABEL_CM + TEXT_CM - label_cm))
    table.cell(0, 0).text = "{%tr for row in item.rows %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    table.cell(1, 0).text = "{%p for line in row.label %}"
    _lines(table.cell(1, 0), _LABEL_LINES)
    words = table.cell(1, 1)
    words.text = "{%p for part in row.inner %}"
    _lines(words, _WORDS)
    _listing(words, "part", (0.9, 6.4, 4.2))
    _lines(words, (("", SPACER), ("{%p endif %}", ""), ("{%p endfor %}", "")))  # no cell may end with a table


def _listing(parent: Any, name: str, widths_cm: tuple[float, float, float]) -> None:
    table = _grid(parent, 3, widths_cm)
    table.cell(0, 0).text = f"{{%tr for line in {name}.rows %}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    for at, lines in enumerate((_MARKER, _WHO, _WHAT)):
        cell = table.cell(1, at)
        cell.text, cell.paragraphs[0].style = lines[0]
        _lines(cell, lines[1:])


def _table(document: Any) -> None:
    """A bordered table: its head repeats, its rows are not split; widths are set when it is filled."""
    table = document.add_table(8, 3)
    table.style = document.styles["Table Grid"]
    _margins(table, left=68, right=57)
    table.autofit = False
    head, each_row, if_group, group, otherwise, row, end_if, end_for = table.rows
    _cells(head, "item.head", (("{{ cell }}", CELL_HEAD),))
    head._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    each_row.cells[0].text = "{%tr for row in item.rows %}"
    if_group.cells[0].text = "{%tr if row.is_group %}"
    _group_cell(group)
    otherwise.cells[0].text = "{%tr else %}"
    _cells(row, "row.cells", (("{%p for line in cell %}", ""), ("{{ line }}", CELL), ("{%p endfor %}", "")))
    end_if.cells[0].text = "{%tr endif %}"
    end_for.cells[0].text = "{%tr endfor %}"
    for kept in (head, group, row):
        kept._tr.get_or_add_trPr().insert(0, _element("w:cantSplit"))


def _cells(row: Any, values: str, lines: tuple[tuple[str, str], ...]) -> None:
    opening, cell, closing = row.cells
    opening.text = f"{{%tc for cell in {values} %}}"
    cell.text, style = lines[0]
    cell.paragraphs[0].style = style or "Normal"
    _lines(cell, lines[1:])
    closing.text = "{%tc endfor %}"


def _group_cell(row: Any) -> None:
    cell, *others = row.cells
    for other in others:
        row._tr.remove(other._tc)
    cell.text = "{% colspan item.columns | length %}{{ row.cells[0] | join(' ') }}"
    cell.paragraphs[0].style = CELL_HEAD
    cell.paragraphs[0].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    cell.paragraphs[0].paragraph_format.keep_with_next = True
    properties = cell._tc.get_or_add_tcPr()
    properties.remove(properties.find(qn("w:tcW")))  # gridSpan comes first in what docxtpl makes of the cell
    properties.append(_element("w:shd", val="clear", color="auto", fill="F0F0F0"))


if __name__ == "__main__":
    build().save(str(template_path()))
