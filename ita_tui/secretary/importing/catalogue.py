"""The office's own OIT catalogue of a year, from the codes, names and groups of a file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_tui.domain.oit import Catalogue, CatalogueItem, Group
from ita_tui.domain.years import BEYear
from ita_tui.exchange.oit import OitLine
from ita_tui.secretary.importing.preview import Ledger
from ita_tui.thai.digits import arabic_digits
from ita_tui.thai.fold import fold

_GROUP = re.compile(r"(?:ตัวชี้วัดย่อย)?(?:ที่)?\s*([0-9๐-๙]{1,2}\s*\.\s*[0-9๐-๙]{1,2})\s*[.:)]?\s*(.*)")


def merged_catalogue(
    year: BEYear, known: Catalogue | None, lines: Sequence[OitLine], ledger: Ledger
) -> Catalogue:
    """Return the catalogue of a year with the items of the lines; items that only the known one has stay.

    A row without name, or with a group that is no sub-indicator such as `9.1 ข้อมูลพื้นฐาน`, is refused.
    """
    groups = {group.code: group.name for group in known.groups} if known else {}
    items = {item.code: item for item in known.items} if known else {}
    told: dict[str, OitLine] = {}
    for line in lines:
        code = _group(line, groups, ledger)
        earlier = told.setdefault(line.code, line)
        if (earlier.name, earlier.group) != (line.name, line.group):
            ledger.refuse(line.row, "name", f"ข้อ {line.code} มีชื่อหรือกลุ่มอื่นในแถว {earlier.row}")
        if not line.name:
            ledger.refuse(line.row, "name", "ไม่มีชื่อข้อ")
        items[line.code] = _item(items.get(line.code), line, code, ledger)
    nameless = sorted({item.group for item in items.values() if not groups.get(item.group)} - {""})
    if nameless:
        ledger.notices.append(f"บัญชีรายการ OIT ปี {year} ไม่มีชื่อของกลุ่ม {', '.join(nameless)}")
    return Catalogue(
        year, tuple(Group(code, groups[code]) for code in sorted(groups, key=_place)),
        tuple(sorted(items.values(), key=lambda item: int(item.code[1:]))), known.note if known else "",
    )


def _item(old: CatalogueItem | None, line: OitLine, group: str, ledger: Ledger) -> CatalogueItem:
    where = f"บัญชีรายการ OIT ปี {line.catalogue_year} ข้อ {line.code}"
    if old is None:
        ledger.added.add(line.row)
        return CatalogueItem(line.code, line.name, group)
    name = line.name if ledger.takes(line.row, "name", where, old=old.name, new=line.name) else old.name
    moved = ledger.takes(line.row, "group", where, old=old.group, new=group)
    return CatalogueItem(line.code, name, group if moved else old.group, old.continues)


def _group(line: OitLine, groups: dict[str, str], ledger: Ledger) -> str:
    """Return the code of a line's group, its name put into `groups`; a name alone is looked up there."""
    written = _GROUP.fullmatch(line.group)
    if written:
        code = arabic_digits(re.sub(r"\s", "", written[1]))
        groups[code] = groups.get(code) or written[2]
        return code
    for code, name in groups.items():
        if name and fold(name) == fold(line.group):
            return code
    ledger.refuse(line.row, "group", "กลุ่มต้องมีรหัสตัวชี้วัดย่อยนำหน้า เช่น 9.1 ข้อมูลพื้นฐาน")
    return ""


def _place(code: str) -> tuple[int, ...]:
    return tuple(map(int, code.split(".")))
